"""The one place where it is decided which rows a reader gets: by the report each row belongs to."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple, TypeVar

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from amanat.core.linking.clusters import RULE_PREFIX
from amanat.core.linking.joining import Partition
from amanat.core.linking.rules import BESIDES
from amanat.core.names.folding import is_full
from amanat.core.protecting import ACCESS, Actor, Deed, Sensitivity, allowed
from amanat.store.models import Case, EchoJudgement, EchoRow, Judgement, OwnPlace, Report
from amanat.store.models.cases import CaseMember

Row = TypeVar("Row", bound=Model)


def visible(rows: QuerySet[Row], actor: Actor, report: str = "report") -> QuerySet[Row]:
    """The rows whose report the actor may read; ``report`` is the way from a row to it."""
    return rows if _sees_all(actor) else rows.filter(**{f"{report}__sensitivity__in": _seen(actor)})


def visible_levels(actor: Actor) -> list[str]:
    """The sensitivities of what the actor may read, for what is kept apart by them."""
    return _seen(actor)


def seen_beside(*levels: str) -> frozenset[str]:
    """Levels of the reports which everybody may read who may read reports of all these: what is made of those may
    depend on these and on no others, or it would show that others are there."""
    asked = {Sensitivity(level) for level in levels}
    readable = [deeds[Deed.READ] for deeds in ACCESS.values() if asked <= deeds[Deed.READ]]
    return frozenset(level.value for level in frozenset(Sensitivity).intersection(*readable))


def visible_reports(actor: Actor) -> QuerySet[Report]:
    reports = Report.objects.all()
    return reports if _sees_all(actor) else reports.filter(sensitivity__in=_seen(actor))


def visible_cases(actor: Actor) -> QuerySet[Case]:
    """Cases with at least one member in a report the actor may read."""
    if _sees_all(actor):
        return Case.objects.all()
    members = visible(CaseMember.objects.filter(case=OuterRef("pk")), actor, "person__report")
    return Case.objects.filter(Exists(members))


def visible_judgements(actor: Actor) -> QuerySet[Judgement]:
    """Judgements of which the actor may read both sides, and all that a rule went by.

    A rule that says that it went by what other reports tell too is not shown to whoever may not read all of them.
    """
    rows = visible(visible(Judgement.objects.all(), actor, "left__report"), actor, "right__report")
    if _sees_all(actor):
        return rows
    partly_hidden = _partly_hidden(actor).values("person")
    by_others = Q(by__startswith=RULE_PREFIX, why__contains=BESIDES)
    return rows.exclude(by_others & (Q(left__in=partly_hidden) | Q(right__in=partly_hidden)))


def visible_members(rows: QuerySet[CaseMember], actor: Actor) -> QuerySet[CaseMember]:
    """Members of cases whom the actor may read, and of whom they may see why they are in the case.

    Where only what the actor may not read joins some of a case with the others, one part of it is the case to them: the
    one with the most members, the earliest of those as large. The others are persons of their own.
    """
    seen = visible(rows, actor, "person__report")
    return seen if _sees_all(actor) else seen.exclude(pk__in=_joined_unseen(actor, rows))


def cases_of(actor: Actor, persons: Collection[int]) -> dict[int, int]:
    """By person: the case that they are in as far as the actor may see; no entry for who has none."""
    members = visible_members(CaseMember.objects.filter(person__in=persons), actor).order_by()
    return dict(members.values_list("person_id", "case_id"))


def _partly_hidden(actor: Actor) -> QuerySet[CaseMember]:
    """Members of cases of which some others are in reports that the actor may not read."""
    hidden = CaseMember.objects.exclude(person__report__sensitivity__in=_seen(actor)).order_by()
    return CaseMember.objects.filter(case__in=hidden.values("case")).order_by()


def _joined_unseen(actor: Actor, rows: QuerySet[CaseMember]) -> list[int]:
    """Of the cases of ``rows``: members whom nothing that the actor may read joins with the part that is shown."""
    asked = _partly_hidden(actor).filter(case__in=rows.order_by().values("case"))
    seen = visible(asked, actor, "person__report")
    members = {
        person: _Member(pk, case, name)
        for pk, case, person, name in seen.values_list("pk", "case_id", "person_id", "person__folded_name")
    }
    if not members:
        return []
    judged = visible_judgements(actor).filter(superseded_by=None, verdict="same").order_by()
    persons = seen.values("person")
    pairs = judged.filter(left__in=persons, right__in=persons).values_list("left_id", "right_id")
    shown = _shown(members, pairs)
    return [member.row for person, member in members.items() if person not in shown]


class _Member(NamedTuple):
    row: int
    case: int
    name: str


def _shown(members: dict[int, _Member], pairs: Iterable[tuple[int, int]]) -> set[int]:
    """Of each case the largest part that hangs together by judgements, and by full names that are written alike."""
    parts = Partition(members)
    for left, right in pairs:
        if members[left].case == members[right].case:
            parts.join(left, right)
    first: dict[tuple[int, str], int] = {}
    for person in sorted(members):
        _, case, name = members[person]
        if is_full(name):
            parts.join(first.setdefault((case, name), person), person)
    largest: dict[int, frozenset[int]] = {}
    for group in sorted(parts.groups(), key=lambda group: (-len(group), min(group))):
        largest.setdefault(members[min(group)].case, group)
    return {person for group in largest.values() for person in group}


def visible_echoes(actor: Actor) -> QuerySet[EchoRow]:
    """Echoes of which the actor may read both sides: of any other it must not even be known that it is there."""
    return visible(visible(EchoRow.objects.all(), actor, "left"), actor, "right")


def visible_echo_judgements(actor: Actor) -> QuerySet[EchoJudgement]:
    """What was decided of two reports both of which the actor may read."""
    return visible(visible(EchoJudgement.objects.all(), actor, "left"), actor, "right")


def visible_places(actor: Actor) -> QuerySet[OwnPlace]:
    """Users' own places that the actor may read: standing ones and those that were superseded."""
    places = OwnPlace.objects.all()
    return places if _sees_all(actor) else places.filter(sensitivity__in=_seen(actor))


def _sees_all(actor: Actor) -> bool:
    return allowed(actor, Deed.READ) == frozenset(Sensitivity)


def _seen(actor: Actor) -> list[str]:
    return sorted(sensitivity.value for sensitivity in allowed(actor, Deed.READ))
