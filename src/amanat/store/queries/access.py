"""The one place where it is decided which rows a reader gets: by the report each row belongs to."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Exists, Model, OuterRef, QuerySet

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
    """Judgements of which the actor may read both sides."""
    return visible(visible(Judgement.objects.all(), actor, "left__report"), actor, "right__report")


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
