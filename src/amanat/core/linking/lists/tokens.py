"""The different words of a column of names, how often each stands in it, and how near two of them are."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from amanat.core.linking.lists.fields import Levels, Rows, once
from amanat.core.linking.lists.rarity import by_chance
from amanat.core.names.learned import learned
from amanat.core.names.matching import PRIOR
from amanat.core.names.spelling import Kind, Spelling

DIFFERENT, SIMILAR, NEAR, SAME, ACROSS_DIFFERENT, ACROSS_HARDLY, ACROSS_SIMILAR, ACROSS_NEAR = range(1, 9)
LEVELS = (
    "no word to compare",
    "another word",
    "a similar word",
    "nearly the same word",
    "the same word",
    "by sound another word",
    "by sound hardly the same word",
    "by sound a similar word",
    "by sound the same word",
)
GROUPS = ((DIFFERENT, SIMILAR, NEAR, SAME), (ACROSS_DIFFERENT, ACROSS_HARDLY, ACROSS_SIMILAR, ACROSS_NEAR))
ALIKE = (NEAR, SAME, ACROSS_NEAR)

_KINDS = {Kind.SOUNDS: 0, Kind.CONSONANTS: 1, Kind.HAN: 2}

LETTERS_NEAR = 0.92
_SIMILAR = 0.82
"""Jaro-Winkler similarities, as Winkler's own and most matchers have them."""

_CLOSE = 0.88
_FAIRLY_CLOSE = 0.72
"""Cosines in the space of sounds."""

_WORTH_A_LOOK = 0.25
SOUNDS_NEAR = 2.0
_ACROSS_SIMILAR = 0.0
_ACROSS_HARDLY = -3.0
"""Nats by which two spellings of different scripts are sounds of one word, may be, or hardly are. What each of these is
worth every list says itself."""

_USUAL = 0.01
"""How likely two strangers share a word of a name, whichever it is."""

_AT_ONCE = 50_000
_BLOCK = 1_000

_MOST_LOOKED_AMONG = 20_000
"""Words, the commonest, that others are looked up among in the space of sounds: a rare one is mostly a slip of one."""

_MOST_WITHIN = 6
_MOST_ACROSS = 24
"""Words near each word that are looked at."""

_REMEMBERED = 6_000
"""Words, the commonest, of which every two are compared once and no more: 36 MB."""


