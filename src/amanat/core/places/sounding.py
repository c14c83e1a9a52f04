"""Places of Xinjiang and Central Asia by how their names sound: sounds.tsv, searched whole.

Likeness is that of the two sounds and that of their consonants, in equal parts: vowels are what transcriptions
lose first, but they do tell names apart that share few consonants.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from amanat.core.places.sounds import skeleton
from amanat.core.places.tables import lines_of

_OF_CONSONANTS = 0.5
_SHORT = 3
"""Consonants fewer than these say little of a name."""


class SoundIndex:
    """Sounds -> ids of the places whose names sound so."""

    def __init__(self, heard: Sequence[tuple[str, Sequence[str]]]) -> None:
        pairs = [(identity, sound) for identity, each in heard for sound in each]
        self._ids = [identity for identity, _ in pairs]
        self._sounds = [sound for _, sound in pairs]
        self._skeletons = [skeleton(sound) for sound in self._sounds]

    def search(self, asked: Sequence[str], limit: int) -> list[tuple[str, float]]:
        """(id, likeness in [0, 1]), the likest first, each id once."""
        if not self._ids:
            return []
        likeness = np.max([self._likeness(sound) for sound in asked], axis=0) if asked else np.empty(0)
        best: dict[str, float] = {}
        for at in np.argsort(-likeness, kind="stable"):
            best.setdefault(self._ids[at], float(likeness[at]))
            if len(best) >= limit:
                break
        return list(best.items())

    def _likeness(self, sound: str) -> NDArray[np.float32]:
        bones = skeleton(sound)
        share = _OF_CONSONANTS if len(bones) >= _SHORT else _OF_CONSONANTS / 2
        whole = _similar(sound, self._sounds)
        return np.asarray(share * _similar(bones, self._skeletons) + (1 - share) * whole, dtype=np.float32)


def _similar(asked: str, names: list[str]) -> NDArray[np.float32]:
    found = process.cdist([asked], names, scorer=Levenshtein.normalized_similarity, dtype=np.float32)
    return np.asarray(found[0], dtype=np.float32)


def by_sound(asked: Sequence[str], limit: int) -> list[tuple[str, float]]:
    """(id, likeness) of the places whose names sound most like one of ``asked``."""
    return _index().search(asked, limit)


@cache
def _index() -> SoundIndex:
    rows = (line.split("\t") for line in lines_of("sounds.tsv"))
    return SoundIndex([(identity, heard) for identity, *heard in rows])
