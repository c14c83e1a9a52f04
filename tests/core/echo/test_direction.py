"""Which of two reports repeats the other: credits, dates, who has more, or nobody can tell."""

import pytest

from amanat.core.echo import Verdict, compare, words_of
from amanat.core.echo.credits import credits_agency, credits_outlet
from amanat.core.echo.dating import published_first
from core.echo.telling import OTHERWISE, SOURCE, UNRELATED, lines, report


@pytest.mark.parametrize(
    ("one", "other", "first"),
    [
        ("2019-05-20", "2019-05-22", -1),
        ("2019-05", "2019-05-22", 0),
        ("2020-06", "2019", 1),
        ("[2021-03-04,2021-04-03]", "2021-04-02", 0),
        ("[2021-03-04,2021-04-03]", "2021-04-04", -1),
        ("", "2021", 0),
        ("last week", "2021", 0),
        ("2019-05-20", "2019-05-20", 0),
    ],
)
def test_the_earlier_one_only_where_the_dates_cannot_overlap(one, other, first):
    assert published_first(one, other) == first
    assert published_first(other, one) == -first


@pytest.mark.parametrize(
    ("text", "outlet", "telling"),
    [
        ("She told Radio Tarvan that she had seen them.", "Radio Tarvan", True),
        ("The brothers were seen, according to the Mirat Lantern.", "Mirat Lantern", True),
        ("First published by The Mirat Lantern on Monday.", "The Mirat Lantern", True),
        ("(reposted in full from the Mirat Lantern)", "Mirat Lantern", True),
        (
            "The office lies opposite the old Mirat Lantern building and its garden wall.",
            "Mirat Lantern",
            False,
        ),
        ("Об этом она рассказала в интервью радио «Тарван».", "Radio Tarvan", True),
        ("He told MNS that nobody came.", "Mirat News Service", True),
        ("Nobody is named here.", "Mirat Lantern", None),
        ("The post was empty.", "The Post", None),
    ],
)
def test_naming_another_outlet(text, outlet, telling):
    found = credits_outlet(report(1, text, outlet="Canal Post"), outlet)
    assert (None if found is None else found.telling) == telling


def test_an_outlet_does_not_credit_itself():
    assert credits_outlet(report(1, "She told the Canal Post so.", outlet="Canal Post"), "canal post") is None


def test_agencies_in_the_credit_line():
    assert credits_agency(report(1, credit=("Canal Post/Agencies",)))
    assert not credits_agency(report(1, credit=("Canal Post",)))


def verdict(one, other):
    return compare(words_of(one), words_of(other)).verdict


def test_a_credit_tells_before_a_date_does():
    first = report(1, published="2019-05-22", outlet="Mirat Lantern")
    copy = report(
        2, f"{SOURCE}\nFirst published by the Mirat Lantern.\n", published="2019-05-20", outlet="Post"
    )
    found = compare(words_of(first), words_of(copy))
    assert found.verdict is Verdict.REPEATED_BY
    assert any("earlier" in reason for reason in found.reasons)


def test_a_cut_text_repeats_the_one_that_has_more():
    whole = f"{SOURCE}\n{OTHERWISE}\n{UNRELATED}"
    assert verdict(report(1, whole), report(2, "\n\n".join(lines(SOURCE)[:2]))) is Verdict.REPEATED_BY


def test_identical_texts_of_one_date_have_an_unknown_common_source():
    assert verdict(report(1, published="2019-05"), report(2, published="2019-05-20")) is Verdict.COMMON_SOURCE


def test_identical_texts_of_different_dates_are_told_apart_by_them():
    assert verdict(report(1, published="2019-06-01"), report(2, published="2019-05-20")) is Verdict.REPEATS


def test_two_that_credit_each_other_on_one_day_tell_nothing():
    one = report(1, f"{SOURCE}\nThis was reported by the Canal Post.\n", outlet="Mirat Lantern")
    other = report(2, f"{SOURCE}\nThis was reported by the Mirat Lantern.\n", outlet="Canal Post")
    assert verdict(one, other) is Verdict.COMMON_SOURCE
