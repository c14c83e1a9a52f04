"""The lines of a page, with hard-wrapped paragraphs joined, each an exact stretch of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from amanat.core.reading.looks import (
    SENTENCE_END,
    field_label,
    is_bullet,
    is_byline,
    is_date_line,
    is_label,
    is_turn,
)

_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_CUT = 45
"""A line shorter than this was not broken because the column was full."""


@dataclass(frozen=True, slots=True)
class Line:
    """``text`` is the report's text from ``start`` to ``end``, without white space at its ends."""

    start: int
    end: int
    text: str
    gap: bool
    """Whether an empty line, or the beginning of the page, stands above it."""


def lines_of(text: str) -> list[Line]:
    """The page's lines that hold something; where the text is broken at a column, its paragraphs."""
    lines = list(_lines(text))
    width = _column(lines)
    return list(_joined(text, lines, width)) if width else lines


def _lines(text: str) -> Iterator[Line]:
    gap, at = True, 0
    ends = [(found.start(), found.end()) for found in _LINE_END.finditer(text)]
    for end, following in [*ends, (len(text), len(text))]:
        raw = text[at:end]
        stripped = raw.strip()
        if stripped:
            start = at + raw.index(stripped)
            yield Line(start, start + len(stripped), stripped, gap)
        gap, at = not stripped, following


def _column(lines: list[Line]) -> int | None:
    """The width at which paragraphs are broken, or None: where long lines go on in the next with a small
    letter, the text is broken at a column; where lines are as long as paragraphs, or end with room for the next
    word, as in a post without full stops, it is not."""
    going_on = small = whole = 0
    for line, following in pairwise(lines):
        if len(line.text) > 125:
            whole += 1
        elif len(line.text) >= _CUT and not following.gap and not SENTENCE_END.search(line.text):
            going_on += 1
            small += following.text[0].islower()
    if small < 2 or small * 3 < going_on or small <= 2 * whole:
        return None
    lengths = sorted(len(line.text) for line in lines if len(line.text) <= 125)
    width = lengths[int(len(lengths) * 0.9)]
    return None if _roomy(lines, width) * 4 > going_on else width


def _roomy(lines: list[Line], width: int) -> int:
    """How many of the lines that go on in the next would have had room for its first word."""
    return sum(
        len(line.text) + 1 + len(following.text.split(maxsplit=1)[0]) < 0.8 * width
        for line, following in pairwise(lines)
        if _CUT <= len(line.text) <= 125 and not following.gap and not SENTENCE_END.search(line.text)
    )


def _joined(text: str, lines: list[Line], width: int) -> Iterator[Line]:
    """A line goes on in the next if the next one's first word had no more room in it."""
    held = lines[0]
    last = held.text
    for following in lines[1:]:
        if not following.gap and _goes_on(last, following.text, width):
            held = Line(held.start, following.end, text[held.start : following.end], held.gap)
        else:
            yield held
            held = following
        last = following.text
    yield held


def _goes_on(line: str, following: str, width: int) -> bool:
    if is_turn(following) or is_bullet(following) or is_label(following) or is_date_line(following):
        return False
    if field_label(following) and len(line) < 0.7 * width:
        return False
    if is_label(line) or is_byline(line):
        return False
    if following[0].islower() and len(line) >= 0.5 * width and not SENTENCE_END.search(line):
        return True
    first = following.split(maxsplit=1)[0]
    return len(line) + 1 + len(first) > 0.85 * width
