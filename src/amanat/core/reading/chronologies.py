"""Chronologies in one paragraph or field: "2018-01-19 summoned; 2019-03 detained", "12 May – taken; …".

Each item is a clause of its own, with its own date or none: nothing is known of it from the date of its neighbour.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from amanat.core.dates.english import find_dates
from amanat.core.dates.mention import Absolute, Bound, DateMention, Duration, Relative

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_LEAD_IN = r"[\s\[(*•●▪◦·►→]*(?:[-–—]\s+)?(?:(?:and|then|later|also),?\s+)?"
_WORDED = r"(?:(?:on|in|at|by|around|about|from|the|night of|day of|morning of|evening of)\s+)*"
_PARTED = re.compile(
    r"\s*;\s*|\s+[|•·►→]\s*|\s+(?:-{1,2}|[–—])\s+|—"
    rf"|[.,]\s+(?={_LEAD_IN}{_WORDED}(?:\d|{_MONTH}\b))",
    re.I,
)
"""What may stand between two items; a full stop or a comma only before a date."""
_LEAD = re.compile(_LEAD_IN, re.I)
_WORDS = re.compile(_WORDED, re.I)
_HINT = re.compile(rf"\b(?:19|20)\d\d\b|\b{_MONTH}\b", re.I)
_BARE = re.compile(
    r"(?P<iso>(?P<year>(?:19|20)\d\d)[-/.](?P<month>0[1-9]|1[0-2]))(?![-/.]?\d)"
    r"|(?P<turned>(?P<of>0?[1-9]|1[0-2])[/.](?P<in>(?:19|20)\d\d))(?![-/.]?\d)"
    r"|(?P<alone>(?:19|20)\d\d)(?![-/.]?\d)"
)
"""A month or a year in figures, which in prose may be anything and at the opening of an item is its date."""
_AFTER = re.compile(r"\s*[\])]?\s*(?:[:–—]|-{1,2}(?=\s)|[.,](?=\s))\s*|\s*[\])]\s*|\s+")
_NO_FRAGMENT = re.compile(
    r"(?:was|were|is|are|has|had|have|saw|brought|will|would|marked|began|he|she|they|it|we|i|there|the|an?|and|or|to|but)\b"
    r"|\W|$",
    re.I,
)
_PARTICIPLE = re.compile(
    r"(?:re-?)?(?:\w+ed|taken|held|kept|sent|shot|brought|put|beaten|bound|made|found|driven|seen|told)\b",
    re.I,
)
"""How an item goes on behind "In April 2015", where no mark stands between."""
_SENTENCE = re.compile(
    r"(?<=[^\W\d_]{3})[.!?][\"”’)]?(?=\s+[\"“‘(«]?[^\W\d_a-z])|(?<=\d)[.!?](?=\s+[^\W\d_a-z])"
)
_LABEL = re.compile(r"(?:^|[.!?]\s+|\n)(?P<label>[^.:;!?\n]{2,60}:)\s+")
_LEAST = 2
_LONGEST = 4000
"""What is longer than a long paragraph is no line of a chronology."""


@dataclass(frozen=True, slots=True)
class Item:
    """``text[start:end]`` of the report; ``told`` is where what it tells begins, behind a ``date`` that opens it."""

    start: int
    end: int
    told: int
    date: DateMention | None = None


@dataclass(frozen=True, slots=True)
class _Opening:
    date: DateMention
    told: int
    bare: bool
    """Whether the date stands for itself, before what was then: "2019-03 detained", and not "in March he was"."""


def chronology(text: str, start: int, end: int) -> list[Item]:
    """The items of the paragraph or value ``text[start:end]``, with offsets into ``text``; none where it is prose."""
    line = text[start:end]
    if len(line) > _LONGEST or len(_HINT.findall(line)) < _LEAST:
        return []
    gaps = list(_PARTED.finditer(line))
    if not gaps:
        return []
    reader = _Reader(line)
    first = reader.first(gaps[0].start())
    cuts = list(reader.cuts(gaps, first))
    opened = [reader.opening(at) for at in (first, *(gap.end() for gap in cuts))]
    bare = sum(one is not None and one.bare for one in opened)
    if bare < _LEAST and sum(map(bool, opened)) <= _LEAST:
        return []
    return [
        Item(start + one.start, start + one.end, start + one.told, one.date)
        for one in _items(line, first, cuts, opened)
    ]


class _Reader:
    """The dates of one line, and which of its gaps part items."""

    def __init__(self, line: str) -> None:
        self._line = line
        self._dates = {one.start: one for one in find_dates(line)}
        self._openings: dict[int, _Opening | None] = {}

    def first(self, gap: int) -> int:
        """Where the first item begins: behind a label ("Chronology:") or the prose before it, else at the start."""
        starts = [found.end() for found in _LABEL.finditer(self._line, 0, gap)]
        starts += [found.end() for found in _SENTENCE.finditer(self._line, 0, gap)]
        return next((at for at in sorted(starts, reverse=True) if self.opening(at) is not None), 0)

    def cuts(self, gaps: Sequence[re.Match[str]], first: int) -> Iterator[re.Match[str]]:
        """The gaps between items: before a date, and of the same sort also before what has none. A dash behind a
        date that opens an item parts nothing, nor does one inside a date."""
        sorts = {_sort(gap) for gap in gaps if gap.start() >= first and self.opening(gap.end()) is not None}
        semicolons = any(_sort(gap) == ";" for gap in gaps)
        before = first
        for gap in gaps:
            inside = any(one.start < gap.end() and gap.start() < one.end for one in self._dates.values())
            opening = self.opening(before)
            heads = opening is not None and gap.start() <= opening.told
            if inside or heads or gap.start() < first:
                continue
            own, sort = self.opening(gap.end()), _sort(gap)
            dashed = sort == "-" and not semicolons and sort in sorts
            if (own is not None and (sort != "," or own.bare)) or sort == ";" or sort == "|" or dashed:
                before = gap.end()
                yield gap

    def opening(self, at: int) -> _Opening | None:
        """The date with which what stands at ``at`` opens."""
        if at not in self._openings:
            self._openings[at] = self._opening(at)
        return self._openings[at]

    def _opening(self, at: int) -> _Opening | None:
        lead = _LEAD.match(self._line, at)
        worded = _WORDS.match(self._line, lead.end() if lead else at)
        begin = worded.end() if worded else at
        date = self._dates.get(begin) or _in_figures(self._line, begin)
        if date is None or isinstance(date.value, (Duration, Relative)):
            return None
        after = _AFTER.match(self._line, date.end)
        told = after.end() if after is not None else date.end
        marked = after is not None and bool(after.group().strip())
        rest = self._line[told:]
        worded_so = begin > (lead.end() if lead else at) and not _PARTICIPLE.match(rest)
        fragment = rest[:1].islower() and not _NO_FRAGMENT.match(rest) and not worded_so
        bare = marked or (fragment and date.bound is Bound.AT)
        if not bare and date.start not in self._dates:
            return None
        return _Opening(date, told if bare else at, bare)


def _sort(gap: re.Match[str]) -> str:
    mark = gap.group().strip()
    return mark if mark in (";", ",", ".") else "-" if set(mark) <= set("-–—") else "|"


def _in_figures(line: str, at: int) -> DateMention | None:
    found = _BARE.match(line, at)
    if found is None:
        return None
    year = found["year"] or found["in"] or found["alone"]
    month = found["month"] or found["of"]
    edtf = f"{year}-{int(month):02d}" if month else year
    return DateMention(found.start(), found.end(), found.group(), Absolute(edtf))


def _items(
    line: str, first: int, cuts: Sequence[re.Match[str]], opened: Sequence[_Opening | None]
) -> Iterator[Item]:
    """The last ends with its sentence: what follows is prose again."""
    starts = [first, *(gap.end() for gap in cuts)]
    ends = [*(gap.start() for gap in cuts), len(line)]
    last = max(number for number, one in enumerate(opened) if one is not None)
    for number, (start, end, opening) in enumerate(zip(starts, ends, opened, strict=True)):
        over = _SENTENCE.search(line, opening.told if opening else start, end) if number >= last else None
        if over is not None:
            end = over.end()
        if line[start:end].strip():
            yield Item(start, end, opening.told, opening.date) if opening else Item(start, end, start)
        if over is not None:
            return
