"""Relatives: strangers who share one word of their names, and with it, more often than others, a place or a telephone.

That two rows have a rare family name in common and the same rare village says less than either alone would let one
think, unless their given names agree too. How often relatives share such things is counted, not supposed: in pairs of
rows that have one word in common and not the other, and dates that differ.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from amanat.core.linking.lists.fields import Levels, Part, Rows
from amanat.core.linking.lists.words import Words


def of_one_word(names: Words, count: int) -> tuple[Rows, Rows]:
    """Pairs of rows with a word of the name in common, drawn by chance, the same for the same rows."""
    keys = names.exact_keys()
    order = np.argsort(keys.hashes, kind="stable")
    rows, hashes = keys.rows[order], keys.hashes[order]
    if not len(rows):
        return rows, rows
    draw = np.random.default_rng(len(rows))
    one = draw.integers(0, len(rows), count)
    begin, end = (np.searchsorted(hashes, hashes[one], side) for side in ("left", "right"))
    other = begin + (draw.random(count) * (end - begin)).astype(np.int64)
    left, right = rows[one], rows[other]
    kept = left != right
    return left[kept], right[kept]


def second_word(parts: Sequence[Part]) -> int | None:
    """Which part it is, where names are compared."""
    return next((at for at, part in enumerate(parts) if part.given), None)


def second_differs(parts: Sequence[Part], levels: Levels) -> NDArray[np.bool_]:
    """Whether of each pair's names one word is shared at most, and another is known to be another."""
    second = second_word(parts)
    if second is None:
        return np.zeros(levels.shape[1], bool)
    return np.isin(levels[second], [group[0] for group in parts[second].groups])


def relatives(parts: Sequence[Part], levels: Levels) -> Levels:
    """Of pairs that share a word, those that are not one person's: the other word differs, and what is for life."""
    found = second_differs(parts, levels)
    for part, each in zip(parts, levels, strict=True):
        if part.apart:
            found &= np.isin(each, part.apart)
    return levels[:, found]
