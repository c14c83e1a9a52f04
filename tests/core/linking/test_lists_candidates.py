"""Where pairs of rows are looked for: what is shared is found, each pair once, and nothing that nobody shares."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from amanat.core.linking.lists.candidates import Pairs, candidates
from amanat.core.linking.lists.fields import Keys, distinct, met, mixed
from amanat.core.linking.lists.sharing import sharing, signed
from amanat.core.linking.lists.words import Words
from amanat.core.names.tokens import spellings

BITS = 4
HELD = st.lists(st.tuples(st.integers(0, 15), st.integers(0, 6)), max_size=40)


def found(codes: np.ndarray) -> set[tuple[int, int]]:
    left, right = Pairs(codes, BITS).rows()
    return set(zip(left.tolist(), right.tolist(), strict=True))


@settings(max_examples=80, deadline=None)
@given(HELD, st.integers(2, 6))
def test_rows_of_one_hash_are_pairs_unless_too_many_have_it(held: list[tuple[int, int]], most: int) -> None:
    rows, values = (np.array([each[at] for each in held], np.int64) for at in (0, 1))
    expected = set()
    for value in range(7):
        those = sorted({row for row, has in held if has == value})
        if len(those) <= most:
            expected |= set(combinations(those, 2))
    assert found(sharing(signed(mixed(values, 1), rows, BITS), BITS, most, 10**6)) == expected


def test_the_rarest_come_first_where_there_is_no_room_for_all() -> None:
    rows, values = np.array([0, 1, 2, 3, 4]), np.array([7, 7, 8, 8, 8])
    assert found(sharing(signed(mixed(values, 1), rows, BITS), BITS, 9, 3)) == {(0, 1)}


@given(st.lists(st.integers(0, 9)), st.lists(st.integers(0, 9)))
def test_what_two_have_in_common(one: list[int], other: list[int]) -> None:
    ones, others = (np.array(sorted(each), np.int64) for each in (one, other))
    at, with_at = met(ones, others)
    assert sorted(zip(at.tolist(), with_at.tolist(), strict=True)) == [
        (i, j) for i in range(len(ones)) for j in range(len(others)) if ones[i] == others[j]
    ]


@given(st.lists(st.integers(-5, 5)))
def test_each_number_once(numbers: list[int]) -> None:
    assert distinct(np.array(numbers, np.int64)).tolist() == sorted(set(numbers))


def test_two_words_are_looked_by_together_and_not_one_word_with_what_is_near_it() -> None:
    """Erlan beside Erlen, in many rows that have nothing else in common, brings nothing up."""
    filling = [f"Erlan {'bcdfghklmn'[at]}o{'rstvwz'[at % 6]}ul" for at in range(10)] * 2
    near = Words("name", [["Erlen Omarof", "Erlan Omarov", *filling]], spellings).places()[0]
    assert set(near.words.tolist()) == {0, 1}
    pairs = candidates(
        [Keys(near.of, near.rows, near.hashes, 0, near.words)], np.zeros(22, np.int64), within=True
    )
    left, right = pairs.rows()
    assert (0, 1) in set(zip(left.tolist(), right.tolist(), strict=True))
    assert not {0, 1} & (set(left[left > 1].tolist()) | set(right[left > 1].tolist()))
    assert all(filling[i - 2] == filling[j - 2] for i, j in zip(left, right, strict=True) if i > 1)
