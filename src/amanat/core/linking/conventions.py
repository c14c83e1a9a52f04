"""What differs by convention only (Raushan and Rawshan, Qalybek and Kalibek), and what differs by an ending.

Which of these letters a name has is decided by who writes it (a passport office, a Uyghur or a Kazakh editor, a
journalist), never by how it sounds. Only what hardly two names are told apart by is here; what is merely likely is
learnt (core/names).
"""

from __future__ import annotations

import re

from amanat.core.names.spelling import Kind, Spelling

_WRITTEN = (
    ("dzh", "j"), ("zh", "j"), ("gh", "g"), ("kh", "h"), ("aw", "au"), ("ew", "eu"), ("iy", "i"), ("y", "i"),
    ("q", "k"),
)  # fmt: skip
_DOUBLED = re.compile(r"(.)\1")


def differ_by_convention(one: Spelling, other: Spelling) -> bool:
    """Whether two spellings by sound are one spelling, written by two conventions."""
    by_sound = one.kind is other.kind is Kind.SOUNDS
    return by_sound and one != other and plain(one.letters) == plain(other.letters)


def plain(letters: str) -> str:
    """The letters without what only a convention decides."""
    for written, plain in _WRITTEN:
        letters = letters.replace(written, plain)
    return _DOUBLED.sub(r"\1", letters)


def differ_by_ending(one: Spelling, other: Spelling) -> bool:
    """Whether one is the other with the ending that makes a family name of a name: Islam and Islami."""
    shorter, longer = sorted((one.letters, other.letters), key=len)
    return one.kind is other.kind and longer[: len(shorter)] == shorter and longer[len(shorter) :] in _ENDINGS


_ENDINGS = ("i", "iy", "y", "ي")
"""The Arabic nisba, which Persian, Turkic and Albanian family names have too."""
