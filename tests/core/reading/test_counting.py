"""Numbers of people, with the bounds that their words give them."""

from __future__ import annotations

import pytest

from amanat.core.reading.counting import parse_count

COUNTS = [
    ("at least a million", 1_000_000, None),
    ("at least 40 villagers", 40, None),
    ("up to 300 households", None, 300),
    ("fewer than 20 men", None, 20),
    ("between 30 and 50 men", 30, 50),
    ("twenty-two monks", 22, 22),
    ("three hundred others", 300, 300),
    ("1,200 people", 1_200, 1_200),
    ("1.3 million people", 1_300_000, 1_300_000),
    ("dozens of students", 24, None),
    ("hundreds of families", 200, None),
    ("hundreds of thousands of people", 200_000, None),
    ("tens of thousands of people", 20_000, None),
    ("two dozen nurses", 24, 24),
    ("more than 60 persons", 61, None),
    ("some 200 villagers", 200, 200),
]


@pytest.mark.parametrize(("phrase", "low", "high"), COUNTS)
def test_a_number_with_its_bounds(phrase, low, high):
    count = parse_count(phrase)
    assert count is not None
    assert (count.min, count.max) == (low, high)


@pytest.mark.parametrize("phrase", ["the villagers", "a man", "the people of the town", ""])
def test_no_number_is_no_count(phrase):
    assert parse_count(phrase) is None
