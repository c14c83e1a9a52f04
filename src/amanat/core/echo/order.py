"""How far two lists of the same things agree in their order."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable


def in_order(places: Iterable[int]) -> float:
    """Of all pairs of ``places``, how many are in rising order, from 0 to 1; 0 where there is no pair.

    ``places``: where each thing stands in the one list, in the order of the other; one half is chance (Kendall 1938).
    """
    before: list[int] = []
    rising = 0
    for place in places:
        rising += bisect_left(before, place)
        insort(before, place)
    pairs = len(before) * (len(before) - 1) // 2
    return rising / pairs if pairs else 0.0
