"""The program's own linking, in a process of its own, so that its memory is its own."""

from __future__ import annotations

import multiprocessing
import resource
import time
from pathlib import Path

from amanat.core.linking.lists.linking import link
from amanat.core.linking.lists.taught import Taught
from linking.peers.asked import Answer
from linking.tasks import TASKS, Task
from names.peers.ours import compare_by

Cost = tuple[Answer, int]
"""What was found; pairs compared."""


def ours(name: str, linkage: Path, names: Path, tables: Path | None, taught: Taught) -> Cost:
    """By the same defaults for every table, but for what the table itself taught them."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_linked, (name, linkage, names, tables, taught))


def _linked(name: str, linkage: Path, names: Path, tables: Path | None, taught: Taught) -> Cost:
    compare_by(tables)
    task: Task = TASKS[name](linkage, names)
    task.rows.clear()
    begun, cpu = time.perf_counter(), time.process_time()
    found = link(task.table, taught=taught)
    seconds, spent = time.perf_counter() - begun, time.process_time() - cpu
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    answer = Answer(
        "amanat", found.left, found.right, found.probability, found.group, 0.5, seconds, megabytes, spent
    )
    return answer, found.compared
