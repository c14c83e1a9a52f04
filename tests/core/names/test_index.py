"""Names found by any form of them. The people are invented."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amanat.core.names import NameIndex, compare
from amanat.core.names.shelf import Shelf

NAMES = [
    "古丽娜拉·阿吾力汗",
    "Nurlan Serikbay",
    "تۇرسۇن مەمەت",
    "Анна Петрова",
    "محمد خليل",
    "努尔兰谢里克拜",
    "John Maxwell",
    "Aygul Memet",
    "",
    "王小明",
    "Aygul Memet",
]


@pytest.fixture(scope="module")
def index() -> NameIndex:
    return NameIndex.build(NAMES)


@pytest.mark.parametrize(
    ("query", "position"),
    [
        ("Gulnare Awulqan", 0),
        ("Гүлнара Әуелханқызы", 0),
        ("گۈلنارا ئەۋەلخان", 0),
        ("古麗孜拉·阿吾力汗", 0),
        ("Нұрлан Серікбай", 1),
        ("Tursun Memet", 2),
        ("Tuerxun Maimaiti", 2),
        ("Турсун Мамет", 2),
        ("Petrova Anna", 3),
        ("Mohammed Khalil", 4),
        ("Maxwell", 6),
        ("Wang Xiaoming", 9),
        ("Serikbay", 1),
    ],
)
def test_a_name_is_found_by_any_form(index: NameIndex, query: str, position: int) -> None:
    assert index.search(query, limit=3)[0].position == position


def test_a_name_without_spaces_is_found_by_its_parts(index: NameIndex) -> None:
    assert {1, 5} <= {match.position for match in index.search("Nurlan Serikbay", limit=3)}


def test_scores_are_those_of_compare(index: NameIndex) -> None:
    for match in index.search("Tursun Memet", limit=5):
        assert match.score == pytest.approx(compare("Tursun Memet", index.name(match.position)).probability)
        assert match.reasons


def test_names_given_twice_are_found_twice(index: NameIndex) -> None:
    assert [match.position for match in index.search("Aygul Memet", limit=2)] == [7, 10]


@pytest.mark.parametrize("query", ["", "😀", "12", "...", "\u200f"])
def test_nothing_is_found_for_nothing(index: NameIndex, query: str) -> None:
    assert index.search(query) == []


def test_an_empty_index_finds_nothing() -> None:
    assert NameIndex.build([]).search("Tursun Memet") == []
    assert NameIndex.build(["", "…"]).search("Tursun Memet") == []


def test_what_is_added_is_found_at_once() -> None:
    index = NameIndex()
    for number in range(40):
        assert index.add(f"Person{chr(97 + number % 26)}{chr(97 + number // 26)} Example") == number
        if number % 7 == 0:
            assert index.search(index.name(number), limit=1)[0].position == number
    assert index.add("Tursun Memet") == 40
    assert index.search("吐尔逊·买买提", limit=1)[0].position == 40
    assert len(index) == 41
    assert index.name(40) == "Tursun Memet"
    with pytest.raises(IndexError):
        index.name(41)


def test_an_index_is_saved_and_loaded_without_being_built_again(index: NameIndex, tmp_path: Path) -> None:
    index.save(tmp_path / "names")
    loaded = NameIndex.load(tmp_path / "names")
    assert isinstance(loaded._shelves[0].places, np.memmap)
    assert loaded.search("Gulnare Awulqan") == index.search("Gulnare Awulqan")
    assert loaded.add("Ada Example") == len(NAMES)
    assert loaded.search("Ada Example", limit=1)[0].position == len(NAMES)
    loaded.save(tmp_path / "names")
    assert NameIndex.load(tmp_path / "names").search("Ada Example", limit=1)[0].position == len(NAMES)


def test_a_folder_that_holds_no_index_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        NameIndex.load(tmp_path)
    (tmp_path / "index.json").write_text('{"version": 99}')
    with pytest.raises(ValueError):
        NameIndex.load(tmp_path)


@given(st.lists(st.text(max_size=30), max_size=8), st.text(max_size=30))
@settings(deadline=None)
def test_any_names_and_any_query(names: list[str], query: str) -> None:
    found = NameIndex.build(names).search(query)
    assert all(0 <= match.position < len(names) and 0 <= match.score <= 1 for match in found)
    assert [match.score for match in found] == sorted((match.score for match in found), reverse=True)


def test_a_large_index_is_sifted_and_finds_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [
        f"{one}·{other}"
        for one in ("古丽娜拉", "努尔兰", "吐尔逊", "阿依古丽")
        for other in ("买买提", "谢里克")
    ]
    whole = [match.position for match in NameIndex.build(names).search("Nurlan Serik", limit=3)]
    monkeypatch.setattr("amanat.core.names.shelf._LARGE", 1)
    assert [match.position for match in NameIndex.build(names).search("Nurlan Serik", limit=3)] == whole
    assert isinstance(NameIndex.build(names)._shelves[0], Shelf)
