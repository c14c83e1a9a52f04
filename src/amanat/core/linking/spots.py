"""Places as linking compares them: in any script and spelling, and by what they lie in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from amanat.core.linking.record import Spot
from amanat.core.names.conventions import plain
from amanat.core.names.spelling import Kind, spelling
from amanat.core.places.facilities import facility_kind
from amanat.core.places.folding import folded
from amanat.core.places.gazetteer import gazetteer, lookup
from amanat.core.places.generics import taken_apart
from amanat.core.places.place import PlaceKind

SMALL, LAND, WHOLE = "town", "land", "country"

Levels = Sequence[tuple[str, Sequence[str]]]
"""Names and second names, inner to outer."""


def spot(levels: Levels) -> Spot:
    """A place as told, ``levels`` from itself outwards, each by every key that it may be met under."""
    told = ", ".join(name for name, _ in levels)
    keys = [{key for each in (name, *also) if _is_name(each) for key in _keys(each)} for name, also in levels]
    outer: tuple[str, ...] = ()
    for at, (name, _) in enumerate(levels):
        lineage = _lineage(name, tuple(around for around, _ in levels[at + 1 :])) if keys[at] else ()
        keys[at] |= set(lineage[:1])
        outer = outer or lineage[1:]
    keys += [{each} for each in outer]
    return Spot(told, tuple(tuple(sorted(level)) for level in keys))


def _is_name(text: str) -> bool:
    """Not "the clinic" or "a new industrial park", which are many; scripts without capitals are taken at their word."""
    return text.upper() == text.lower() or any(letter.isupper() or letter.isdigit() for letter in text)


@lru_cache(maxsize=1 << 12)
def _keys(name: str) -> frozenset[str]:
    """Its folded name, with and without "county", "camp" and the like, and how its letters sound."""
    whole = folded(name)
    found = {each for each in (whole, folded(taken_apart(name).core)) if _without_facility(each)}
    found |= {_without_facility(whole)} - {""}
    for each in tuple(found):
        sounds = spelling(each.replace(" ", ""))
        if sounds.kind is Kind.SOUNDS and len(sounds.letters) > 3:
            found.add(f"~{plain(sounds.letters)}{''.join(filter(str.isdigit, each))}")
    return frozenset(found)


def _without_facility(name: str) -> str:
    """Qarasu, of "Qarasu camp" and "Qarasu internment camp"; nothing where it is no name besides."""
    words = name.split()
    while words and (words[-1] in _FACILITIES or facility_kind(words[-1]) or words[-1] == "internment"):
        words.pop()
    return " ".join(words)


_FACILITIES = frozenset(
    "лагерь лагере лагеря лагері лагерінде тюрьма тюрьме түрме түрмесі колония колонии".split()
)


@lru_cache(maxsize=1 << 12)
def _lineage(name: str, near: tuple[str, ...]) -> tuple[str, ...]:
    """ "#" and the gazetteer's number of the likeliest place of that name, and of those it lies in."""
    found = lookup(name, near)
    return tuple(f"#{each}" for each in gazetteer().lineage(found[0].id)) if found else ()


def shared_level(one: Spot, other: Spot) -> str:
    """The sort of the place that one of the two is and the other is too, or lies in; empty where there is none.

    Two counties of one province share the province, and yet are two places.
    """
    mine, theirs = _named_levels(one), _named_levels(other)
    if not mine or not theirs:
        return ""
    shared = [
        own | level
        for own, levels in ((mine[0], theirs), (theirs[0], mine))
        for level in levels
        if not own.isdisjoint(level)
    ]
    return _sort(frozenset().union(*shared), inner=not mine[0].isdisjoint(theirs[0])) if shared else ""


def _named_levels(spot: Spot) -> list[frozenset[str]]:
    return [frozenset(level) for level in spot.levels if level]


def _sort(keys: frozenset[str], *, inner: bool) -> str:
    ids = [key.removeprefix("#") for key in keys if key.startswith("#")]
    kinds = {gazetteer().place(each).kind for each in ids}
    if PlaceKind.COUNTRY in kinds:
        return WHOLE
    return LAND if PlaceKind.DIVISION in kinds or (not kinds and not inner) else SMALL


def countries(spot: Spot) -> frozenset[str]:
    """The countries that it is known to lie in, or to be."""
    ids = {key.removeprefix("#") for level in spot.levels for key in level if key.startswith("#")}
    return frozenset(each for each in ids if gazetteer().place(each).kind is PlaceKind.COUNTRY)
