"""Peers, asked in processes of their own and by another Python, so that the program need not install them."""

from __future__ import annotations

import csv
import json
import os
import random
import resource
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from linking.scores import Numbers
from linking.tasks import Task
from names.tasks.task import SEED

HERE = Path(__file__).resolve().parent
AT_MOST_SECONDS = 1_200
_LABELLED = 300
"""Pairs of one person, and as many of two, that a peer is shown that cannot do without."""


@dataclass(frozen=True)
class Answer:
    called: str
    left: Numbers
    right: Numbers
    likely: NDArray[np.float64]
    group: Numbers
    threshold: float
    seconds: float
    megabytes: float
    cpu: float = 0.0
    """Seconds of all threads."""


def asked(worker: str, pythons: Sequence[Path], task: Task, seconds: float = AT_MOST_SECONDS) -> Answer | str:
    """What the peer found, by the first Python that has it; or in a word why nothing."""
    found: Answer | str = f"{worker}: no Python was named"
    for python in pythons:
        found = _asked(worker, python, task, seconds)
        if not isinstance(found, str) or "No module named" not in found:
            break
    return found


def _asked(worker: str, python: Path, task: Task, seconds: float) -> Answer | str:
    """It sees the table without the truth."""
    with tempfile.TemporaryDirectory() as folder:
        table, out = Path(folder) / "table.csv", Path(folder) / "found.npz"
        _write(task, table, labels=worker == "dedupe")
        call = [str(python), str(HERE / f"{worker}_worker.py"), task.recipe, str(table), str(out)]
        before = _of_children()
        code, told = _run(call, seconds)
        spent = _of_children() - before
        if code is None:
            return f"{worker}: not done after {seconds:.0f} s ({spent:.0f} CPU seconds)"
        if code or not out.exists():
            return f"{worker}: {(told.strip().splitlines() or ['no word'])[-1][:200]}"
        with np.load(out) as held:
            return Answer(
                str(held["called"]), held["left"], held["right"], held["probability"], held["cluster"],
                float(held["threshold"]), float(held["seconds"]), float(held["megabytes"]),
                spent,
            )  # fmt: skip


def _run(call: list[str], seconds: float) -> tuple[int | None, str]:
    """The exit code, None where it was not done in time; and what it said of faults. Its own children end with it."""
    try:
        with subprocess.Popen(call, stderr=subprocess.PIPE, text=True, start_new_session=True) as running:
            try:
                told = running.communicate(timeout=seconds)[1]
                return running.returncode, told
            except subprocess.TimeoutExpired:
                return None, ""
            finally:
                if running.poll() is None:
                    os.killpg(running.pid, signal.SIGKILL)
    except OSError as fault:
        return 1, type(fault).__name__


def _of_children() -> float:
    """CPU seconds of processes that were waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _write(task: Task, file: Path, *, labels: bool) -> None:
    hidden = {"cluster", "unique_id", "rec_id"}
    heads = [name for name in task.rows[0] if name not in hidden]
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["row", *heads])
        writer.writerows([at, *(row[name] for name in heads)] for at, row in enumerate(task.rows))
    columns = [(column.kind.value, column.heading) for column in task.table.columns]
    file.with_name("columns.json").write_text(json.dumps(columns), encoding="utf-8")
    if labels:
        file.with_name("labels.json").write_text(json.dumps(_labelled(task)), encoding="utf-8")


def _labelled(task: Task) -> dict[str, list[tuple[int, int]]]:
    """Pairs as a person would have labelled them, drawn by chance."""
    draw = random.Random(SEED)
    order = np.argsort(task.truth, kind="stable")
    beside = np.flatnonzero(task.truth[order[1:]] == task.truth[order[:-1]]).tolist()
    match = [(int(order[at]), int(order[at + 1])) for at in draw.sample(beside, min(_LABELLED, len(beside)))]
    distinct: list[tuple[int, int]] = []
    while len(distinct) < len(match):
        one, other = draw.randrange(len(task.truth)), draw.randrange(len(task.truth))
        if task.truth[one] != task.truth[other]:
            distinct.append((one, other))
    return {"match": match, "distinct": distinct}
