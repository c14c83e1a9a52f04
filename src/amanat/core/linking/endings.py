"""What differs by an ending only: Islam and Islami are one name, the second as a family bears it."""

from __future__ import annotations

from amanat.core.names.spelling import Spelling


def differ_by_ending(one: Spelling, other: Spelling) -> bool:
    """Whether one is the other with the ending that makes a family name of a name: Islam and Islami."""
    shorter, longer = sorted((one.letters, other.letters), key=len)
    return one.kind is other.kind and longer[: len(shorter)] == shorter and longer[len(shorter) :] in _ENDINGS


_ENDINGS = ("i", "iy", "y", "ي")
"""The Arabic nisba, which Persian, Turkic and Albanian family names have too."""
