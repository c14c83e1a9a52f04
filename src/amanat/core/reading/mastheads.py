"""Names on a page: of places, of outlets and of bodies that issue reports, told apart by their words.

A name is few words, each with a capital or of the sort that names are made of; an outlet's has a word in it
that outlets are called by ("Courier", "Committee for"), or an acronym behind it.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from amanat.core.places import PlaceKind, lookup, mentions
from amanat.core.reading.wordlists import words

WORD = re.compile(r"[^\W\d_]+(?:[-'’‑][^\W\d_]+)*")
SMALL = frozenset(
    """of the for and & de la le du des del da el al in on an a to by at against from with
    und von et y e i ve wa ul bin""".split()
)
_GENERIC = frozenset(
    """region province oblast district county city state township village near
    central northern southern eastern western""".split()
)
_ACRONYM = re.compile(r"\([A-Z]{2,8}(?:[-/][A-Z]\w+)?\)")
_DEPARTMENT = re.compile(
    r"\s[–—|-]\s(?:[^\W\d_]+[ -]){0,3}(?:desk|unit|department|division|section|office|bureau|secretariat|archives?)\b",
    re.I,
)
"""The part of a body that speaks for it: "Puertas Abiertas – Documentation desk, Callao (Peru)"."""
_STATE = re.compile(
    r"(?:the )?(?:[\w'-]+ ){0,4}(?:republic|kingdom|emirate|state|sultanate|federation|commonwealth|union)"
    r" of [\w' -]{3,40}",
    re.I,
)


def is_place(text: str) -> bool:
    """A place's name, alone or followed by what it lies in; the last of several must be a known place."""
    pieces = [piece.strip() for piece in text.split(",")]
    if len(pieces) > 4 or len(text) > 80 or not all(_is_capitalised(piece) for piece in pieces):
        return False
    if _ACRONYM.search(text) or (len(pieces) > 1 and _has_outlet_word(pieces[0])):
        return False
    if len(pieces) > 1 and not is_known_place(pieces[0]):
        return is_region(pieces[-1])
    return bool(_STATE.fullmatch(pieces[-1])) or is_known_place(pieces[-1])


def is_region(name: str) -> bool:
    """A country or a part of one: what a small town is written with, as an author is with a city."""
    likeliest = lookup(name)[:1]
    known = any(place.kind in (PlaceKind.COUNTRY, PlaceKind.DIVISION) for place in likeliest)
    return known or bool(_STATE.fullmatch(name))


def is_country(text: str) -> bool:
    return bool(_STATE.fullmatch(text)) or any(place.kind is PlaceKind.COUNTRY for place in lookup(text))


@cache
def is_known_place(name: str) -> bool:
    """Whether the gazetteer knows the whole name, or the name without "region" or "province"."""
    plain = " ".join(word for word in name.split() if word.casefold() not in _GENERIC)
    return any(
        mention.start == 0 and mention.end == len(form)
        for form in {name, plain}
        for mention in mentions(form)
    )


def _is_capitalised(text: str) -> bool:
    found = WORD.findall(text)
    if not found or not found[0][0].isupper():
        return False
    return all(word[0].isupper() or word in SMALL or word in _GENERIC for word in found)


def name_of(line: str) -> str:
    """A masthead's name without its edition or motto: "Qyr Papers – a reading list" is Qyr Papers."""
    bare = re.sub(r"\s*\([^()]{2,40}\).*$", "", line)
    head, *rest = re.split(r"\s+[–—-]\s+|\s*[|:·•]\s+", bare, maxsplit=1)
    return (head if rest and head else bare).strip(' ,«»“”"')


def is_name(line: str) -> bool:
    """A name and no sentence: few words, each with a capital or a word that names are made of."""
    name = name_of(line)
    found = WORD.findall(name)
    if not 1 <= len(found) <= 10 or len(name) > 80 or re.search(r"[.!?;:\"“”«»]|\d{3}", name):
        return False
    made_of = words("zones", "outlet_words") | SMALL
    return not found[0][0].islower() and all(not word[0].islower() or word in made_of for word in found)


def is_outlet_name(line: str) -> bool:
    """A name with a word in it that outlets and organisations are called by, in the place where it stands."""
    part_named = bool(_ACRONYM.search(line) or _DEPARTMENT.search(line))
    return is_name(line) and (part_named or _has_outlet_word(name_of(line)))


def _has_outlet_word(name: str) -> bool:
    found = [word.casefold() for word in WORD.findall(name)]
    if len(found) < 2:
        return False
    kinds = words("zones", "outlet_words")
    if found[-1] in kinds or (len(found) <= 3 and found[0] in words("zones", "outlet_first")):
        return True
    return any(word in kinds and after in SMALL for word, after in pairwise(found))


def is_agency(name: str) -> bool:
    """A wire service, or what stands for one: credited, but seldom whose page it is."""
    return name.casefold() in words("zones", "agencies")


def is_capitals(line: str) -> bool:
    letters = [character for character in line if character.isalpha()]
    return bool(letters) and sum(character.isupper() for character in letters) > 0.85 * len(letters)


def lower_words(line: str) -> list[str]:
    """Words without a capital that carry meaning: what makes a headline more like a sentence than a name."""
    skip = SMALL | words("zones", "outlet_words") | _GENERIC
    return [word for word in WORD.findall(line) if word[0].islower() and word not in skip and len(word) > 2]
