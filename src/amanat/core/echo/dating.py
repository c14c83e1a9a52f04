"""Which of two reports was published first, as far as their dates can tell."""

from __future__ import annotations

from amanat.core.dates.edtf import bounds
from amanat.core.dates.point import NotADateError


def published_first(one: str, other: str) -> int:
    """-1 where ``one`` is surely the earlier, 1 where ``other`` is, 0 where their EDTF dates overlap or say nothing.

    Of a date with two readings both must be earlier.
    """
    try:
        ours, theirs = bounds(one), bounds(other)
    except NotADateError:
        return 0
    if ours.latest and theirs.earliest and ours.latest < theirs.earliest:
        return -1
    if theirs.latest and ours.earliest and theirs.latest < ours.earliest:
        return 1
    return 0
