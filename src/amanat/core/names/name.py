"""What a name is made of: the values that ``parse`` gives back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal["given", "family", "father", "patronymic", "initial", "unknown"]
"""``father``: the father's name itself, as it stands ("Serik"); ``patronymic``: a word made of it ("Serikuly").

``unknown`` is an answer: many names do not say which part is which, and a guess would be compared as a fact.
"""

Order = Literal["given-first", "family-first", "unknown"]

Gender = Literal["f", "m", ""]


@dataclass(frozen=True, slots=True)
class NamePart:
    """One part of a name. ``text`` is a stretch of the name as written, with whatever belongs to the part."""

    text: str
    role: Role
    stem: str
    """The part without marker or particle, composed (NFC), without invisible signs, look-alike letters set right."""
    marker: str = ""
    """What was taken off, in one spelling: "qizi", "oghli", "ovich", "ovna", "ov", "ibn", "bint", "al", "zada" …"""
    gender: Gender = ""
    """What the marker says; never guessed from the name itself."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its parts, in written order."""

    text: str
    """What was given to ``parse``, unchanged."""
    script: str
    """ISO 15924 of most of its letters; ``Zyyy`` where it has none."""
    languages: tuple[str, ...] = ()
    """ISO 639-1, the likeliest first; empty where nothing speaks for any."""
    titles: tuple[str, ...] = ()
    """Titles, honorifics, degrees and generation suffixes, as written; no part of the name."""
    parts: tuple[NamePart, ...] = ()
    order: Order = "unknown"
    also: tuple[Name, ...] = ()
    """Other names the text itself gives: "known as", maiden and former names, nicknames, another script."""
    gender: Gender = ""
    """What patronymics, endings and titles say, where they agree."""
    transcribed: bool = False
    """Han characters, or toneless pinyin of them, that spell a name of another language by sound."""
    notes: tuple[str, ...] = ()
    """Sentences on what was set right or left open, for the person who checks."""

    def of_role(self, *roles: Role) -> tuple[NamePart, ...]:
        """The parts with one of these roles, in written order."""
        return tuple(part for part in self.parts if part.role in roles)
