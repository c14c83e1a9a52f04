"""Whether two claims are independent: surely two people, two origins, and neither knows it through the other.

Two origins: the ways by which the two came have no report in common (apart.py).
Two of one party (two officials, an official and a government) never are. Where it cannot be told whether two
people are one, they are not taken for two: the finding then says that they may be.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from itertools import combinations

from amanat.core.weighing.rules import Compare
from amanat.core.weighing.told import ASSERTING, SELF, Told
from amanat.core.weighing.voices import Voice, may_be_self, voice


class Independent(IntEnum):
    NO = 0
    PERHAPS = 1
    """If the two are two people."""
    YES = 2


def independent(one: Told, other: Told) -> Independent:
    """Symmetric; a claim is never independent of itself."""
    if one.way & other.way or voice(one) is voice(other) is Voice.PARTY:
        return Independent.NO
    if _names(one) & _names(other):
        return Independent.NO
    return Independent.YES if _surely_two(one, other) else Independent.PERHAPS


def _names(told: Told) -> frozenset[str]:
    """Everybody by name through whom it is known."""
    return frozenset((*([told.teller] if told.named else []), *told.through))


def _surely_two(one: Told, other: Told) -> bool:
    if one.named and other.named:
        return True
    if not one.named and not other.named:
        return voice(one) is not voice(other)
    known, nameless = (one, other) if one.named else (other, one)
    return known.teller == SELF and not may_be_self(nameless)


def most_independent(told: Iterable[Told], bear_out: Compare) -> Independent:
    """How far any two of the claims bear each other out: independent, and they answer alike (``bear_out``)."""
    best = Independent.NO
    apart = {_key(each): each for each in told if each.modality in ASSERTING and voice(each) is not Voice.OWN}
    for one, other in combinations(apart.values(), 2):
        found = independent(one, other)
        if found > best and bear_out(one, other):
            best = found
        if best is Independent.YES:
            break
    return best


def _key(told: Told) -> tuple[object, ...]:
    """Claims that are alike in all that is asked here."""
    slots = (told.when, told.place, told.by, told.count, told.details, told.denied)
    return (told.teller, told.named, told.role, told.way, told.through, *slots)
