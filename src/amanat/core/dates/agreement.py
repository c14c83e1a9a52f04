"""Whether two dates told for the same thing can both be true."""

from __future__ import annotations

from amanat.core.dates.edtf import Choice, Edge, Edtf, Interval, Range, bounds_of, parse
from amanat.core.dates.point import Point


def contradict(a: str, b: str) -> bool:
    """Whether the two EDTF dates cannot both hold.

    - Two dates agree when they can mean the same day: "2017" and "2017-07".
    - An interval holds from .. to: against another, begin is compared with begin and end with end (open and
      unknown ends contradict nothing), and the two must touch; a single date agrees if it lies inside.
    - Of a set, one agreeing member is enough.
    - Approximate and uncertain dates and seasons have the play of `Point.reach`.

    Symmetric, and no date contradicts itself.
    """
    return not any(_agree(one, other) for one in _readings(parse(a)) for other in _readings(parse(b)))


def overlap(a: str, b: str) -> bool:
    """Whether the two share a day, whatever they say of begin and end: for what happened *within* them."""
    return bounds_of(parse(a), play=True).meets(bounds_of(parse(b), play=True))


def _readings(value: Edtf) -> tuple[Edtf | Range, ...]:
    return value.members if isinstance(value, Choice) else (value,)


def _agree(a: Edtf | Range, b: Edtf | Range) -> bool:
    if not bounds_of(a, play=True).meets(bounds_of(b, play=True)):
        return False
    if isinstance(a, Interval) and isinstance(b, Interval):
        return _same_edge(a.begin, b.begin) and _same_edge(a.end, b.end)
    return True


def _same_edge(a: Point | Edge, b: Point | Edge) -> bool:
    if isinstance(a, Edge) or isinstance(b, Edge):
        return True
    return bounds_of(a, play=True).meets(bounds_of(b, play=True))
