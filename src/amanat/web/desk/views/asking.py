"""What pages take from an address: small numbers, and words. Whatever else stands there is not heard."""

from __future__ import annotations

from django.http import HttpRequest

_LARGEST = 2**53
_WORDS = 200
_LONGEST_WHY = 1000


def number(request: HttpRequest, name: str) -> int | None:
    text = request.GET.get(name, "")
    return (
        int(text) if text.isascii() and text.isdigit() and len(text) < 16 and int(text) < _LARGEST else None
    )


def page_number(request: HttpRequest) -> int:
    return max(1, number(request, "page") or 1)


def words(request: HttpRequest) -> str:
    return " ".join(request.GET.get("q", "").replace("\0", " ").split())[:_WORDS]


def reason(request: HttpRequest) -> str:
    """Why it was decided so, if the form says."""
    return request.POST.get("why", "").strip()[:_LONGEST_WHY]
