"""Which claims have been decided on."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet

from amanat.store.models import Review


def standing_reviews() -> QuerySet[Review]:
    """One for each claim that was decided on, and not opened again."""
    return Review.objects.filter(superseded_by=None).exclude(verdict="open").order_by()


def reviewed() -> Exists:
    """Of a query of claims: those that were decided on."""
    return Exists(standing_reviews().filter(claim=OuterRef("pk")))
