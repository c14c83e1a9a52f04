"""Columns of names: each cell a bag of words, two bags compared word by word in whichever order they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

from amanat.core.linking.lists import tokens as token_levels
from amanat.core.linking.lists.fields import (
    Compared,
    Keys,
    Levels,
    Part,
    Rows,
    met,
    mixed,
    numbered,
    once,
)
from amanat.core.linking.lists.taught import TAUGHT, Taught
from amanat.core.linking.lists.together import together
from amanat.core.linking.lists.tokens import Tokens
from amanat.core.names.spelling import Spelling

WIDEST = 5
"""Words of a cell that are compared: of longer ones the rarest."""

SLOTS = 3
"""Words of the one that are given their answer in the other, the surest first."""

_STRANGERS = (1.0, 0.95, 0.03, 0.01, 0.01, 0.92, 0.05, 0.02, 0.01)
_AS_MANY, _MORE_IN_ONE = 1, 2
_MORE = ("nothing to compare", "as many words", "one has more words")
_AT_ONCE = 100_000

Spelling_ = Callable[[str], list[Spelling]]


class Words:
    """``cells``: of one column, or of several whose words are one name. ``spelt``: how a cell is taken apart,
    for each column."""

    def __init__(
        self, called: str, columns: list[list[str]], *spelt: Spelling_, taught: Taught = TAUGHT
    ) -> None:
        self.called = called
        slot = tuple(f"{called}, {which} word" for which in ("best", "second", "third"))
        self.parts = (
            *(
                Part(
                    each,
                    token_levels.LEVELS,
                    token_levels.GROUPS,
                    at_first,
                    _STRANGERS,
                    given,
                    never_enough=True,
                )
                for each, given, at_first in zip(
                    slot,
                    ((), *(token_levels.ALIKE,) * 2),
                    (taught.best, taught.second, taught.third),
                    strict=True,
                )
            ),
            Part(f"{called}, length", _MORE, ((1, 2),), taught.length, (1.0, 0.7, 0.3), never_enough=True),
        )
        values = numbered(["\n".join(cells) if any(cells) else "" for cells in zip(*columns, strict=True)])
        bags = [
            _distinct(of(part) for of, part in zip(spelt, text.split("\n"), strict=True) if part)
            for text in values.texts
        ]
        self._fill(values.number, bags)

    def _fill(self, number: Rows, bags: list[list[Spelling]]) -> None:
        held: Counter[Spelling] = Counter()
        counts = np.bincount(number[number >= 0], minlength=len(bags))
        for bag, count in zip(bags, counts.tolist(), strict=True):
            for each in bag:
                held[each] += count
        numbers = {each: at for at, (each, _) in enumerate(held.most_common())}
        share = np.array([held[each] for each in numbers]) / max(1, int(counts.sum()))
        self.tokens = Tokens(list(numbers), share.astype(np.float32), int(counts.sum()))
        self.bags = np.full((len(bags) + 1, WIDEST), -1, np.int64)
        for at, bag in enumerate(bags):
            chosen = [numbers[each] for each in bag]
            if len(chosen) > WIDEST:
                chosen = sorted(chosen, reverse=True)[:WIDEST]
            self.bags[at, : len(chosen)] = chosen
        empty = np.asarray((self.bags < 0).all(axis=1))
        self.rows: Rows = np.where(empty[number], -1, number)

    def compared(self, left: Rows, right: Rows) -> Compared:
        ones, others = self.rows[left], self.rows[right]
        levels = np.zeros((SLOTS + 1, len(left)), np.int8)
        chances = np.zeros((SLOTS + 1, len(left)), np.float32)
        at = np.flatnonzero((ones >= 0) & (others >= 0))
        one, other, which = once(ones[at], others[at], len(self.bags))
        found = self._as_one(one, other, self.aligned(one, other))
        levels[:, at], chances[:, at] = found.levels[:, which], found.chances[:, which]
        return Compared(levels, chances)

    def aligned(self, one: Rows, other: Rows) -> Compared:
        """Of pairs of bags. Those of few words are done apart from those of many, which take more room."""
        sizes = (self.bags >= 0).sum(axis=1)
        longest = np.maximum(sizes[one], sizes[other])
        order = np.argsort(longest, kind="stable")
        levels = np.zeros((SLOTS + 1, len(one)), np.int8)
        chances = np.zeros((SLOTS + 1, len(one)), np.float32)
        for begin in range(0, len(one), _AT_ONCE):
            at = order[begin : begin + _AT_ONCE]
            width = max(1, int(longest[at[-1]]))
            found = self._aligned(self.bags[one[at], :width], self.bags[other[at], :width])
            levels[:, at], chances[:, at] = found.levels, found.chances
        return Compared(levels, chances)

    def _as_one(self, one: Rows, other: Rows, found: Compared) -> Compared:
        """one is a single word and the other two that may be it: then both are found, each as rare as it is."""
        sizes = (self.bags >= 0).sum(axis=1)
        turned = sizes[one] > sizes[other]
        single, two = np.where(turned, other, one), np.where(turned, one, other)
        at = np.flatnonzero((sizes[single] == 1) & (sizes[two] == 2))
        first, second = self.bags[two[at], 0], self.bags[two[at], 1]
        level = together(self.tokens, self.bags[single[at], 0], first, second)
        is_one = np.flatnonzero(level != token_levels.DIFFERENT)
        at = at[is_one]
        found.levels[:2, at] = level[is_one]
        found.levels[SLOTS, at] = _AS_MANY
        found.chances[0, at], found.chances[1, at] = (
            self.tokens.same_by_chance[each[is_one]] for each in (first, second)
        )
        return found

    def _aligned(self, one: NDArray[np.int64], other: NDArray[np.int64]) -> Compared:
        """Greedily: the nearest two words first, of those as near the rarest."""
        size, width = one.shape
        near = self._nearness(one, other)
        share = np.append(self.tokens.share, 1.0)
        rare = 1 - np.minimum(share[one][:, :, None], share[other][:, None, :])
        worth = _RANK[near] + rare
        levels = np.zeros((SLOTS + 1, size), np.int8)
        chances = np.zeros((SLOTS + 1, size), np.float32)
        every = np.arange(size)
        for slot in range(min(SLOTS, width)):
            best = worth.reshape(size, -1).argmax(axis=1)
            i, j = best // width, best % width
            level = near[every, i, j]
            found = worth[every, i, j] >= 1
            levels[slot] = np.where(found, level, 0)
            known = self.tokens.chances(level, one[every, i], other[every, j])
            chances[slot] = np.where(found, known, 0)
            worth[every, i, :] = -1
            worth[every, :, j] = -1
        as_many = (one >= 0).sum(axis=1) == (other >= 0).sum(axis=1)
        levels[SLOTS] = np.where(as_many, _AS_MANY, _MORE_IN_ONE)
        return Compared(levels, chances)

    def _nearness(self, one: NDArray[np.int64], other: NDArray[np.int64]) -> Levels:
        """(pairs, words, words): levels; 0 where there is no word. Words that are the same are not asked further."""
        left, right = one[:, :, None], other[:, None, :]
        there = (left >= 0) & (right >= 0)
        same = (left == right) & there
        found = np.where(same, token_levels.SAME, 0).astype(np.int8)
        asked = there & ~same & ~same.any(axis=2, keepdims=True) & ~same.any(axis=1, keepdims=True)
        at = np.nonzero(asked)
        if len(at[0]):
            found[at] = self.tokens.levels(one[at[0], at[1]], other[at[0], at[2]])
        return found

    def places(self) -> list[Keys]:
        """By the words themselves, and those that sound near; by how they begin; by their consonants."""
        letters = self.tokens.letters
        sounded = [bool(each) for each in self.tokens.kind == 0]
        begins = numbered(
            [each[:3] if is_sound else each for each, is_sound in zip(letters, sounded, strict=True)]
        )
        bones = numbered(
            [_bones(each) if is_sound else each for each, is_sound in zip(letters, sounded, strict=True)]
        )
        return [
            self._near_keys(),
            self._keys(mixed(begins.number, 2)),
            self._keys(mixed(bones.number, 3), alone=_RARE),
        ]

    def exact_keys(self) -> Keys:
        return self._keys(mixed(np.arange(len(self.tokens.letters)), 1), alone=_RARE)

    def _keys(self, hashes: NDArray[np.uint64], alone: int = 0) -> Keys:
        """For each word of each row the one of ``hashes`` that is the word's."""
        rows = np.flatnonzero(self.rows >= 0)
        bags = self.bags[self.rows[rows]]
        at, word = np.nonzero(bags >= 0)
        return Keys(self.called, rows[at], hashes[bags[at, word]], alone, word)

    def _near_keys(self) -> Keys:
        """The words themselves, and for each the commoner ones near it."""
        own = self._keys(np.arange(len(self.tokens.letters)).astype(np.uint64))
        common, rare, _ = self.tokens.near
        order = np.argsort(rare, kind="stable")
        common, rare = common[order], rare[order]
        at, near = met(own.hashes.astype(np.int64), rare)
        hashes = mixed(np.concatenate([own.hashes, common[near].astype(np.uint64)]), 1)
        rows, words = (np.concatenate([each, each[at]]) for each in (own.rows, own.words))
        return Keys(self.called, rows, hashes, _RARE, words)


_RARE = 12
"""Rows that may share a word of a name for it to be rare."""

_RANK = np.array([-1, 10, 12, 14, 16, 11, 12, 13, 15], np.float32)


def _bones(letters: str) -> str:
    """The first letter and the consonants after it, once where doubled: what slips and conventions leave alone most."""
    kept = letters[:1]
    for each in letters[1:]:
        if each not in "aeiouyhw" and each != kept[-1]:
            kept += each
    return kept


def _distinct(spelt: Iterable[list[Spelling]]) -> list[Spelling]:
    return list(dict.fromkeys(Spelling(each.kind, each.letters) for bag in spelt for each in bag))
