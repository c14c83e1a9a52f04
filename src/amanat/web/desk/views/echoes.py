"""Two reports side by side with what they have in common, and deciding whether one echoes the other."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from amanat.actions.echo_judging import judge_echo
from amanat.core.protecting import Deed, allowed
from amanat.store.queries.echoes import VERDICTS, echo_page
from amanat.web.desk.errors import UnanswerableError
from amanat.web.desk.guards import actor_of, running
from amanat.web.desk.side_by_side import one_by_one, side_by_side
from amanat.web.desk.views.asking import reason


@require_GET
def echo(request: HttpRequest, report_id: int, other_id: int) -> HttpResponse:
    """The report on the left, the other on the right, their common passages numbered and marked in both."""
    actor = actor_of(request)
    page = echo_page(actor, report_id, other_id)
    shown = {
        "here": "reports",
        "view": page.view,
        "columns": side_by_side(page),
        "passages": one_by_one(page),
        "likenesses": sorted({each.likeness.value for each in page.view.echo.passages}),
        "may_decide": bool(allowed(actor, Deed.JUDGE)),
        "now": timezone.now(),
    }
    return render(request, "desk/echo.html", shown)


@require_POST
def decide(request: HttpRequest, report_id: int, other_id: int) -> HttpResponse:
    verdict = request.POST.get("verdict", "")
    if verdict not in VERDICTS:
        raise UnanswerableError(
            f"echo of reports {report_id} and {other_id}", why=f"{verdict!r} is not a verdict"
        )
    judge_echo(running().casebook, actor_of(request), report_id, other_id, verdict, reason(request))
    return HttpResponse(status=303, headers={"Location": reverse("echo", args=[report_id, other_id])})
