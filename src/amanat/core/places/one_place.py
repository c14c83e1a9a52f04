"""By what two tellings of a place are found to be of one place, or of one that lies in the other.

Names as written, how their letters sound, and the places of the gazetteer that each name may mean. What a name may mean
is not decided: two names that may mean one place do not exclude each other. What a place lies in is taken from the
gazetteer only where all that the name may mean lie there, for "London" alone is not in England yet. Qarasu camp lies in
Qarasu, and so does Qarasu prison, which is another place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from amanat.core.names.conventions import plain
from amanat.core.names.folding import folded
from amanat.core.names.spelling import Kind, spelling
from amanat.core.places.facilities import facility_kind
from amanat.core.places.gazetteer import gazetteer, lookup

Levels = Sequence[tuple[str, Sequence[str]]]
"""Names and second names, the place itself first, then what it lies in, inner to outer."""

_BESIDES = frozenset(("internment", "reeducation", "education", "re", "detention", "no", "number"))
"""What stands between a place's name and the word for the facility."""

_LEAST_LETTERS = 4
"""Of a name's sound: shorter ones sound like too many others."""


def one_place(levels: Levels) -> tuple[frozenset[str], ...]:
    """Keys of the place itself and of each that it lies in: those told, then those that the gazetteer adds."""
    names = [(name, *also) for name, also in levels]
    names[1:1] = [(town,) for town in dict.fromkeys(map(_named_after, names[0])) if town]
    found = []
    beyond: tuple[str, ...] = ()
    for at, forms in enumerate(names):
        near = tuple(name for name, *_ in names[at + 1 :])
        keys = {key for form in forms for key in _keys(form)}
        for form in forms:
            meant, around = _meant(form, near)
            keys |= meant
            beyond = beyond or around
        found.append(frozenset(keys))
    known = frozenset().union(*found)
    return (*found, *(frozenset({each}) for each in beyond if each not in known))


def _keys(name: str) -> Iterator[str]:
    """Numbers keep two prisons of one town apart; they make no sound."""
    yield folded(name)
    sounds = spelling(folded(name).replace(" ", ""))
    if sounds.kind is Kind.SOUNDS and len(sounds.letters) >= _LEAST_LETTERS:
        yield f"~{plain(sounds.letters)}{''.join(filter(str.isdigit, name))}"


def _named_after(name: str) -> str:
    """Tekes, of "Tekes No. 2 prison"; nothing where no camp, prison or the like is named, or none after a place."""
    kept = folded(name).split()
    length = len(kept)
    while kept and facility_kind(kept[-1]):
        kept.pop()
    if len(kept) == length and len(kept) > 2 and facility_kind(" ".join(kept[-2:])):
        del kept[-2:]
    if len(kept) == length:
        return ""
    while kept and (kept[-1] in _BESIDES or kept[-1].isdigit()):
        kept.pop()
    return " ".join(kept)


@lru_cache(maxsize=1 << 12)
def _meant(name: str, near: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """What the name may mean, and what all of that lies in, inner to outer; of what lies near, if any does."""
    around = {each for place in near for each in gazetteer().around(place) if not each.startswith("~")}
    lineages = [tuple(gazetteer().lineage(place.id)) for place in lookup(name, near)]
    lineages = [each for each in lineages if not around.isdisjoint(each)] or lineages
    if not lineages:
        return frozenset(), ()
    common = frozenset.intersection(*(frozenset(each[1:]) for each in lineages))
    outer = tuple(f"#{each}" for each in lineages[0] if each in common)
    return frozenset(f"#{each[0]}" for each in lineages), outer
