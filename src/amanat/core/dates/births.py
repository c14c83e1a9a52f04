"""When somebody can have been born, by a date of birth or by an age: as stretches of days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from amanat.core.dates.ages import years
from amanat.core.dates.edtf import bounds
from amanat.core.dates.point import NotADateError

CONTRADICT = 5 * 366
"""Days apart from which two births contradict each other. By hand: what slips and late reports put apart is less."""


@dataclass(frozen=True, slots=True, order=True)
class Born:
    """The first and last day on which somebody can have been born, and the words that say so."""

    first: date
    last: date
    told: str

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


@lru_cache(maxsize=1 << 14)
def days_of(edtf: str) -> tuple[date, date] | None:
    """First and last day of a date that is told from both sides; None for an open one, and for what is no date."""
    try:
        found = bounds(edtf)
    except NotADateError:
        return None
    return (found.earliest, found.latest) if found.earliest and found.latest else None


def born_on(edtf: str) -> Born | None:
    """From a date of birth: as wide as the date is."""
    days = days_of(edtf)
    return Born(*days, f"born {edtf}") if days else None


def aged(age: tuple[int, int], at: str) -> Born | None:
    """From an age, least and most, at a time: ages are told by the last birthday, and often a year too high or low."""
    days = days_of(at)
    if days is None or not 0 <= age[0] <= age[1] < 130:
        return None
    low, high = age
    first, last = _back(days[0], high + 2), _back(days[1], low - 1)
    said = str(low) if low == high else f"{low} to {high}"
    return Born(first, last, f"{said} years old in {at}") if first else None


def _back(day: date, years: int) -> date:
    year = max(1, day.year - years)
    return date(year, day.month, 28 if (day.month, day.day) == (2, 29) else day.day)


def born_by_age(age: str, published: str) -> Born | None:
    """From an age told in a report of this date."""
    told = years(age)
    return aged(told, published) if told and published else None


def days_apart(one: Born, other: Born) -> int:
    """Days between the two stretches; none or less where they share a day."""
    return max((other.first - one.last).days, (one.first - other.last).days)
