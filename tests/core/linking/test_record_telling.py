"""Ages, kin, peoples and numbers as reports word them, made ready to be compared."""

from __future__ import annotations

from datetime import date

import pytest

from amanat.core.dates.ages import years
from amanat.core.dates.births import aged, born_on
from amanat.core.linking.spots import LAND, SMALL, WHOLE, countries, shared_level, spot
from amanat.core.linking.telling import kin_of, paper_numbers, sex_told
from amanat.core.places.one_people import people_told, state_told


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("42", (42, 42)), ("29-year-old", (29, 29)), ("aged 9", (9, 9)), ("forty-two", (42, 42)),
        ("nineteen or twenty", (19, 20)), ("in her late fifties", (56, 59)), ("in his 30s", (30, 39)),
        ("ten months old", (0, 2)), ("old", None), ("", None), ("aged 1979", None),
    ],
)  # fmt: skip
def test_ages(told: str, expected: tuple[int, int] | None) -> None:
    assert years(told) == expected


def test_an_age_allows_a_year_more_and_less() -> None:
    found = aged((38, 38), "2020-06-14")
    assert found is not None and (found.first, found.last) == (date(1980, 6, 14), date(1983, 6, 14))
    leap = aged((20, 20), "2020-02-29")
    assert leap is not None and leap.first == date(1998, 2, 28)
    assert aged((38, 38), "") is None
    assert aged((200, 200), "2020") is None
    assert aged((5, 3), "2020") is None
    assert born_on("nonsense") is None and born_on("1979/..") is None


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("younger brother of Rewshan Sadirbay", ("sibling", "m", "Rewshan Sadirbay")),
        ("wife of Stsiapan Karaleuchuk", ("spouse", "f", "Stsiapan Karaleuchuk")),
        ("sister-in-law of Gulnar Abdiqadir", None),
        ("brothers", None),
        ("neighbour of Gulnar Abdiqadir", None),
        ("", None),
    ],
)
def test_kin(told: str, expected: tuple[str, str, str] | None) -> None:
    assert kin_of(told) == expected


def test_one_people_has_one_name_however_it_is_told() -> None:
    assert {people_told(each) for each in ("Kazakh", "Kazak", "Kazakhs", "ethnic Kazakh")} == {"Kazakh"}
    assert people_told("Tomsay") == "tomsay"
    assert state_told("Chinese") == "China"
    assert state_told("a permit") == ""


def test_a_description_tells_the_sex_or_nothing() -> None:
    assert [sex_told(each) for each in ("The woman", "Her younger brother", "a veterinary assistant", "")] == [
        "f", "m", "", "",
    ]  # fmt: skip
    assert sex_told("daughter of Askar, his father") == "f"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("passport G12345678", ("G12345678",)),
        ("verdict 2018/123-45", ("2018/123-45",)),
        ("on 2018-12-05", ()),
        ("1,000,000 people", ()),
        ("58,000 tenge", ()),
        ("in 2017-2018", ()),
    ],
)
def test_numbers_of_papers(told: str, expected: tuple[str, ...]) -> None:
    assert paper_numbers(told) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ([("Tekes County", ())], [("Текес ауданы", ())], SMALL),
        ([("Qaratal camp", ())], [("Каратал лагерь", ())], SMALL),
        ([("Qaratal camp", ()), ("Tekes County", ())], [("Tekes", ())], SMALL),
        ([("Tekes County", ()), ("Xinjiang", ())], [("Ghulja", ()), ("Xinjiang", ())], ""),
        ([("Tekes County", ()), ("Xinjiang", ())], [("新疆", ())], LAND),
        ([("Almaty", ()), ("Kazakhstan", ())], [("Казахстан", ())], WHOLE),
        ([("Tekes County", ())], [("Aqsay prison", ())], ""),
        ([("the clinic", ())], [("the clinic", ())], ""),
        ([], [("Tekes", ())], ""),
    ],
)
def test_places_share_the_smallest_that_both_lie_in(
    one: list[tuple[str, tuple[str, ...]]], other: list[tuple[str, tuple[str, ...]]], expected: str
) -> None:
    assert shared_level(spot(one), spot(other)) == expected
    assert shared_level(spot(other), spot(one)) == expected


def test_a_known_place_tells_its_country_and_an_unknown_one_none() -> None:
    assert countries(spot([("Tekes County", ()), ("Xinjiang", ())])) == {"CN"}
    assert countries(spot([("Qaratal camp", ())])) == frozenset()
