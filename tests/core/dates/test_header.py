"""A report's own date: how it is written, what settles two readings, and what is flagged."""

import pytest

from amanat.core.dates.header import header_date

CLEAR = [
    (["Published: March 1, 2020"], "2020-03-01", "March 1, 2020"),
    (["1 Mar 2020 10:05 GMT"], "2020-03-01", "1 Mar 2020"),
    (["2020-03-01T10:05Z"], "2020-03-01", "2020-03-01T10:05Z"),
    (["By A. Writer", "13/02/2020, 17.18"], "2020-02-13", "13/02/2020"),
    (["03/03/2020 10:00"], "2020-03-03", "03/03/2020"),
    (["Sun., 1 March 2020"], "2020-03-01", "Sun., 1 March 2020"),
    (["2020年3月1日"], "2020-03-01", "2020年3月1日"),
    (["By A. Writer", "March 2020"], "2020-03", "March 2020"),
    (["Published: March 1, 2020 | Updated: March 5, 2020"], "2020-03-01", "March 1, 2020"),
    (["Updated March 5, 2020", "Posted on March 1, 2020"], "2020-03-01", "March 1, 2020"),
    (["Updated 5 May 2020"], "2020-05-05", "5 May 2020"),
    (
        ["Date of birth | 11 August 1981; 21 August 1981", "Published 1 March 2020"],
        "2020-03-01",
        "1 March 2020",
    ),
    (["March 2020", "1 March 2020"], "2020-03-01", "1 March 2020"),
]


@pytest.mark.parametrize(("lines", "edtf", "text"), CLEAR)
def test_a_date_that_can_be_read_one_way(lines, edtf, text):
    found = header_date(lines)
    assert (found.edtf, found.text, found.flag) == (edtf, text, None)


def test_two_readings_are_kept_and_named():
    found = header_date(["01/03/2020, 17.18"], others=["08/01/2020 13:31", "10/12/2019 09:17"])
    assert found.edtf == "[2020-01-03,2020-03-01]"
    assert found.flag is not None
    assert found.flag.code == "date-ambiguous"
    assert found.flag.note == (
        "“01/03/2020” is 1 March 2020 if the day comes first, 3 January 2020 if the month does: "
        "no date on the page has a day above 12 in this writing."
    )


# lines, other dates of the page, received by, EDTF, evidence
SETTLED = [
    (
        ["01/03/2020"],
        ["13/02/2020 10:10"],
        None,
        "2020-03-01",
        "“13/02/2020” on the same page can only have the day",
    ),
    (
        ["01/03/2020"],
        ["02/13/2020"],
        None,
        "2020-01-03",
        "“02/13/2020” on the same page can only have the month",
    ),
    (["Sunday, 01/03/2020"], [], None, "2020-03-01", "only 1 March 2020 was a Sunday"),
    (["01/03/2020", "March 1, 2020"], [], None, "2020-03-01", "is settled by “March 1, 2020” beside it"),
    (
        ["01/03/2020"],
        [],
        "2020-02-10",
        "2020-01-03",
        "1 March 2020 is after 10 February 2020, when the report",
    ),
]


@pytest.mark.parametrize(("lines", "others", "not_after", "edtf", "evidence"), SETTLED)
def test_what_settles_two_readings_is_named(lines, others, not_after, edtf, evidence):
    found = header_date(lines, others=others, not_after=not_after)
    assert (found.edtf, found.flag) == (edtf, None)
    assert evidence in found.evidence


@pytest.mark.parametrize(
    ("others", "why"),
    [
        (["02/13/2020", "13/02/2020"], "the page's other dates disagree"),
        (["13.02.2020"], "no date on the page has a day above 12 in this writing"),
        (["03/03/2020"], "no date on the page has a day above 12 in this writing"),
    ],
)
def test_what_does_not_settle_it(others, why):
    found = header_date(["01/03/2020"], others=others)
    assert found.edtf == "[2020-01-03,2020-03-01]"
    assert why in found.evidence


@pytest.mark.parametrize(
    ("lines", "edtf", "code"),
    [
        (["March 2, 2020", "March 5, 2020"], "[2020-03-02,2020-03-05]", "date-several"),
        (["ALMATY, March 1 (News) -"], None, "date-without-year"),
        (["Mon., 1 March"], None, "date-without-year"),
        (["Mon., 1 March 2020"], "2020-03-01", "date-weekday"),
    ],
)
def test_what_a_person_must_look_at(lines, edtf, code):
    found = header_date(lines)
    assert found.flag is not None
    assert (found.edtf, found.flag.code) == (edtf, code)


@pytest.mark.parametrize("lines", [[], ["no date"], ["© 2020 The Paper"], ["17.18"], ["Monday"]])
def test_no_date(lines):
    found = header_date(lines)
    assert (found.edtf, found.flag, found.text) == (None, None, None)
