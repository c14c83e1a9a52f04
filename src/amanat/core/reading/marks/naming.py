"""Names in a text that is not parsed: places by the gazetteer, people by the lists and endings of core/names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from amanat.core.claim import Mark, MarkKind
from amanat.core.names.common import variants
from amanat.core.names.parsing.markers import marked, standing_alone
from amanat.core.names.parsing.tables import words_by_list
from amanat.core.names.parsing.words import form_of
from amanat.core.places import GazetteerPlace, PlaceKind, lookup, mentions
from amanat.core.reading.marks.finding import mark
from amanat.core.reading.marks.lexicon import WordList

_WORD = re.compile(r"[^\W\d_][\w\u0640\u064b-\u0652'’ʻ-]*")
_HAN_RUN = re.compile(r"[\u3400-\u9fff]+")
_DOTTED = re.compile(r"[\u3400-\u9fff]{1,8}(?:[·•・‧∙][\u3400-\u9fff]{1,8}){1,3}")
_DOTS = re.compile("[·•・‧∙]")
_LARGE = frozenset((PlaceKind.COUNTRY, PlaceKind.DIVISION, PlaceKind.CITY, PlaceKind.COUNTY))
_LONGEST_HAN = 9
_UNCASED = frozenset(("ug", "ar", "fa", "ur", "ps", "ckb"))
_CLITICS = re.compile(r"^(?:و|ف)?(?:ب|ل|ك)?(?=.{3})")
_MOST_WORDS = 3


def places_in(text: str, words: WordList) -> Iterator[Mark]:
    """Places that the gazetteer knows, endings taken off; ``meaning`` is the place's name in English and its land."""
    if words.language == "zh":
        yield from _han_places(text)
        return
    for found in mentions(text):
        yield mark(text, found.start, found.end, MarkKind.PLACE, _described(found.places[0]))
    tokens = list(_WORD.finditer(text))
    at = 0
    while at < len(tokens):
        length, place = _place_at(text, tokens, at, words)
        if place is not None:
            start, end = tokens[at].start(), tokens[at + length - 1].end()
            yield mark(text, start, end, MarkKind.PLACE, _described(place))
        at += max(length, 1)


def _place_at(
    text: str, tokens: list[re.Match[str]], at: int, words: WordList
) -> tuple[int, GazetteerPlace | None]:
    """The longest known name that begins at a word; whole words, then without what may stand before or behind."""
    uncased = words.language in _UNCASED
    if not uncased and not tokens[at].group()[0].isupper():
        return 0, None
    for length in range(min(_MOST_WORDS, len(tokens) - at), 0, -1):
        start, end = tokens[at].start(), tokens[at + length - 1].end()
        written = text[start:end]
        if "\n" in written or len(written) < 3 or written in words.no_places:
            continue
        for form in _forms(written, words, uncased):
            large = [place for place in lookup(form) if place.kind in _LARGE]
            if large and (length > 1 or not uncased or len(form) > 3):
                return length, large[0]
    return 0, None


def _forms(written: str, words: WordList, uncased: bool) -> Iterator[str]:
    yield written
    if uncased and words.language in ("ar", "fa"):
        bare = _CLITICS.sub("", written)
        yield bare
        yield bare.removeprefix("ال")
    for ending in words.endings:
        stem = written.removesuffix(ending)
        if stem != written and len(stem) > 2:
            yield stem
            yield stem.rstrip("’'ʻ-")


def _han_places(text: str) -> Iterator[Mark]:
    for run in _HAN_RUN.finditer(text):
        at = run.start()
        while at < run.end():
            length, place = _han_place_at(text, at, run.end())
            if place is not None:
                yield mark(text, at, at + length, MarkKind.PLACE, _described(place))
            at += max(length, 1)


def _han_place_at(text: str, at: int, limit: int) -> tuple[int, GazetteerPlace | None]:
    for length in range(min(_LONGEST_HAN, limit - at), 1, -1):
        found = lookup(text[at : at + length])
        fitting = [place for place in found if length > 2 or place.kind in _LARGE]
        if fitting:
            return length, fitting[0]
    return 0, None


def _described(place: GazetteerPlace) -> str:
    outer = place.within[-1].name if place.within else ""
    return f"{place.name} ({outer})" if outer and outer != place.name else place.name


