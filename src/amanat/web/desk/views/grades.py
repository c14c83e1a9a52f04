"""Grading a claim and its source from a report's page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from amanat.actions import grade as actions
from amanat.core.action_errors import NotFoundError
from amanat.store.queries import reports as queries
from amanat.web.desk.guards import actor_of, running
from amanat.web.desk.views.asking import reason


@require_POST
def grade(request: HttpRequest, report_id: int, claim_id: int) -> HttpResponse:
    """Either axis, or both; an empty one is left as it is."""
    actor = actor_of(request)
    if claim_id not in {claim.id for claim in queries.report(actor, report_id).claims}:
        raise NotFoundError(f"claim {claim_id} of report {report_id}")
    casebook, why = running().casebook, reason(request)
    if reliability := request.POST.get("reliability", ""):
        actions.grade_source(casebook, actor, claim_id, reliability, why)
    if credibility := request.POST.get("credibility", ""):
        actions.grade_claim(casebook, actor, claim_id, credibility, why)
    where = f"{reverse('report', args=[report_id])}?claim={claim_id}#claim"
    return HttpResponse(status=303, headers={"Location": where})
