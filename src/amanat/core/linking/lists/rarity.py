"""How likely a stranger has the same value by chance, told from how often it stands in a list, long or short."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_ROWS_OF_BELIEF = 100
"""Rows' worth of what is usual, beside the rows of the list: in a list of twenty, two rows of one date of birth are
no sign that one person in ten is born that day."""

_PAIR = 2
"""The two rows compared: of how common their value is elsewhere, they say nothing."""


def by_chance(share: NDArray[np.floating], rows: float, usual: float) -> NDArray[np.float32]:
    """``share``: of the ``rows`` that have any value, those that have this one, or one near it; ``usual``: how likely
    two strangers agree in a thing of this kind, whatever the list. In a long list hardly more than the share."""
    if rows <= 0:
        return np.asarray(share, np.float32)
    others = np.maximum(share * rows - _PAIR, 0)
    found = (others + _ROWS_OF_BELIEF * usual) / (rows + _ROWS_OF_BELIEF)
    return np.asarray(np.maximum(found, min(usual, _PAIR / rows)), np.float32)
