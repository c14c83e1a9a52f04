"""The typed names: the table agrees with itself, and a form is found however it is written."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core.names.common import COLUMNS, rows, same_name, training_pairs, variants
from amanat.core.names.folding import folded
from amanat.core.names.scripts import script_counts

SCRIPTS = {
    "latin": {"Latn"},
    "uyghur": {"Arab"},
    "kazakh": {"Cyrl"},
    "russian": {"Cyrl"},
    "uzbek_kyrgyz_tajik": {"Cyrl", "Latn"},
    "arabic_persian": {"Arab"},
    "han": {"Hani"},
}


def test_the_table_has_its_size() -> None:
    assert len(rows()) >= 700
    assert len({row.name for row in rows()}) == len(rows())
    assert len(training_pairs()) >= 50 * len(rows())


def test_each_form_is_one_word_in_the_script_of_its_column() -> None:
    for row in rows():
        assert row.gender in {"f", "m", ""}
        for column, forms in row.forms.items():
            assert len(set(forms)) == len(forms), row.name
            for form in forms:
                assert form == form.lower().strip(), (row.name, form)
                (script,) = script_counts(form)
                assert script in SCRIPTS[column], (row.name, form)
                spaces = 1 if column == "arabic_persian" else 0
                assert len(folded(form).split()) <= 1 + spaces, (row.name, form)
                assert "-" not in form


def test_every_row_says_something_across_scripts() -> None:
    for row in rows():
        assert set(row.forms) <= set(COLUMNS)
        assert len(row.forms) >= 2, row.name


def test_no_form_is_two_names_unless_they_are_declared_related() -> None:
    related = {row.name: set(row.related) for row in rows()}
    for row in rows():
        for form in (form for forms in row.forms.values() for form in forms):
            for one, other in combinations(variants(form), 2):
                assert other in related[one], (form, one, other)


def test_related_is_said_on_both_sides() -> None:
    related = {row.name: set(row.related) for row in rows()}
    for name, others in related.items():
        assert name not in others
        assert all(name in related[other] for other in others), name


def test_uyghur_forms_spelt_out_are_among_the_latin_ones() -> None:
    letters = dict(zip("ابپتجخدرزسفقكگلمنھوۇۆۈۋېىيە", "abptjxdrzsfqkglmnhouöüwëiye", strict=True))
    letters |= {"چ": "ch", "ژ": "zh", "ش": "sh", "غ": "gh", "ڭ": "ng", "ئ": ""}
    for row in rows():
        for form in row.forms.get("uyghur", ()):
            spelt = "".join(letters[letter] for letter in form)
            assert row.name in variants(spelt), (row.name, form, spelt)


@pytest.mark.parametrize(
    ("a", "b", "name"),
    [
        ("阿布都热依木", "Abdurehim", "Abdurehim"),
        ("阿卜杜·热依木", "ABDUR-RAHIM", "Abdurehim"),
        ("ئابدۇرېھىم", "abudureyimu", "Abdurehim"),
        ("عبد الرحيم", "Абдураҳим", "Abdurehim"),
        ("买买提", "麦麦提", "Memet"),
        ("maimaiti", "مەمەت", "Memet"),
        ("tuerxun", "Тұрсын", "Tursun"),
        ("Ömer", "Умар", "Omer"),
        ("Hörigül", "ھۆرىگۈل", "Horigul"),
        ("Aygul", "阿依古丽", "Aygul"),
        ("Gulmira", "Гүлмира", "Gulmire"),
        ("Бауржан", "巴吾尔江", "Bauyrzhan"),
        ("Қайрат", "海拉提", "Qayrat"),
        ("Шолпан", "肖勒潘", "Sholpan"),
        ("Khadija", "خەدىچە", "Xediche"),
        ("Улуғбек", "Ulughbek", "Ulukbek"),
        ("-bek", "别克", "-bek"),
    ],
)
def test_one_name_in_two_forms(a: str, b: str, name: str) -> None:
    assert same_name(a, b) == name
    assert same_name(b, a) == name


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Memet", "穆罕默德"),
        ("Tursun", "吐尔逊古丽"),
        ("Tohti", "توختىخان"),
        ("Rehim", "阿布都热依木"),
        ("Abdurehim", "阿布都克里木"),
        ("Adil", "Адиля"),
        ("Gulnar", "Гульнара"),
        ("Aygul", "Айнур"),
        ("Nurlan", "努尔兰别克"),
        ("Ismail", "买买提"),
        ("", "买买提"),
        ("nobody", "somebody"),
    ],
)
def test_two_names_stay_two(a: str, b: str) -> None:
    assert same_name(a, b) is None


def test_elements_are_marked_as_such() -> None:
    elements = {row.name for row in rows() if row.is_element}
    assert {"-jan", "-bek", "-xan", "Abdu-"} <= elements
    assert "Aygul" not in elements


def test_the_index_folds_as_everything_else_does() -> None:
    for row in rows():
        for form in (form for forms in row.forms.values() for form in forms):
            assert row.name in variants(form), (row.name, form)


@given(st.text())
def test_any_text_has_an_answer(text: str) -> None:
    assert variants(text) == variants(text.upper().lower()) or text != text.lower()
    assert same_name(text, text) in {None, *variants(text)}


def test_pairs_for_training_are_across_scripts() -> None:
    for one, other in training_pairs():
        assert set(script_counts(one)) != set(script_counts(other))
