"""A place in one space for every token of every script, where forms of one name lie close together.

A token's place is the sum of learnt vectors of its parts (runs of letters, its consonants, characters, readings),
brought to length one; how close two are is the cosine. The vectors of the parts were learnt by telling the other
form of a name from a thousand others at a time (contrastive learning over hashed n-grams, as in fastText and
StarSpace). It finds what may be the same name among a million in one pass; what is found is then compared with care.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from amanat.core.names.hanzi import reading
from amanat.core.names.spelling import Kind, Spelling

BUCKETS = {Kind.SOUNDS: 1 << 15, Kind.CONSONANTS: 1 << 14, Kind.HAN: 1 << 15}
OFFSETS = {Kind.SOUNDS: 0, Kind.CONSONANTS: 1 << 15, Kind.HAN: (1 << 15) + (1 << 14)}
ROWS = sum(BUCKETS.values())

_VOWELS = re.compile("[aeiouy]")
_CHUNK = 4096


def parts(spelling: Spelling) -> list[int]:
    """The rows of the token's parts in the table of vectors."""
    named = _of_han(spelling.letters) if spelling.kind is Kind.HAN else _of_letters(spelling)
    mask, offset = BUCKETS[spelling.kind] - 1, OFFSETS[spelling.kind]
    return [offset + (crc32(name.encode()) & mask) for name in named]


def _of_letters(spelling: Spelling) -> list[str]:
    letters = spelling.letters
    edged = f"^{letters}$"
    size = len(edged)
    named = list(letters)
    for length in (2, 3, 4):
        named += [edged[at : at + length] for at in range(size - length + 1)]
    if spelling.kind is Kind.SOUNDS:
        bones = f"^{_VOWELS.sub('', letters)}$"
        named += ["k" + bones[at : at + 2] + "k" for at in range(len(bones) - 1)]
        named += ["k" + bones[at : at + 3] + "k" for at in range(len(bones) - 2)]
    return named


def _of_han(characters: str) -> list[str]:
    signs = ["^", *characters, "$"]
    sounds = ["^", *map(reading, characters), "$"]
    joined = f"^{''.join(sounds[1:-1])}$"
    named = list(characters)
    named += [f"p{sound}" for sound in sounds[1:-1]]
    named += [one + other for one, other in pairwise(signs)]
    named += [f"p{one}-{other}" for one, other in pairwise(sounds)]
    named += ["p" + "-".join(sounds[at : at + 3]) for at in range(len(sounds) - 2)]
    named += ["l" + joined[at : at + 3] for at in range(len(joined) - 2)]
    return named


@dataclass(frozen=True, eq=False)
class Vectors:
    """``values`` (rows x dimensions, int8) times ``scales`` (a row each) are the vectors of the parts."""

    values: NDArray[np.int8]
    scales: NDArray[np.float16]

    @property
    def dimensions(self) -> int:
        return int(self.values.shape[1])

    @cached_property
    def _table(self) -> NDArray[np.float32]:
        return self.values.astype(np.float32) * self.scales.astype(np.float32)[:, None]

    def of(self, spellings: Sequence[Spelling]) -> NDArray[np.float32]:
        """One row of length one for each; zeros for a token of no letters."""
        found = np.zeros((len(spellings), self.dimensions), dtype=np.float32)
        for begin in range(0, len(spellings), _CHUNK):
            rows = [parts(each) if each.letters else [] for each in spellings[begin : begin + _CHUNK]]
            found[begin : begin + len(rows)] = self._sums(rows)
        return found

    def _sums(self, rows: list[list[int]]) -> NDArray[np.float32]:
        sums = np.zeros((len(rows), self.dimensions), dtype=np.float32)
        counts = np.array([len(row) for row in rows])
        filled = np.flatnonzero(counts)
        if len(filled):
            flat = np.fromiter((part for row in rows for part in row), dtype=np.intp, count=int(counts.sum()))
            starts = np.concatenate(([0], np.cumsum(counts[filled])[:-1]))
            sums[filled] = np.add.reduceat(self._table[flat], starts, axis=0)
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        lengths[lengths == 0] = 1.0
        sums /= lengths
        return sums
