"""A claim as it stands, cut down to what is weighed, and how times and places of two claims stand to each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from amanat.core.dates.edtf import bounds
from amanat.core.dates.point import NotADateError
from amanat.core.weighing.apart import Way

Chain = tuple[frozenset[str], ...]
"""A place as folded names: its own first, then those of each place it lies in, inner to outer."""

Counted = tuple[int | None, int | None, str]
"""A number of people: least, most (None: not said), unit."""

SELF = "self"
"""The teller who is the person of the case."""


ASSERTING = frozenset({"asserted", "planned"})
"""How a claim must be held to speak for it: what is possible, feared or demanded is told by nobody as being so."""


@dataclass(frozen=True)
class Told:
    """``teller`` identifies its first witness, ``role`` says what that one is to the thing told (TellerRole).

    ``named``: the first teller is known by name, so that the same key means the same person in any report.
    ``through``: keys of the named persons who passed it on. ``origin``: the key of the first report or source
    that its passage goes back to; the report itself where nothing else is known. ``reports``: those through which
    it came, its own aside.
    """

    id: int
    kind: str
    report: int
    teller: str
    when: str = ""
    place: Chain | None = None
    place_label: str = ""
    by: tuple[str, ...] = ()
    details: str = ""
    count: Counted | None = None
    denied: bool = False
    actual: bool = True
    role: str = ""
    named: bool = True
    through: tuple[str, ...] = ()
    origin: str = ""
    reports: tuple[int, ...] = ()
    modality: str = "asserted"
    published: str = ""
    label: str = ""
    """The first teller as the report calls them, for sentences."""

    @cached_property
    def span(self) -> tuple[date | None, date | None]:
        """First and last day it may cover; both None where no date is told, or none that can be read."""
        try:
            found = bounds(self.when)
        except NotADateError:
            return (None, None)
        return (found.earliest, found.latest)

    @property
    def dated(self) -> bool:
        return self.span != (None, None)

    @property
    def source(self) -> str:
        """Its origin; the report where no origin is told of."""
        return self.origin or f"report:{self.report}"

    @cached_property
    def way(self) -> Way:
        """All through which it came: its report, those that this has it from, its origin."""
        return frozenset((self.source, *(f"report:{each}" for each in (self.report, *self.reports))))


def places_agree(one: Chain | None, other: Chain | None) -> bool:
    """Whether one may lie in the other, or is not told."""
    if not one or not other:
        return True
    return lies_in(one, other) or lies_in(other, one)


def lies_in(one: Chain, other: Chain) -> bool:
    """Whether the place ``other`` is one of those that ``one`` is, or lies in."""
    return any(other[0] & level for level in one)


def narrows(one: Told, other: Told) -> bool:
    """Whether one report says the same twice, once more closely: "in those years", "in their last months"."""
    return one.report == other.report and (lies_within(one, other) or lies_within(other, one))


def lies_within(one: Told, other: Told) -> bool:
    """Whether all the time that ``one`` may cover is in that of ``other``."""
    (begin, end), (earliest, latest) = one.span, other.span
    starts = earliest is None or (begin is not None and earliest <= begin)
    return starts and (latest is None or (end is not None and end <= latest))
