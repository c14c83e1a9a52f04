"""Which pairs of rows are worth comparing: those that share two keys of different columns, or one that few share."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations_with_replacement

import numpy as np
from numpy.typing import NDArray

from amanat.core.linking.lists.fields import Hashes, Keys, Rows, distinct, mixed

MOST_TOGETHER = 60
"""Rows that may share two keys: where more do, the two keys together say too little to look by."""

PAIRS_A_ROW = 12
"""Pairs, for each row, that any two kinds of keys may bring up; two kinds that bring more are taken for fewer rows."""


def candidates(keys: list[Keys], lists: NDArray[np.int64], *, within: bool) -> tuple[Rows, Rows]:
    """The pairs, each once, the lower row first. ``within``: also pairs of rows of one list."""
    size = len(lists)
    found: NDArray[np.int64] = np.zeros(0, np.int64)
    for hashes, rows, most in _ways(keys, size):
        new = _pairs(hashes, rows, most, PAIRS_A_ROW * size, size)
        if not within:
            new = new[lists[new // size] != lists[new % size]]
        found = distinct(np.concatenate([found, new]))
    return found // size, found % size


def _ways(keys: list[Keys], size: int) -> Iterator[tuple[Hashes, Rows, int]]:
    for each in keys:
        if each.alone:
            yield each.hashes, each.rows, each.alone
    for one, other in combinations_with_replacement(keys, 2):
        if one.of != other.of:
            yield *_crossed(one, other, size), MOST_TOGETHER
        elif one is other:
            yield *_doubled(one), MOST_TOGETHER


def _doubled(keys: Keys) -> tuple[Hashes, Rows]:
    """Every two keys of one row, which has several: two words of one name."""
    order = np.lexsort((keys.hashes, keys.rows))
    rows, hashes = keys.rows[order], keys.hashes[order]
    found_rows, found = [], []
    for step in range(1, 5):
        both = rows[step:] == rows[:-step]
        found_rows.append(rows[step:][both])
        found.append(hashes[:-step][both] ^ mixed(hashes[step:][both], 7))
    return np.concatenate(found), np.concatenate(found_rows)


def _crossed(one: Keys, other: Keys, size: int) -> tuple[Hashes, Rows]:
    """Every key of a row by one column with every key of it by the other."""
    order = np.argsort(other.rows, kind="stable")
    rows, hashes = other.rows[order], other.hashes[order]
    begin, end = np.searchsorted(rows, one.rows, "left"), np.searchsorted(rows, one.rows, "right")
    counts = end - begin
    at = np.repeat(begin - np.concatenate(([0], np.cumsum(counts)[:-1])), counts) + np.arange(counts.sum())
    mine = np.repeat(one.hashes, counts)
    return mixed(mine, 11) ^ mixed(hashes[at], 13), rows[at]


def _pairs(hashes: Hashes, rows: Rows, most: int, budget: int, size: int) -> NDArray[np.int64]:
    """Pairs of rows with the same hash, as low row * size + high row. The smallest groups first, up to the budget."""
    order = np.argsort(hashes, kind="stable")
    hashes, rows = hashes[order], rows[order]
    starts = np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1])))
    lengths = np.diff(np.append(starts, len(hashes)))
    chosen = (lengths > 1) & (lengths <= most)
    starts, lengths = starts[chosen], lengths[chosen]
    by_size = np.bincount(lengths, weights=lengths * (lengths - 1) / 2, minlength=most + 1)
    allowed = np.searchsorted(np.cumsum(by_size), budget, "right")
    found = [np.zeros(0, np.int64)]
    for length in range(2, min(most, int(allowed) - 1 if allowed <= most else most) + 1):
        those = starts[lengths == length]
        if len(those):
            groups = rows[those[:, None] + np.arange(length)]
            i, j = np.triu_indices(length, 1)
            left, right = groups[:, i].ravel(), groups[:, j].ravel()
            found.append(np.minimum(left, right) * size + np.maximum(left, right))
    pairs = distinct(np.concatenate(found))
    return np.asarray(pairs[pairs // size != pairs % size])


def drawn(lists: NDArray[np.int64], count: int, *, within: bool) -> tuple[Rows, Rows]:
    """Pairs of rows by chance, the same for the same rows: hardly any of them one person's. All, where they are few."""
    if len(lists) * (len(lists) - 1) // 2 <= count:
        left, right = np.triu_indices(len(lists), 1)
    else:
        left, right = np.random.default_rng(len(lists)).integers(0, len(lists), (2, count))
    kept = left != right if within else lists[left] != lists[right]
    return left[kept], right[kept]


def pairs_in_all(lists: NDArray[np.int64], *, within: bool) -> float:
    size = float(len(lists))
    every = size * (size - 1) / 2
    counts = np.bincount(lists).astype(float)
    return every if within else every - float((counts * (counts - 1) / 2).sum())
