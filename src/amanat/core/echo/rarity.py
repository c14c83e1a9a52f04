"""How much it says that two texts share a word: nothing for "the", little for "police", much for "barley".

The weights are fixed, and do not follow the collection: whether two reports echo each other must not depend on which
others were added before. English words are weighed by their rank in the vocabulary that ships with the reader (BERT's,
Devlin et al. 2019, which is ordered by frequency); words of other languages by their length.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from math import log

_FIRST_WORD = "the"
"""The vocabulary's first word; before it stand single signs."""
_COMMON, _RARE = 150, 15_000
"""Ranks at which a word begins to count, and from which it counts in full."""
_LONGEST_STEM = 6
_ENDINGS = "ations ation ings ing edly ions ion ers ies ied er ed es ly s".split()
_HAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_HAN_WEIGHT = 0.35
"""One Han character is less than a word."""


@cache
def ranks() -> dict[str, int]:
    """Whole English words by how common they are, the commonest 0."""
    text = files("amanat.core.reading").joinpath("learned", "vocabulary.txt").read_text("utf-8")
    pieces = text.splitlines()
    words = pieces[pieces.index(_FIRST_WORD) :]
    return {word: rank for rank, word in enumerate(words) if not word.startswith("##")}


@lru_cache(maxsize=1 << 17)
def rarity(word: str) -> float:
    """From 0 for a word that every text has to 1; ``word`` is folded."""
    if not word.isascii():
        return _HAN_WEIGHT if _HAN.match(word) else _by_length(word)
    if len(word) == 1:
        return 0.0
    rank = ranks().get(word)
    if rank is None:
        rank = ranks().get(_bare(word), _RARE if len(word) > 3 else _COMMON * 4)
    return min(1.0, max(0.0, log((rank + 1) / _COMMON) / log(_RARE / _COMMON)))


def _by_length(word: str) -> float:
    """Short words of any language are mostly its particles."""
    return min(0.8, max(0.0, (len(word) - 2) * 0.16))


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """What "detained", "detains" and "detaining" have in common: the ending off, at most six letters."""
    return _bare(word)[:_LONGEST_STEM]


def _bare(word: str) -> str:
    if not word.isascii():
        return word
    ending = next((each for each in _ENDINGS if word.endswith(each) and len(word) - len(each) >= 3), "")
    return word.removesuffix(ending)


def is_known(word: str) -> bool:
    """Whether the vocabulary has the word, or the word without its ending."""
    return word in ranks() or _bare(word) in ranks()
