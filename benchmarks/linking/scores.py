"""How right pairs and groups are, against who is who."""

from __future__ import annotations

from dataclasses import asdict, dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class Score:
    """Of pairs of rows; ``b3_…``: B-cubed, row by row (Bagga and Baldwin, 1998)."""

    precision: float
    recall: float
    f1: float
    b3_precision: float = 0.0
    b3_recall: float = 0.0
    b3_f1: float = 0.0

    def as_json(self) -> dict[str, float]:
        return {name: round(value, 4) for name, value in asdict(self).items()}


def of_groups(truth: Numbers, found: Numbers) -> Score:
    """Every two rows of one group are a pair found."""
    truth, found = (np.unique(each, return_inverse=True)[1].astype(np.int64) for each in (truth, found))
    _, both, counts = np.unique(truth * (found.max() + 1) + found, return_inverse=True, return_counts=True)
    right = _pairs(counts)
    precision, recall = _share(right, _pairs(np.bincount(found))), _share(right, _pairs(np.bincount(truth)))
    of_row = counts[both]
    b3 = (of_row / np.bincount(found)[found]).mean(), (of_row / np.bincount(truth)[truth]).mean()
    return Score(precision, recall, _f1(precision, recall), float(b3[0]), float(b3[1]), _f1(*map(float, b3)))


def of_pairs(truth: Numbers, left: Numbers, right: Numbers) -> Score:
    """The pairs alone, without what follows from them."""
    hits = float((truth[left] == truth[right]).sum())
    precision = _share(hits, len(left))
    recall = _share(hits, _pairs(np.unique(truth, return_counts=True)[1]))
    return Score(precision, recall, _f1(precision, recall))


def best_of_pairs(truth: Numbers, left: Numbers, right: Numbers, likely: NDArray[np.float64]) -> Score:
    """By the threshold that happens to be best for this very table, which nobody could know."""
    order = np.argsort(-likely, kind="stable")
    hits = np.cumsum(truth[left[order]] == truth[right[order]])
    every = _pairs(np.unique(truth, return_counts=True)[1])
    scores = 2 * hits / (np.arange(1, len(hits) + 1) + every)
    at = order[: int(scores.argmax()) + 1] if len(order) else order
    return of_pairs(truth, left[at], right[at])


def _pairs(counts: Numbers) -> float:
    return float((counts * (counts - 1.0) / 2).sum())


def _share(part: float, whole: float) -> float:
    return float(part / whole) if whole else 0.0


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
