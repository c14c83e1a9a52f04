"""Linking's third step: people of whom hardly more than one name is told, by whose kin they are.

A brother whom one report calls Berdibek and another Bieerdebieke is found by his sister, once she is known to be one
person in both. One name and one relative leave few others; what is told besides must not contradict it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from amanat.core.linking.alike import SHOWN
from amanat.core.linking.joining import Partition
from amanat.core.linking.rules import BY_FACTS
from amanat.core.linking.sounding import Proposal, Weigh


def proposals(
    person: int, near: Iterable[int], known: Partition[int], report_of: Mapping[int, int], weigh: Weigh
) -> list[Proposal]:
    """What to judge of ``person`` and of those ``near``, relatives of the same people in other reports.

    ``known`` holds all of them, grouped by what was judged so far, and is joined further here.
    """
    bests = sorted({min(known.group(each)): each for each in sorted(near, reverse=True)}.values())
    made: list[Proposal] = []
    for best in bests:
        mine, theirs = known.group(person), known.group(best)
        apart = {report_of[each] for each in mine}.isdisjoint(report_of[each] for each in theirs)
        if mine is theirs or not apart or not known.may_join(person, best):
            continue
        weighed = weigh(person, best, bests)
        left, right = sorted((person, best))
        if weighed.by_facts:
            known.join(person, best)
            made.append(Proposal(left, right, True, weighed.why, BY_FACTS, weighed))
        elif weighed.probability >= SHOWN:
            made.append(Proposal(left, right, False, weighed.why, BY_FACTS, weighed))
    return [each for each in made if each.same or each.left not in known.group(each.right)]
