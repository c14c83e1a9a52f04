"""Standing text: what an outlet puts under whatever it publishes, and turns of phrase. Neither echoes anything.

A run of words is standing text where it stands in reports that otherwise have little in common. One that stands in
many copies of one article is not: those have the rest in common too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations

FEWEST = 3
"""Reports that a run must at least stand in."""
LOOKED_AT = 40
"""Reports with one run that are looked at, the first by id."""
_OF_ONE_OUTLET, _OF_NO_OUTLET, _OF_ANYBODY = 3, 10, 15
"""Pairs of otherwise unlike reports that it must stand in: three pages of one outlet, five of outlets that are not
known, six of any."""
_UNLIKE_PAGES, _UNLIKE = 0.4, 0.12
"""Share of the shorter one's runs up to which two pages of one outlet, or of any, are unlike."""


def is_standing(
    holders: Sequence[int], share_of: Callable[[int, int], float], outlet_of: Callable[[int], str]
) -> bool:
    """Whether the run that stands in ``holders`` (ids of reports) is standing text.

    ``share_of``: the runs that two reports have in common, as a share of those of the shorter one; ``outlet_of``: a
    report's outlet, folded.
    """
    pages, pairs = dict[str, int](), 0
    for one, other in combinations(sorted(holders)[:LOOKED_AT], 2):
        shared = share_of(one, other)
        if (outlet := outlet_of(one)) == outlet_of(other) and shared <= _UNLIKE_PAGES:
            pages[outlet] = pages.get(outlet, 0) + 1
            if pages[outlet] >= (_OF_ONE_OUTLET if outlet else _OF_NO_OUTLET):
                return True
        pairs += shared <= _UNLIKE
        if pairs >= _OF_ANYBODY:
            return True
    return False
