"""What is learnt from and what is measured with never meet."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from names_data import write

from names.splits import (
    LATIN_KAZAKH,
    TABLES,
    Pair,
    folded,
    is_test,
    pairs,
    test_pairs,
    tokens,
    training_pairs,
)

# Named like a test by what it gives back; it is none.
test_pairs.__test__ = False  # type: ignore[attr-defined]

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "names"


@pytest.mark.parametrize("table", [*TABLES, LATIN_KAZAKH])
@pytest.mark.parametrize("which", ["invented", "public"])
def test_no_token_of_the_test_is_learnt_from(table: str, which: str, tmp_path: Path) -> None:
    if which == "public" and not DATA.is_dir():
        pytest.skip("the public name data (../shared/data/names) is not here")
    folder = write(tmp_path) if which == "invented" else DATA
    learnt, measured = training_pairs(folder, table), test_pairs(folder, table)
    assert learnt
    assert measured
    assert not {folded(pair.latin) for pair in learnt} & {folded(pair.latin) for pair in measured}
    assert not {folded(pair.other) for pair in learnt} & {folded(pair.other) for pair in measured}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gülnara", "gulnara"),
        ("O'Neil", "ONEIL"),
        ("Łukasz", "lukasz"),
        ("Ёлкин", "елкин"),
        ("أحمد", "احمد"),
        ("約翰", "约翰"),
        ("約·翰", "约翰"),
    ],
)
def test_what_is_folded_together(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("latin", "expected"), [("gulnara", False), ("serik", False), ("muhammad", True), ("erman", True)]
)
def test_the_side_never_changes(latin: str, expected: bool) -> None:
    assert is_test(latin) is expected


@given(st.text(max_size=40))
def test_any_string_has_a_side_and_case_does_not_change_it(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert is_test(folded(text)) == is_test(text)


def test_about_one_in_five_is_for_the_test() -> None:
    share = sum(is_test(f"name{number}") for number in range(5000)) / 5000
    assert 0.18 < share < 0.22


def test_a_table_as_it_stands(tmp_path: Path) -> None:
    read = pairs(write(tmp_path), "latin-han")
    assert read[0] == Pair("barbek", "巴别克", 2)
    assert len(read) == 43
    assert len(tokens(read)) == 42


def test_a_form_shared_with_the_test_is_not_learnt(tmp_path: Path) -> None:
    shared = next(f"name{number}" for number in range(99) if is_test(f"name{number}"))
    other = next(f"name{number}" for number in range(99) if not is_test(f"name{number}"))
    lines = ["latin\tother\tcount", f"{shared}\t巴別克\t1", f"{other}\t巴别克\t9", f"{other}x{other}\t托\t1"]
    (tmp_path / "latin-han.tsv").write_text("\n".join(lines), encoding="utf-8")
    assert other not in {pair.latin for pair in training_pairs(tmp_path, "latin-han")}
