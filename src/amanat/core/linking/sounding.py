"""Linking's second step: full names of different reports that are one name by sound, in any script and spelling.

Precision first. A name is joined with a group only where it may be one name with every full name in it, so that
no chain of small differences leads from one name to another; a name that several persons bear already joins none
of them. Where facts are weighed too (linking/weighing_groups), they must not be against it, and they may join what
only may be one name. What is likely, but not that likely, is proposed as "unsure", for a person to decide.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from amanat.core.linking.alike import SHOWN, Likeness, likenesses
from amanat.core.linking.joining import Partition
from amanat.core.linking.rules import BY_FACTS, SAME_SOUND, said
from amanat.core.linking.weighing_groups import WORTH_SHOWING, Weighed

MANY = 3
"""A name that so many persons bear, judged apart or not judged one, is too common to be joined by sound alone."""

_MOST_SHOWN = 4
"""Proposals of "unsure" made for one name."""

_MOST_NAMES = 24
"""Different names of one group that are compared."""

_FACTS_FOR_ONE_OF_MANY = 3.0
"""Nats that facts must say for somebody to be joined with one of several groups of that name."""

_DOUBTFUL, _BY_FACTS_ALONE = 0.1, 0.3
"""The least probability by name at which facts are looked at, and the least, with them, at which two are shown."""

Names = Mapping[int, Sequence[str]]


class Weigh(Protocol):
    """How far ``person`` is one with the group of ``best``, beside the other groups that it may be one with."""

    def __call__(self, person: int, best: int, others: Collection[int]) -> Weighed: ...


@dataclass(frozen=True, slots=True)
class Proposal:
    """``same`` or, where it joins nobody, ``unsure``; the lower id first. ``rule``: which one would join them.
    ``weighed``: None where names alone were compared."""

    left: int
    right: int
    same: bool
    why: str
    rule: str = SAME_SOUND
    weighed: Weighed | None = None


@dataclass(frozen=True, slots=True)
class _Group:
    """Persons taken for one. ``best``: the member whose name is most like the one asked for."""

    best: int
    likeness: Likeness
    certain: bool


def proposals(
    person: int,
    near: Iterable[int],
    known: Partition[int],
    report_of: Mapping[int, int],
    names: Names,
    weigh: Weigh | None = None,
) -> list[Proposal]:
    """What to judge of ``person`` and of those ``near`` by name.

    ``known`` holds all of them, grouped by what was judged so far, and is joined further here; ``report_of`` and
    ``names`` tell of everyone in those groups. Without ``weigh`` names alone decide.
    """
    found = _groups(person, near, known, names, SHOWN if weigh is None else _DOUBTFUL)
    bests = [group.best for group in found if known.may_join(person, group.best)]
    certain = sum(group.certain for group in found)
    made: list[Proposal] = []
    for group in found:
        if not known.may_join(person, group.best) or not _of_other_reports(
            person, group.best, known, report_of
        ):
            continue
        weighed = weigh(person, group.best, bests) if weigh else None
        rule = _rule(group, weighed, certain)
        supported = weighed is not None and weighed.supported
        if rule == SAME_SOUND and not supported and not _may_be_one(person, group.best, known, names):
            rule = ""
        if rule:
            known.join(person, group.best)
            made.append(_proposal(person, group, weighed, rule=rule))
    shown = [group for group in found if known.may_join(person, group.best)]
    apart = [group for group in shown if group.best not in known.group(person)]
    return made + _shown(person, apart, bests, weigh)


def _rule(group: _Group, weighed: Weighed | None, certain: int) -> str:
    """Which rule may join them, if any."""
    few = certain < MANY or (weighed is not None and weighed.link.facts >= _FACTS_FOR_ONE_OF_MANY)
    if group.certain and few and (weighed is None or weighed.may_join):
        return SAME_SOUND
    return BY_FACTS if weighed is not None and weighed.by_facts else ""


def _shown(
    person: int, apart: Iterable[_Group], bests: Collection[int], weigh: Weigh | None
) -> list[Proposal]:
    """The likeliest; one of like name that facts are against is shown last, so that people can say otherwise."""
    if weigh is None:
        return [_proposal(person, group, None) for group in list(apart)[:_MOST_SHOWN]]
    told = [(group, weigh(person, group.best, bests)) for group in apart]
    likely = [each for each in told if _is_worth_showing(*each)]
    likely.sort(key=lambda each: (-each[1].probability, each[0].best))
    return [_proposal(person, group, weighed) for group, weighed in likely[:_MOST_SHOWN]]


def _is_worth_showing(group: _Group, weighed: Weighed) -> bool:
    """Names that hardly are one are shown where facts make it likely all the same."""
    least = WORTH_SHOWING if group.likeness.probability >= SHOWN else _BY_FACTS_ALONE
    return group.certain or weighed.probability >= least


def _groups(
    person: int, near: Iterable[int], known: Partition[int], names: Names, least: float
) -> list[_Group]:
    """The groups that may be this person by name, the likeliest first."""
    distinct = {min(known.group(each)): known.group(each) for each in near}
    found = []
    for members in distinct.values():
        if person not in members and (group := _likened(person, members, names, least)):
            found.append(group)
    return sorted(found, key=lambda group: (not group.certain, -group.likeness.probability, group.best))


def _likened(person: int, members: Iterable[int], names: Names, least: float) -> _Group | None:
    """None where none of the names is like enough to be shown."""
    chosen = _distinct(members, names)
    likely = likenesses(names[person], [names[each] for each in chosen])
    told = [(each, found) for each, found in zip(chosen, likely, strict=True) if found is not None]
    best = max(told, key=lambda each: (_rank(each[1]), -each[0]), default=None)
    if best is None or best[1].probability < least:
        return None
    no_doubt = all(found.probability >= SHOWN for _, found in told)
    return _Group(best[0], best[1], best[1].certain and no_doubt)


def _rank(likeness: Likeness) -> tuple[bool, float]:
    return likeness.certain, likeness.probability


def _of_other_reports(one: int, other: int, known: Partition[int], report_of: Mapping[int, int]) -> bool:
    """Whether no report has persons of both groups."""
    mine, theirs = known.group(one), known.group(other)
    return {report_of[each] for each in mine}.isdisjoint(report_of[each] for each in theirs)


def _may_be_one(one: int, other: int, known: Partition[int], names: Names) -> bool:
    """Whether every name of one group may be every name of the other."""
    mine, theirs = known.group(one), known.group(other)
    written = [names[each] for each in _distinct(theirs, names)]
    likely = (found for each in _distinct(mine, names) for found in likenesses(names[each], written))
    return all(found is None or found.probability >= SHOWN for found in likely)


def _distinct(members: Iterable[int], names: Names) -> list[int]:
    """The earliest of the members for each way that names are written."""
    first: dict[tuple[str, ...], int] = {}
    for each in sorted(members):
        first.setdefault(tuple(names[each]), each)
    return list(first.values())[:_MOST_NAMES]


def _proposal(person: int, group: _Group, weighed: Weighed | None, *, rule: str = "") -> Proposal:
    left, right = sorted((person, group.best))
    why = weighed.why if weighed else said(group.likeness.probability, group.likeness.reasons)
    return Proposal(left, right, bool(rule), why, rule or SAME_SOUND, weighed)
