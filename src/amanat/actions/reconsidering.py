"""What rules judged of persons is looked at again when what is told of them has changed.

A claim that is withdrawn, rejected or corrected takes its evidence with it, or brings other. So each standing
judgement of a rule on such a person is weighed anew: that person with everybody on the other side. Where a rule would
not say it now, or says it with another probability, a new judgement of that rule supersedes it, in the same record as
the change. What people judged stays as it is.
"""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Q

from amanat.actions.casting import grouped, standing_among
from amanat.actions.held_names import commonness
from amanat.actions.judging import enter_judgement
from amanat.actions.proposing import propose_again
from amanat.actions.record import Writing
from amanat.core.linking.clusters import RULE_PREFIX, partition
from amanat.core.linking.rules import ALIKE, SAME_NAME, likelihood
from amanat.core.linking.weighing_groups import MOST_MEMBERS, WORTH_SHOWING, Weighed, Weigher
from amanat.store.models import Judgement
from amanat.store.models.decisions import Verdict
from amanat.store.queries.records import records

_MOVED = 0.05
"""Of a probability: what is less changes nothing for whoever has to decide."""

_MOST = 200
"""Judgements on one person that are looked at again, the newest first."""


def reconsider(writing: Writing, persons: Collection[int]) -> set[int]:
    """The rules' judgements on ``persons``, of whom something else is told now; everybody whom that touches."""
    rows = Judgement.objects.filter(Q(left__in=persons) | Q(right__in=persons), superseded_by=None)
    found = list(rows.filter(by__startswith=RULE_PREFIX).exclude(verdict="none").order_by("-pk")[:_MOST])
    if not found:
        return set()
    touched = set(persons)
    for judgement in found:
        if _judge_again(writing, judgement, persons):
            touched |= {judgement.left_id, judgement.right_id}
    split = {member for group in grouped(touched).groups() for member in group}
    return touched | split | propose_again(writing, split)


def _judge_again(writing: Writing, judgement: Judgement, changed: Collection[int]) -> bool:
    """Whether another judgement of a rule stands now."""
    weighed = _weighed(judgement, changed)
    if judgement.verdict == Verdict.SAME:
        if _still_same(judgement, weighed):
            return False
        verdict = Verdict.UNSURE
    elif abs(weighed.said - likelihood(judgement.why)) < _MOVED:
        return False
    else:
        verdict = Verdict.UNSURE if weighed.probability >= WORTH_SHOWING else Verdict.NONE
    enter_judgement(writing, judgement.left_id, judgement.right_id, verdict, ALIKE, weighed.why)
    return True


def _still_same(judgement: Judgement, weighed: Weighed) -> bool:
    """Old judgements of names alone stand unless something contradicts them: nothing that spoke for them went."""
    if weighed.contradicted:
        return False
    by_name_only = judgement.by == SAME_NAME and not likelihood(judgement.why.partition("; ")[2])
    return by_name_only or weighed.may_join or weighed.by_facts


def _weighed(judgement: Judgement, changed: Collection[int]) -> Weighed:
    """As if this judgement were not there: who is on its one side, with who is on its other."""
    left, right = judgement.left_id, judgement.right_id
    person, other = (left, right) if left in changed else (right, left)
    everyone = grouped([left, right]).group(left) | grouped([left, right]).group(right)
    without = [each for each in standing_among(everyone) if (each.left, each.right) != (left, right)]
    known = partition(everyone, without)
    mine, theirs = known.group(person), known.group(other)
    if mine is theirs:  # others say the same
        mine, theirs = {person}, theirs - {person}
    wanted = {member for group in (mine, theirs) for member in sorted(group)[:MOST_MEMBERS]} | {left, right}
    return Weigher(records(wanted), {}, commonness()).weigh(person, other, theirs, mine)
