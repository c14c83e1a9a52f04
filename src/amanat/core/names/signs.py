"""The signs of a spelling, as a transducer takes them: each with its surroundings, and by its sound alone."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from amanat.core.names.hanzi import reading
from amanat.core.names.parsing.pinyin import syllables

Sign = tuple[str, str]
"""The sign in its surroundings, and the same by its sound alone."""


@lru_cache(maxsize=1 << 16)
def han_signs(characters: str) -> tuple[Sign, ...]:
    """Each character, and its reading ("~gu")."""
    return tuple((each, f"~{reading(each)}") for each in characters)


@lru_cache(maxsize=1 << 12)
def pinyin_signs(letters: str) -> tuple[Sign, ...]:
    """Each syllable of toneless pinyin, as a reading; empty where the letters are no pinyin."""
    return tuple((f"~{each}", f"~{each}") for each in syllables(letters))


@lru_cache(maxsize=1 << 16)
def letter_signs(letters: str) -> tuple[Sign, ...]:
    """Each letter with the one after it ("gu", "l$" at the end), and alone."""
    return tuple((letter + after, letter) for letter, after in pairwise(f"{letters}$"))
