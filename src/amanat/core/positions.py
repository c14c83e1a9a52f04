"""Where in the original a stretch of a report's text stands: the page of a PDF, the time code of a film, the
row of a table.

The text that is read has none of these in it: a time code in the middle of a sentence would spoil the
sentence. They are kept beside it, as marks: from this offset on, the text is of that page, moment or row.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise


class Unit(StrEnum):
    """What the marks of a report count."""

    PAGE = "page"
    TIME = "time"
    """From the beginning of the recording: ``00:01:23``, hours, minutes and seconds."""
    ROW = "row"
    """As the program shows it that the table was made with, the header being row 1; ``Notes 12`` is row 12 of
    the sheet Notes."""


@dataclass(frozen=True, slots=True)
class Mark:
    """From ``start``, a code point of the report's text, up to the next mark: ``label`` of the original."""

    start: int
    label: str


@dataclass(frozen=True, slots=True)
class Positions:
    """The marks of one report, in order of their offsets. No marks: the original has nothing to count."""

    unit: Unit = Unit.PAGE
    marks: tuple[Mark, ...] = ()

    def of(self, start: int, end: int) -> Position | None:
        """The first and the last place that ``text[start:end]`` touches; None before the first mark."""
        first = bisect_right(self.marks, start, key=_start) - 1
        last = bisect_right(self.marks, max(start, end - 1), key=_start) - 1
        if first < 0:
            return None
        return Position(self.unit, self.marks[first].label, self.marks[last].label)


@dataclass(frozen=True, slots=True)
class Position:
    """A passage's place in the original: from ``first`` to ``last``, which are often the same."""

    unit: Unit
    first: str
    last: str

    def as_json(self) -> dict[str, str]:
        return {"unit": self.unit.value, "first": self.first, "last": self.last}

    def __str__(self) -> str:
        return self.first if self.first == self.last else f"{self.first}–{self.last}"


def positions_of(unit: str, marks: Sequence[tuple[int, str]]) -> Positions:
    """The values for plain pairs of offset and label. Raises ValueError where they are out of order."""
    found = tuple(Mark(start, label) for start, label in marks)
    if any(after.start < before.start for before, after in pairwise(found)):
        raise ValueError("marks out of order")
    return Positions(Unit(unit), found)


def _start(mark: Mark) -> int:
    return mark.start
