"""What a visitor sees when something cannot be done: our own errors in their own words, the rest in few."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from amanat.core.errors import AmanatError, Exit

_STATUS: Final = {
    Exit.USAGE: 400,
    Exit.REFUSED: 403,
    Exit.NOT_FOUND: 404,
    Exit.STORAGE: 507,
    Exit.CHANGED: 500,
}


class KnownFaults:
    """Middleware: an AmanatError becomes a page with its message: what happened, what to do."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self._answer(request)

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        if not isinstance(fault, AmanatError):
            return None
        if fault.exit_code is Exit.NOT_FOUND:
            return not_found(request)
        shown = {"message": fault.message(), "code": fault.code}
        return render(request, "desk/fault.html", shown, status=_STATUS.get(fault.exit_code, 500))


def refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "desk/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "desk/404.html", status=404)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "desk/404.html", status=400)


def fault(request: HttpRequest) -> HttpResponse:
    return render(request, "desk/500.html", status=500)
