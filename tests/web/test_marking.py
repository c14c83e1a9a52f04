"""Passages over a text: nothing lost, nothing added, every claim reachable exactly once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.web.desk.marking import Segment, Stretch, marked


def test_nested_and_overlapping_passages_are_cut_where_any_begins_or_ends() -> None:
    (paragraph,) = marked("abcdefgh", [Stretch("1", 0, 6), Stretch("2", 2, 4), Stretch("3", 3, 8)])
    assert paragraph == (
        Segment("ab", ("1",), ("1",)),
        Segment("c", ("2", "1"), ("2",)),
        Segment("d", ("2", "3", "1"), ("3",)),
        Segment("ef", ("3", "1")),
        Segment("gh", ("3",)),
    )


def test_two_claims_on_one_passage_both_begin_there() -> None:
    (paragraph,) = marked("She fled.", [Stretch("1", 0, 8), Stretch("2", 0, 8)])
    assert paragraph == (Segment("She fled", ("1", "2"), ("1", "2")), Segment("."))


def test_a_passage_over_a_line_break_begins_once() -> None:
    first, second = marked("one\n\ntwo", [Stretch("1", 1, 7)])
    assert first == (Segment("o"), Segment("ne", ("1",), ("1",)))
    assert second == (Segment("tw", ("1",)), Segment("o"))


@pytest.mark.parametrize(("start", "end"), [(5, 5), (9, 4), (50, 60), (-4, 0)])
def test_a_stretch_of_nothing_marks_nothing(start: int, end: int) -> None:
    (paragraph,) = marked("abcdefghij", [Stretch("1", start, end)])
    assert all(not segment.claims for segment in paragraph)


stretches = st.lists(st.tuples(st.integers(-5, 90), st.integers(-5, 90)), max_size=12).map(
    lambda pairs: [Stretch(str(i), min(p), max(p)) for i, p in enumerate(pairs)]
)


@given(st.text(st.sampled_from("ab ق字\n"), max_size=80), stretches)
def test_no_word_is_lost_and_every_letter_knows_its_claims(text: str, laid: list[Stretch]) -> None:
    paragraphs = marked(text, laid)
    lines = [line for line in text.split("\n") if line.strip()]
    assert ["".join(segment.text for segment in paragraph) for paragraph in paragraphs] == lines
    begun = [claim for paragraph in paragraphs for segment in paragraph for claim in segment.begins]
    assert len(begun) == len(set(begun))
    shown = {claim for paragraph in paragraphs for segment in paragraph for claim in segment.claims}
    assert shown == set(begun)
    for stretch in laid:
        covered = text[max(0, stretch.start) : max(0, stretch.end)]
        visible = any(text_line for text_line in covered.split("\n") if text_line.strip())
        if visible:
            assert stretch.claim in shown
