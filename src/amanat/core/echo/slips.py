"""Mistakes that two texts share: a word that is none, one letter away from one that is. Nobody makes it twice."""

from __future__ import annotations

from functools import lru_cache
from string import ascii_lowercase

from amanat.core.echo.rarity import is_known, ranks
from amanat.core.echo.words import Words

_SHORTEST = 6
_COMMON = 20_000
"""How common the word must be that was meant."""


def shared_slips(left: Words, right: Words) -> tuple[str, ...]:
    """The misspelt words that stand in both, in order of the left text."""
    theirs = _unknown(right)
    return tuple(word for word in _unknown(left) if word in theirs and _meant(word))


def _unknown(words: Words) -> dict[str, None]:
    return {
        word.plain: None
        for word in words.words
        if not word.is_name and len(word.plain) >= _SHORTEST and word.plain.isascii()
        and word.plain.isalpha() and not is_known(word.plain)
    }  # fmt: skip


@lru_cache(maxsize=1 << 12)
def _meant(word: str) -> str:
    """The common word that differs by one letter left out, put in, changed or swapped with the next."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    tries = {head + tail[1:] for head, tail in cuts if tail}
    tries |= {head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1}
    tries |= {head + letter + tail[1:] for head, tail in cuts if tail for letter in ascii_lowercase}
    tries |= {head + letter + tail for head, tail in cuts for letter in ascii_lowercase}
    return min((each for each in tries if ranks().get(each, _COMMON) < _COMMON), default="")
