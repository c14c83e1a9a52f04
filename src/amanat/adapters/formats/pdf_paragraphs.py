"""From lines on pages to paragraphs: divided words joined, running heads and page numbers kept apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from amanat.adapters.formats.pdf_lines import ACROSS, JOIN, PdfLine
from amanat.adapters.formats.pdf_running import without_running

_SENTENCE_END = re.compile(r"[.!?:…。！？؟][\"'”’»)\]]*$")
_WORD = re.compile(r"\w+(?:-\w+)*")
_JOINED = re.compile(rf"(\w+){JOIN}\s?(\w+)")
_HYPHENATED_PREFIX = re.compile(
    "re|non|co|anti|pre|post|self|ex|semi|multi|sub|inter|de|pro|north|south|east|west|mid|well|ill", re.I
)
_ITEM = re.compile(r"[-–—•▪●*]\s|\(?(\d{1,3}|[a-z])[.)]\s")
_SAME_COLUMN = 40.0
"""Points by which the left edges of one column's lines may differ: indents are less."""
_TORN = re.compile(r"(?<=[^\W\d_])[-\u2010\u00ad]$")
"""A word divided at the end of a line by a sign that pdfium does not take for it."""
_MUCH_SHORTER = 0.3
"""The share of a column by which a line without a full stop must be shorter, to end a paragraph."""


def paragraphs(pages: Sequence[Sequence[PdfLine]]) -> tuple[list[list[str]], list[str]]:
    """Each page's paragraphs, and the running heads and feet: kept once, where they first stand."""
    kept, running = without_running(pages)
    found = [[_joined_lines(group) for group in _grouped(lines)] for lines in kept]
    words = Counter(_WORD.findall("\n".join(each for page in found for each in page)))
    return [[_undivided(each, words) for each in page] for page in found], running


def flowing(pages: Sequence[Sequence[str]]) -> tuple[str, list[int]]:
    """One text, paragraphs separated by empty lines, and the offset at which each page begins.

    A paragraph that stops in the middle of a sentence at a page's end goes on with the next page's first.
    """
    text = ""
    starts = []
    for page in pages:
        goes_on = bool(page) and bool(text) and not _SENTENCE_END.search(text) and page[0][:1].islower()
        text += (" " if goes_on else "\n\n") if text and page else ""
        starts.append(len(text))
        text += "\n\n".join(page)
    return text + "\n", starts


def page_marks(starts: Sequence[int]) -> dict[str, object]:
    """The offsets of pages as positions in the original."""
    return {"unit": "page", "marks": [[at, str(number)] for number, at in enumerate(starts, 1)]}


def _grouped(lines: Sequence[PdfLine]) -> list[list[PdfLine]]:
    steps = [above.top - below.top for above, below in pairwise(lines) if above.top > below.top]
    pitch = median(steps) if steps else 0.0
    groups: list[list[PdfLine]] = []
    edges = {place: _edge(lines, *place) for place in {(line.column, line.left) for line in lines}}
    for line in lines:
        edge = edges[line.column, line.left]
        apart = bool(groups) and (line.apart or groups[-1][-1].apart)
        if groups and not apart and not _begins_paragraph(groups[-1], line, pitch, edge):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _edge(lines: Sequence[PdfLine], column: int, left: float) -> float:
    """How far right the lines of the column reach that begin about there."""
    return max(line.right for line in lines if line.column == column and abs(line.left - left) < _SAME_COLUMN)


def _begins_paragraph(group: Sequence[PdfLine], line: PdfLine, pitch: float, edge: float) -> bool:
    """``pitch``: the usual step from line to line; ``edge``: how far right the lines of this column reach."""
    above = group[-1]
    if above.text.endswith(JOIN):
        return False
    if (above.column == ACROSS) != (line.column == ACROSS):
        return True
    if above.top <= line.top:  # the next column, or no places known: only the sentence tells
        return bool(_SENTENCE_END.search(above.text)) or line.top == line.bottom
    wider = above.top - line.top > 1.4 * pitch
    other_type = abs(above.height - line.height) > 0.2 * max(above.height, line.height)
    indented = len(group) > 1 and line.left > above.left + 0.8 * line.height and above.left <= group[0].left
    listed = bool(_ITEM.match(line.text))
    return wider or other_type or indented or listed or _was_cut_short(above, line, edge)


def _was_cut_short(above: PdfLine, line: PdfLine, edge: float) -> bool:
    """Whether the line's first word had room above; in the middle of a sentence, much room: edges are ragged."""
    room = 0.0 if _SENTENCE_END.search(above.text) else _MUCH_SHORTER * (edge - line.left)
    return above.right + _first_word(line) + room < edge


def _first_word(line: PdfLine) -> float:
    """About how wide the line's first word is, and a space: it would have stood above, had there been no
    break.
    """
    word = line.text.split(maxsplit=1)[0]
    return (len(word) + 2) * (line.right - line.left) / max(1, len(line.text))


def _joined_lines(group: Iterable[PdfLine]) -> str:
    joined = ""
    for line in group:
        if line.text[:1].islower() and not joined.endswith(JOIN):
            joined = _TORN.sub(JOIN, joined)
        goes_on = joined.endswith(JOIN) or (joined[-2:-1].isdigit() and joined.endswith("-"))
        joined += line.text if not joined or goes_on else " " + line.text
    return joined


def _undivided(paragraph: str, words: Counter[str]) -> str:
    """Divided words as one: with the hyphen where the document spells them so, or where it belongs."""

    def whole(found: re.Match[str]) -> str:
        before, after = found.groups()
        with_hyphen, without = f"{before}-{after}", before + after
        if words[with_hyphen] != words[without]:
            return max(with_hyphen, without, key=words.__getitem__)
        keeps = _HYPHENATED_PREFIX.fullmatch(before) or not after[0].islower() or before[-1].isdigit()
        return with_hyphen if keeps else without

    return _JOINED.sub(whole, paragraph).replace(JOIN, "-")
