"""What happened to two people: the same thing, at about one time, in one place; or in two places at one time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import product
from math import log

from amanat.core.dates.births import days_of
from amanat.core.dates.edtf import begins, ends
from amanat.core.linking.commonness import Commonness
from amanat.core.linking.evidence import Evidence
from amanat.core.linking.record import Happened, Record, Spot
from amanat.core.linking.spots import LAND, SMALL, countries, shared_level

Days = tuple[date, date]

_YEARS = 6 * 365.25
"""Days over which acts of one kind told of in one casebook lie: most belong to one wave of some years."""

_AT_ONCE = 0.5
"""Of what a shared date says: on the days of raids and verdicts many are taken."""

_PLACES = {SMALL: 1.5, LAND: 0.7}
"""Nats for the same camp, prison or town, or the same land, of one act: many are held in one place. By hand."""

_REMEMBERED = 31
"""Days within which two tellers who mean one day may differ (as linking/acts has it)."""

_FURTHER = 0.5
"""Each further shared act counts so much less: they belong to one story."""

_TWO_PLACES = -4.0
_EXACT = 31
"""Days that a date may cover to say where somebody was."""

_MOVES = frozenset({"flight", "travel", "deportation", "transfer", "release"})
_HOLDS = frozenset({"detention", "forced labour", "sentence"})
"""Whoever is held is held from the first day told to the last."""

_DEATHS = frozenset({"killing", "death in custody"})
_ALIVE_AGAIN = -2.0
"""Of two people, or of a death that was only rumoured: the second is common."""


def acts(one: Record, other: Record, common: Commonness) -> Evidence | None:
    """The acts that agree, of each kind the best two; what differs says nothing: much happens to one person."""
    best: dict[str, Evidence] = {}
    for mine, theirs in _pairs(one, other):
        found = _compared(mine, theirs)
        if found and (found.nats, found.reason) > _strength(best.get(mine.kind)):
            best[mine.kind] = found
    ordered = sorted(best.values(), key=_strength, reverse=True)
    if not ordered:
        return None
    nats = sum(each.nats * _FURTHER**at for at, each in enumerate(ordered))
    return Evidence(nats, "; ".join(each.reason for each in ordered[:3]), ordered[0].level)


def _strength(evidence: Evidence | None) -> tuple[float, str]:
    return (evidence.nats, evidence.reason) if evidence else (0.0, "")


def _pairs(one: Record, other: Record) -> Iterator[tuple[Happened, Happened]]:
    return ((mine, theirs) for mine, theirs in product(one.acts, other.acts) if mine.kind == theirs.kind)


def _compared(one: Happened, other: Happened) -> Evidence | None:
    """None where the places differ, or the times do, or neither is told of both."""
    mine, theirs = _named(one), _named(other)
    level = shared_level(mine, theirs) if mine and theirs else None
    nearness = _nearness(one.when, other.when)
    if level == "" or nearness is None or (not level and not nearness):
        return None
    nats = _PLACES.get(level or "", 0.0) + _AT_ONCE * nearness
    return Evidence(nats, _told(one, other), _level(bool(level), bool(nearness)))


def _level(is_placed: bool, is_dated: bool) -> str:
    if is_placed and is_dated:
        return "place and time"
    return "place" if is_placed else "time"


def _nearness(one: str, other: str) -> float | None:
    """Nats for two times that lie near each other, by their beginnings or their ends; None where they lie apart."""
    days, others = days_of(one), days_of(other)
    if not days or not others:
        return 0.0
    if _apart(days, others) > _REMEMBERED:
        return None
    return max(_at_about_one_time(mine, theirs) for mine, theirs in _edges(one, other, days, others))


def _edges(one: str, other: str, days: Days, others: Days) -> Iterator[tuple[Days, Days]]:
    """What is compared of two times: a day with a stretch by where that begins, two stretches by both ends."""
    yield days_of(begins(one) or "") or days, days_of(begins(other) or "") or others
    if "/" in one and "/" in other:
        yield days_of(ends(one) or "") or days, days_of(ends(other) or "") or others


def _at_about_one_time(days: Days, others: Days) -> float:
    apart = _apart(days, others)
    if apart > _REMEMBERED:
        return 0.0
    covered = _length(days) + _length(others)
    return max(0.0, log(_YEARS / (covered if apart <= 0 else max(covered, 2 * _REMEMBERED))))


def _named(act: Happened) -> Spot | None:
    """Its place, where that has a name that can be compared."""
    return act.where if act.where and any(act.where.levels) else None


def _apart(one: Days, other: Days) -> int:
    return max((other[0] - one[1]).days, (one[0] - other[1]).days)


def _length(days: Days) -> int:
    return (days[1] - days[0]).days + 1


def _told(one: Happened, other: Happened) -> str:
    when = " / ".join(sorted({one.when, other.when} - {""}))
    where = " / ".join(sorted({place.told for each in (one, other) if (place := _named(each))}))
    return ", ".join(part for part in (f"of both is told: {one.kind}", when, where) if part)


def two_places(one: Record, other: Record, common: Commonness) -> Evidence | None:
    """Held in one country at a time when something happened to the other in another country."""
    found = [
        _TOO_FAR.format(*sorted(_at(each) for each in pair))
        for pair in product(one.acts, other.acts)
        if _exclude(*pair)
    ]
    return Evidence(_TWO_PLACES, min(found), "apart", contradicts=True) if found else None


_TOO_FAR = "in two countries at one time: {}, and {}"


def _at(act: Happened) -> str:
    return f"{act.kind}, {act.when}, {act.where.told if act.where else ''}"


def _exclude(one: Happened, other: Happened) -> bool:
    if one.where is None or other.where is None or {one.kind, other.kind} & _MOVES:
        return False
    days, others = days_of(one.when), days_of(other.when)
    if not days or not others:
        return False
    lands, other_lands = countries(one.where), countries(other.where)
    apart = bool(lands and other_lands) and lands.isdisjoint(other_lands)
    return apart and (_covers(one, days, others) or _covers(other, others, days))


def _covers(held: Happened, days: Days, others: Days) -> bool:
    """Whether all the time of the other lies in a time through which this one was in its place."""
    stays = held.kind in _HOLDS and "/" in held.when
    exact = _length(days) == 1 and _length(others) == 1
    return (stays or exact) and days[0] <= others[0] and others[1] <= days[1] and _length(others) <= _EXACT


def after_death(one: Record, other: Record, common: Commonness) -> Evidence | None:
    """Dead before something happened to the other."""
    found = [*_outlived(one, other), *_outlived(other, one)]
    return Evidence(_ALIVE_AGAIN, min(found), "outlived") if found else None


def _outlived(one: Record, other: Record) -> Iterator[str]:
    for death, later in product(one.acts, other.acts):
        if death.kind in _DEATHS and later.kind not in _DEATHS:
            days, others = days_of(death.when), days_of(later.when)
            if days and others and (others[0] - days[1]).days > _REMEMBERED:
                yield f"one died in {death.when}, and of the other is told: {later.kind}, {later.when}"
