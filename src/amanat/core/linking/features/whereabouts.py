"""Where two people come from and live: the nearer the place that they share, the more it says."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from amanat.core.linking.commonness import Commonness
from amanat.core.linking.evidence import Evidence
from amanat.core.linking.record import Record, Spot
from amanat.core.linking.spots import LAND, SMALL, WHOLE, shared_level

_NEARNESS = {SMALL: 2.3, LAND: 1.2, WHOLE: 0.2}
"""Nats for the smallest place that two share. By hand: those of one name come from one county or town in about one
pair of ten, from one province in three, from one country nearly always; names have their regions."""

_OTHER_ORIGIN, _OTHER_HOME = -1.2, -0.3
"""Of another origin: reports give the village, the county, or where somebody was registered. People move."""


def origin(one: Record, other: Record, common: Commonness) -> Evidence | None:
    return _shared("come from", one.origin, other.origin, _OTHER_ORIGIN)


def residence(one: Record, other: Record, common: Commonness) -> Evidence | None:
    return _shared("live or lived in", one.residence, other.residence, _OTHER_HOME)


def _shared(verb: str, one: Sequence[Spot], other: Sequence[Spot], apart: float) -> Evidence | None:
    pairs = [(shared_level(mine, theirs), mine, theirs) for mine, theirs in product(one, other)]
    near = [
        Evidence(_NEARNESS[level], f"both {verb} {min(mine.told, theirs.told, key=_shortest)}", level)
        for level, mine, theirs in pairs
        if level
    ]
    if near:
        return max(near, key=lambda found: (found.nats, found.reason))
    if not pairs:
        return None
    told = " / ".join(sorted({min(spot.told for spot in one), min(spot.told for spot in other)}))
    return Evidence(apart, f"{verb} different places: {told}", "elsewhere")


def _shortest(told: str) -> tuple[int, str]:
    return len(told), told
