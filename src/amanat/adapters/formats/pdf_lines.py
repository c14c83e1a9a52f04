"""A page of a PDF as lines with their places on it, as pdfium finds them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2  # type: ignore[import-untyped]  # ships no types

JOIN = "\ufffe"
"""pdfium's mark where a word was divided at the end of a line."""
_LINE = re.compile(f"[^\r\n{JOIN}]+(?:{JOIN})?")


@dataclass(frozen=True, slots=True)
class PdfLine:
    """``text`` may end with ``JOIN``. Places are in points, from the page's lower left corner."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    page_height: float

    @property
    def height(self) -> float:
        return self.top - self.bottom


def lines_on(page: pypdfium2.PdfPage) -> list[PdfLine]:
    """The page's lines in the order they stand in the file. Raises pypdfium2.PdfiumError."""
    textpage = page.get_textpage()
    try:
        return list(_located(textpage, page.get_height()))
    finally:
        textpage.close()


def _located(textpage: pypdfium2.PdfTextPage, page_height: float) -> Iterator[PdfLine]:
    text = textpage.get_text_range()
    # pdfium counts characters; where it needs two of its own for one of ours the boxes would be shifted
    exact = textpage.count_chars() == len(text)
    for found in _LINE.finditer(text):
        line = found.group()
        first = found.start() + len(line) - len(line.lstrip())
        last = found.start() + len(line.rstrip(" \t" + JOIN)) - 1
        if last < first:
            continue
        start = (
            textpage.get_charbox(min(first, textpage.count_chars() - 1), loose=True)
            if exact
            else (0, 0, 0, 0)
        )
        end = (
            textpage.get_charbox(min(last, textpage.count_chars() - 1), loose=True) if exact else (0, 0, 0, 0)
        )
        yield PdfLine(line.strip(), start[0], end[2], start[3], start[1], page_height)
