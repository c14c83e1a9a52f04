"""Deciding on claims from a report's page. The answer is a redirect, so that nothing is sent twice."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from amanat.actions import review as actions
from amanat.actions.begin import begin_claim
from amanat.core.action_errors import BadCorrectionError, NotFoundError
from amanat.store.queries import reports as queries
from amanat.store.queries.report_views import ReportPage
from amanat.store.queries.views import ClaimView
from amanat.web.desk.correcting import CorrectionForm
from amanat.web.desk.errors import UnanswerableError
from amanat.web.desk.guards import actor_of, running
from amanat.web.desk.sheet import next_open
from amanat.web.desk.views.reports import shown

_DECIDE: Final = {"confirmed": actions.confirm, "rejected": actions.reject}
_LONGEST_WHY: Final = 1000


@require_POST
def review(request: HttpRequest, report_id: int, claim_id: int) -> HttpResponse:
    """Confirm or reject, and go on with the next open claim."""
    page, _ = _found(request, report_id, claim_id)
    verdict = request.POST.get("verdict", "")
    if verdict not in _DECIDE:
        raise UnanswerableError(f"claim {claim_id}", why=f"{verdict!r} is not a verdict")
    made = _DECIDE[verdict](running().casebook, actor_of(request), claim_id, _why(request))
    return _on(page, next_open(page, claim_id), made.id)


@require_POST
def correct(request: HttpRequest, report_id: int, claim_id: int) -> HttpResponse:
    """Keep a correction and stay with the claim; a form that cannot be kept comes back with what is wrong."""
    page, claim = _found(request, report_id, claim_id)
    form = CorrectionForm.of(claim, request.POST)
    if not form.is_valid():
        return shown(request, page, claim_id, form, status=422)
    slots = form.correction(claim, page.people)
    try:
        made = actions.correct(
            running().casebook, actor_of(request), claim_id, slots, form.cleaned_data["why"]
        )
    except BadCorrectionError as refused:
        form.add_error(None, refused.message())
        return shown(request, page, claim_id, form, status=422)
    return _on(page, claim_id, made.id)


@require_POST
def undo(request: HttpRequest, report_id: int, claim_id: int) -> HttpResponse:
    page, _ = _found(request, report_id, claim_id)
    made = actions.undo_review(running().casebook, actor_of(request), claim_id)
    return _on(page, claim_id, made.id)


@require_POST
def begin(request: HttpRequest, report_id: int, at: int) -> HttpResponse:
    """Begin a claim from a marked word, and open it to be completed."""
    made = begin_claim(running().casebook, actor_of(request), report_id, at)
    where = f"{reverse('report', args=[report_id])}?claim={made}&correct=1#claim"
    return HttpResponse(status=303, headers={"Location": where})


def _found(request: HttpRequest, report_id: int, claim_id: int) -> tuple[ReportPage, ClaimView]:
    page = queries.report(actor_of(request), report_id)
    claim = next((claim for claim in page.claims if claim.id == claim_id), None)
    if claim is None:
        raise NotFoundError(f"claim {claim_id} of report {report_id}")
    return page, claim


def _why(request: HttpRequest) -> str:
    return request.POST.get("why", "").strip()[:_LONGEST_WHY]


def _on(page: ReportPage, claim: int, done: int) -> HttpResponse:
    where = f"{reverse('report', args=[page.id])}?claim={claim}&done={done}#claim"
    return HttpResponse(status=303, headers={"Location": where})
