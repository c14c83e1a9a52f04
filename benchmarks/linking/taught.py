"""What tables of known truth teach of how often one person's rows agree, and what all but one of them teach.

``lists/taught.py`` of the program holds what all teach. A table that is measured is linked by what the others teach,
those of one maker counting as one: else a short list would be linked by its own answers.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from amanat.core.linking.lists.codes import Categories, Codes
from amanat.core.linking.lists.days import Days
from amanat.core.linking.lists.fields import Part
from amanat.core.linking.lists.linking import fields_of
from amanat.core.linking.lists.places import Places
from amanat.core.linking.lists.taught import Taught
from amanat.core.linking.lists.words import Words
from linking.scores import Numbers
from linking.tasks import TASKS

MAKERS = {
    "historical-50k": "historical", "febrl4": "febrl", "fake-1000": "fake", "cross-script-all": "composed",
}  # fmt: skip
"""One table of each maker teaches."""

ALSO = {"febrl3": "febrl", "cross-script": "composed", "million": "composed"}

_WORD = (1.0, 0.1, 0.06, 0.14, 0.7, 0.1, 0.1, 0.2, 0.6)
SUPPOSED = Taught(
    best=_WORD,
    second=_WORD,
    third=_WORD,
    length=(1.0, 0.8, 0.2),
    days=(1.0, 0.04, 0.02, 0.03, 0.03, 0.03, 0.05, 0.8, 0.1, 0.1, 0.8),
    places=(1.0, 0.2, 0.05, 0.05, 0.1, 0.1, 0.5, 0.3, 0.1, 0.6),
    codes=(1.0, 0.1, 0.06, 0.04, 0.1, 0.7),
    categories=(1.0, 0.1, 0.9),
)
"""Guesses made before anything was counted, for what no other table can teach (names across scripts)."""

_OF = {
    Words: ("best", "second", "third", "length"), Days: ("days",), Places: ("places",), Codes: ("codes",),
    Categories: ("categories",),
}  # fmt: skip
_FEWEST = 30
"""Pairs of one person from which on a table has a say on levels that rule each other out."""

_LEAST = 1e-3
_MOST_PAIRS = 100_000

Counts = NDArray[np.float64]
Group = tuple[str, tuple[int, ...]]
"""What is compared, and levels of it that rule each other out."""

Lesson = dict[Group, Counts]
Lessons = dict[str, Lesson]


def lessons(linkage: Path, names: Path) -> Lessons:
    """What each maker's table teaches; counted in a process of its own, so that what is linked after does not bear its
    memory."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        found = pool.starmap(_lesson, [(name, linkage, names) for name in MAKERS])
    return dict(zip(MAKERS.values(), found, strict=True))


def taught(of: Lessons, *, but: str | None = None) -> Taught:
    """``but``: a table, whose maker's lesson is left out."""
    left_out = (MAKERS | ALSO)[but] if but else None
    return _mean(lesson for maker, lesson in of.items() if maker != left_out)


def _lesson(name: str, linkage: Path, names: Path) -> Lesson:
    try:
        task = TASKS[name](linkage, names)
    except (ImportError, OSError):
        return {}
    left, right = _pairs_of_one(task.truth)
    counted: dict[Group, Counts] = {}
    for field in fields_of(task.table):
        levels = field.compared(left, right).levels
        for called, part, found in zip(_OF[type(field)], field.parts, levels, strict=True):
            for group, counts in _counted(part, found):
                counted[called, group] = counted.get((called, group), 0.0) + counts
    return {key: counts / counts.sum() for key, counts in counted.items() if counts.sum() >= _FEWEST}


def _counted(part: Part, levels: Counts) -> Iterator[tuple[tuple[int, ...], Counts]]:
    counts = np.bincount(levels, minlength=len(part.levels)).astype(float)
    return ((group, counts[list(group)]) for group in part.groups)


def _pairs_of_one(truth: Numbers) -> tuple[Numbers, Numbers]:
    """Pairs of rows of one person, evenly taken where there are many."""
    order = np.argsort(truth, kind="stable")
    ones, others = [], []
    for apart in range(1, int(np.bincount(truth).max())):
        at = np.flatnonzero(truth[order[apart:]] == truth[order[:-apart]])
        ones.append(order[at])
        others.append(order[at + apart])
    left, right = np.concatenate(ones), np.concatenate(others)
    step = max(1, len(left) // _MOST_PAIRS)
    return left[::step], right[::step]


def _mean(of: Iterable[Lesson]) -> Taught:
    held: dict[Group, list[Counts]] = {}
    for lesson in of:
        for key, shares in lesson.items():
            held.setdefault(key, []).append(shares)
    found = {each.name: list(getattr(SUPPOSED, each.name)) for each in fields(Taught)}
    for (called, group), many in held.items():
        for level, share in zip(group, np.mean(many, axis=0), strict=True):
            found[called][level] = round(max(float(share), _LEAST), 3)
    return Taught(**{called: tuple(each) for called, each in found.items()})
