"""Forms of one people, state or religion are one answer; two peoples are two."""

from __future__ import annotations

import pytest

from amanat.core.places.one_people import as_heard, one_form

ONE = [
    ("ethnicity", "Kazakh", "Kazak"),
    ("ethnicity", "an ethnic Kazakh", "қазақ"),
    ("ethnicity", "Kazakhs", "哈萨克族"),
    ("ethnicity", "Uyghur", "уйгурка"),
    ("ethnicity", "Uighur", "ئۇيغۇر"),
    ("ethnicity", "Rohingya", "Rohinga"),
    ("ethnicity", "Khamnigan", "Hamnigan"),
    ("religion", "Muslim", "мұсылман"),
    ("nationality", "Chinese", "PRC"),
    ("citizenship", "Kazakh", "a citizen of Kazakhstan"),
    ("citizenship", "Kazakhstani", "Казахстан"),
]
TWO = [
    ("ethnicity", "Kazakh", "Kyrgyz"),
    ("ethnicity", "Kazakh", "Kazakhstani Uyghur"),
    ("ethnicity", "Tatar", "татарин и башкир"),
    ("ethnicity", "Tomsay", "Aqsu"),
    ("citizenship", "Kazakh", "Kyrgyz"),
    ("occupation", "Tatar teacher", "татарин"),
]


@pytest.mark.parametrize(("kind", "one", "other"), ONE)
def test_forms_of_one_people_are_one_answer(kind: str, one: str, other: str) -> None:
    assert one_form(kind, one) == one_form(kind, other)


@pytest.mark.parametrize(("kind", "one", "other"), TWO)
def test_two_peoples_are_two_answers(kind: str, one: str, other: str) -> None:
    assert one_form(kind, one) != one_form(kind, other)


def test_known_peoples_that_sound_alike_stay_two() -> None:
    assert as_heard("Han") != as_heard("Khan")
    assert as_heard("Mari") != as_heard("Mara")
