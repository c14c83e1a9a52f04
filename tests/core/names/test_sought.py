"""What an index holds of a name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core.names.sought import LONGEST, sought


@pytest.mark.parametrize(
    ("kind", "name", "held"),
    [
        ("person", "Dilara  Osmanqizi\n", "Dilara Osmanqizi"),
        ("person", "阿依古丽·赛力克拜", "阿依古丽·赛力克拜"),
        ("person", "…", ""),
        ("person", "", ""),
        ("person", "x" * 900, "x" * LONGEST),
        ("place", "Tumsay County", "tumsay"),
        ("place", "Тұмсай ауданы", "тұмсай"),
        ("place", "County", "county"),
        ("place", "😀", ""),
    ],
)
def test_a_person_as_written_and_a_place_without_its_generic_words(kind: str, name: str, held: str) -> None:
    assert sought(kind, name) == held


@given(st.text(), st.sampled_from(["person", "place"]))
def test_whatever_is_written_has_an_answer_that_a_database_can_hold(name: str, kind: str) -> None:
    assert len(sought(kind, name)) <= LONGEST
    assert "\0" not in sought(kind, name)
