"""Linking's second step: full names of different reports that are one name by sound, in any script and spelling.

Precision first. A name is joined with a group only where it may be one name with every full name in it, so that
no chain of small differences leads from one name to another; a name that several persons bear already joins none
of them. What is likely, but not that likely, is proposed as "unsure", for a person to decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from amanat.core.linking.alike import SHOWN, Likeness, likenesses
from amanat.core.linking.joining import Partition
from amanat.core.linking.rules import said

MANY = 3
"""A name that so many persons bear, judged apart or not judged one, is too common to be joined by sound alone."""

_MOST_SHOWN = 4
"""Proposals of "unsure" made for one name."""

_MOST_NAMES = 24
"""Different names of one group that are compared."""

Names = Mapping[int, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Proposal:
    """``same`` or, where it joins nobody, ``unsure``; the lower id first."""

    left: int
    right: int
    same: bool
    why: str


@dataclass(frozen=True, slots=True)
class _Group:
    """Persons taken for one. ``best``: the member whose name is most like the one asked for."""

    best: int
    likeness: Likeness
    certain: bool


def proposals(
    person: int, near: Iterable[int], known: Partition[int], report_of: Mapping[int, int], names: Names
) -> list[Proposal]:
    """What to judge of ``person`` and of those ``near`` by name.

    ``known`` holds all of them, grouped by what was judged so far, and is joined further here; ``report_of`` and
    ``names`` tell of everyone in those groups.
    """
    found = _groups(person, near, known, names)
    certain = [group for group in found if group.certain]
    made: list[Proposal] = []
    for group in found:
        may = known.may_join(person, group.best) and len(certain) < MANY
        if group.certain and may and _may_be_one(person, group.best, known, report_of, names):
            known.join(person, group.best)
            made.append(_proposal(person, group, same=True))
    shown = [group for group in found if known.may_join(person, group.best)]
    apart = [group for group in shown if group.best not in known.group(person)]
    return made + [_proposal(person, group, same=False) for group in apart[:_MOST_SHOWN]]


def _groups(person: int, near: Iterable[int], known: Partition[int], names: Names) -> list[_Group]:
    """The groups that may be this person by name, the likeliest first."""
    distinct = {min(known.group(each)): known.group(each) for each in near}
    found = []
    for members in distinct.values():
        if person not in members and (group := _weighed(person, members, names)):
            found.append(group)
    return sorted(found, key=lambda group: (not group.certain, -group.likeness.probability, group.best))


def _weighed(person: int, members: Iterable[int], names: Names) -> _Group | None:
    """None where none of the names is like enough to be shown."""
    chosen = _distinct(members, names)
    likely = likenesses(names[person], [names[each] for each in chosen])
    told = [(each, found) for each, found in zip(chosen, likely, strict=True) if found is not None]
    if not told or (best := max(told, key=lambda pair: _rank(pair[1])))[1].probability < SHOWN:
        return None
    no_doubt = all(found.probability >= SHOWN for _, found in told)
    return _Group(best[0], best[1], best[1].certain and no_doubt)


def _rank(likeness: Likeness) -> tuple[bool, float]:
    return likeness.certain, likeness.probability


def _may_be_one(
    one: int, other: int, known: Partition[int], report_of: Mapping[int, int], names: Names
) -> bool:
    """Whether no report has persons of both groups, and every name of one may be every name of the other."""
    mine, theirs = known.group(one), known.group(other)
    if not {report_of[each] for each in mine}.isdisjoint(report_of[each] for each in theirs):
        return False
    written = [names[each] for each in _distinct(theirs, names)]
    likely = (found for each in _distinct(mine, names) for found in likenesses(names[each], written))
    return all(found is None or found.probability >= SHOWN for found in likely)


def _distinct(members: Iterable[int], names: Names) -> list[int]:
    """The earliest of the members for each way that names are written."""
    first: dict[tuple[str, ...], int] = {}
    for each in sorted(members):
        first.setdefault(tuple(names[each]), each)
    return list(first.values())[:_MOST_NAMES]


def _proposal(person: int, group: _Group, *, same: bool) -> Proposal:
    left, right = sorted((person, group.best))
    return Proposal(left, right, same, said(group.likeness.probability, group.likeness.reasons))
