"""One name for a people, a state or a religion, in whatever form, script or spelling it is told.

Known forms come from the tables of peoples: those of reports in English, and those of other languages and scripts
that the project has written down (哈萨克, қазақ, hasake, казашка). What no table knows is told by how its letters
sound, so that two spellings of a people that nobody wrote down are one all the same.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from amanat.core.names.conventions import plain
from amanat.core.names.spelling import Kind, spelling
from amanat.core.places.folding import folded
from amanat.core.places.gazetteer import lookup
from amanat.core.places.peoples import People, find_peoples
from amanat.core.places.place import PlaceKind
from amanat.core.places.tables import listed, rows_of

PEOPLES = frozenset({"ethnicity", "religion"})
STATES = frozenset({"nationality", "citizenship"})

_CITIZEN = re.compile(r"^(?:a |an )?(?:citizen(?:ship)?|national|subject|граждан\w+)(?: of)? (?:the )?", re.I)

_LEAST_LETTERS = 4
"""Of a word's sound: shorter ones sound like too many others."""


def one_form(kind: str, words: str) -> str:
    """What ``words`` are compared by, of a claim of this kind; the words themselves where it is told of no people."""
    if kind in PEOPLES:
        return as_heard(people_told(words))
    return (state_told(words) or as_heard(people_told(words))) if kind in STATES else words


@lru_cache(maxsize=1 << 10)
def as_heard(name: str) -> str:
    """What two spellings of a people that no table knows share: how their letters sound. Of known ones, the name."""
    if _known(name) is not None:
        return name
    sounds = spelling(folded(name).replace(" ", ""))
    is_told = sounds.kind is Kind.SOUNDS and len(sounds.letters) >= _LEAST_LETTERS
    return plain(sounds.letters) if is_told else folded(name)


@lru_cache(maxsize=1 << 10)
def people_told(words: str) -> str:
    """One name for a people or a religion; the words, folded, where it is not known."""
    found = _known(words)
    if found is not None:
        return found.ethnicity or found.name
    plainly = folded(words)
    return _abroad().get(plainly) or plainly


@lru_cache(maxsize=1 << 10)
def state_told(words: str) -> str:
    """One name for a nationality or citizenship; empty where the words name no state."""
    found = find_peoples(words) or find_peoples(words.title())
    nationality = next((each.people.nationality for each in found if each.people.nationality), None)
    return nationality or _country(_CITIZEN.sub("", words))


def _country(words: str) -> str:
    """The country that bears this name, or that a place of this name is known as."""
    return next((place.name for place in lookup(words) if place.kind is PlaceKind.COUNTRY), "")


def _known(words: str) -> People | None:
    found = find_peoples(words) or find_peoples(words.title())
    return found[0].people if found else None


@cache
def _abroad() -> dict[str, str]:
    """By folded form in any script: the people's name in the table of peoples."""
    found: dict[str, str] = {}
    peoples = [(row[0], row[2:]) for row in rows_of("generics.tsv") if row[1] == "people"]
    for name, cells in [*peoples, *((row[0], row[1:]) for row in rows_of("peoples_also.tsv"))]:
        known = _known(name)
        one = (known.ethnicity or known.name) if known else name
        found |= dict.fromkeys((folded(form) for cell in cells for form in listed(cell)), one)
    return found
