"""When two people were born: dates and ages as stretches of days, which agree, lie near, or can't both be."""

from __future__ import annotations

from itertools import product
from math import log

from amanat.core.dates.births import CONTRADICT, Born, days_apart
from amanat.core.linking.commonness import Commonness
from amanat.core.linking.evidence import Evidence
from amanat.core.linking.record import Record

_SPREAD = 40 * 365.25
"""Days over which those whom reports are about were born: most are between 18 and 58."""

_AGAIN = 0.85
"""How often two reports of one person's birth do agree: on the demonstration lists of record linkage (FEBRL,
historical_50k) one date in seven is wrong or missing."""

_NEAR = (
    (366, 0.0, "within a year"),
    (3 * 366, -1.5, "within three years"),
    (5 * 366, -3.0, "within five years"),
    (10 * 366, -5.0, "within ten years"),
)
"""Days apart at most, and the nats against. By hand: a slip of a year is as often one person's as two people's; ten
years apart is hardly ever a slip."""
_FAR = (-7.0, "further apart")

_SLIP = 1.0
"""Nats for two exact dates that differ in one part only (20 and 29 June 1979; 3 May and 5 March): such slips are
made in copying, and two people are born so near in one of 3,000 pairs."""


def birth(one: Record, other: Record, common: Commonness) -> Evidence | None:
    """The two answers that agree best decide: a report that gives two ages knows one of them to be told."""
    pairs = [_compared(mine, theirs) for mine, theirs in product(one.born, other.born)]
    return max(pairs, key=lambda found: (found.nats, found.reason)) if pairs else None


def _compared(one: Born, other: Born) -> Evidence:
    told = f"{one.told}, {other.told}" if one.told != other.told else f"both {one.told}"
    apart = days_apart(one, other)
    if apart <= 0:
        nats = max(0.0, log(_AGAIN * _SPREAD / (one.days + other.days)))
        return Evidence(nats, f"{told}: these agree", "agree")
    if one.days == other.days == 1 and _is_slip(one, other):
        return Evidence(_SLIP, f"{told}: these differ in one part, as slips do", "a slip")
    nats, level = next(((nats, level) for most, nats, level in _NEAR if apart <= most), _FAR)
    years = max(1, round(apart / 365.25))
    words = f"{told}: {years} years apart" if apart > 366 else f"{told}: less than a year apart"
    return Evidence(nats, words, level, contradicts=apart > CONTRADICT)


def _is_slip(one: Born, other: Born) -> bool:
    mine, theirs = ((day.first.year, day.first.month, day.first.day) for day in (one, other))
    same = sum(left == right for left, right in zip(mine, theirs, strict=True))
    swapped = mine[0] == theirs[0] and mine[1:] == theirs[:0:-1]
    return swapped or (same == 2 and abs(mine[0] - theirs[0]) in (0, 1, 10))
