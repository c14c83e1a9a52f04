"""The list of cases with its search, and one case."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from amanat.store.queries import cases as queries
from amanat.web.desk.guards import actor_of
from amanat.web.desk.picture import pictures, signs
from amanat.web.desk.views.asking import page_number, words


def home(request: HttpRequest) -> HttpResponse:
    return HttpResponseRedirect(reverse("cases"))


def cases(request: HttpRequest) -> HttpResponse:
    """Also answers htmx, which takes the list out of the whole page: one answer, with JavaScript or not."""
    asked, number = words(request), page_number(request)
    found = queries.list_cases(actor_of(request), asked, number)
    shown = {"here": "cases", "q": asked, "list": found, "before": number - 1, "after": number + 1}
    return render(request, "desk/cases.html", shown)


def case(request: HttpRequest, case_id: int) -> HttpResponse:
    found = queries.case(actor_of(request), case_id)
    broad, narrow = pictures(found)
    shown = {
        "here": "cases",
        "case": found,
        "wide": broad,
        "narrow": narrow,
        "signs": signs(broad),
        "now": timezone.now(),
    }
    return render(request, "desk/case.html", shown)
