"""A report's words with their places, its sentences, and what of it is quoted: what every comparison works on.

Lines that are no sentences (menus, buttons, lists of links) are left out: pages of one outlet share those, and
copies of one text do not.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from amanat.core.echo.rarity import ranks, rarity, stem
from amanat.core.echo.report import Report
from amanat.core.names.folding import folded

_WORD = re.compile(
    "[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\\W_\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+(?:['’ʼ`][^\\W_]+)*"
)
_POSSESSIVE = re.compile("['’ʼ]s$")
_ENDS = re.compile('[.!?…。！？؟۔]+["”’»)\\]」]*(?=\\s|$)|[。！？]')
_ABBREVIATED = re.compile(
    r"(?:\b[A-ZА-Я]|\b(?:Mr|Mrs|Ms|Dr|St|Sta|Fr|Lt|Col|Gen|No|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Art))\.$"
)
_PARTED = re.compile(r"\s[|·•›»>]\s")
_QUOTE_MARKS = {"“": "”", "«": "»", "„": "“", '"': '"', "「": "」"}
_QUOTE_MARK = re.compile('[“”«»„"「」]')
_LONGEST_QUOTE = 2_000
_FEW_WORDS = 7
_LIKELY_WRAPPED = 55
"""Characters of a line that may have been broken to fit the page's width."""
_NAME_WEIGHT, _NUMBER_WEIGHT = 0.15, 0.25
"""Whoever reports of the same person has the same names and numbers; it is how it is said that is copied."""


@dataclass(frozen=True, slots=True)
class Word:
    """``text[start:end]``; ``key`` is what is compared. ``quoted``: inside quotation marks."""

    start: int
    end: int
    plain: str
    key: str
    weight: float
    is_name: bool
    is_number: bool
    quoted: bool
    sentence: int

    @property
    def says_much(self) -> bool:
        return self.weight >= 0.4 and not self.is_name and not self.is_number


@dataclass(frozen=True)
class Words:
    """``sentences``: first and past the last word of each."""

    report: Report
    words: tuple[Word, ...]
    sentences: tuple[tuple[int, int], ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    def within(self, stretches: Iterable[tuple[int, int]]) -> list[Word]:
        """The words that begin in one of the stretches of the text, each once."""
        found: set[int] = set()
        for start, end in stretches:
            found.update(range(bisect_left(self._starts, start), bisect_left(self._starts, end)))
        return [self.words[at] for at in sorted(found)]

    def covered(self, stretches: Iterable[tuple[int, int]]) -> set[int]:
        """The sentences of which more than half the words lie in ``stretches``."""
        inside: dict[int, int] = defaultdict(int)
        for word in self.within(stretches):
            inside[word.sentence] += 1
        return {
            number for number, (first, last) in enumerate(self.sentences) if inside[number] * 2 > last - first
        }

    def said(self, first: int, last: int) -> str:
        """The text from one word to another, both included."""
        return self.report.text[self.words[first].start : self.words[last].end]


def words_of(report: Report) -> Words:
    """The words of ``report`` in the order of its text."""
    quoted = sorted(_quoted(report.text))
    found: list[Word] = []
    sentences: list[tuple[int, int]] = []
    for start, end in _sentences(report.text):
        first = len(found)
        found.extend(_words_in(report.text, start, end, len(sentences), quoted))
        if len(found) > first:
            sentences.append((first, len(found)))
    return Words(report, tuple(found), tuple(sentences))


def _words_in(
    text: str, start: int, end: int, sentence: int, quoted: list[tuple[int, int]]
) -> Iterator[Word]:
    shouted = text[start:end].isupper()
    for number, match in enumerate(_WORD.finditer(text, start, end)):
        plain = _folded(_POSSESSIVE.sub("", match.group()))
        if not plain:
            continue
        name = not shouted and _is_name(match.group(), plain, number == 0)
        digits = plain[0].isdigit()
        weight = _NUMBER_WEIGHT if digits else _NAME_WEIGHT if name else rarity(plain)
        at = match.start()
        before = bisect_right(quoted, (at, len(text))) - 1
        inside = before >= 0 and at < quoted[before][1]
        yield Word(
            at,
            match.end(),
            plain,
            plain if name or digits else stem(plain),
            weight,
            name,
            digits,
            inside,
            sentence,
        )


@lru_cache(maxsize=1 << 16)
def _folded(word: str) -> str:
    return folded(word).replace(" ", "")


def _is_name(written: str, plain: str, first: bool) -> bool:
    """Capitals make a name, except at the beginning of a sentence, where an ordinary word has one too."""
    if not written[0].isupper():
        return False
    return not first or (plain.isascii() and ranks().get(plain, 1 << 20) > 12_000)


# -- sentences -----------------------------------------------------------------------------------------------


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    for start, end in _paragraphs(text):
        cuts = [start]
        for stop in _ENDS.finditer(text, start, end):
            if not _ABBREVIATED.search(text, max(start, stop.start() - 6), stop.end()):
                cuts.append(stop.end())
        cuts.append(end)
        yield from ((one, other) for one, other in pairwise(cuts) if text[one:other].strip())


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Lines, those broken to a width joined, without those that are no sentences."""
    start: int | None = None
    for begin, end in _lines(text):
        start = begin if start is None else start
        if end - begin >= _LIKELY_WRAPPED and _goes_on(text, end):
            continue
        if not is_furniture(text[start:end]):
            yield start, end
        start = None
    if start is not None and not is_furniture(text[start:]):
        yield start, len(text)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.splitlines(keepends=True):
        yield at, at + len(line.rstrip())
        at += len(line)


def _goes_on(text: str, end: int) -> bool:
    """Whether the line is broken inside a sentence: no mark at its end, and a small letter begins the next."""
    rest = text[end : end + 3].lstrip(" \t\r")
    return (
        rest[:1] == "\n" and rest[1:2].islower() and text[end - 1 : end] not in (".", "!", "?", ":", "”", '"')
    )


def is_furniture(line: str) -> bool:
    """A line of a page that tells nothing: links with signs between, or a few words that end in no full stop."""
    said = line.strip()
    if _PARTED.search(said) and not _ENDS.search(said):
        return True
    return len(_WORD.findall(said)) <= _FEW_WORDS and not _ENDS.search(said) and said[-1:] not in (":", ",")


# -- quotations ----------------------------------------------------------------------------------------------


def _quoted(text: str) -> Iterator[tuple[int, int]]:
    """What stands between marks; a quotation left open ends with its paragraph."""
    opened, closing = -1, ""
    for mark in _QUOTE_MARK.finditer(text):
        sign, at = mark.group(), mark.start()
        if opened >= 0 and ("\n" in text[opened:at] or at - opened > _LONGEST_QUOTE):
            yield opened, text.find("\n", opened) if "\n" in text[opened:at] else opened + _LONGEST_QUOTE
            opened = -1
        if opened >= 0 and (sign == closing or sign in "”»」"):
            yield opened, at
            opened = -1
        elif opened < 0 and sign in _QUOTE_MARKS and not text[at - 1 : at].isdigit():
            opened, closing = at + 1, _QUOTE_MARKS[sign]
