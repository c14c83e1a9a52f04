"""Words for the kinds of buildings and grounds where things happen: camps, prisons, factories, schools."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from amanat.core.places.folding import folded
from amanat.core.places.tables import listed, rows_of

_LONGEST = 200
_MOST_WORDS = 7
# "the police station in Ghulja" is a police station: what follows says where or whose it is.
_AFTER_HEAD = re.compile(
    r"\b(?:in|at|on|near|for|from|inside|outside|of|where|which|that|who|with|by|to)\b|[,;:(]"
)


@dataclass(frozen=True, slots=True)
class FacilityKind:
    kind: str
    """In English: internment camp, prison, detention centre, police station, factory, hospital, school …"""
    holds: Literal["held", "may", "open"]
    """Whether who is there is there against their will: by its nature, perhaps, or not."""
    huridocs: str | None = None
    """Code in list 17 (types of locations) of the HURIDOCS micro-thesauri."""


def facility_kind(phrase: str) -> FacilityKind | None:
    """The kind of facility that a noun phrase names by its head ("a women's prison near Almaty"); None for
    none."""
    head = _AFTER_HEAD.split(phrase[:_LONGEST].lower(), maxsplit=1)[0]
    return _ending(head) or _ending(phrase[:_LONGEST])


def _ending(phrase: str) -> FacilityKind | None:
    """The longest known words that the phrase ends with, once numbers and names after them are dropped."""
    words = [_singular(word) for word in _plain(phrase).split()]
    for end in range(len(words), max(0, len(words) - 3), -1):
        for begin in range(max(0, end - _MOST_WORDS), end):
            found = _by_words().get(" ".join(words[begin:end]))
            if found:
                return found
    return None


@cache
def _by_words() -> dict[str, FacilityKind]:
    found: dict[str, FacilityKind] = {}
    for kind, holds, code, words in rows_of("facilities.tsv"):
        meant = FacilityKind(kind, _holding(holds), code or None)
        for each in listed(words):
            found[" ".join(map(_singular, _plain(each).split()))] = meant
    return found


def _holding(word: str) -> Literal["held", "may", "open"]:
    match word:
        case "held" | "may" | "open":
            return word
        case _:
            raise ValueError(f"facilities.tsv: {word!r} is not held, may or open")


def _plain(phrase: str) -> str:
    return (
        folded(phrase).replace("center", "centre").replace("labor ", "labour ").replace("defense", "defence")
    )


def _singular(word: str) -> str:
    """Enough of English plurals for these words: camps, factories, churches, barracks (which stays
    itself)."""
    if word in {"barracks", "premises"} or word.endswith("ss"):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and len(word) > 3 else word
