"""The sum over all alignments is what it says it is."""

from itertools import combinations_with_replacement
from math import exp, log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core.names.signs import letter_signs
from amanat.core.names.transducer import STEP, Transducer

SIGNS = {sign: at for at, sign in enumerate(["a", "b", "ab", "ba", "a$", "b$"])}
STRETCHES = {"": 0, "a": 1, "b": 2, "ab": 3, "ba": 4, "aa": 5}


@st.composite
def transducers(draw: st.DrawFn) -> Transducer:
    costs = draw(st.lists(st.integers(0, 60), min_size=7 * 7, max_size=7 * 7))
    background = np.full((27, 27), -2.0, np.float32)
    return Transducer(SIGNS, STRETCHES, np.array(costs, np.uint8).reshape(7, 7), background, widest=2)


def by_hand(table: Transducer, word: str, letters: str) -> float:
    """Every way to cut the letters up, one after another."""
    total = 0.0
    for cuts in combinations_with_replacement(range(len(letters) + 1), len(word) - 1):
        edges = [0, *cuts, len(letters)]
        likely = 1.0
        for sign, start, end in zip(letter_signs(word), edges, edges[1:], strict=False):
            stretch = letters[start:end]
            if len(stretch) > table.widest:
                likely = 0.0
                break
            row = table.signs.get(sign[0], table.signs.get(sign[1], len(table.signs)))
            column = table.stretches.get(stretch, len(table.stretches))
            unmet = 2.0 * len(stretch) if column == len(table.stretches) else 0.0
            likely *= exp(-STEP * float(table.costs[row, column]) - unmet)
        total += likely
    return total


@given(transducers(), st.text("abc", min_size=1, max_size=4), st.text("abz", max_size=6))
def test_evidence_is_the_sum_over_all_alignments(table: Transducer, word: str, letters: str) -> None:
    chance = -2.0 * (len(letters) + 1)
    summed = by_hand(table, word, letters)
    found = table.evidence([(letter_signs(word), letters)])[0]
    if summed > 0:
        assert found == pytest.approx(log(summed) - chance, rel=1e-4, abs=1e-4)
    else:
        assert found < -300


@given(
    transducers(),
    st.lists(st.tuples(st.text("ab", min_size=1, max_size=5), st.text("ab", max_size=7)), min_size=1),
)
def test_pairs_do_not_depend_on_their_company(table: Transducer, pairs: list[tuple[str, str]]) -> None:
    together = table.evidence([(letter_signs(word), letters) for word, letters in pairs])
    alone = [table.evidence([(letter_signs(word), letters)])[0] for word, letters in pairs]
    assert together == pytest.approx(alone, rel=1e-6)


@given(transducers(), st.text("ab", min_size=1, max_size=5), st.text("ab", max_size=8))
def test_an_alignment_uses_every_letter_once_and_in_order(table: Transducer, word: str, letters: str) -> None:
    pieces = table.aligned(letter_signs(word), letters)
    assert "".join(letters[piece.start : piece.end] for piece in pieces) == (letters if pieces else "")
    assert [piece.sign for piece in pieces] == (list(range(len(word))) if pieces else [])
    assert bool(pieces) == (len(letters) <= 2 * len(word))
