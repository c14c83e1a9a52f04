"""Which tellings of places can be of one place, or of one that lies in the other, and which exclude each other."""

from __future__ import annotations

import pytest

from amanat.core.places.one_place import Levels, one_place
from amanat.core.weighing.told import lies_in, places_agree

AGREE: list[tuple[Levels, Levels]] = [
    ([("Almaty", ())], [("Алматы", ())]),
    ([("Urumqi", ())], [("乌鲁木齐", ())]),
    ([("Ghulja", ())], [("伊宁", ())]),
    ([("Qaratal camp", ())], [("Karatal camp", ())]),
    ([("a camp", ()), ("Korla", ())], [("库尔勒", ())]),
    ([("Korla", ())], [("Xinjiang", ())]),
    ([("Ürümqi", ())], [("China", ())]),
    ([("Tekes No. 2 prison", ())], [("Tekes no 2 prison", ())]),
    ([("Tekes No. 2 prison", ())], [("Tekes", ())]),
    ([("Korla internment camp", ())], [("库尔勒", ())]),
    ([("Korla detention centre", ())], [("Xinjiang", ())]),
]
EXCLUDE: list[tuple[Levels, Levels]] = [
    ([("Qarasu camp", ())], [("Qarasu prison", ())]),
    ([("Tekes No. 1 prison", ())], [("Tekes No. 2 prison", ())]),
    ([("№ 1 түрме", ())], [("№ 2 түрме", ())]),
    ([("Almaty", ())], [("Korla", ())]),
    ([("Almaty prison", ())], [("Korla", ())]),
    ([("the prison", ())], [("Korla", ())]),
    ([("Korla", ())], [("Kazakhstan", ())]),
    ([("London", ())], [("Almaty", ())]),
]


@pytest.mark.parametrize(("one", "other"), AGREE)
def test_one_place_in_two_forms(one: Levels, other: Levels) -> None:
    assert places_agree(one_place(one), one_place(other))


@pytest.mark.parametrize(("one", "other"), EXCLUDE)
def test_places_that_exclude_each_other(one: Levels, other: Levels) -> None:
    assert not places_agree(one_place(one), one_place(other))


def test_a_name_of_many_places_lies_in_none_of_their_countries() -> None:
    assert not lies_in(one_place([("London", ())]), one_place([("Canada", ())]))
    assert lies_in(one_place([("London", ()), ("Canada", ())]), one_place([("Canada", ())]))


def test_what_is_told_comes_first_and_the_gazetteer_adds_what_lies_around() -> None:
    keys = one_place([("Korla", ()), ("China", ())])
    assert "korla" in keys[0] and "china" in keys[1]
    assert len(keys) > 2 and all(len(each) == 1 for each in keys[2:])
