"""In by a one-time link, out by the lock."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_POST

from amanat.web.desk import guards


@require_GET
def enter(request: HttpRequest, token: str) -> HttpResponse:
    entered = guards.enter(request, token)
    if entered is not None:
        return entered
    guards.running().door.offer_link()
    return guards.locked(request)


@require_POST
def lock(request: HttpRequest) -> HttpResponse:
    guards.running().door.close(request.COOKIES.get(guards.cookie_name(request), ""))
    guards.running().door.offer_link()
    return guards.locked(request)
