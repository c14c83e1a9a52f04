"""The list of cases with its search, and one case."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from amanat.store.queries import cases as queries
from amanat.web.desk.guards import actor_of
from amanat.web.desk.picture import pictures, signs
from amanat.web.desk.sources import claims_of, graphs, source_rows
from amanat.web.desk.views.asking import page_number, words


def home(request: HttpRequest) -> HttpResponse:
    return HttpResponseRedirect(reverse("cases"))


def cases(request: HttpRequest) -> HttpResponse:
    """Also answers htmx, which takes the list out of the whole page: one answer, with JavaScript or not."""
    asked, number = words(request), page_number(request)
    found = queries.list_cases(actor_of(request), asked, number)
    shown = {
        "here": "cases",
        "q": asked,
        "list": found,
        "before": found.number - 1,
        "after": found.number + 1,
    }
    return render(request, "desk/cases.html", shown)


def case(request: HttpRequest, case_id: int) -> HttpResponse:
    found = queries.case(actor_of(request), case_id)
    wide, narrow = pictures(found)
    broad, slim = graphs(found)
    shown = {
        "here": "cases",
        "case": found,
        "told_in": {claim.id: claim.report for claim in claims_of(found)},
        "wide": wide,
        "narrow": narrow,
        "signs": signs(wide),
        "broad": broad,
        "slim": slim,
        "source_rows": source_rows(found),
        "now": timezone.now(),
    }
    return render(request, "desk/case.html", shown)
