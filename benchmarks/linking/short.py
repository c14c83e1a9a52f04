"""Lists of a few dozen rows, which teach nothing themselves: drawn from tables whose truth is known.

The task "short" of benchmarks/linking.py. Of each table lists of 12, 30 and 100 rows are drawn, one to three rows of a
person each, and every list is linked by itself, by what the tables of other makers teach. ``febrl3`` is a table that
nothing here was set on.
"""

from __future__ import annotations

import csv
import random
from pathlib import Path
from typing import Any

import numpy as np

from amanat.core.linking.lists.columns import Table
from amanat.core.linking.lists.linking import link
from amanat.core.linking.lists.taught import Taught
from linking.scores import Numbers
from linking.tasks import FEBRL, TASKS, Task, task_of
from linking.taught import Lessons, taught
from names.tasks.task import SEED
from speed.tables import mark, table

SIZES = (12, 30, 100)
LISTS = 40
PRECISION, RECALL = 0.98, 0.80
_ROWS_OF_A_PERSON = (1, 2, 2, 3)


def febrl3(linkage: Path, names: Path) -> Task:
    """5,000 rows of 2,000 invented Australians (FEBRL)."""
    with (linkage / "dataset3.csv").open(encoding="utf-8") as file:
        rows = [
            {name.strip(): (cell or "").strip() for name, cell in row.items()}
            for row in csv.DictReader(file, skipinitialspace=True)
        ]
    return task_of("febrl3", rows, FEBRL, [row["rec_id"].split("-")[1] for row in rows])


def short(linkage: Path, names: Path, of: Lessons) -> tuple[dict[str, Any], bool]:
    """The figures, printed as a table on the way, and whether groups keep to both figures to reach."""
    shown, told = [], dict[str, Any]()
    for make in (febrl3, *(TASKS[name] for name in ("historical-50k", "fake-1000", "cross-script-all"))):
        try:
            task = make(linkage, names)
        except (ImportError, OSError) as absent:
            print(f"short: skipped, {absent}")
            continue
        others = taught(of, but=task.name)
        for size in SIZES:
            precision, recall = _of_lists(task, size, others)
            shown.append((task.name, size, f"{precision:.3f}", f"{recall:.3f}"))
            told[f"{task.name} {size}"] = [round(precision, 4), round(recall, 4)]
    print(table(("table", "rows of a list", "groups P", "R"), shown))
    held = all(precision >= PRECISION and recall >= RECALL for precision, recall in told.values())
    print(f"{LISTS} lists of each; wanted {PRECISION} and {RECALL} at least: {mark(held)}\n", flush=True)
    return told, held


def _of_lists(task: Task, size: int, others: Taught) -> tuple[float, float]:
    draw = random.Random(f"{SEED} {task.name} {size}")
    right = found = every = 0
    for _ in range(LISTS):
        rows = _drawn(task.truth, size, draw)
        cells = {heading: [those[row] for row in rows] for heading, those in task.table.cells.items()}
        group = link(Table(task.table.columns, cells, [0] * size), taught=others).group
        same, together = (np.triu(each[:, None] == each[None], 1) for each in (task.truth[rows], group))
        right += int((same & together).sum())
        found += int(together.sum())
        every += int(same.sum())
    return right / max(1, found), right / max(1, every)


def _drawn(truth: Numbers, size: int, draw: random.Random) -> list[int]:
    """Rows of a list, all of people drawn by chance."""
    order = np.argsort(truth, kind="stable")
    bounds = np.searchsorted(truth[order], np.arange(int(truth.max()) + 2))
    rows: list[int] = []
    for whose in draw.sample(range(len(bounds) - 1), size):
        own = order[bounds[whose] : bounds[whose + 1]].tolist()
        rows += draw.sample(own, min(len(own), draw.choice(_ROWS_OF_A_PERSON)))
    rows = rows[:size]
    draw.shuffle(rows)
    return rows
