"""Figures with confidence intervals: shares of queries, F1 against the hardest wrong name, average precision.

Intervals are 95% percentile bootstraps over the queries (1,000 draws by a fixed seed): they say how much the choice
of queries matters, not how much another source of names would.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from names.tasks.task import SEED

Floats = NDArray[np.float64]
DRAWS = 1000


@dataclass(frozen=True, slots=True)
class Figure:
    """A value in [0, 1] and its 95% interval."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:.3f} ({self.low:.2f}–{self.high:.2f})"

    def as_json(self) -> list[float]:
        return [round(each, 4) for each in (self.value, self.low, self.high)]


def share(right: Sequence[bool]) -> Figure:
    """The share that is true; of nothing, 0."""
    return figure(np.asarray(right, dtype=float), lambda drawn: float(drawn.mean()))


def figure(rows: NDArray[np.float64], measure: Callable[[Floats], float]) -> Figure:
    """``measure`` of the rows (its first axis is what is drawn again and again) with its interval."""
    if not len(rows):
        return Figure(0.0, 0.0, 0.0)
    draw = np.random.default_rng(SEED)
    again = [measure(rows[draw.integers(0, len(rows), len(rows))]) for _ in range(DRAWS)]
    low, high = np.percentile(again, [2.5, 97.5])
    return Figure(measure(rows), float(low), float(high))


def f1(labels: Floats, scores: Floats, threshold: float) -> float:
    """F1 of taking as true what scores at least the threshold."""
    taken = scores >= threshold
    right = float((taken & (labels > 0)).sum())
    return 2 * right / (taken.sum() + (labels > 0).sum()) if right else 0.0


def best_f1(labels: Floats, scores: Floats) -> tuple[float, float]:
    """The highest F1 that any threshold gives, and that threshold."""
    order = np.argsort(-scores, kind="stable")
    ranked, true = scores[order], labels[order] > 0
    right = np.cumsum(true)
    found = 2 * right / (np.arange(1, len(true) + 1) + true.sum())
    found[np.append(ranked[1:] == ranked[:-1], False)] = 0.0  # a threshold takes all that score alike
    at = int(found.argmax())
    return float(found[at]), float(ranked[at])


def average_precision(labels: Floats, scores: Floats) -> float:
    """Mean precision at each true case, best score first; what scores alike is taken together."""
    order = np.argsort(-scores, kind="stable")
    ranked, true = scores[order], labels[order] > 0
    if not true.any():
        return 0.0
    last = np.searchsorted(-ranked, -ranked, side="right")  # all that score at least as much
    precision = np.cumsum(true)[last - 1] / last
    return float(precision[true].mean())


def twins_f1(right: Sequence[float], wrong: Sequence[float], threshold: float | None = None) -> Figure:
    """F1 of each query's right name against its hardest wrong one: every query gives one true pair and one false.

    At the threshold, or at the best one of these very pairs.
    """

    def measure(drawn: Floats) -> float:
        labels, scores = np.repeat([1.0, 0.0], len(drawn)), drawn.T.ravel()
        return best_f1(labels, scores)[0] if threshold is None else f1(labels, scores, threshold)

    return figure(np.column_stack([right, wrong]).reshape(-1, 2), measure)
