"""Which claims have been decided on."""

from __future__ import annotations

from django.db.models import Exists, OuterRef

from amanat.store.models import Review


def reviewed() -> Exists:
    """Of a query of claims: those whose standing review is anything but "open again"."""
    standing = Review.objects.filter(claim=OuterRef("pk"), superseded_by=None)
    return Exists(standing.exclude(verdict="open"))
