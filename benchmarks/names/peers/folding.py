"""Other scripts into Latin letters by others' tables: anyascii, ICU, uroman."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial

from anyascii import anyascii

try:
    import icu
except ImportError:  # measured without it, and said so
    icu = None
try:
    import uroman
except ImportError:
    uroman = None

Fold = Callable[[str], str]
_BETWEEN = re.compile(r"[\s·•・‧.,_-]+")
_NO_LETTER = re.compile(r"[^a-z0-9]+")


def by_anyascii(text: str) -> str:
    return _words(text, anyascii)


def by_icu() -> Fold | None:
    """ICU's Any-Latin; Latin-ASCII, or None where PyICU is not installed."""
    if icu is None:
        return None
    return partial(_words, romanise=icu.Transliterator.createInstance("Any-Latin; Latin-ASCII").transliterate)


def by_uroman() -> Fold | None:
    """uroman (Ulf Hermjakob, USC ISI), or None where it is not installed."""
    return partial(_words, romanise=_uroman().romanize_string) if uroman is not None else None


@cache
def _uroman() -> uroman.Uroman:
    return uroman.Uroman(load_log=False)


def _words(text: str, romanise: Callable[[str], str]) -> str:
    """Small Latin letters, word by word: what a table puts between the syllables of one word goes."""
    words = (_NO_LETTER.sub("", romanise(word).casefold()) for word in _BETWEEN.split(text))
    return " ".join(word for word in words if word)
