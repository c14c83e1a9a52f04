"""EDTF values: parsing, bounds, sets, contradiction and wording."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core.dates.agreement import contradict, overlap
from amanat.core.dates.edtf import alternatives, begins, bounds, ends, parse, precision, sort_key
from amanat.core.dates.point import NotADateError, Precision
from amanat.core.dates.words import in_words

D = date

# EDTF, earliest, latest, precision, in words
CASES = [
    ("2018", D(2018, 1, 1), D(2018, 12, 31), Precision.YEAR, "2018"),
    ("2018-12", D(2018, 12, 1), D(2018, 12, 31), Precision.MONTH, "December 2018"),
    ("2020-02", D(2020, 2, 1), D(2020, 2, 29), Precision.MONTH, "February 2020"),
    ("2018-12-05", D(2018, 12, 5), D(2018, 12, 5), Precision.DAY, "5 December 2018"),
    ("201X", D(2010, 1, 1), D(2019, 12, 31), Precision.DECADE, "the 2010s"),
    ("19XX", D(1900, 1, 1), D(1999, 12, 31), Precision.CENTURY, "the years 1900 to 1999"),
    ("2018~", D(2018, 1, 1), D(2018, 12, 31), Precision.YEAR, "about 2018"),
    ("2018?", D(2018, 1, 1), D(2018, 12, 31), Precision.YEAR, "perhaps 2018"),
    ("2018-03%", D(2018, 3, 1), D(2018, 3, 31), Precision.MONTH, "perhaps about March 2018"),
    ("2019-22", D(2019, 6, 1), D(2019, 8, 31), Precision.PART, "summer 2019"),
    ("2018-24", D(2018, 1, 1), D(2019, 2, 28), Precision.PART, "winter 2018"),
    ("2018-34", D(2018, 4, 1), D(2018, 6, 30), Precision.PART, "the second quarter of 2018"),
    ("2018-37~", D(2018, 1, 1), D(2018, 4, 30), Precision.PART, "early 2018"),
    ("2018-38~", D(2018, 5, 1), D(2018, 8, 31), Precision.PART, "mid-2018"),
    ("2018-39~", D(2018, 9, 1), D(2018, 12, 31), Precision.PART, "late 2018"),
    ("2018-41", D(2018, 7, 1), D(2018, 12, 31), Precision.PART, "the second half of 2018"),
    ("2017-07/2018-10", D(2017, 7, 1), D(2018, 10, 31), Precision.MONTH, "July 2017 to October 2018"),
    ("2017-07-15/2017-07-17", D(2017, 7, 15), D(2017, 7, 17), Precision.DAY, "15 to 17 July 2017"),
    ("2018-03/2018-05", D(2018, 3, 1), D(2018, 5, 31), Precision.MONTH, "March to May 2018"),
    ("2017/2018-05-02", D(2017, 1, 1), D(2018, 5, 2), Precision.YEAR, "2017 to 2 May 2018"),
    ("2020-01-01/..", D(2020, 1, 1), None, Precision.DAY, "from 1 January 2020"),
    ("../2019-06", None, D(2019, 6, 30), Precision.MONTH, "until June 2019"),
    ("2017/", D(2017, 1, 1), None, Precision.YEAR, "from 2017, end unknown"),
    ("/2017", None, D(2017, 12, 31), Precision.YEAR, "until 2017, beginning unknown"),
    ("../..", None, None, None, "without known limits"),
    ("[2020-01-03,2020-03-01]", D(2020, 1, 3), D(2020, 3, 1), Precision.DAY, "3 January or 1 March 2020"),
    ("[2017-07-15,2017-07-17]", D(2017, 7, 15), D(2017, 7, 17), Precision.DAY, "15 or 17 July 2017"),
    ("[2019-12-03,2020-03-12]", D(2019, 12, 3), D(2020, 3, 12), Precision.DAY,
     "3 December 2019 or 12 March 2020"),
    ("[2018-03-01..2018-03-10~]", D(2018, 3, 1), D(2018, 3, 10), Precision.DAY,
     "early March 2018"),
    ("[2020-01-03..2020-03-01]", D(2020, 1, 3), D(2020, 3, 1), Precision.DAY,
     "between 3 January and 1 March 2020"),
    ("[1990..1993~]", D(1990, 1, 1), D(1993, 12, 31), Precision.YEAR, "early 1990s"),
    ("[2018-03-25~..2018-03-31]", D(2018, 3, 25), D(2018, 3, 31), Precision.DAY, "end of March 2018"),
    ("[2018..]", D(2018, 1, 1), None, Precision.YEAR, "2018 or later"),
    ("{2018-03,2018-07}", D(2018, 3, 1), D(2018, 7, 31), Precision.MONTH, "March and July 2018"),
    ("{2017,2018,2019}", D(2017, 1, 1), D(2019, 12, 31), Precision.YEAR, "2017, 2018 and 2019"),
]  # fmt: skip


@pytest.mark.parametrize(("edtf", "earliest", "latest", "how_precise", "words"), CASES)
def test_a_date_covers_days_has_a_precision_and_words(edtf, earliest, latest, how_precise, words):
    found = bounds(edtf)
    assert (found.earliest, found.latest) == (earliest, latest)
    assert precision(edtf) == how_precise
    assert in_words(edtf) == words
    assert str(parse(edtf)) == edtf


@pytest.mark.parametrize(
    ("written", "canonical"),
    [("2018-XX", "2018"), ("2018-XX-XX", "2018"), ("2018-12-XX", "2018-12"), ("[2018, 2019]", "[2018,2019]")],
)
def test_what_says_no_more_is_written_shorter(written, canonical):
    assert str(parse(written)) == canonical


@pytest.mark.parametrize(
    "wrong",
    ["", "2018-13", "2018-02-30", "2018-00", "2018-12-00", "x", "2019/2018", "[]", "/", "[..]", "0000",
     "201X-05", "2018-XX-05", "2018-22-01", "2018/2019/2020", "2018-1-5", "٢٠١٨", "2018 ", "[2018",
     "2020-03-01T10:05Z", "[2019..2018]"],
)  # fmt: skip
def test_what_is_no_date_is_refused_in_words(wrong):
    with pytest.raises(ValueError, match="is not a date that Amanat can read: ") as refused:
        parse(wrong)
    assert isinstance(refused.value, NotADateError)


@pytest.mark.parametrize(
    ("edtf", "begin", "end"),
    [
        ("2018", "2018", "2018"),
        ("2017-07/2018-10", "2017-07", "2018-10"),
        ("2020-01-01/..", "2020-01-01", None),
        ("/2018", None, "2018"),
        ("{2018-03,2018-07}", "2018-03", "2018-07"),
        ("[2018,2019]", "[2018,2019]", "[2018,2019]"),
    ],
)
def test_begin_and_end(edtf, begin, end):
    assert (begins(edtf), ends(edtf)) == (begin, end)


def test_alternatives():
    assert alternatives("[2020-01-03,2020-03-01]") == ("2020-01-03", "2020-03-01")
    assert alternatives("[2018,2019..2020]") == ("2018", "[2019..2020]")
    assert alternatives("{2018,2019}") == ("{2018,2019}",)
    assert alternatives("2018/..") == ("2018/..",)


def test_a_language_without_wording_gets_the_edtf():
    assert in_words("2018-12", "kk") == "2018-12"


AGREE = [
    ("2017", "2017-07"),
    ("2017-07", "2017-07-15"),
    ("2017-07/2018-10", "2018"),
    ("2017-07/2018-10", "2017-07-15"),
    ("2017-07/2018-10", "2017/2018"),
    ("2017-07/..", "2017-07/2018-10"),
    ("2017-07/", "../2018-10"),
    ("2018~", "2019"),
    ("2018?", "2017-05"),
    ("2018-03~", "2018-04-20"),
    ("2018-03-05~", "2018-03-12"),
    ("2018-22", "2018-09"),
    ("2018-24", "2019-01"),
    ("[2020-01-03,2020-03-01]", "2020-03"),
    ("[2020-01-03,2020-03-01]", "[2020-03-01,2021-01-01]"),
    ("[2018-01..2018-04]", "2018-03"),
    ("{2018-03,2018-07}", "2018-07-02"),
    ("2017~/2018", "2016/2018"),
    ("../..", "2018"),
]
CONTRADICT = [
    ("2017", "2018"),
    ("2017-07", "2017-08"),
    ("2017-07/2018-10", "2016"),
    ("2017-07/2018-10", "2018-11"),
    ("2017-07/2018-10", "2017-08/2018-10"),
    ("2017-07/2018-10", "2017-07/2018-12"),
    ("2017-07/..", "2017-09/2018-10"),
    ("2019/..", "../2018"),
    ("2018~", "2021"),
    ("2018-03-05~", "2018-03-13"),
    ("2018-22", "2018-12"),
    ("[2020-01-03,2020-03-01]", "2020-02"),
    ("[2018-01..2018-04]", "2018-05"),
    ("{2018-03,2018-07}", "2018-05"),
    ("2020-01-01/..", "2019-12-31"),
]


@pytest.mark.parametrize(("a", "b"), AGREE)
def test_these_can_both_hold(a, b):
    assert not contradict(a, b)
    assert not contradict(b, a)


@pytest.mark.parametrize(("a", "b"), CONTRADICT)
def test_these_cannot_both_hold(a, b):
    assert contradict(a, b)
    assert contradict(b, a)


def test_overlap_asks_less_than_agreement():
    assert contradict("2018/..", "2019/..")
    assert overlap("2018/..", "2019/..")
    assert not overlap("2018/..", "2017")


days = st.dates(D(1000, 1, 1), D(9999, 12, 31))
parts = st.sampled_from([*range(21, 25), *range(33, 42)])
marks = st.sampled_from(["", "", "?", "~", "%"])


@st.composite
def points(draw):
    day = draw(days)
    form = draw(st.sampled_from(["day", "month", "part", "year", "decade", "century"]))
    text = {
        "day": day.isoformat(),
        "month": day.isoformat()[:7],
        "part": f"{day.year:04d}-{draw(parts)}",
        "year": f"{day.year:04d}",
        "decade": f"{day.year // 10:03d}X",
        "century": f"{day.year // 100:02d}XX",
    }[form]
    return text + draw(marks)


def in_order(pair):
    return parse(pair[0]).first <= parse(pair[1]).last


pairs = (
    st.tuples(points(), points()).map(lambda pair: pair if in_order(pair) else pair[::-1]).filter(in_order)
)
members = points() | pairs.map("..".join)
edtfs = st.one_of(
    points(),
    pairs.map("/".join),
    st.tuples(st.sampled_from(["{}/..", "../{}", "{}/", "/{}"]), points()).map(lambda t: t[0].format(t[1])),
    st.tuples(st.sampled_from(["[{}]", "{{{}}}"]), st.lists(members, min_size=1, max_size=4)).map(
        lambda t: t[0].format(",".join(t[1]))
    ),
)


@given(edtfs)
def test_writing_and_reading_round_trips(edtf):
    assert str(parse(edtf)) == edtf


@given(edtfs)
def test_bounds_are_in_order_and_words_are_found(edtf):
    found = bounds(edtf)
    assert found.earliest is None or found.latest is None or found.earliest <= found.latest
    assert in_words(edtf)
    assert sort_key(edtf) == sort_key(edtf)


@given(edtfs, edtfs)
def test_contradiction_is_symmetric_and_never_with_itself(a, b):
    assert contradict(a, b) == contradict(b, a)
    assert not contradict(a, a)
    assert contradict(a, b) or overlap(a, b)


@given(edtfs)
def test_each_alternative_agrees_with_the_whole(edtf):
    for one in alternatives(edtf):
        assert not contradict(one, edtf)


@given(days, st.integers(1, 400))
def test_a_day_contradicts_every_other_day(day, later):
    other = day - timedelta(days=later) if day > D(1002, 1, 1) else day + timedelta(days=later)
    assert contradict(day.isoformat(), other.isoformat())


@given(st.text(max_size=30) | st.text(alphabet="0123456789-/X[]{}.,~?% T:", max_size=30))
def test_anything_else_is_a_clear_refusal_and_never_another_error(text):
    try:
        parse(text)
    except NotADateError as refused:
        assert refused.code == "not-a-date"
