"""Whatever is typed has an answer, always the same, and soon."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from amanat.core.names.name import Name
from amanat.core.names.parsing import parse, tokens
from amanat.core.names.parsing.markers import _forms
from amanat.core.names.parsing.tables import rows_of

_SIGNS = st.text(
    alphabet="aeАе古丽提吐尔逊·•.-–'ʻ’()（）[]\"“”«»,،/;:= \t\n"
    "\u200f\u202e\u200d\u0301\u064b\U0001f600éçığالبنقىزىۇқызы0٣"
)
_WORDS = st.lists(
    st.sampled_from(
        "Dr. aka née bin al- van der qizi қызы ұлы قىزى ئوغلى 克孜 先生 又名 Haji A. JR Abdul عبد الدين он же "
        "المعروف بـ Tursun Мария 买买提 ' - ( ) , ovna".split()
    ),
    max_size=12,
).map(" ".join)


def _all_parts(name: Name) -> None:
    for part in name.parts:
        assert part.text in name.text
        assert part.text and part.stem
    for title in name.titles:
        assert title in name.text
    for other in name.also:
        assert other.text in name.text or other.text.strip() in name.text
        _all_parts(other)


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.text(), _SIGNS, _WORDS))
@example("")
@example("A")
@example("\u200f")
@example("😀 👍🏽")
@example("12345")
@example("ﷺ")
@example("ـ Aygul ـ")
@example("ß" * 50)
@example("\u53e2\u200b0")
@example("İİİ ıı")
@example("He was taken from his home on 3 May, and nobody has seen him since.")
def test_anything_has_an_answer_and_parts_stand_in_the_text(text: str) -> None:
    name = parse(text)
    assert name == parse(text)
    assert name.text == text
    _all_parts(name)
    light = tokens(text)
    assert light == tokens(text)
    assert all(light)


_LONG = [
    "a" * 10_000,
    "a b " * 2_500,
    "(" * 10_000,
    '"' * 10_000,
    "古" * 10_000,
    "阿布都" * 3_333,
    "·" * 10_000,
    "a." * 5_000,
    "qizi" * 2_500,
    "aka " * 2_500,
    "[(" * 5_000,
    "né " * 3_333,
    "\u0301" * 10_000,
    " " * 10_000,
    "аa" * 5_000,
    "a=b;" * 2_500,
    "a-" * 5_000,
    "المعروف ب" * 1_100,
    "😀" * 10_000,
    "\u202e\u200f" * 5_000,
]


@pytest.mark.parametrize("text", _LONG, ids=[repr(text[:8]) for text in _LONG])
def test_ten_thousand_letters_are_answered_within_50_ms(text: str) -> None:
    parse("warm up 买买提 (Айгүл)")
    times = []
    for _ in range(3):  # the best of three: a busy machine is no slow parser
        begun = time.process_time()
        parse(text)
        tokens(text)
        times.append(time.process_time() - begun)
    assert min(times) < 0.05


def test_of_a_long_text_only_the_beginning_is_looked_at_and_a_note_says_so() -> None:
    name = parse("Adil Tursun " + "x " * 5_000)
    assert len(name.parts) <= 24
    assert any("longer than a name" in note for note in name.notes)


def test_right_to_left_marks_and_points_change_nothing() -> None:
    plain, marked = parse("محمد خالد"), parse("\u200fمُحَمَّد\u200f خالد\u202c")
    assert [part.stem for part in plain.parts] == [part.stem for part in marked.parts]
    assert [part.stem for part in parse("Ay\u00adgul Tur\u200bsun").parts] == ["Aygul", "Tursun"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mrs. Gulnare Awulqan-qizi", ["gulnare", "awulqan"]),
        ("Gulnare Awulqan qizi", ["gulnare", "awulqan"]),
        ("Гүлнара Әуелханқызы", ["гүлнара", "әуелхан"]),
        ("گۈلنۇر تۇرسۇن قىزى", ["گۈلنۇر", "تۇرسۇن"]),
        ("古丽努尔·奥米尔扎克", ["古丽努尔", "奥米尔扎克"]),
        ("古麗努爾·奧米爾扎克", ["古丽努尔", "奥米尔扎克"]),
        ("古丽娜拉·阿吾勒汗克孜", ["古丽娜拉", "阿吾勒汗"]),
        ("哈尼克孜·吐尔逊", ["哈尼克孜", "吐尔逊"]),
        ("王小明先生", ["王小明"]),
        ("Abdul Rahman al-Masri", ["abdulrahman", "masri"]),
        ("عبد الرحمن المصري", ["عبدالرحمن", "مصري"]),
        ("Khalid bin Yusuf", ["khalid", "yusuf"]),
        ("Li Bin", ["li", "bin"]),
        ("Xiao-ming Wang", ["xiaoming", "wang"]),
        ("Jean-Paul Renard", ["jean", "paul", "renard"]),
        ("Иванова А.Т.", ["иванов", "а", "т"]),
        ("José Peña", ["jose", "pena"]),
        ("Аlim", ["alim"]),
        ("Dr", ["dr"]),
        ("", []),
    ],
)
def test_light_tokens(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


def test_the_tables_hold_what_the_code_expects() -> None:
    genders, roles = {"f", "m", ""}, {"patronymic", "family"}
    for forms in _forms().values():
        for marker in forms.values():
            assert marker.gender in genders and marker.role in roles
    for place, gender, words in rows_of("titles.tsv"):
        assert place.rstrip("?") in {"before", "after", "either"} and gender in genders and words.split()
