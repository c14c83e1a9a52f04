"""What the benchmark of linking counts, by hand."""

from __future__ import annotations

import numpy as np
import pytest

from linking.scores import best_of_pairs, of_groups, of_pairs

TRUTH = np.array([1, 1, 1, 2, 2])


def test_groups_are_scored_by_pairs_and_row_by_row() -> None:
    score = of_groups(TRUTH, np.array([7, 7, 8, 8, 8]))
    assert (score.precision, score.recall) == (0.5, 0.5)
    assert score.b3_precision == pytest.approx((1 + 1 + 1 / 3 + 2 / 3 + 2 / 3) / 5)
    assert score.b3_recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5)


def test_pairs_are_scored_against_all_that_there_are() -> None:
    left, right = np.array([0, 0, 2]), np.array([1, 2, 3])
    score = of_pairs(TRUTH, left, right)
    assert (score.precision, score.recall) == (pytest.approx(2 / 3), 0.5)
    best = best_of_pairs(TRUTH, left, right, np.array([0.9, 0.8, 0.1]))
    assert (best.precision, best.recall) == (1.0, 0.5)


def test_nothing_found_is_no_fault_of_arithmetic() -> None:
    none = np.zeros(0, np.int64)
    assert of_pairs(TRUTH, none, none).f1 == best_of_pairs(TRUTH, none, none, np.zeros(0)).f1 == 0.0
