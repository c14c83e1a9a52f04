"""What was decided, by whom and why, newest first."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from amanat.core.linking.rules import ALIKE
from amanat.core.protecting import Actor
from amanat.store.models import Claim, Judgement, Review
from amanat.store.queries.access import visible_echo_judgements, visible_judgements
from amanat.store.queries.views import Decision, JudgementView


def review_decisions(claims: QuerySet[Claim]) -> list[Decision]:
    """Every review of the claims, which are filtered for the actor already."""
    reviews = Review.objects.filter(claim__in=claims.order_by().values("pk"))
    superseded = set(reviews.exclude(supersedes=None).values_list("supersedes_id", flat=True))
    return [
        Decision(
            what="review",
            id=review.pk,
            verdict=review.verdict,
            on=f"{review.claim.kind}: {review.claim.passage.quote}",
            by=review.by,
            at=review.at,
            why=review.why,
            standing=review.pk not in superseded,
            claim=review.claim_id,
        )
        for review in reviews.select_related("claim__passage")
    ]


def judgements_on(actor: Actor, persons: Iterable[int]) -> tuple[JudgementView, ...]:
    """Every judgement that has one of ``persons`` on a side, oldest first."""
    persons = list(persons)
    rows = visible_judgements(actor).filter(Q(left__in=persons) | Q(right__in=persons))
    found = list(rows.select_related("left", "right").order_by("pk"))
    superseded = set(
        Judgement.objects.filter(supersedes__in=[row.pk for row in found]).values_list(
            "supersedes_id", flat=True
        )
    )
    return tuple(judgement_view(row, standing=row.pk not in superseded) for row in found)


def judgement_view(row: Judgement, *, standing: bool = True) -> JudgementView:
    return JudgementView(
        id=row.pk,
        left=row.left_id,
        left_name=str(row.left),
        right=row.right_id,
        right_name=str(row.right),
        verdict=row.verdict,
        by=row.by,
        at=row.at,
        why=row.why,
        standing=standing,
    )


def judgement_decisions(judgements: Iterable[JudgementView]) -> list[Decision]:
    """All but what a rule leaves to people: to propose is not to decide."""
    return [
        Decision(
            what="judgement",
            id=each.id,
            verdict=each.verdict,
            on=f"{each.left_name} / {each.right_name}",
            by=each.by,
            at=each.at,
            why=each.why,
            standing=each.standing,
            persons=(each.left, each.right),
        )
        for each in judgements
        if each.by != ALIKE
    ]


def echo_decisions(actor: Actor, reports: Iterable[int]) -> list[Decision]:
    """Every judgement on whether one of ``reports`` repeats another, of pairs of which the actor may read both."""
    wanted = list(reports)
    rows = visible_echo_judgements(actor).filter(Q(left__in=wanted) | Q(right__in=wanted)).order_by("pk")
    found = list(rows.select_related("left", "right"))
    superseded = {row.supersedes_id for row in found}
    return [
        Decision(
            what="echo",
            id=row.pk,
            verdict=row.verdict,
            on=f"{row.left} / {row.right}",
            by=row.by,
            at=row.at,
            why=row.why,
            standing=row.pk not in superseded,
        )
        for row in found
    ]


def newest_first(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    return tuple(sorted(decisions, key=lambda each: (each.at, each.id), reverse=True))
