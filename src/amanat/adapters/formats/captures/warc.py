"""A WARC file, packed or not, as the text of its main page."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from amanat.adapters.formats.captures.main_page import text_of_capture
from amanat.adapters.formats.captures.records import Contents, gather
from amanat.adapters.formats.captures.unpacked import Purse, Unpacked
from amanat.adapters.formats.html_page import warm_up as warm_up_pages
from amanat.adapters.sandbox.terms import RefusalError

_STARTS = b"WARC/"


def warc(untrusted: bytes, options: Mapping[str, Any]) -> dict[str, Any]:
    """Raises RefusalError; what is packed with gzip and no WARC is named."""
    head = io.BufferedReader(Unpacked(io.BytesIO(untrusted), Purse())).read(len(_STARTS))
    if head != _STARTS:
        raise RefusalError("unsupported-kind", kind="a gzip archive" if head else "a damaged gzip archive")
    contents = Contents()
    gather(io.BytesIO(untrusted), contents, Purse())
    found = text_of_capture(contents, (), (), options)
    return {**found, "media_type": "application/warc"}


def warm_up() -> None:
    warm_up_pages()
