"""Which of a capture's pages is the one it was made for, and that page as text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urldefrag, urljoin

from amanat.adapters.formats.captures.records import CapturedPage, Contents
from amanat.adapters.formats.encoding import decoded
from amanat.adapters.formats.html_page import page as html_page
from amanat.adapters.formats.kinds import kind_of
from amanat.adapters.formats.pdf_pages import pdf
from amanat.adapters.sandbox.terms import RefusalError

_MOST_REDIRECTS = 20
_PARSERS = {"html": html_page, "pdf": pdf}


def text_of_capture(
    contents: Contents, wanted: Sequence[str], changed: Sequence[str], options: Mapping[str, Any]
) -> dict[str, Any]:
    """The main page's text and what is known of the capture. ``wanted``: the addresses it says it was made for;
    ``changed``: its parts that do not agree with its own list of digests. Raises RefusalError.
    """
    page = _main(contents.pages, wanted)
    if page is None:
        if contents.cut_off:
            raise RefusalError("capture-damaged")
        raise RefusalError("capture-without-page", records=contents.records)
    found = _read(page, options)
    others = {urldefrag(each.url).url for each in contents.pages if each.content and _is_sound(each)}
    found["capture"] = {
        "url": page.url[:2000],
        "date": page.date[:40],
        "status": page.status or _status(contents.pages, page.url),
        "software": contents.software[:200],
        "rendered": page.rendered,
        "others": len(others - {urldefrag(page.url).url}),
        "cut_off": contents.cut_off,
        "changed": [each[:200] for each in (*changed, *contents.mismatched)][:20],
    }
    return found


def _main(pages: Sequence[CapturedPage], wanted: Sequence[str]) -> CapturedPage | None:
    """By the address the capture names, following where it leads; else the first page that is sound."""
    for address in wanted:
        for _ in range(_MOST_REDIRECTS):
            found = [each for each in pages if urldefrag(each.url).url == urldefrag(address).url]
            shown = [each for each in found if each.content]
            if shown:
                return max(shown, key=lambda each: each.rendered)
            if not found:
                break
            address = urljoin(address, found[0].location)
    shown = [each for each in pages if each.content.strip()]
    rendered = [each for each in shown if each.rendered]
    return next(iter(rendered or [each for each in shown if _is_sound(each)] or shown), None)


def _is_sound(page: CapturedPage) -> bool:
    return page.status in (0, 200)


def _status(pages: Sequence[CapturedPage], url: str) -> int:
    """What the server said, where the page is kept as the browser had it."""
    return next((each.status for each in pages if each.url == url and each.status), 0)


def _read(page: CapturedPage, options: Mapping[str, Any]) -> dict[str, Any]:
    kind = kind_of(page.content)
    if kind.parser in _PARSERS:
        return _PARSERS[kind.parser](page.content, options)
    read = decoded(page.content)
    if read is None or not any(each.isalnum() for each in read.text):
        raise RefusalError("no-text")
    return {
        "text": read.text,
        "encoding": read.encoding,
        "sure": read.sure,
        "replaced": read.replaced,
        "hints": {},
    }
