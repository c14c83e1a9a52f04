"""Peers, asked in processes of their own and by another Python, so that the program need not install them."""

from __future__ import annotations

import csv
import json
import random
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
_AT_MOST_SECONDS = 1_200
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


def asked(worker: str, pythons: Sequence[Path], task: Task) -> Answer | str:
    """What the peer found, by the first Python that has it; or in a word why nothing."""
    found: Answer | str = f"{worker}: no Python was named"
    for python in pythons:
        found = _asked(worker, python, task)
        if not isinstance(found, str) or "No module named" not in found:
            break
    return found


def _asked(worker: str, python: Path, task: Task) -> Answer | str:
    """It sees the table without the truth."""
    with tempfile.TemporaryDirectory() as folder:
        table, out = Path(folder) / "table.csv", Path(folder) / "found.npz"
        _write(task, table, labels=worker == "dedupe")
        call = [str(python), str(HERE / f"{worker}_worker.py"), task.recipe, str(table), str(out)]
        try:
            done = subprocess.run(call, capture_output=True, text=True, timeout=_AT_MOST_SECONDS)
        except (OSError, subprocess.TimeoutExpired) as fault:
            return f"{worker}: {type(fault).__name__} after {_AT_MOST_SECONDS} s at most"
        if done.returncode or not out.exists():
            return f"{worker}: {(done.stderr.strip().splitlines() or ['no word'])[-1][:200]}"
        with np.load(out) as held:
            return Answer(
                str(held["called"]), held["left"], held["right"], held["probability"], held["cluster"],
                float(held["threshold"]), float(held["seconds"]), float(held["megabytes"]),
            )  # fmt: skip


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
