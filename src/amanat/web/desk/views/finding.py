"""Search over cases, reports and places."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from amanat.store.queries import search as queries
from amanat.web.desk.guards import actor_of
from amanat.web.desk.views.asking import words


def find(request: HttpRequest) -> HttpResponse:
    asked = words(request)
    found = queries.find(actor_of(request), asked) if asked else None
    return render(request, "desk/find.html", {"words": asked, "found": found})