class Tokens:
    """Words that are compared, each once, the commonest first. ``share``: of the rows with any word, those that have
    this one; ``rows``: how many have any."""

    def __init__(self, spelt: list[Spelling], share: NDArray[np.float32], rows: int) -> None:
        self.spelt = spelt
        self.share = share
        self.rows = rows
        self.letters = [each.letters for each in spelt]
        self.kind = np.array([_KINDS[each.kind] for each in spelt], np.int8)
        self.length = np.array([len(each) for each in self.letters], np.int16)
        self.has_sound = np.array([_has_sound(each) for each in spelt], bool)
        width = min(len(spelt), _REMEMBERED)
        self._known = np.zeros((width, width), np.int8)

    @cached_property
    def vectors(self) -> NDArray[np.float32]:
        return learned().vectors.of(self.spelt)

    def closeness(self, one: Rows, other: Rows) -> NDArray[np.float32]:
        found = np.empty(len(one), np.float32)
        for at in range(0, len(one), _AT_ONCE):
            to = at + _AT_ONCE
            found[at:to] = np.einsum("ij,ij->i", self.vectors[one[at:to]], self.vectors[other[at:to]])
        return found

    @cached_property
    def near(self) -> tuple[Rows, Rows, Levels]:
        """Pairs of words that are similar at least, the commoner first."""
        common, rare = self._neighbours()
        levels = self.levels(common, rare)
        similar = ~np.isin(levels, (DIFFERENT, ACROSS_DIFFERENT, ACROSS_HARDLY))
        return common[similar], rare[similar], levels[similar]

    def _neighbours(self) -> tuple[Rows, Rows]:
        """Pairs of words that lie near in the space of sounds, of two scripts and of one, each once."""
        ones, others = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
        for kind in range(len(_KINDS)):
            mine = np.flatnonzero(self.kind == kind)
            for another in range(len(_KINDS)):
                among = np.flatnonzero(self.kind == another)[:_MOST_LOOKED_AMONG]
                most, least = (
                    (_MOST_WITHIN, _FAIRLY_CLOSE) if another == kind else (_MOST_ACROSS, _WORTH_A_LOOK)
                )
                for begin in range(0, len(mine), _BLOCK) if len(among) else ():
                    asked = mine[begin : begin + _BLOCK]
                    close = self.vectors[asked] @ self.vectors[among].T
                    at = np.argpartition(-close, min(most, len(among) - 1), axis=1)[:, :most]
                    i, j = np.nonzero(np.take_along_axis(close, at, axis=1) >= least)
                    ones.append(asked[i])
                    others.append(among[at[i, j]])
        one, other = np.concatenate(ones), np.concatenate(others)
        two = one != other
        low, high, _ = once(one[two], other[two], max(1, len(self.spelt)))
        return low, high

    def chances(self, level: Levels, one: Rows, other: Rows) -> NDArray[np.float32]:
        """How likely a stranger's name has a word so near to the one, or to the other, whichever is likelier; 0 where
        that depends on too much to be known."""
        within, across = self._near_by_chance
        same = self.same_by_chance
        common = np.maximum(same[one], same[other])
        near = np.maximum(np.maximum(within[one], within[other]), common)
        by_sound = np.maximum(across[one, self.kind[other]], across[other, self.kind[one]])
        choices = [same[one], near, np.maximum(by_sound, common)]
        return np.select([level == SAME, level == NEAR, level == ACROSS_NEAR], choices, 0).astype(np.float32)

    @cached_property
    def same_by_chance(self) -> NDArray[np.float32]:
        """For each word, how likely a stranger has it."""
        return by_chance(self.share, self.rows, _USUAL)

    @cached_property
    def _near_by_chance(self) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """For each word, how likely a stranger has it or one nearly the same; (words, kinds): among rows of each
        kind of script, one that sounds the same."""
        common, rare, levels = self.near
        one, other = np.concatenate([common, rare]), np.concatenate([rare, common])
        levels = np.concatenate([levels, levels])
        size = len(self.spelt)
        is_near = levels == NEAR
        within = self.share + np.bincount(one[is_near], weights=self.share[other[is_near]], minlength=size)
        across = np.zeros((size, len(_KINDS)))
        sounds = levels == ACROSS_NEAR
        np.add.at(across, (one[sounds], self.kind[other[sounds]]), self.share[other[sounds]])
        of_kind = np.bincount(self.kind, weights=self.share, minlength=len(_KINDS))
        of_kind = np.maximum(of_kind / max(of_kind.sum(), 1e-9), 1e-3)
        in_kind = [
            by_chance(across[:, at] / part, self.rows * part, _USUAL) for at, part in enumerate(of_kind)
        ]
        return by_chance(within, self.rows, _USUAL), np.stack(in_kind, axis=1)

    def levels(self, one: Rows, other: Rows) -> Levels:
        """Of pairs of words: one of ``GROUPS``. What was found once of common words is kept."""
        low, high = np.minimum(one, other), np.maximum(one, other)
        found = np.zeros(len(low), np.int8)
        common = high < len(self._known)
        found[common] = self._known[low[common], high[common]]
        new = np.flatnonzero(found == 0)
        if len(new):
            first, second, which = once(low[new], high[new], len(self.spelt))
            levels = self._compared(first, second)
            kept = second < len(self._known)
            self._known[first[kept], second[kept]] = levels[kept]
            found[new] = levels[which]
        return found

    def _compared(self, one: Rows, other: Rows) -> Levels:
        across = self.kind[one] != self.kind[other]
        found = np.empty(len(one), np.int8)
        found[~across] = self._within(one[~across], other[~across])
        found[across] = self._by_sound(one[across], other[across])
        return found

    def _within(self, one: Rows, other: Rows) -> Levels:
        letters = [self.letters[each] for each in one], [self.letters[each] for each in other]
        alike = process.cpdist(*letters, scorer=JaroWinkler.similarity, dtype=np.float32, workers=2)
        slips = process.cpdist(*letters, scorer=OSA.distance, score_cutoff=1, dtype=np.uint8, workers=2)
        close = np.zeros(len(one), np.float32)
        look = np.flatnonzero((alike > 0.5) & (alike < LETTERS_NEAR))
        close[look] = self.closeness(one[look], other[look])
        short = np.minimum(self.length[one], self.length[other])
        initial = (short == 1) & (alike > 0.5) & (slips > 0)
        return np.select(
            [
                one == other,
                initial,
                (alike >= LETTERS_NEAR) | ((slips <= 1) & (short >= 4)) | (close >= _CLOSE),
                (alike >= _SIMILAR) | ((slips <= 1) & (short >= 3)) | (close >= _FAIRLY_CLOSE),
            ],
            [SAME, SIMILAR, NEAR, SIMILAR],
            DIFFERENT,
        ).astype(np.int8)

    def _by_sound(self, one: Rows, other: Rows) -> Levels:
        close = self.closeness(one, other)
        found = np.full(len(one), ACROSS_DIFFERENT, np.int8)
        look = np.flatnonzero((close >= _WORTH_A_LOOK) & self.has_sound[one] & self.has_sound[other])
        for at in range(0, len(look), _AT_ONCE):
            part = look[at : at + _AT_ONCE]
            mine, theirs = ([self.spelt[each] for each in those[part]] for those in (one, other))
            nats = learned().log_odds(mine, theirs, close[part]) - PRIOR
            found[part] = np.select(
                [nats >= SOUNDS_NEAR, nats >= _ACROSS_SIMILAR, nats >= _ACROSS_HARDLY],
                [ACROSS_NEAR, ACROSS_SIMILAR, ACROSS_HARDLY],
                ACROSS_DIFFERENT,
            )
        return found


def _has_sound(word: Spelling) -> bool:
    """Words of places keep their figures, and "12" or "b12" sound like nothing in another script."""
    return word.kind is not Kind.SOUNDS or (word.letters.isascii() and word.letters.isalpha())