def _sounding(name: str) -> tuple[int, int]:
    """Where a dotted name begins and ends: with the characters that spell names by sound, next to its dots."""
    first, last = _DOTS.split(name)[0], _DOTS.split(name)[-1]
    begin, end = len(first), 0
    while begin > 0 and first[begin - 1] in _sounds():
        begin -= 1
    while end < len(last) and last[end] in _sounds():
        end += 1
    whole = len(name)
    return begin if begin < len(first) else 0, whole - len(last) + (end or len(last))


@cache
def _sounds() -> frozenset[str]:
    lists = words_by_list("han.tsv")
    # 的 spells names too, but far oftener says whose something is.
    return (lists["sounds"] | lists["sounds-only"]) - {"的"}


# -- people --------------------------------------------------------------------------------------------------


def people_in(text: str, words: WordList) -> Iterator[Mark]:
    """Likely personal names; ``meaning`` gives the names in Latin letters that a part is known to be a form of."""
    if words.language == "zh":
        for found in _DOTTED.finditer(text):
            begin, stop = _sounding(found.group())
            start, end = found.start() + begin, found.start() + stop
            yield mark(text, start, end, MarkKind.PERSON, _known(_DOTS.split(text[start:end]), words))
        return
    tokens = list(_WORD.finditer(text))
    at = 0
    while at < len(tokens):
        run = _without_start(text, _run(text, tokens, at, words), words)
        if run and _is_name(run, words):
            yield mark(text, run[0].start(), run[-1].end(), MarkKind.PERSON, _known(_bare(run, words), words))
            at = tokens.index(run[-1], at) + 1
        else:
            at += 1


def _without_start(text: str, run: list[re.Match[str]], words: WordList) -> list[re.Match[str]]:
    """Without a word that has its capital from the sentence's start, or that names a place, where a name follows."""
    while len(run) > 1 and words.language not in _UNCASED:
        first = run[0]
        before = text[max(0, first.start() - 5) : first.start()].rstrip(" \u00a0")
        starts = not before or before[-1] in '.!?…:\n«»“”"—–'
        if _looks_like_name(first.group(), words) or not (starts or _names_place(first.group(), words)):
            break
        run = run[1:]
    return run


def _names_place(word: str, words: WordList) -> bool:
    return any(lookup(form) for form in _forms(word, words, uncased=False))


def _run(text: str, tokens: list[re.Match[str]], at: int, words: WordList) -> list[re.Match[str]]:
    """Words that may be one name: capitalised, or in letters without capitals those that look like names."""
    run: list[re.Match[str]] = []
    for token in tokens[at : at + _MOST_WORDS]:
        beside = not run or text[run[-1].end() : token.start()] in (" ", "\u00a0", "-")
        likely = (
            _looks_like_name(token.group(), words)
            if words.language in _UNCASED
            else token.group()[0].isupper()
        )
        if not beside or not likely:
            break
        run.append(token)
    return run


def _is_name(run: list[re.Match[str]], words: WordList) -> bool:
    told = [bool(variants(word)) for word in _bare(run, words)]
    fathers = [_has_marker(word) for word in _bare(run, words)]
    if words.language in _UNCASED:
        return len(run) > 1 and sum(told) + sum(fathers) > 1
    if len(run) == 1 and lookup(run[0].group()):
        return False
    return any(fathers) or (any(told) and (len(run) > 1 or len(run[0].group()) > 3))


def _looks_like_name(word: str, words: WordList) -> bool:
    return any(variants(form) or _has_marker(form) for form in _stems(word, words))


def _has_marker(word: str) -> bool:
    form = form_of(word)
    return len(word) > 4 and (marked(form) is not None or standing_alone(form) is not None)


def _bare(run: list[re.Match[str]], words: WordList) -> list[str]:
    """The words of a name as they are known, without the ending that the last one may have."""
    return [
        next((stem for stem in _stems(each.group(), words) if variants(stem)), each.group()) for each in run
    ]


def _stems(word: str, words: WordList) -> Iterator[str]:
    yield word
    for ending in words.endings:
        if len(ending) > 1 and len(word) - len(ending) > 3 and word.endswith(ending):
            yield word.removesuffix(ending).rstrip("’'")


def _known(parts: list[str], words: WordList) -> str:
    """In Latin letters, where the letters of the text are not told by sound alone: the tables' spelling is Uyghur's."""
    if words.language not in ("ug", "zh"):
        return ""
    names = [min(known) if (known := variants(part)) else "…" for part in parts]
    return " ".join(names) if any(name != "…" for name in names) else ""
