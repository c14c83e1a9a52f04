"""Which pairs of rows are worth comparing: those that share two keys of different columns, or one that few share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations_with_replacement

import numpy as np
from numpy.typing import NDArray

from amanat.core.linking.lists.abreast import abreast
from amanat.core.linking.lists.fields import Hashes, Keys, Rows, distinct, met, mixed
from amanat.core.linking.lists.sharing import Signed, sharing, signed

MOST_TOGETHER = 60
"""Rows that may share two keys: where more do, the two keys together say too little to look by."""

PAIRS_A_ROW = 12
"""Pairs, for each row, that any two kinds of keys may bring up; two kinds that bring more are taken for fewer rows."""

_ROWS_AT_ONCE = 200_000
_PARTS = 8

Way = tuple[Callable[[], Signed], int]
"""Rows with what they are looked for by, and how many of them may share it."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of rows, each once and in order: ``codes`` have the lower row in all but the last ``bits``."""

    codes: NDArray[np.int64]
    bits: int

    def __len__(self) -> int:
        return len(self.codes)

    def rows(self, at: slice | NDArray[np.int64] = slice(None)) -> tuple[Rows, Rows]:
        codes = self.codes[at]
        return codes >> self.bits, codes & ((1 << self.bits) - 1)


def candidates(keys: list[Keys], lists: NDArray[np.int64], *, within: bool) -> Pairs:
    """``within``: also pairs of rows of one list."""
    size = len(lists)
    bits = max(1, (size - 1).bit_length())

    def found(way: Way) -> NDArray[np.int64]:
        rows, most = way
        codes = distinct(sharing(rows(), bits, most, PAIRS_A_ROW * size))
        return codes if within else codes[_apart(Pairs(codes, bits), lists)]

    every = [np.zeros(0, np.int64), *abreast(found, _ways(keys, size, bits))]
    return Pairs(_merged(every, size << bits), bits)


def _merged(every: list[NDArray[np.int64]], end: int) -> NDArray[np.int64]:
    """What is in any, once and in order; part by part, since all of it twice would take too much room."""
    bounds = [end * at // _PARTS for at in range(_PARTS + 1)]
    places = [np.searchsorted(each, bounds) for each in every]
    parts = [
        distinct(
            np.concatenate([each[at[part] : at[part + 1]] for each, at in zip(every, places, strict=True)])
        )
        for part in range(_PARTS)
    ]
    return np.concatenate(parts)


def _apart(pairs: Pairs, lists: NDArray[np.int64]) -> NDArray[np.bool_]:
    left, right = pairs.rows()
    return np.asarray(lists[left] != lists[right])


def _ways(keys: list[Keys], size: int, bits: int) -> list[Way]:
    alone: list[Way] = [(lambda each=each: signed(each.hashes, each.rows, bits), each.alone)  # type: ignore[misc]
                        for each in keys if each.alone]  # fmt: skip
    together: list[Way] = [
        (lambda one=one, other=other: _crossed(one, other, size, bits), MOST_TOGETHER)  # type: ignore[misc]
        for one, other in combinations_with_replacement(keys, 2)
        if one is other or one.of != other.of
    ]
    return alone + together


def _crossed(one: Keys, other: Keys, size: int, bits: int) -> Signed:
    """Every key of a row by one column with every key of it by the other; of one column, those of different words."""
    one, other = one.in_order(), other.in_order()
    found = [np.zeros(0, np.uint64)]
    for begin in range(0, size, _ROWS_AT_ONCE):
        mine, theirs = one.of_rows(begin, begin + _ROWS_AT_ONCE), other.of_rows(begin, begin + _ROWS_AT_ONCE)
        at, with_at = met(mine.rows, theirs.rows)
        if one.of == other.of:
            later = mine.words[at] < theirs.words[with_at]
            at, with_at = at[later], with_at[later]
        found.append(
            signed(_both(mine.hashes[at], theirs.hashes[with_at], one is other), mine.rows[at], bits)
        )
    return np.concatenate(found)


def _both(one: Hashes, other: Hashes, of_one_kind: bool) -> Hashes:
    """One hash of two; of one kind of keys, the same whichever comes first."""
    return mixed(one, 11) + mixed(other, 11 if of_one_kind else 13)
