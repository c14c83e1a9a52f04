"""Rows that share something, as pairs."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from amanat.core.linking.lists.fields import Hashes, Rows, distinct

Signed = NDArray[np.uint64]
"""What a row is looked for by and the row in one number, since numbers are sorted quicker than pairs of them."""


def signed(hashes: Hashes, rows: Rows, bits: int) -> Signed:
    """``bits`` of each hash make room for the row. Of hashes that few bits are left of two may become one, which only
    brings up a pair too many."""
    room = np.uint64(bits)
    return (hashes >> room) << room | rows.astype(np.uint64)


def sharing(rows: Signed, bits: int, most: int, budget: int) -> NDArray[np.int64]:
    """Codes (``Pairs``) of any two rows of a hash that no more than ``most`` rows have; rare hashes first, until they
    make about ``budget`` pairs. Some codes more than once, in no order."""
    rows = distinct(rows)
    hashes = rows >> np.uint64(bits)
    starts = np.flatnonzero(np.append(True, hashes[1:] != hashes[:-1])[: len(rows)])
    lengths = np.diff(np.append(starts, len(rows)))
    chosen = (lengths > 1) & (lengths <= most)
    starts, lengths = starts[chosen], lengths[chosen]
    found = [np.zeros(0, np.int64)]
    for length in range(2, _longest(lengths, most, budget) + 1):
        those = starts[lengths == length]
        groups = (rows[those[:, None] + np.arange(length)] & np.uint64((1 << bits) - 1)).astype(np.int64)
        i, j = np.triu_indices(length, 1)
        found.append((groups[:, i] << bits | groups[:, j]).ravel())
    return np.concatenate(found)


def _longest(lengths: Rows, most: int, budget: int) -> int:
    """How many rows may have one hash, so that all pairs keep to the budget."""
    pairs = np.bincount(lengths, weights=lengths * (lengths - 1) / 2, minlength=most + 1)
    within = int(np.searchsorted(np.cumsum(pairs), budget, "right"))
    return min(most, within - 1)
