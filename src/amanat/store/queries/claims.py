"""One claim, with every review it ever had."""

from __future__ import annotations

from amanat.core.action_errors import NotFoundError
from amanat.core.protecting import Actor
from amanat.store.models import Claim, Review
from amanat.store.queries.access import visible
from amanat.store.queries.claim_views import claim_views, review_view
from amanat.store.queries.views import ClaimPage


def claim(actor: Actor, id: int) -> ClaimPage:
    """Raises NotFoundError."""
    found = claim_views(visible(Claim.objects.filter(pk=id), actor), actor)
    if not found:
        raise NotFoundError(f"claim {id}")
    reviews = list(Review.objects.filter(claim=id))
    superseded = {review.supersedes_id for review in reviews}
    return ClaimPage(
        found[0], tuple(review_view(review, standing=review.pk not in superseded) for review in reviews)
    )
