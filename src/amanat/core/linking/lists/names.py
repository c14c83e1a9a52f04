"""A cell of names, taken apart for comparing."""

from __future__ import annotations

from amanat.core.names.spelling import Kind, Spelling
from amanat.core.names.tokens import parted, spellings

_LONGEST_OF_ONE = 4
"""Han signs of a name in one run that may be one word: longer ones are parted where two names can be told."""


def spelt_name(text: str) -> list[Spelling]:
    """The words of a whole name.

    Two written words stay two: عبد حسيني is Abdu Hosseini no less than it is one compound, and which of the two a list
    means no list says (words that are compared as one are found all the same). Han in one run is parted.
    """
    found = spellings(text)
    if len(found) != 1:
        return found
    if found[0].kind is Kind.HAN:
        return _parted(text, found)
    pieces = [spellings(piece) for piece in text.split()]
    return [each for piece in pieces for each in piece] if len(pieces) == 2 and all(pieces) else found


def _parted(text: str, found: list[Spelling]) -> list[Spelling]:
    if len(found[0].letters) <= _LONGEST_OF_ONE:
        return found
    name = parted(text)[:1]
    return [token.spelling for token in name[0].tokens] if name and name[0].unspaced else found
