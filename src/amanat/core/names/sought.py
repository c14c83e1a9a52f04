"""What an index holds of a name: a person's as it is written, a place's without the words that say what it is."""

from __future__ import annotations

from typing import Literal

from amanat.core.places.generics import taken_apart

LONGEST = 200
"""Code points of a name that are kept: what is longer is no name, and a database could not look it up."""

Kind = Literal["person", "place"]
KINDS: tuple[Kind, ...] = ("person", "place")


def sought(kind: str, name: str) -> str:
    """The form that is looked up, on one line; empty where nothing of it is a letter or digit."""
    whole = " ".join(name.replace("\0", " ").split())[:LONGEST]
    if not any(character.isalnum() for character in whole):
        return ""
    return whole if kind == "person" else " ".join(taken_apart(whole).spoken.casefold().split())[:LONGEST]
