"""The paragraphs that a second reader is given, one at a time, each with a little of what stands before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from amanat.core.reading.zones import Zone, zoned

LONGEST = 3000
"""Code points of one piece: with the question and the answer it fits a context of 8,192 tokens in any script."""

_HEADLINE, _BEFORE = 300, 600
"""Code points shown of the headline and of the paragraph before."""

_SENTENCE_END = re.compile(r"[.!?…。！？؟۔։።]+[\"'”’»)\]]*\s+|[。！？]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``text`` is ``report.text[start:end]``, in code points; ``number`` counts from 1.

    ``before``: the headline and the end of what precedes, for the reader to know who "she" is. No claim may be
    quoted from it.
    """

    number: int
    start: int
    end: int
    text: str
    before: str = ""


def paragraphs(text: str, headline: str | None = None) -> tuple[Paragraph, ...]:
    """Headline and body of a report, in order. A paragraph too long for one question is cut at sentence ends."""
    page = zoned(text, headline)
    stretches = [
        piece
        for block in page.blocks
        if block.zone in (Zone.HEADLINE, Zone.BODY)
        for piece in _pieces(text, block.start, block.end)
        if any(letter.isalpha() for letter in text[slice(*piece)])
    ]
    found: list[Paragraph] = []
    for number, (start, end) in enumerate(stretches, start=1):
        previous = found[-1].text if found else ""
        shown = "" if number == 1 else _before(headline, previous)
        found.append(Paragraph(number, start, end, text[start:end], shown))
    return tuple(found)


def _before(headline: str | None, previous: str) -> str:
    shown = [] if headline is None or headline in previous else [headline[:_HEADLINE]]
    return "\n".join([*shown, previous[-_BEFORE:]]).strip()


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        cut = _cut(text, start, start + LONGEST)
        yield start, cut
        start = cut
    yield start, end


def _cut(text: str, start: int, latest: int) -> int:
    """After the last sentence that ends in the second half, else after the last space there, else anywhere."""
    middle = (start + latest) // 2
    ends = [found.end() for found in _SENTENCE_END.finditer(text, middle, latest)]
    return ends[-1] if ends else max(text.rfind(" ", middle, latest) + 1, 0) or latest
