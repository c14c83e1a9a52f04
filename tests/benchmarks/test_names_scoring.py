"""The figures of the name benchmark, on cases that can be counted on one hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from names.scoring import average_precision, best_f1, f1, share, twins_f1

SCORES = st.lists(
    st.tuples(st.booleans(), st.sampled_from([0.0, 0.2, 0.5, 0.9, 1.0])), min_size=1, max_size=20
)


def test_a_share_and_its_interval() -> None:
    found = share([True] * 30 + [False] * 10)
    assert found.value == 0.75
    assert 0.55 < found.low < 0.75 < found.high < 0.92
    assert share([True] * 30 + [False] * 10) == found  # the same every time


def test_a_share_of_nothing() -> None:
    assert share([]).as_json() == [0.0, 0.0, 0.0]


@pytest.mark.parametrize(
    ("labels", "scores", "expected"),
    [
        ([1, 1, 0, 0], [0.9, 0.8, 0.2, 0.1], 1.0),
        ([0, 1], [0.9, 0.1], 0.5),
        ([1, 0, 1], [0.9, 0.5, 0.1], (1 + 2 / 3) / 2),
        ([1, 0], [0.5, 0.5], 0.5),
        ([0, 0], [0.5, 0.4], 0.0),
    ],
)
def test_average_precision(labels: list[int], scores: list[float], expected: float) -> None:
    assert average_precision(np.array(labels, float), np.array(scores)) == pytest.approx(expected)


@given(SCORES)
def test_no_threshold_beats_the_best_f1(cases: list[tuple[bool, float]]) -> None:
    labels, scores = np.array([float(label) for label, _ in cases]), np.array([score for _, score in cases])
    best, threshold = best_f1(labels, scores)
    assert best == pytest.approx(max(f1(labels, scores, each) for each in scores))
    assert best == pytest.approx(f1(labels, scores, threshold))


def test_twins() -> None:
    assert twins_f1([0.9, 0.8, 0.7], [0.1, 0.2, 0.3]).value == 1.0
    assert twins_f1([0.5, 0.5], [0.5, 0.5]).value == pytest.approx(2 / 3)
    assert twins_f1([0.9, 0.4], [0.1, 0.6], threshold=0.5).value == 0.5
