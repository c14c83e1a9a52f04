"""Linking's first step: the same full name, folded, in different reports is proposed as the same person.

Precision first. A single word is never enough (``names.folding.is_full``), two persons of one report are
never joined by a rule, and what a person judged otherwise stays so.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Protocol

from amanat.core.linking.joining import Partition
from amanat.core.linking.weighing_groups import Weighed

Choose = Callable[[int, Sequence[int]], int | None]
"""Of the earliest of each group that somebody might be joined with, the one to join them with, if facts allow any."""

MOST_NAMESAKES = 24
"""Groups of one written name with whose facts those of somebody new are weighed; where there are more, nothing but
people can tell who is who."""


class Weigh(Protocol):
    def __call__(self, person: int, best: int, others: Collection[int]) -> Weighed: ...


class ByFacts:
    """Chooses with which group of namesakes somebody goes by the facts, if with any.

    Only groups with one of ``asked`` in them are looked at. ``weighed``: how each who was joined was weighed.
    """

    def __init__(
        self, known: Partition[int], namesakes: Sequence[int], weigh: Weigh, asked: Collection[int]
    ) -> None:
        self._known, self._weigh = known, weigh
        self._askable = {min(known.group(person)) for person in set(asked) & set(namesakes)}
        self.weighed: dict[int, Weighed] = {}

    def __call__(self, person: int, firsts: Sequence[int]) -> int | None:
        firsts = [first for first in firsts if not self._askable.isdisjoint(self._groups(first, person))]
        if not firsts or len(firsts) > MOST_NAMESAKES:
            return None
        found = {first: self._weigh(person, first, firsts) for first in firsts}
        best = max(found, key=lambda first: (found[first].probability, -first))
        if not found[best].may_join:
            return None
        self.weighed[person] = found[best]
        return best

    def _groups(self, *persons: int) -> set[int]:
        return {min(self._known.group(each)) for each in persons}


def proposals(
    namesakes: Sequence[int],
    report_of: Mapping[int, int],
    known: Partition[int],
    choose: Choose = lambda _, firsts: next(iter(firsts), None),
) -> list[tuple[int, int]]:
    """The pairs to judge "same" so that namesakes come together, as few as will do; the lower id first.

    ``known`` holds the namesakes, grouped by what was judged so far; it is joined further here.
    ``report_of`` tells the report of everyone in those groups.
    """
    found: list[tuple[int, int]] = []
    firsts: list[int] = []
    for person in sorted(namesakes):
        if any(first in known.group(person) for first in firsts):
            continue
        ours = known.group(person)
        may = [
            first
            for first in firsts
            if _of_different_reports(known.group(first), ours, report_of) and known.may_join(first, person)
        ]
        chosen = choose(person, may) if may else None
        if chosen is None:
            firsts.append(person)
        else:
            known.join(chosen, person)
            found.append((chosen, person))
    return found


def _of_different_reports(one: set[int], other: set[int], report_of: Mapping[int, int]) -> bool:
    return {report_of[person] for person in one}.isdisjoint(report_of[person] for person in other)
