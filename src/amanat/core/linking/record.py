"""What one report, or one row of a list, says of a person, as far as it helps to tell who they are.

An empty field says that nothing is said, never that there is nothing. What is denied, feared or planned is no part
of a record: only what is told as having been.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache

from amanat.core.dates.edtf import bounds
from amanat.core.dates.point import NotADateError


@dataclass(frozen=True, slots=True, order=True)
class Born:
    """The first and last day on which somebody can have been born, and the words that say so."""

    first: date
    last: date
    told: str

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A place: ``levels`` are keys of its own names, then of what it lies in, inner to outer (linking/spots)."""

    told: str
    levels: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, order=True)
class Kin:
    """``relation`` is what the other is to this person: father, mother, parent, spouse, child, sibling, or a word."""

    relation: str
    name: str


@dataclass(frozen=True, slots=True)
class Happened:
    """Something that happened to the person. ``when`` is EDTF, or empty."""

    kind: str
    when: str = ""
    where: Spot | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """Every field may hold several answers; their order means nothing."""

    names: tuple[str, ...] = ()
    born: tuple[Born, ...] = ()
    sex: tuple[str, ...] = ()
    """ "f" or "m"."""
    ethnicity: tuple[str, ...] = ()
    nationality: tuple[str, ...] = ()
    """Also citizenship. Peoples and countries by one name each (``linking/telling``)."""
    religion: tuple[str, ...] = ()
    origin: tuple[Spot, ...] = ()
    residence: tuple[Spot, ...] = ()
    kin: tuple[Kin, ...] = ()
    occupation: tuple[str, ...] = ()
    acts: tuple[Happened, ...] = ()
    numbers: tuple[str, ...] = ()
    """Numbers that are one person's or one file's: of a passport, an identity card, a verdict."""


def merged(records: Iterable[Record]) -> Record:
    """What several records of one person say together: all answers, each once, in one order whatever came first."""
    together: dict[str, set[object]] = {field.name: set() for field in fields(Record)}
    for record in records:
        for name, found in together.items():
            found.update(getattr(record, name))
    return Record(**{name: tuple(sorted(found, key=repr)) for name, found in together.items()})  # type: ignore[arg-type]


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


def aged(years: tuple[int, int], at: str) -> Born | None:
    """From an age, least and most, at a time: ages are told by the last birthday, and often a year too high or low."""
    days = days_of(at)
    if days is None or not 0 <= years[0] <= years[1] < 130:
        return None
    low, high = years
    first, last = _back(days[0], high + 2), _back(days[1], low - 1)
    said = str(low) if low == high else f"{low} to {high}"
    return Born(first, last, f"{said} years old in {at}") if first else None


def _back(day: date, years: int) -> date:
    year = max(1, day.year - years)
    return date(year, day.month, 28 if (day.month, day.day) == (2, 29) else day.day)
