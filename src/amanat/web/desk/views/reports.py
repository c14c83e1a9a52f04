"""The list of reports, and one report with its claims laid over its text."""

from __future__ import annotations

from django import forms
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from amanat.store.queries import originals
from amanat.store.queries import reports as queries
from amanat.store.queries.echoes import echoes_of
from amanat.store.queries.report_views import ReportPage
from amanat.web.desk.correcting import CorrectionForm
from amanat.web.desk.guards import actor_of, running
from amanat.web.desk.sheet import sheet
from amanat.web.desk.views.asking import number, page_number


def reports(request: HttpRequest) -> HttpResponse:
    asked = page_number(request)
    found = queries.list_reports(actor_of(request), asked)
    shown = {"here": "reports", "list": found, "before": found.number - 1, "after": found.number + 1}
    return render(request, "desk/reports.html", shown)


def report(request: HttpRequest, report_id: int) -> HttpResponse:
    """``?claim=`` chooses a claim, ``&correct=1`` opens it for correction, ``&done=`` names a review."""
    page = queries.report(actor_of(request), report_id)
    chosen = sheet(page, number(request, "claim")).chosen
    form = CorrectionForm.of(chosen.claim) if chosen and request.GET.get("correct") == "1" else None
    return shown(request, page, number(request, "claim"), form)


@require_GET
def original(request: HttpRequest, report_id: int) -> FileResponse:
    """The file as received, to be kept and never to be shown: whatever it is, no browser may take it for a page."""
    found = originals.original(actor_of(request), report_id)
    file = running().casebook.vault.open(found.sha256)
    return FileResponse(
        file, as_attachment=True, filename=found.name, content_type="application/octet-stream"
    )


def shown(
    request: HttpRequest, page: ReportPage, claim: int | None, form: forms.Form | None, status: int = 200
) -> HttpResponse:
    """The report's page, with the form for correcting the claim in place of its slots where there is one."""
    values = {
        "here": "reports",
        "page": page,
        "name": page.receipts[0].untrusted_name if page.receipts else f"report {page.id}",
        "published_open": page.published.startswith("["),
        "sheet": sheet(page, claim, number(request, "done")),
        "form": form,
        "echoes": echoes_of(actor_of(request), page.id),
        "now": timezone.now(),
    }
    return render(request, "desk/report.html", values, status=status)
