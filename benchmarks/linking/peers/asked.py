"""Peers, asked in processes of their own and by another Python, so that the program need not install them."""

from __future__ import annotations

import csv
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from linking.scores import Numbers
from linking.tasks import Task

HERE = Path(__file__).resolve().parent
_AT_MOST_SECONDS = 3_600


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


def asked(worker: str, python: Path, task: Task) -> Answer | str:
    """What the peer found; or in a word why nothing. It sees the table without the truth."""
    with tempfile.TemporaryDirectory() as folder:
        table, out = Path(folder) / "table.csv", Path(folder) / "found.npz"
        _write(task, table)
        call = [str(python), str(HERE / f"{worker}_worker.py"), task.recipe, str(table), str(out)]
        try:
            done = subprocess.run(call, capture_output=True, text=True, timeout=_AT_MOST_SECONDS)
        except (OSError, subprocess.TimeoutExpired) as fault:
            return f"{worker}: {type(fault).__name__}"
        if done.returncode or not out.exists():
            return f"{worker}: {(done.stderr.strip().splitlines() or ['no word'])[-1][:200]}"
        with np.load(out) as held:
            return Answer(
                str(held["called"]), held["left"], held["right"], held["probability"], held["cluster"],
                float(held["threshold"]), float(held["seconds"]), float(held["megabytes"]),
            )  # fmt: skip


def _write(task: Task, file: Path) -> None:
    hidden = {"cluster", "unique_id", "rec_id"}
    heads = [name for name in task.rows[0] if name not in hidden]
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["row", *heads])
        writer.writerows([at, *(row[name] for name in heads)] for at, row in enumerate(task.rows))
