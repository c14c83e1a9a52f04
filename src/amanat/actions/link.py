"""Judging whether two persons are one: what people decide, and what follows from it."""

from __future__ import annotations

from django.db.models import Q

from amanat.actions.casting import grouped
from amanat.actions.judging import enter_judgement
from amanat.actions.projecting import refresh_cases
from amanat.actions.proposing import propose as propose
from amanat.actions.proposing import propose_again
from amanat.actions.record import Writing, record
from amanat.adapters.casebook import OpenCasebook
from amanat.core.action_errors import NotFoundError, NothingToUndoError, SamePersonError
from amanat.core.linking.clusters import RULE_PREFIX
from amanat.core.protecting import Actor, Deed, Sensitivity
from amanat.store.models import Judgement, Person
from amanat.store.models.decisions import Verdict
from amanat.store.queries.access import visible
from amanat.store.queries.decisions import judgement_view
from amanat.store.queries.views import JudgementView


def judge(
    casebook: OpenCasebook, actor: Actor, one: int, other: int, verdict: str, why: str
) -> JudgementView:
    """Decide whether two persons are one: ``same``, ``not same``, ``unsure`` or ``none``.

    It supersedes what stood, and the cases follow in the same transaction.
    Raises NotFoundError, SamePersonError, RefusedError; ValueError for another verdict.
    """
    if one == other:
        raise SamePersonError(f"person {one}")
    left, right = _pair(actor, one, other)
    with record(casebook, actor, Deed.JUDGE, "judge", of=_sensitivities(left, right), why=why) as writing:
        made = enter_judgement(writing, left.pk, right.pk, Verdict(verdict), actor.name, why)
        _name(writing, left, right)
        _follow(writing, (left.pk, right.pk))
    return judgement_view(made)


def undo_judgement(casebook: OpenCasebook, actor: Actor, judgement: int, why: str = "") -> JudgementView:
    """Put back what stood before a person's judgement, by a new one that says so.

    Where a rule or nothing stood before, that is "no judgement": the rule then proposes again what it would.
    Raises NotFoundError, RefusedError, and NothingToUndoError where it is a rule's or no longer stands.
    """
    found = Judgement.objects.filter(pk=judgement).select_related("supersedes").first()
    if found is None:
        raise NotFoundError(f"judgement {judgement}")
    left, right = _pair(actor, found.left_id, found.right_id)
    with record(
        casebook, actor, Deed.JUDGE, "undo judgement", of=_sensitivities(left, right), why=why
    ) as writing:
        if _is_rules(found) or Judgement.objects.filter(supersedes=found).exists():
            raise NothingToUndoError(f"judgement {judgement}")
        made = enter_judgement(
            writing, left.pk, right.pk, _before(found), actor.name, why or f"undoes {judgement}"
        )
        _name(writing, left, right)
        _follow(writing, (left.pk, right.pk))
    return judgement_view(made)


def _follow(writing: Writing, judged: tuple[int, int]) -> None:
    """What a judgement parted may belong with others of like name; then the cases are brought up to date."""
    split = {person for group in grouped(judged).groups() for person in group}
    refresh_cases({*judged, *propose_again(writing, split)})


def _before(judgement: Judgement) -> Verdict:
    before = judgement.supersedes
    return Verdict.NONE if before is None or _is_rules(before) else Verdict(before.verdict)


def _is_rules(judgement: Judgement) -> bool:
    return judgement.by.startswith(RULE_PREFIX)


def _pair(actor: Actor, one: int, other: int) -> tuple[Person, Person]:
    """The two persons, the earlier first. Raises NotFoundError for what the actor may not see."""
    wanted = Person.objects.filter(Q(pk=one) | Q(pk=other)).select_related("report").order_by("pk")
    found = list(visible(wanted, actor))
    if len(found) != 2:
        missing = ({one, other} - {person.pk for person in found}).pop()
        raise NotFoundError(f"person {missing}")
    return found[0], found[1]


def _sensitivities(left: Person, right: Person) -> list[Sensitivity]:
    return [Sensitivity(person.report.sensitivity) for person in (left, right)]


def _name(writing: Writing, left: Person, right: Person) -> None:
    for person in (left, right):
        writing.on(f"person {person.pk}", report=person.report_id)
