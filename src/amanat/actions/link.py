"""Judging whether two persons of different reports are one: by the rule's proposals, and by people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter

from django.db.models import Q

from amanat.actions.casting import grouped
from amanat.actions.projecting import refresh_cases
from amanat.actions.record import Writing, record
from amanat.adapters.casebook import OpenCasebook
from amanat.core.action_errors import NotFoundError, NothingToUndoError, SamePersonError
from amanat.core.linking.clusters import RULE_PREFIX
from amanat.core.linking.folded import RULE, proposals
from amanat.core.names.folding import is_full
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
        made = _judge(writing, left.pk, right.pk, Verdict(verdict), actor.name, why)
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
        made = _judge(writing, left.pk, right.pk, _before(found), actor.name, why or f"undoes {judgement}")
        _name(writing, left, right)
        _follow(writing, (left.pk, right.pk))
    return judgement_view(made)


def propose(writing: Writing, persons: Iterable[Person]) -> set[int]:
    """The rule's judgements about these persons and their namesakes; the persons whose cases they touch."""
    names = {person.folded_name for person in persons if is_full(person.folded_name)}
    rows = Person.objects.filter(folded_name__in=names).order_by("folded_name", "pk")
    namesakes = groupby(rows.values_list("folded_name", "pk"), key=itemgetter(0))
    bearers = {name: [person for _, person in group] for name, group in namesakes}
    touched: set[int] = set()
    for name in sorted(names):
        if len(bearers.get(name, ())) > 1:
            touched |= _propose_namesakes(writing, name, bearers[name])
    return touched


def _propose_namesakes(writing: Writing, name: str, namesakes: Sequence[int]) -> set[int]:
    known = grouped(namesakes)
    everyone = {person for group in known.groups() for person in group}
    report_of = dict(Person.objects.filter(pk__in=everyone).values_list("pk", "report_id"))
    pairs = proposals(namesakes, report_of, known)
    for left, right in pairs:
        _judge(writing, left, right, Verdict.SAME, RULE, f"the same full name, folded: {name}")
    return {person for pair in pairs for person in pair}


def _follow(writing: Writing, judged: tuple[int, int]) -> None:
    """What a judgement parted may belong with other namesakes; then the cases are brought up to date."""
    split = {person for group in grouped(judged).groups() for person in group}
    proposed = propose(writing, Person.objects.filter(pk__in=split))
    refresh_cases({*judged, *proposed})


def _judge(writing: Writing, left: int, right: int, verdict: Verdict, by: str, why: str) -> Judgement:
    standing = Judgement.objects.filter(left=left, right=right, superseded_by=None).first()
    return writing.save(
        Judgement(
            left_id=left, right_id=right, verdict=verdict, by=by, at=writing.at, why=why, supersedes=standing
        )
    )


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
