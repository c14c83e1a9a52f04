"""The log, newest entries first as the query gives them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from amanat.store.queries import log as queries
from amanat.web.desk.guards import actor_of
from amanat.web.desk.views.asking import page_number


def log(request: HttpRequest) -> HttpResponse:
    asked = page_number(request)
    found = queries.log(actor_of(request), asked)
    return render(
        request,
        "desk/log.html",
        {"here": "log", "list": found, "before": found.number - 1, "after": found.number + 1},
    )
