"""The desk's own style sheet and scripts, and nothing else: read once, at start, from one folder.

A name that is not in the table is not found, so that no path from outside ever reaches the file system.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified

FOLDER: Final = Path(__file__).parent / "static"
_TYPES: Final = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}


@dataclass(frozen=True, slots=True)
class Asset:
    body: bytes
    media_type: str
    etag: str


@lru_cache(maxsize=1)
def assets() -> dict[str, Asset]:
    """Every file of the folder that has a type of ours, by its name."""
    return {
        path.name: Asset(body, _TYPES[path.suffix], f'"{hashlib.sha256(body).hexdigest()[:32]}"')
        for path in FOLDER.iterdir()
        if path.suffix in _TYPES
        for body in [path.read_bytes()]
    }


def asset(request: HttpRequest, name: str) -> HttpResponse:
    found = assets().get(name)
    if found is None:
        raise Http404(name)
    response: HttpResponse
    if request.headers.get("If-None-Match") == found.etag:
        response = HttpResponseNotModified()
    else:
        response = HttpResponse(found.body, content_type=found.media_type)
    response["ETag"] = found.etag
    response["Cache-Control"] = "no-cache"
    return response
