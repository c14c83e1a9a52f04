"""Marked passages: what a program can show in a text whose language it does not read for claims.

A mark says where a date, a number, a known place, a likely name or a word for an act stands, and no more: who did
what to whom is for a person to read. Marks are made from the text alone, whenever they are asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from amanat.core.claim import Mark, MarkKind
from amanat.core.reading.language import SEVERAL, language_of
from amanat.core.reading.marks.finding import acts_in, dates_in, numbers_in
from amanat.core.reading.marks.lexicon import languages, word_list
from amanat.core.reading.marks.naming import people_in, places_in

__all__ = ["MOST", "marks_of", "passage_around", "what_is_not_read", "what_is_read"]

MOST = 20_000
"""Marks of one text; after that many nobody is helped by more."""
_LONGEST = 400_000
"""Characters; what stands further down is not searched."""
_ENDS = re.compile(r"[.!?؟۔](?=\s|$)|[。！？\n]")
_LONGEST_PASSAGE = 1_000
_ORDER = (MarkKind.ACT, MarkKind.DATE, MarkKind.PERSON, MarkKind.PLACE, MarkKind.NUMBER)
"""Of two marks that overlap, the one whose kind comes first stays; of one kind, the longer."""


def marks_of(text: str, language: str) -> tuple[Mark, ...]:
    """The marks of a text, in its order, none overlapping another. ``language`` as ``language_of`` gives it."""
    if language in ("", "en"):
        return ()
    found = [
        each
        for start, end, tongue in _parts(text[:_LONGEST], language)
        for each in _of_part(text, start, end, tongue)
    ]
    found.sort(key=lambda each: (_ORDER.index(each.kind), each.start - each.end))
    taken = bytearray(len(text))
    kept: list[Mark] = []
    for each in found:
        if not any(taken[each.start : each.end]):
            taken[each.start : each.end] = b"\x01" * (each.end - each.start)
            kept.append(each)
    return tuple(sorted(kept, key=lambda each: each.start)[:MOST])


def _parts(text: str, language: str) -> Iterator[tuple[int, int, str]]:
    """The whole text; one in several languages line by line, each in its own."""
    if language != SEVERAL:
        yield 0, len(text), language
        return
    at = 0
    for line in text.split("\n"):
        tongue = language_of(line)
        if line.strip() and tongue != "en":
            yield at, at + len(line), tongue
        at += len(line) + 1


def _of_part(text: str, start: int, end: int, language: str) -> Iterator[Mark]:
    words, piece = word_list(language), text[start:end]
    for find in (acts_in, dates_in, people_in, places_in, numbers_in):
        for each in find(piece, words):
            yield Mark(each.start + start, each.end + start, each.quote, each.kind, each.meaning)


def passage_around(text: str, at: int) -> tuple[int, int]:
    """The sentence that holds the character at ``at``, by the marks that end sentences in many scripts."""
    begin = max(
        (found.end() for found in _ENDS.finditer(text, max(0, at - _LONGEST_PASSAGE), at)), default=None
    )
    start = begin if begin is not None else max(0, at - _LONGEST_PASSAGE)
    ending = _ENDS.search(text, at, at + _LONGEST_PASSAGE)
    end = ending.end() if ending else min(len(text), at + _LONGEST_PASSAGE)
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def what_is_read(language: str) -> str:
    """For a page: what the marks of a text in this language are."""
    if language in languages() or language == SEVERAL:
        return "dates, numbers, places of the gazetteer, likely names and words for acts"
    return "dates in figures, numbers, places of the gazetteer and likely names"


def what_is_not_read(language: str) -> str:
    """For a page: what the marks leave to a person."""
    if language in languages() or language == SEVERAL:
        return "who did what to whom, whether it happened, and who says so"
    return "words for acts, who did what to whom, whether it happened, and who says so"
