"""A page of a PDF as lines with their places on it, as pdfium finds them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2  # type: ignore[import-untyped]  # ships no types
from pypdfium2 import raw

JOIN = "\ufffe"
"""pdfium's mark where a word was divided at the end of a line."""
ACROSS = -1
_LINE = re.compile(f"[^\r\n{JOIN}]+(?:{JOIN})?")
_SPACE = re.compile(r"[ \t]+")
_WIDE = 1.0
"""A gap wider than this many line heights is no space between words: another column or cell begins."""


@dataclass(frozen=True, slots=True)
class PdfLine:
    """``text`` may end with ``JOIN``. Places are in points, from the page's lower left corner.

    ``row`` numbers the lines as pdfium gives them: the parts of one that was split at wide gaps share it.
    ``apart``: it is a paragraph by itself, whatever stands around it. ``column``: of the page's columns, from
    the left; ``ACROSS`` for what stands across them.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    page_height: float
    row: int = 0
    apart: bool = False
    column: int = 0

    @property
    def height(self) -> float:
        return self.top - self.bottom


def lines_on(page: pypdfium2.PdfPage) -> list[PdfLine]:
    """The page's lines in the order they stand in the file, split at wide gaps. Raises pypdfium2.PdfiumError."""
    textpage = page.get_textpage()
    try:
        return list(_Located(textpage, page.get_height()).lines())
    finally:
        textpage.close()


class _Located:
    """Finds where stretches of a page's text stand."""

    def __init__(self, textpage: pypdfium2.PdfTextPage, page_height: float) -> None:
        self._textpage = textpage
        self._page_height = page_height
        self._text: str = textpage.get_text_range()
        # pdfium counts characters; where it needs two of its own for one of ours the boxes would be shifted
        self._exact = textpage.count_chars() == len(self._text)
        self._rectangle = raw.FS_RECTF()

    def lines(self) -> Iterator[PdfLine]:
        for row, found in enumerate(_LINE.finditer(self._text)):
            for start, end in self._parts(found.start(), found.end()):
                if (line := self._line(start, end, row)) is not None:
                    yield line

    def _line(self, start: int, end: int, row: int) -> PdfLine | None:
        line = self._text[start:end]
        first = start + len(line) - len(line.lstrip())
        last = start + len(line.rstrip(" \t" + JOIN)) - 1
        if last < first:
            return None
        begins, ends = self._box(first), self._box(last)
        left, right = min(begins[0], ends[0]), max(begins[2], ends[2])
        return PdfLine(line.strip(), left, right, begins[3], begins[1], self._page_height, row)

    def _parts(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The line's stretches between wide gaps; from right to left, gaps are measured the other way."""
        at = start
        for space in _SPACE.finditer(self._text, start, end) if self._exact else ():
            if space.start() > at and space.end() < end:
                before, after = self._box(space.start() - 1), self._box(space.end())
                gap = max(after[0] - before[2], before[0] - after[2])
                if gap > _WIDE * max(before[3] - before[1], after[3] - after[1]) > 0:
                    yield at, space.start()
                    at = space.end()
        yield at, end

    def _box(self, index: int) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of a character; asked of pdfium itself, as it is asked very often."""
        if not self._exact:
            return (0.0, 0.0, 0.0, 0.0)
        box = self._rectangle
        if not raw.FPDFText_GetLooseCharBox(self._textpage, index, box):
            raise pypdfium2.PdfiumError("a character without a place")
        return (box.left, box.bottom, box.right, box.top)
