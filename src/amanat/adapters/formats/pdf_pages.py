"""PDF to text: pdfium's lines, page by page, put together as paragraphs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pypdfium2  # type: ignore[import-untyped]  # ships no types

from amanat.adapters.formats.encoding import newlines, without_controls
from amanat.adapters.formats.pdf_columns import in_reading_order
from amanat.adapters.formats.pdf_lines import PdfLine, lines_on
from amanat.adapters.formats.pdf_paragraphs import flowing, page_marks, paragraphs
from amanat.adapters.formats.scans.lines import HAN_GAP
from amanat.adapters.formats.scans.page import Wish
from amanat.adapters.formats.scans.pages import Scan, drawn, looks_scanned, read_pages
from amanat.adapters.sandbox.terms import RefusalError

_WRONG_PASSWORD = 4
_TAIL = 2048


def pdf(untrusted: bytes, options: Mapping[str, Any]) -> dict[str, Any]:
    """The text, where its pages begin, and what a person should know of it.

    ``options``: ``max_pages``; and, for pages that are pictures to be read too, what ``Wish.of`` takes.
    Raises RefusalError.
    """
    document = _opened(untrusted)
    if len(document) > options["max_pages"]:
        raise RefusalError("pdf-too-many-pages", pages=len(document), limit=options["max_pages"])
    pages, damaged = _lines(document)
    scanned = [number for number, lines in enumerate(pages, 1) if looks_scanned(document, number, lines)]
    scan = _read_scanned(document, pages, [each for each in scanned if each not in damaged], options)
    found, running = paragraphs(pages)
    found = [_without_gaps(page) if number in scan.read else page for number, page in enumerate(found, 1)]
    text, starts = flowing(found)
    text, replaced = without_controls(newlines(text))
    if not any(each.isalpha() for each in text):
        if damaged:
            raise RefusalError("pdf-damaged")
        if scan.read:
            scan.refuse(Wish.of(options))
        raise RefusalError("pdf-without-text", pages=len(document))
    title = (document.get_metadata_dict().get("Title") or "").strip()
    return {
        "text": text,
        "replaced": replaced,
        "positions": page_marks(starts),
        "running": running,
        "hints": {"title": without_controls(newlines(title))[0] or None},
        "empty_pages": [number for number, page in enumerate(found, 1) if not page and number not in damaged],
        "damaged_pages": damaged,
        "scanned_pages": scanned,
        **({"scan": scan.facts(len(document))} if scan.read else {}),
        "cut_off": b"%%EOF" not in untrusted[-_TAIL:],
        "unmapped": _unmapped(text),
    }


def _opened(untrusted: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(untrusted)
    except pypdfium2.PdfiumError as fault:
        code = "pdf-encrypted" if fault.err_code == _WRONG_PASSWORD else "pdf-damaged"
        raise RefusalError(code) from None


def _lines(document: pypdfium2.PdfDocument) -> tuple[list[list[PdfLine]], list[int]]:
    """Each page's lines, and the numbers of pages that could not be read."""
    pages: list[list[PdfLine]] = []
    damaged = []
    for number in range(len(document)):
        try:
            pages.append(in_reading_order(lines_on(document[number])))
        except pypdfium2.PdfiumError:
            pages.append([])
            damaged.append(number + 1)
    return pages, damaged


def _read_scanned(
    document: pypdfium2.PdfDocument,
    pages: list[list[PdfLine]],
    numbers: list[int],
    options: Mapping[str, Any],
) -> Scan:
    """Reads pages that are pictures, if that is wished for, and puts their lines among those of the others."""
    if "tessdata" not in options:
        return Scan()
    scan = read_pages(drawn(document, numbers), Wish.of(options))
    for number in numbers:
        pages[number - 1] = scan.lines(number) or pages[number - 1]
    return scan


def _without_gaps(page: list[str]) -> list[str]:
    return [HAN_GAP.sub("", paragraph) for paragraph in page]


def _unmapped(text: str) -> bool:
    """Whether the file's fonts do not say which letters they show: the text layer is then no text."""
    odd = sum(1 for each in text if each == "\ufffd" or "\ue000" <= each <= "\uf8ff")
    return odd > 0.1 * len(text)
