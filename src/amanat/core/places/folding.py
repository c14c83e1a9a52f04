"""A place name as it is looked up: without case, marks, apostrophes or hyphens, so that spellings meet.

``Nur-Sultan`` and ``nursultan`` stay apart (one and two words); ``Ürümqi`` and ``URUMQI`` meet, and so do
``Xi'an`` and ``Xi’an``. Scripts are not mixed: 伊宁 stays 伊宁.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_APOSTROPHES = "'\u2018\u2019\u02bb\u02bc\u02bf\u02be\u02b9\u02bd`\u00b4\u2032"
# Latin letters that Unicode does not take apart into a letter and a mark.
_LETTERS = {
    "ə": "a", "ө": "ө", "ɵ": "o", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae",
    "œ": "oe", "ħ": "h", "ŋ": "ng", "ƣ": "gh", "ʉ": "u",
    "ǝ": "a", "ɛ": "e", "ɔ": "o", "ƶ": "z",
}  # fmt: skip
_LOWERED = {ord(letter): plain for letter, plain in _LETTERS.items()}
_DROPPED: dict[int, str | None] = {ord(mark): None for mark in _APOSTROPHES}
_SPACED = {
    code: " " for code in range(128) if not chr(code).isalnum() and chr(code) != "'" and chr(code) != "`"
}
_PLAIN = {**_DROPPED, **_SPACED, **_LOWERED}


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """The key of a name: lower case, words parted by one space; empty where nothing of it is a letter or
    digit."""
    if name.isascii():
        return " ".join(name.lower().translate(_PLAIN).split())
    apart = unicodedata.normalize("NFKD", name).casefold().translate(_PLAIN)
    letters = (_kept(character) for character in apart if not unicodedata.combining(character))
    return " ".join("".join(letters).split())


def _kept(character: str) -> str:
    return character if character.isalnum() else " "
