"""Finds what an English text says of time: ``find_dates(text)``."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from amanat.core.dates.bounding import bounded
from amanat.core.dates.english import absolute, phrases
from amanat.core.dates.english.atoms import Context, Scanner
from amanat.core.dates.english.joining import (
    between_days,
    is_stretch,
    listed,
    reckoned,
    said_about,
    stretch,
    together,
    within,
)
from amanat.core.dates.english.qualifiers import qualifiers_of
from amanat.core.dates.english.support import Term, bound_of, is_date
from amanat.core.dates.mention import (
    Absolute,
    Anchor,
    Bound,
    DateMention,
    Direction,
    Duration,
    Partial,
    Relative,
    Value,
)

__all__ = ["find_dates"]

_SCANNER = Scanner([*phrases.RULES, *absolute.RULES])


def find_dates(text: str, *, day_first: bool | None = None) -> tuple[DateMention, ...]:
    """Every date, partial date, relative date and duration in the order of the text, none overlapping.

    ``day_first`` says what other dates of the same page have settled about "01/03/2020"; without it such a
    date is `Ambiguous`. Offsets are code points, and ``text[start:end]`` is the mention's text.
    """
    return _found(text, day_first)


@lru_cache(maxsize=512)
def _found(text: str, day_first: bool | None) -> tuple[DateMention, ...]:
    """Kept for a page or two: a line is looked at again and again for what it may be."""
    terms = _terms(text, Context(day_first))
    mentions: list[DateMention] = []
    at = 0
    while at < len(terms):
        mention, used = _mention(text, terms, at)
        if mention:
            mentions.append(mention)
        at += used
    return tuple(mentions)


def _terms(text: str, context: Context) -> list[Term]:
    terms: list[Term] = []
    limit = 0
    for atom in _SCANNER.scan(text, context):
        terms.append(Term(atom, qualifiers_of(text, atom.start, limit)))
        limit = atom.end
    return terms


def _mention(text: str, terms: list[Term], at: int) -> tuple[DateMention | None, int]:
    """What begins with the term, and how many terms that takes."""
    first, following = terms[at], terms[at + 1 : at + 8]
    if following and (pair := _pair(text, first, following[0])):
        return pair, 2
    count, word = listed(text, [first, *following])
    members = terms[at : at + count]
    if word and (is_date(first, text) or any(not term.atom.weak for term in members)):
        value = together(members, word)
        if value:
            return _qualified(text, first, members[-1], value), count
    if not is_date(first, text):
        return None, 1
    return _qualified(text, first, first, first.atom.value), 1


def _pair(text: str, first: Term, second: Term) -> DateMention | None:
    """Two dates as one: from .. to, three days after, in March last year."""
    if is_stretch(text, first, second):
        value = stretch(first, second)
        if value and (is_date(first, text) or not second.atom.weak):
            return _made(text, first, second, value)
    found = reckoned(text, first, second) or within(text, first, second)
    return _qualified(text, first, second, found) if found else None


def _made(text: str, first: Term, last: Term, value: Value) -> DateMention:
    return DateMention(first.words.start, last.atom.end, text[first.words.start : last.atom.end], value)


def _qualified(text: str, first: Term, last: Term, value: Value) -> DateMention:
    """With the first one's since, until, early and about applied, or noted where they must wait."""
    bound, part, about = bound_of(first), first.words.part, first.words.about
    if first.words.between:
        value = between_days(value)
    if isinstance(value, Absolute):
        value = Absolute(bounded(said_about(value.edtf, first), bound, part))
    elif isinstance(value, Duration) and bound is Bound.AFTER:
        value = Relative(Anchor.PREVIOUS, value.unit, value.min, value.max, Direction.LATER)
        bound = Bound.AT
    elif part and isinstance(value, Partial | Relative):
        value = replace(value, part=part)
    return replace(_made(text, first, last, value), bound=bound, about=about)
