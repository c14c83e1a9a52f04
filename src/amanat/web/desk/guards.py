"""What every request passes before a page is made, and what every answer carries.

Outermost first, as MIDDLEWARE of the settings lists them: strict headers on every answer, errors too; the
Host header must be this machine's own (a hostile page could otherwise point its own name at 127.0.0.1); a
request that writes must come from one of our own pages; nobody goes on without a session; and a page typed
without the slash at its end is found all the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import is_valid_path, reverse

from amanat.adapters.casebook import OpenCasebook
from amanat.core.protecting import Actor
from amanat.web.desk.door import Door

Answer = Callable[[HttpRequest], HttpResponseBase]

CONTENT_SECURITY_POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)

HEADERS: Final = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # To other sites nothing, as with "no-referrer", under which browsers would also say "Origin: null" when a
    # form is sent without JavaScript, and a decision of our own could not be told from a foreign one.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "camera=(), clipboard-read=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"
    ),
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex, nofollow",
}

_SAFE_METHODS: Final = frozenset({"GET", "HEAD"})
_ASSETS: Final = "/static/"
_OPEN_TO_ALL: Final = (_ASSETS, "/open/")
"""What a visitor without a session may ask for: the style sheet of the locked page, and the way in."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What the running desk stands on: the door, and the casebook that actions write to."""

    door: Door
    casebook: OpenCasebook


_desk: Desk | None = None


def stand_at(desk: Desk) -> None:
    """Hand the running desk over; ``serve`` does so once, before the first request."""
    global _desk
    _desk = desk


def running() -> Desk:
    if _desk is None:
        raise RuntimeError("the desk was asked for a page before it was opened")
    return _desk


def cookie_name(request: HttpRequest) -> str:
    """Cookies are shared by all ports of one host, so each desk has a name of its own."""
    return "amanat-desk-" + request.get_host().rpartition(":")[2]


def actor_of(request: HttpRequest) -> Actor:
    """Whoever's session this request belongs to; only pages behind ``known_visitor`` may ask."""
    actor = request.META.get("amanat.actor")
    if not isinstance(actor, Actor):
        raise RuntimeError("a page was reached without a session")
    return actor


def strict_headers(answer: Answer) -> Answer:
    def guard(request: HttpRequest) -> HttpResponseBase:
        response = answer(request)
        kept = response.headers.get("Cache-Control")
        for name, value in HEADERS.items():
            response.headers[name] = value
        if kept and request.path.startswith(_ASSETS):
            response.headers["Cache-Control"] = kept
        return response

    return guard


def own_host(answer: Answer) -> Answer:
    def guard(request: HttpRequest) -> HttpResponseBase:
        try:
            request.get_host()
        except DisallowedHost:
            return HttpResponse(
                "This desk answers to its own address only.", status=421, content_type="text/plain"
            )
        return answer(request)

    return guard


def own_pages(answer: Answer) -> Answer:
    """Refuse to write on behalf of another site's page, before CSRF tokens are even looked at."""

    def guard(request: HttpRequest) -> HttpResponseBase:
        if request.method not in _SAFE_METHODS and not _from_own_page(request):
            return render(request, "desk/403.html", status=403)
        return answer(request)

    return guard


def _from_own_page(request: HttpRequest) -> bool:
    origin = request.headers.get("Origin")
    if origin is not None:
        return origin == f"{request.scheme}://{request.get_host()}"
    return request.headers.get("Sec-Fetch-Site") == "same-origin"


def known_visitor(answer: Answer) -> Answer:
    def guard(request: HttpRequest) -> HttpResponseBase:
        if request.path.startswith(_OPEN_TO_ALL):
            return answer(request)
        actor = running().door.admit(request.COOKIES.get(cookie_name(request), ""))
        if actor is None:
            running().door.offer_link()
            return locked(request)
        request.META["amanat.actor"] = actor
        return answer(request)

    return guard


def with_slash(answer: Answer) -> Answer:
    """To a page of ours whose address was typed without its last slash, the way; to no other address."""

    def guard(request: HttpRequest) -> HttpResponseBase:
        path = request.path_info
        lacking = request.method in _SAFE_METHODS and not path.endswith("/") and not is_valid_path(path)
        if lacking and is_valid_path(f"{path}/"):
            return HttpResponseRedirect(request.get_full_path(force_append_slash=True))
        return answer(request)

    return guard


def locked(request: HttpRequest) -> HttpResponse:
    """The page of a visitor without a session; a page inside which htmx asked is replaced as a whole."""
    response = render(request, "desk/locked.html", status=403)
    if request.headers.get("HX-Request"):
        response["HX-Redirect"] = reverse("cases")
    return response


def enter(request: HttpRequest, token: str) -> HttpResponse | None:
    """Exchange the token for a session cookie on a redirect to the cases; ``None`` where it is not good."""
    key = running().door.exchange(token)
    if key is None:
        return None
    response = HttpResponse(status=303, headers={"Location": reverse("cases")})
    response.set_cookie(cookie_name(request), key, httponly=True, samesite="Strict", path="/")
    return response
