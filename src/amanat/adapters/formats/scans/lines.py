"""From tesseract's table of words to lines with places, as a PDF's lines are, so that both become paragraphs
in the same way.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import median

from amanat.adapters.formats.pdf_lines import JOIN, PdfLine

_POINTS = 72 / 300
_WORD = 5
_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Direction marks, which tesseract sets around numbers; they are on no paper."""
_HAN = "\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uff65"
HAN_GAP = re.compile(f"(?<=[{_HAN}])[ ](?=[{_HAN}])")
"""A space between Han letters: the writing has none."""
_ALIKE = 1.5
_DIVIDED = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]$")


@dataclass(frozen=True, slots=True)
class _Word:
    line: tuple[int, int, int]
    left: int
    top: int
    width: int
    height: int
    sure: float
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """``lines`` in reading order; ``sureness`` of their letters, 0 to 100; ``boxes`` of the words (left, top,
    width, height) in points of the picture.
    """

    lines: list[PdfLine]
    sureness: float
    boxes: list[tuple[int, int, int, int]]


def read_table(untrusted_table: str, size: tuple[int, int]) -> Table:
    """``size``: the page's width and height in points of the picture. Sureness is weighed by letters, so that
    specks read as dots count for little.
    """
    words = [word for row in untrusted_table.splitlines() if (word := _word(row)) is not None]
    lines: dict[tuple[int, int, int], list[_Word]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    letters = sum(len(each.text) for each in words)
    sureness = sum(each.sure * len(each.text) for each in words) / letters if letters else 0.0
    placed = _evenly_high([_line(each, size) for each in lines.values()])
    boxes = [(each.left, each.top, each.width, each.height) for each in words]
    return Table(_divided(placed), sureness, boxes)


def _word(row: str) -> _Word | None:
    """Columns: level, page, block, paragraph, line, word, left, top, width, height, sureness, text."""
    columns = row.split("\t")
    if len(columns) != 12 or columns[0] != str(_WORD) or not (text := _MARKS.sub("", columns[11]).strip()):
        return None
    block, paragraph, line, _, left, top, width, height = map(int, columns[2:10])
    return _Word((block, paragraph, line), left, top, width, height, float(columns[10]), text)


def _line(words: Sequence[_Word], size: tuple[int, int]) -> PdfLine:
    width, height = size
    text = HAN_GAP.sub("", " ".join(each.text for each in words))
    left, right = min(each.left for each in words), max(each.left + each.width for each in words)
    if _right_to_left(text):  # paragraphs are told by where lines begin and end: here, the other way round
        left, right = width - right, width - left
    top, bottom = min(each.top for each in words), max(each.top + each.height for each in words)
    return PdfLine(
        text,
        left * _POINTS,
        right * _POINTS,
        (height - top) * _POINTS,
        (height - bottom) * _POINTS,
        height * _POINTS,
    )


def _evenly_high(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """Lines of one type size as high as each other: a line's box is as high as its letters happen to reach."""
    usual = median(each.height for each in lines) if lines else 0.0
    return [
        replace(each, top=(each.top + each.bottom + usual) / 2, bottom=(each.top + each.bottom - usual) / 2)
        if usual / _ALIKE < each.height < usual * _ALIKE
        else each
        for each in lines
    ]


def _right_to_left(text: str) -> bool:
    kinds = [unicodedata.bidirectional(each) for each in text]
    return sum(each in ("R", "AL") for each in kinds) > sum(each == "L" for each in kinds)


def _divided(lines: Iterable[PdfLine]) -> list[PdfLine]:
    """A hyphen at a line's end as pdfium marks a divided word."""
    return [replace(each, text=_DIVIDED.sub(JOIN, each.text)) for each in lines]
