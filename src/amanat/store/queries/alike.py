"""Who may be the same person as the one of a case, by name: proposed by a rule, and not decided yet."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import chain

from django.db.models import Q

from amanat.core.linking.clusters import RULE_PREFIX
from amanat.core.linking.rules import ALIKE, likelihood
from amanat.core.protecting import Actor
from amanat.store.models import Judgement
from amanat.store.queries.access import cases_of, visible_judgements
from amanat.store.queries.views import AlikeView

LIMIT = 5
"""How many are shown: whoever has more has a common name, and a list of them would decide nothing."""


Key = tuple[str, int]
"""A case, or a person who has none."""


def alike(actor: Actor, persons: Collection[int]) -> tuple[AlikeView, ...]:
    """Those outside ``persons`` (the members of a case) who may be one with them, the likeliest first.

    Each case once, by the two names most alike; not where a person decided on any two of them.
    """
    standing = visible_judgements(actor).filter(superseded_by=None)
    ours = standing.filter(Q(left__in=persons) | Q(right__in=persons))
    proposed = ours.filter(by=ALIKE, verdict="unsure").select_related("left", "right")
    if not (rows := [row for row in proposed if not {row.left_id, row.right_id} <= set(persons)]):
        return ()
    decided = ours.exclude(by__startswith=RULE_PREFIX).exclude(verdict="none")
    pairs = list(decided.values_list("left_id", "right_id"))
    cases = cases_of(actor, {row.left_id for row in rows} | {row.right_id for row in rows} | {*chain(*pairs)})
    over = {_key(each, cases) for each in chain(*pairs) if each not in persons}
    found: dict[Key, AlikeView] = {}
    for view in sorted((_view(row, persons, cases) for row in rows), key=lambda each: -each.probability):
        found.setdefault(_key(view.other, cases), view)
    return tuple(view for key, view in found.items() if key not in over)[:LIMIT]


def case_of(actor: Actor, person: int) -> int | None:
    """The case that a person is in; None where they have none or the actor may not see them."""
    return cases_of(actor, {person}).get(person)


def _key(person: int, cases: Mapping[int, int]) -> Key:
    return ("case", cases[person]) if person in cases else ("person", person)


def _view(row: Judgement, persons: Collection[int], cases: Mapping[int, int]) -> AlikeView:
    own, other = (row.left, row.right) if row.left_id in persons else (row.right, row.left)
    return AlikeView(
        person=own.pk,
        name=str(own),
        other=other.pk,
        other_name=str(other),
        report=other.report_id,
        case=cases.get(other.pk),
        probability=likelihood(row.why),
        why=row.why,
    )
