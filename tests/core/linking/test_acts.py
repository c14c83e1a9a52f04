"""Which claims tell of one act, and which questions they leave contested."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amanat.core.linking.acts import gather
from amanat.core.weighing import Told, questions

CAMP = (frozenset({"qaratal"}), frozenset({"tomsay"}), frozenset({"birlik"}))
COUNTY = (frozenset({"tomsay"}), frozenset({"birlik"}))
PRISON = (frozenset({"aqsu"}), frozenset({"birlik"}))
VOICE = {"report": 7, "teller": "t"}


def _told(id: int, when: str = "", place: object = None, **slots: object) -> Told:
    slots = {"kind": "detention", "report": id, "teller": f"t{id}", "place_label": str(place), **slots}
    return Told(id=id, when=when, place=place, **slots)  # type: ignore[arg-type]


def _groups(*told: Told) -> set[frozenset[int]]:
    return {frozenset(each.id for each in group) for group in gather(told, frozenset({"ethnicity"}))}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([_told(1, "2017-07-15"), _told(2, "2017-07-17")], [{1, 2}]),
        ([_told(1, "2017-07-15/2018-10"), _told(2, "2017-10-16/2018-10")], [{1, 2}]),
        ([_told(1, "2018-12"), _told(2, "2019-01")], [{1, 2}]),
        ([_told(1, "2017-07-15"), _told(2, "2019-03-01")], [{1}, {2}]),
        ([_told(1, "2016"), _told(2, "2018"), _told(3, "2015/2019")], [{1, 3}, {2}]),
        ([_told(1, "2018", CAMP), _told(2, "2018", COUNTY)], [{1, 2}]),
        ([_told(1, "2018", CAMP), _told(2, "2018", PRISON)], [{1}, {2}]),
        ([_told(1, "2018", CAMP), _told(2)], [{1, 2}]),
        ([_told(1, "2016"), _told(2, "2018"), _told(3)], [{1}, {2}, {3}]),
        ([_told(1), _told(2)], [{1, 2}]),
        ([_told(1, kind="flight"), _told(2)], [{1}, {2}]),
        ([_told(1, "2018"), _told(2, "2018", actual=False)], [{1}, {2}]),
        ([_told(1, "2018-03-03", **VOICE), _told(2, "2018-03-05", **VOICE)], [{1}, {2}]),
        ([_told(1, "2018-03-03", report=7), _told(2, "2018-03-05", report=7)], [{1, 2}]),
        ([_told(1, "2017-07/2018-10", **VOICE), _told(2, "2018-08/2018-10", **VOICE)], [{1, 2}]),
        ([_told(1, kind="ethnicity", place=CAMP), _told(2, kind="ethnicity", place=PRISON)], [{1, 2}]),
    ],
    ids=[
        "two days apart", "overlap", "months that touch", "years apart", "a long one joins one", "inside",
        "two places", "undated joins the only one", "undated could be either", "both undated", "other kinds",
        "not yet", "one voice, two days", "two voices in one report", "more closely", "a status is one group",
    ],
)  # fmt: skip
def test_groups(told: list[Told], expected: list[set[int]]) -> None:
    assert _groups(*told) == {frozenset(group) for group in expected}


SAME_ACT = {
    "three tell of one arrest, to the day, the month and the year": (
        [("2017-07-15", CAMP, "a"), ("2017-07", COUNTY, "b"), ("2017", None, "c")],
        [{1, 2, 3}],
    ),
    "one day remembered three ways": (
        [("2017-07-15", None, "a"), ("2017-07-17", None, "b"), ("2017-07-20", None, "c")],
        [{1, 2, 3}],
    ),
    "a register's stretch and a relative's day": (
        [("2017-07-15/2018-10", CAMP, "a"), ("2017-08-02", CAMP, "b")],
        [{1, 2}],
    ),
    "held again two years later in the same camp": (
        [("2017-07-15", CAMP, "a"), ("2019-07-15", CAMP, "b"), ("2019-07", CAMP, "c")],
        [{1}, {2, 3}],
    ),
    "the same days in a camp and in a prison elsewhere": (
        [("2018-03-03", CAMP, "a"), ("2018-03-03", PRISON, "b")],
        [{1}, {2}],
    ),
    "a third report that knows neither day nor place of two": (
        [("2018-03-03", CAMP, "a"), ("2018-03-03", PRISON, "b"), ("", None, "c")],
        [{1}, {2}, {3}],
    ),
    "one witness who tells of two arrests of one spring": (
        [("2018-03-03", CAMP, "same"), ("2018-03-20", CAMP, "same"), ("2018-03-21", CAMP, "b")],
        [{1}, {2, 3}],
    ),
    "the county that the camp lies in, and the camp": (
        [("2018-03", CAMP, "a"), ("2018-03", COUNTY, "b"), ("", CAMP, "c")],
        [{1, 2, 3}],
    ),
}
"""When, where and by whom an act of one kind is told, and which of the tellings are one act."""


@pytest.mark.parametrize("case", SAME_ACT)
def test_tellings_of_one_act_come_together_and_acts_that_look_alike_stay_apart(case: str) -> None:
    told, expected = SAME_ACT[case]
    claims = [
        _told(at, when, place, teller=teller, report=90 if teller == "same" else at)
        for at, (when, place, teller) in enumerate(told, start=1)
    ]
    assert _groups(*claims) == {frozenset(group) for group in expected}


_DATES = [
    "",
    "2016",
    "2018",
    "2018-03",
    "2018-03-03",
    "2018-03-05",
    "2017/2019",
    "2018-03/2018-10",
    "nonsense",
]
_CLAIMS = st.builds(
    lambda id, when, place, report, teller: _told(id, when, place, report=report, teller=teller),
    st.integers(1, 99),
    st.sampled_from(_DATES),
    st.sampled_from([None, CAMP, COUNTY, PRISON]),
    st.integers(1, 3),
    st.sampled_from(["a", "b"]),
)


@settings(max_examples=200)
@given(st.lists(_CLAIMS, max_size=12, unique_by=lambda each: each.id), st.randoms())
def test_every_claim_is_in_one_act_whatever_the_order(told: list[Told], chance: object) -> None:
    groups = _groups(*told)
    assert sorted(id for group in groups for id in group) == sorted(each.id for each in told)
    shuffled = list(told)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert _groups(*shuffled) == groups


def _contested(*told: Told) -> set[str]:
    return {question.name for question in questions(told) if question.contested}


@pytest.mark.parametrize(
    ("told", "contested"),
    [
        ([_told(1, "2017-07-15/2018-10"), _told(2, "2017-07-17/2018-10")], {"began"}),
        ([_told(1, "2017-07/2018-10"), _told(2, "2017-07-17/2018")], set()),
        ([_told(1, "2017-07/2018-10", report=7), _told(2, "2018-08/2018-10", report=7)], set()),
        ([_told(1, "2017-07/2018-10"), _told(2, "2018-08/2018-10")], {"began"}),
        ([_told(1, "2017-07-15"), _told(2, "2017-07-17")], {"when"}),
        ([_told(1, "2017"), _told(2, "2017-07")], set()),
        ([_told(1, "2019-01"), _told(2, "2017-07/2018-10")], {"when"}),
        ([_told(1, "[2020-01-03,2020-03-01]"), _told(2, "2020-03")], set()),
        ([_told(1, place=CAMP), _told(2, place=COUNTY)], set()),
        ([_told(1, place=CAMP), _told(2, place=PRISON)], {"where"}),
        ([_told(1), _told(2, denied=True)], {"whether"}),
        ([_told(1, by=("police",)), _told(2, by=("guards",))], set()),
        ([_told(1, count=(10, 10, "people")), _told(2, count=(20, None, "people"))], {"count"}),
        ([_told(1, count=(10, 30, "people")), _told(2, count=(20, None, "people"))], set()),
        ([_told(1, kind="ethnicity", details="Tomsay"), _told(2, kind="ethnicity", details="tomsay")], set()),
        (
            [_told(1, kind="ethnicity", details="Tomsay"), _told(2, kind="ethnicity", details="Aqsu")],
            {"details"},
        ),
        ([_told(1, kind="ethnicity", details="Kazakh"), _told(2, kind="ethnicity", details="Kazak")], set()),
        (
            [_told(1, kind="ethnicity", details="Kazakh"), _told(2, kind="ethnicity", details="哈萨克族")],
            set(),
        ),
        (
            [_told(1, kind="ethnicity", details="Kazakh"), _told(2, kind="ethnicity", details="Uyghur")],
            {"details"},
        ),
        ([_told(1, details="sewed gloves"), _told(2, details="made gloves")], set()),
    ],
)
def test_a_question_is_contested_when_two_answers_cannot_both_hold(
    told: list[Told], contested: set[str]
) -> None:
    assert _contested(*told) == contested


def test_all_answers_are_kept_with_the_claims_that_give_them() -> None:
    asked = {
        each.name: each
        for each in questions([_told(1, "2017-07-15/2018-10"), _told(2, "2017-07-17/2018-10")])
    }
    assert [(each.text, each.claims) for each in asked["began"].answers] == [
        ("2017-07-15", (1,)),
        ("2017-07-17", (2,)),
    ]
    assert [(each.text, each.claims) for each in asked["ended"].answers] == [("2018-10", (1, 2))]


def test_forms_of_one_people_are_one_answer_with_all_its_claims() -> None:
    told = [
        _told(at, kind="ethnicity", details=each) for at, each in enumerate(("Kazak", "Kazakh", "Kazakh"), 1)
    ]
    [details] = [each for each in questions(told) if each.name == "details"]
    assert [(each.text, each.claims) for each in details.answers] == [("Kazakh", (1, 2, 3))]
