"""The casebook in numbers."""

from __future__ import annotations

from django.db.models import Count, Q

from amanat.core.protecting import Actor
from amanat.store.models import Claim, LogEntry
from amanat.store.queries.access import visible, visible_cases, visible_reports
from amanat.store.queries.reviewed import standing_reviews
from amanat.store.queries.views import Overview


def overview(actor: Actor) -> Overview:
    """As far as the actor may see it; the log's size is no secret."""
    states = visible_reports(actor).aggregate(
        reports=Count("pk"),
        read=Count("pk", filter=Q(state="read")),
        received=Count("pk", filter=Q(state="received")),
        unreadable=Count("pk", filter=Q(state="unreadable")),
    )
    total = visible(Claim.objects.filter(withdrawn=False).order_by(), actor).count()
    decided = visible(standing_reviews().filter(claim__withdrawn=False), actor, "claim__report")
    newest = LogEntry.objects.order_by("-index").values_list("index", flat=True).first()
    return Overview(
        **states,
        cases=visible_cases(actor).count(),
        claims=total,
        open=total - decided.count(),
        log_size=0 if newest is None else newest + 1,
    )
