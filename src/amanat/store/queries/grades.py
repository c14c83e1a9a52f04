"""Grades that people gave to sources and to what claims say: standing ones, and all that were ever given."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from amanat.core.protecting import Actor
from amanat.core.weighing.grades import Axis, step
from amanat.store.models import Grade, Telling
from amanat.store.queries.access import visible
from amanat.store.queries.views import Decision, GradeView


def visible_grades(actor: Actor) -> QuerySet[Grade]:
    """Grades of what the actor may read."""
    of_claims = visible(Grade.objects.filter(axis=Axis.CREDIBILITY.value), actor, "claim__report")
    of_sources = visible(Grade.objects.filter(axis=Axis.RELIABILITY.value), actor, "source__report")
    return Grade.objects.filter(Q(pk__in=of_claims.values("pk")) | Q(pk__in=of_sources.values("pk")))


def grades_on(actor: Actor, claims: Iterable[int]) -> tuple[GradeView, ...]:
    """Every grade of the claims, and of whoever tells them first, oldest first."""
    ids = list(claims)
    firsts = Telling.objects.filter(claim__in=ids, position=0).order_by().values("information")
    rows = visible_grades(actor).filter(Q(claim__in=ids) | Q(source__in=firsts))
    found = list(rows.select_related("source", "claim").order_by("pk"))
    superseded = {row.supersedes_id for row in found}
    return tuple(grade_view(row, standing=row.pk not in superseded) for row in found)


def grade_view(row: Grade, *, standing: bool = True) -> GradeView:
    found = step(Axis(row.axis), row.value) if row.value else None
    return GradeView(
        id=row.pk,
        axis=row.axis,
        value=row.value,
        meaning=found.meaning if found else "",
        huridocs=f"{found.huridocs.list}:{found.huridocs.code}" if found else "",
        source_id=row.source_id,
        source=row.source.name if row.source else "",
        claim=row.claim_id,
        report=row.source.report_id if row.source else row.claim.report_id if row.claim else 0,
        by=row.by,
        at=row.at,
        why=row.why,
        supersedes=row.supersedes_id,
        standing=standing,
    )


def grade_decisions(grades: Iterable[GradeView]) -> list[Decision]:
    return [
        Decision(
            what="grade",
            id=each.id,
            verdict=f"{each.axis} {each.value}" if each.value else f"{each.axis} taken back",
            on=each.source or f"claim {each.claim}",
            by=each.by,
            at=each.at,
            why=each.why,
            standing=each.standing,
            claim=each.claim,
        )
        for each in grades
    ]
