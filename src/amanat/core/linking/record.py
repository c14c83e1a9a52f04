"""What one report, or one row of a list, says of a person, as far as it helps to tell who they are.

An empty field says that nothing is said, never that there is nothing. What is denied, feared or planned is no part
of a record: only what is told as having been.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

from amanat.core.dates.births import Born


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
