"""One date as precise as its teller was: a day, a month, a part of a year, a year, a decade or a century.

The EDTF (ISO 8601-2) forms read here: ``2018-12-05``, ``2018-12``, ``2018``, ``201X``, ``20XX``; seasons
``2018-21`` to ``2018-24``; quarters ``2018-33`` to ``-36``, thirds of a year ``2018-37`` to ``-39``,
halves ``2018-40``, ``-41`` (level 2's groupings, which let "early 2018" stand at the end of an interval);
each with ``?`` uncertain, ``~`` approximate or ``%`` both. ``2018-XX`` is taken as ``2018``: it says no more.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import IntEnum
from typing import ClassVar

from amanat.core.errors import AmanatError, Exit


class NotADateError(AmanatError, ValueError):
    code: ClassVar[str] = "not-a-date"
    exit_code: ClassVar[Exit] = Exit.USAGE
    happened: ClassVar[str] = "“{item}” is not a date that Amanat can read: {reason}."
    kept: ClassVar[str] = "Nothing was changed."
    remedy: ClassVar[str] = (
        "Write a date as 2018, 2018-12 or 2018-12-05; a stretch of time as 2017-07/2018-10, "
        "with .. for an open end; two possible readings as [2020-01-03,2020-03-01]."
    )


class Precision(IntEnum):
    """How much time one date may cover, finest first."""

    DAY = 1
    MONTH = 2
    PART = 3
    """A season, quarter, third or half of a year."""
    YEAR = 4
    DECADE = 5
    CENTURY = 6


PARTS: dict[int, tuple[int, int]] = {
    21: (3, 3),
    22: (6, 3),
    23: (9, 3),
    # "Winter 2018" is used both for January to March 2018 and for the winter that begins in December 2018.
    24: (1, 14),
    **{33 + n: (1 + 3 * n, 3) for n in range(4)},
    **{37 + n: (1 + 4 * n, 4) for n in range(3)},
    **{40 + n: (1 + 6 * n, 6) for n in range(2)},
}
"""Code of a part of the year -> its first month and how many months it lasts.

Seasons are the northern hemisphere's meteorological ones; `Point.reach` gives them a month of play.
"""
SEASONS = range(21, 25)

_FORM = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?P<mark>[?~%]?)", re.ASCII
)
_PLAY_DAYS = {
    Precision.DAY: 7,
    Precision.MONTH: 31,
    Precision.PART: 31,
    Precision.YEAR: 366,
    Precision.DECADE: 5 * 366,
    Precision.CENTURY: 10 * 366,
}


@dataclass(frozen=True, slots=True)
class Point:
    """``month`` is 1-12 or a code of `PARTS`; ``hidden`` counts the year's last digits that are not known."""

    year: int
    month: int | None = None
    day: int | None = None
    hidden: int = 0
    uncertain: bool = False
    approximate: bool = False

    def __str__(self) -> str:
        year = f"{self.year:04d}"
        if self.hidden:
            year = year[: -self.hidden] + "X" * self.hidden
        parts = [year, *(f"{part:02d}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts) + self.mark

    @property
    def mark(self) -> str:
        return {(False, False): "", (True, False): "?", (False, True): "~", (True, True): "%"}[
            self.uncertain, self.approximate
        ]

    @property
    def precision(self) -> Precision:
        if self.day is not None:
            return Precision.DAY
        if self.month is not None:
            return Precision.MONTH if self.month <= 12 else Precision.PART
        return (Precision.YEAR, Precision.DECADE, Precision.CENTURY)[self.hidden]

    @property
    def first(self) -> date:
        """The earliest day it can mean."""
        if self.month is None:
            return date(self.year, 1, 1)
        month = PARTS[self.month][0] if self.month > 12 else self.month
        return date(self.year, month, self.day or 1)

    @property
    def last(self) -> date:
        """The latest day it can mean."""
        if self.day is not None:
            return self.first
        if self.month is None:
            return date(self.year + (0, 9, 99)[self.hidden], 12, 31)
        first, months = PARTS[self.month] if self.month > 12 else (self.month, 1)
        return end_of_month(self.year, first + months - 1)

    @property
    def reach(self) -> tuple[date, date]:
        """First and last day with the play that "about", "perhaps" and the seasons ask for.

        Play: a week for a day, a month for a month or part of a year, a year for a year, five for a decade.
        """
        season = self.month in SEASONS
        play = _PLAY_DAYS[self.precision] if self.uncertain or self.approximate or season else 0
        return shifted(self.first, -play), shifted(self.last, play)

    def plain(self) -> Point:
        """The same without marks."""
        return replace(self, uncertain=False, approximate=False)


def end_of_month(year: int, month: int) -> date:
    """The month's last day; months after 12 run into the next years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date.max if year > date.max.year else date(year, month, monthrange(year, month)[1])


def shifted(day: date, days: int) -> date:
    """Days later (or earlier), stopping at the calendar's ends."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def parse_point(text: str) -> Point:
    """Raises `NotADateError`."""
    found = _FORM.fullmatch(text)
    if found is None:
        raise NotADateError(text, reason="it has not the form of a date")
    year, month, day, mark = found.group("year", "month", "day", "mark")
    if int(year[:2]) < 10:
        raise NotADateError(text, reason="only years from 1000 to 9999 are read")
    if "X" in year and month:
        raise NotADateError(text, reason="a month needs a whole year")
    if month == "XX" and day not in (None, "XX"):
        raise NotADateError(text, reason="a day needs a month")
    point = Point(
        int(year.replace("X", "0")),
        _number(month),
        _number(day),
        year.count("X"),
        uncertain=mark in ("?", "%"),
        approximate=mark in ("~", "%"),
    )
    return _possible(point, text)


def _number(digits: str | None) -> int | None:
    return None if digits in (None, "XX") else int(digits)


def _possible(point: Point, text: str) -> Point:
    if point.month is not None and not 1 <= point.month <= 12 and point.month not in PARTS:
        raise NotADateError(text, reason=f"there is no month or part of a year {point.month:02d}")
    if point.day is not None:
        if point.month is None or point.month > 12:
            raise NotADateError(text, reason="a day needs a month")
        if not 1 <= point.day <= monthrange(point.year, point.month)[1]:
            raise NotADateError(text, reason=f"that month has no day {point.day}")
    return point
