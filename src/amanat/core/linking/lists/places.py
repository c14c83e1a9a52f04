"""Columns of places: each compared as a whole, since its words stand and fall together."""

from __future__ import annotations

import numpy as np

from amanat.core.linking.lists import tokens as words
from amanat.core.linking.lists.fields import Compared, Keys, Part, Rows, once
from amanat.core.linking.lists.rarity import by_chance
from amanat.core.linking.lists.taught import TAUGHT, Taught
from amanat.core.linking.lists.words import SLOTS, Words
from amanat.core.names.folding import folded
from amanat.core.names.spelling import Kind, Spelling, spelling

_LEVELS = (
    "nothing to compare",
    "they differ",
    "one word of several is the same",
    "one word is nearly the same",
    "one says more than the other",
    "the same words, all but for spelling",
    "the same",
    "by sound they differ",
    "by sound they may be the same",
    "by sound they are the same",
)
_DIFFER, _SHARE, _NEARLY, _MORE, _SPELT, _SAME, _FAR, _MAY, _SOUND = range(1, 10)
_GROUPS = ((_DIFFER, _SHARE, _NEARLY, _MORE, _SPELT, _SAME), (_FAR, _MAY, _SOUND))
_STRANGERS = (1.0, 0.97, 0.01, 0.002, 0.002, 0.002, 0.015, 0.97, 0.015, 0.015)
_USUAL = 0.01
_LONGEST = 24


class Places:
    def __init__(self, called: str, cells: list[str], taught: Taught = TAUGHT) -> None:
        self.parts = (Part(called, _LEVELS, _GROUPS, taught.places, _STRANGERS, of_kin=True),)
        self._words = Words(called, [cells], spelt)
        rows = self._words.rows
        bags = np.sort(self._words.bags, axis=1)
        _, same = np.unique(bags, axis=0, return_inverse=True)
        self._same = same.reshape(-1)
        known = self._same[rows[rows >= 0]]
        shares = np.bincount(known, minlength=len(bags)) / max(1, len(known))
        self._chances = by_chance(shares, len(known), _USUAL)

    def compared(self, left: Rows, right: Rows) -> Compared:
        ones, others = self._words.rows[left], self._words.rows[right]
        levels, chances = np.zeros(len(left), np.int8), np.zeros(len(left), np.float32)
        at = np.flatnonzero((ones >= 0) & (others >= 0))
        one, other, which = once(ones[at], others[at], len(self._same))
        found = self._words.aligned(one, other)
        slots = found.levels[:SLOTS]
        there = slots > 0
        alike = np.isin(slots, (words.SAME, words.NEAR, words.ACROSS_NEAR))
        across = (slots >= words.ACROSS_DIFFERENT).any(axis=0)
        whole = (alike | ~there).all(axis=0)
        as_many = found.levels[SLOTS] == 1
        exact = self._same[one] == self._same[other]
        shares = (slots == words.SAME).any(axis=0)
        level = np.select(
            [
                exact,
                across & whole,
                across & (alike | np.isin(slots, (words.SIMILAR, words.ACROSS_SIMILAR))).any(axis=0),
                across,
                whole & as_many,
                whole,
                shares,
                alike.any(axis=0) | (slots == words.SIMILAR).all(axis=0),
            ],
            [_SAME, _SOUND, _MAY, _FAR, _SPELT, _MORE, _SHARE, _NEARLY],
            _DIFFER,
        )
        rarest = np.where(slots == words.SAME, found.chances[:SLOTS], 1).min(axis=0)
        known = np.select(
            [exact, np.isin(level, (_MORE, _SHARE)) & shares], [self._chances[self._same[one]], rarest], 0
        )
        levels[at], chances[at] = level[which], known[which]
        return Compared(levels[None], chances[None])

    def places(self) -> list[Keys]:
        return [self._words.exact_keys()]


def spelt(text: str) -> list[Spelling]:
    """The words of a place. Latin ones keep their figures, which tell one street or block from another."""
    return [_spelt(word) for word in folded(text).split()]


def _spelt(word: str) -> Spelling:
    found = spelling(word)
    return Spelling(Kind.SOUNDS, word[:_LONGEST]) if word.isascii() or not found.letters else found
