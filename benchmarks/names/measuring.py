"""Every measurement by its key: what is printed, and what goes into the JSON."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from names import calibrating
from names.ordinary import scored as ordinary
from names.ordinary.cases import cases
from names.peers.gazetteer import WithGazetteer
from names.peers.ranker import Ranker
from names.running import run
from names.tables import million_table, task_table
from names.tasks import million as millions
from names.tasks.people import people_tasks
from names.tasks.places import place_tasks
from names.tasks.task import Task
from names.tasks.tokens import token_tasks
from names.tasks.xinjiang import xinjiang_tasks

Measured = tuple[str, dict[str, Any]]
Measurement = Callable[[], Measured]
OURS = "amanat"


def measurements(
    folder: Path, rankers: Sequence[Ranker], limit: int | None, learned: Path | None = None
) -> Iterator[tuple[str, Measurement]]:
    """Key and measurement of each; nothing is read before one is called. ``limit``: of queries a task.
    ``learned``: the file of tables by which other processes are to compare too."""
    for key, make in [*token_tasks(folder), *people_tasks(folder), *xinjiang_tasks()]:
        yield key, partial(_task, make, rankers, limit)
    for key, make in place_tasks(folder):
        yield key, partial(_task, make, [*rankers, *_with_gazetteer(key, rankers)], limit)
    yield ordinary.KEY, partial(_ordinary, rankers)
    yield calibrating.KEY, partial(_calibration, folder, rankers, limit)
    yield "shown", partial(_shown, rankers)
    for key in millions.KEYS:
        yield key, partial(_million, folder, key, rankers, limit, learned)


def _task(make: Callable[[], Task], rankers: Sequence[Ranker], limit: int | None) -> Measured:
    task = make()
    if limit and len(task.queries) > limit:
        task = replace(task, queries=task.queries[:limit])
    rows = [run(ranker, task) for ranker in rankers]
    found = {"about": task.about, "goals": task.goals, "rows": [row.as_json() for row in rows]}
    return task_table(task, rows), found


def _with_gazetteer(key: str, rankers: Sequence[Ranker]) -> list[Ranker]:
    """Not for thousands of Latin candidates: each is looked up, at thirty milliseconds."""
    if key.endswith("latin-places"):
        return []
    return [WithGazetteer(next((each for each in rankers if each.name == OURS), None))]


def _ordinary(rankers: Sequence[Ranker]) -> Measured:
    made = cases()
    found = [ordinary.scored(ranker, made) for ranker in rankers]
    text = ordinary.table(found, made) if found else "Ordinary names: nothing to measure"
    return text, {"about": ordinary.ABOUT, "pairs": len(made), "rows": [each.as_json() for each in found]}


def _calibration(folder: Path, rankers: Sequence[Ranker], limit: int | None) -> Measured:
    """Of the program's own scores: no other ranker says that its scores are probabilities."""
    ours = next((each for each in rankers if each.name == OURS), None)
    if ours is None:
        return f"{calibrating.ABOUT}: left out, amanat has no comparison yet", {}
    found = calibrating.calibrated(ours, folder, limit or calibrating.SEARCHED)
    scripts = {name: each.as_json() for name, each in found.by_scripts().items()}
    return calibrating.table(found), {"about": calibrating.ABOUT, **found.as_json(), "scripts": scripts}


def _shown(rankers: Sequence[Ranker]) -> Measured:
    """Imports the comparison, which may be missing where only peers are measured."""
    if not any(each.name == OURS for each in rankers):
        return "Pairs with their reasons: left out, amanat has no comparison yet", {}
    text, figures = importlib.import_module("names.shown").shown()
    return text, figures


def _million(
    folder: Path, key: str, rankers: Sequence[Ranker], limit: int | None, learned: Path | None
) -> Measured:
    """Ours in processes of its own; of the peers those that can do it within minutes."""
    size = millions.SIZE if not limit else max(10_000, 100 * limit)
    task = millions.million(folder, key, size)
    if limit:
        task = millions.fewer(task, limit)
    rows = [run(each, task) for each in rankers if each.can_do_millions]
    found: dict[str, Any] = {
        "about": task.about,
        "goals": task.goals,
        "rows": [row.as_json() for row in rows],
    }
    text = task_table(task, rows)
    if any(each.name == OURS for each in rankers):
        # Imports the index, which may be missing where only peers are measured.
        own = importlib.import_module("names.million").measured(folder, key, size, learned)
        found["own"] = own
        text = f"{text}\n{million_table(own)}"
    return text, found
