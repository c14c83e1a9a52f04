"""Pairs of rows drawn by chance, hardly any of them one person's, and how many pairs there are in all."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from amanat.core.linking.lists.fields import Rows


def drawn(lists: NDArray[np.int64], count: int, *, within: bool) -> tuple[Rows, Rows]:
    """The same for the same rows; all, where they are few. ``within``: also pairs of rows of one list."""
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
