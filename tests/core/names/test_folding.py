"""One folding for search and linking, over four scripts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core.names.folding import folded, folded_name, indexed, is_full, search_words


@pytest.mark.parametrize(
    ("written", "found_as"),
    [
        ("ÅSE  Straße", "ase strasse"),
        ("İstanbul ISTANBUL ıstanbul", "istanbul istanbul istanbul"),
        ("O’Neil o'neil Oʻneil", "oneil oneil oneil"),
        ("Ayşe-Gül (née Çelik)", "ayse gul nee celik"),
        ("Łódź Ørsted", "lodz orsted"),
        ("Фёдор Ёлкин", "федор елкин"),
        ("كِتَابٌ", "كتاب"),
        ("مـــحمد", "محمد"),
        ("أحمد إبراهيم آمنة", "احمد ابراهيم امنه"),
        ("ئايگۈل ايگۈل", "ايگۈل ايگۈل"),
        ("یوسف يوسف", "يوسف يوسف"),
        ("１２３ ١٢٣ ۱۲۳", "123 123 123"),
        ("ﬁn ﻣﺤﻤﺪ", "fin محمد"),
        ("a\u200bb\u00adc\u0000d", "abc d"),
        ("--- … !", ""),
    ],
)
def test_folding(written: str, found_as: str) -> None:
    assert folded(written) == found_as


@given(st.text())
def test_folding_twice_changes_nothing_and_leaves_only_words(text: str) -> None:
    once = folded(text)
    assert folded(once) == once
    assert all(not character.isascii() or character.isalnum() or character == " " for character in once)
    assert "  " not in once


@given(st.text(alphabet="阿依古丽赛力克拜ab ·", min_size=1), st.data())
def test_any_part_of_an_unspaced_name_is_found(name: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(name) - 1))
    part = name[start : data.draw(st.integers(start + 1, len(name)))]
    if "a" in part or "b" in part:
        return
    words = indexed(name).split()
    assert all(any(word.startswith(each) for word in words) for each in search_words(part))


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("Dilara Osmanqizi", True),
        ("Dilara", False),
        ("D. Osmanqizi", False),
        ("Mrs. Osmanqizi", False),
        ("阿依古丽·赛力克拜", True),
        ("阿依古丽", False),
        ("Айгүл Серікбай", True),
        ("", False),
    ],
)
def test_only_a_full_name_can_stand_for_a_person(name: str, full: bool) -> None:
    assert is_full(folded_name(name)) is full


def test_what_is_indexed_is_bounded() -> None:
    text = " ".join(str(number) for number in range(200_000))
    assert len(indexed(text).encode()) <= 400_000
    assert indexed("a b a c b") == "a b c"
