from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core.reading.spots import LEARNED
from amanat.core.reading.wordpiece import WordPieces

LINES = (LEARNED / "vocabulary.txt").read_text(encoding="utf-8").splitlines()
PIECES = WordPieces(LINES)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("They took him.", ["they", "took", "him", "."]),
        ("unremarkable", ["un", "##rem", "##ark", "##able"]),
        ("Café, São Tomé", ["cafe", ",", "sao", "tome"]),
        ("43°N", ["43", "##°", "##n"]),
        ("伊宁 camp", ["伊", "[UNK]", "camp"]),
        ("can't", ["can", "'", "t"]),
        ("a" * 101, ["[UNK]"]),
        ("", []),
        (" \n\t", []),
    ],
)
def test_words_are_cut_as_bert_cuts_them(text: str, pieces: list[str]) -> None:
    assert [LINES[piece.number] for piece in PIECES.cut(text)] == pieces


def test_each_piece_knows_its_place() -> None:
    text = "Ўlugʻbek é was freed"
    cut = PIECES.cut(text)
    assert text[cut[-1].start : cut[-1].end] == "freed"
    assert text[cut[-2].start : cut[-2].end] == "was"


@given(st.text(max_size=200))
def test_any_text_is_cut_in_order_and_within_itself(text: str) -> None:
    at = 0
    for piece in PIECES.cut(text):
        assert (
            at <= piece.start < piece.end <= len(text) or piece.start == at - 1
        )  # one letter, folded to two
        assert 0 <= piece.number < len(LINES)
        at = piece.end
