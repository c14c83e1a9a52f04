"""Which two names a rule may take for one, which are only shown to people, and which neither. All are invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amanat.core.linking.alike import SHOWN, Likeness, full_forms, likenesses
from amanat.core.names.conventions import differ_by_convention
from amanat.core.names.spelling import spelling

JOINED = [
    ("Raushan Sadyrbay", "Raushan Sadyrbaykyzy"),
    ("Raushan Sadyrbaykyzy", "Раушан Садырбайқызы"),
    ("Raushan Sadyrbay", "Раушан Садырбаева"),
    ("Rawshan Sadirbay", "راۋشان سادىرباي"),
    ("Rauşan Sadyrbaiqyzy", "Raushan Sadyrbay"),
    ("Raushan Sadyrbay", "Rawshan Sadirbay"),
    ("Dauren Qalybek", "Dauren Kalibek"),
    ("Meirambek Toleutay", "TOLEUTAY Meirambek"),
    ("Meirambek Toleutay", "Meyrambek Töleutai"),
    ("Yerzhan Bolatuly", "Ержан Болатұлы"),
    ("Erjan Bolat", "Ержан Болатұлы"),
    ("Nurlan Abenov", "Nurlan Serikuly Abenov"),
    ("Sadyrbayeva, Raushan", "Раушан Садырбаева"),
]

SHOWN_ONLY = [
    pytest.param("Anselmo Quib", "Anselmo Quib Tzuy", id="a family name is missing"),
    pytest.param("R. Sadyrbay", "Raushan Sadyrbay", id="an initial"),
    pytest.param("热吾尚萨德尔拜", "Raushan Sadyrbay", id="no space"),
    pytest.param("王小明", "Wang Xiaoming", id="a Chinese name by its sound"),
    pytest.param("Aqtamaq Ordabek", "Ordabek Aqtamaq", id="turned round, and nothing says which is which"),
    pytest.param("QALYBEK Dauren Serikuly", "Dauren Qalybek", id="turned round, and a part is missing"),
]

NEVER_JOINED = [
    ("Bayan Isabek", "Isabek Bayankyzy"),
    ("Dauren Qalybekuly", "Dauren Qalybek Serikuly"),
    ("Gulnar Omarov", "Gulnar Omarova"),
    ("Marat Serikov", "Murat Serikov"),
    ("Aydin Islam", "Aydin Islami"),
    ("إيرمان رحمان", "إيرمان رحماني"),
    ("김민준", "Kim Min-jun"),
]
"""However likely they are: brother and sister, another father, another given name."""

NEITHER = [
    pytest.param("Raushan Sadyrbay", "Berdibek Sadyrbay", id="the father's name alone"),
    pytest.param("Раушан Садырбайқызы", "Berdibek Sadirbay", id="the father's name alone, in two scripts"),
    pytest.param("Raushan Sadyrbay", "Raushan Mukash", id="the given name alone"),
    pytest.param("热吾尚·萨德尔拜", "Raushan Mukash", id="the given name alone, in two scripts"),
    pytest.param("Nurlan Serik", "Nurlan Serikbay", id="one name begins the other"),
    pytest.param("Aigerim Turshaganov", "Aigerim Turshabetov", id="family names with one beginning"),
    pytest.param("Dilara Osmanqizi", "Dilara", id="one word"),
    pytest.param("Sadyrbay", "Садырбай", id="one word twice"),
    pytest.param("Yerzhan Bolatuly", "Ерлан Болатұлы", id="brothers"),
    pytest.param("王小明", "李小明", id="another family"),
    pytest.param("Witness Number 12", "Witness Number 13", id="a number tells them apart"),
]


def _likeness(one: str, other: str) -> Likeness | None:
    [there], [back] = likenesses([one], [[other]]), likenesses([other], [[one]])
    assert (there is None) is (back is None)
    assert not (there and back) or there.certain is back.certain
    return there


@pytest.mark.parametrize(("one", "other"), JOINED)
def test_full_names_of_one_sound_are_certain(one: str, other: str) -> None:
    found = _likeness(one, other)
    assert found is not None
    assert found.certain, found
    assert found.probability >= SHOWN
    assert len(found.reasons) >= 2, "each part has its reason"


@pytest.mark.parametrize(("one", "other"), SHOWN_ONLY)
def test_what_may_be_one_is_shown_and_not_certain(one: str, other: str) -> None:
    found = _likeness(one, other)
    assert found is not None
    assert not found.certain
    assert found.probability >= SHOWN
    assert found.reasons


@pytest.mark.parametrize(("one", "other"), NEVER_JOINED)
def test_a_difference_that_makes_another_name_is_never_certain(one: str, other: str) -> None:
    found = _likeness(one, other)
    assert found is None or not found.certain


@pytest.mark.parametrize(("one", "other"), NEITHER)
def test_who_shares_a_part_only_is_not_even_shown(one: str, other: str) -> None:
    found = _likeness(one, other)
    assert found is None or (not found.certain and found.probability < SHOWN)


def test_all_full_forms_of_a_person_speak_for_them() -> None:
    [found] = likenesses(["Sadyrbay", "Раушан Садырбайқызы"], [["the teacher", "Raushan Sadyrbay"]])
    assert found is not None and found.certain
    assert likenesses(["Raushan"], [["Raushan Sadyrbay"]]) == [None]
    assert likenesses([], [["Raushan Sadyrbay"], []]) == [None, None]
    assert likenesses(["Raushan Sadyrbay"], []) == []


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_strings_have_an_answer(one: str, other: str) -> None:
    found = _likeness(one, other)
    assert found is None or 0 <= found.probability <= 1
    assert full_forms((one,)) == () or found is None or found.certain <= (found.probability >= SHOWN)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Raushan", "Rawshan", True),
        ("Qalybek", "Kalibek", True),
        ("Zhanar", "Janar", True),
        ("Khalil", "Halil", True),
        ("Dinmukhammed", "Dinmuhamed", True),
        ("Raushan", "Rewshan", False),
        ("Marat", "Murat", False),
        ("Nurlan", "Nurlan", False),
        ("", "", False),
    ],
)
def test_letters_that_only_a_convention_tells_apart(one: str, other: str, expected: bool) -> None:
    assert differ_by_convention(spelling(one), spelling(other)) is expected


def test_conventions_are_those_of_letters() -> None:
    assert not differ_by_convention(spelling("热吾尚"), spelling("热乌尚"))
