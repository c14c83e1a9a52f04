"""What partial and relative dates come to, given what they count from."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core.dates.agreement import contradict
from amanat.core.dates.edtf import bounds, parse, precision
from amanat.core.dates.english import find_dates
from amanat.core.dates.mention import DateMention, Direction, Partial, Unit
from amanat.core.dates.reckoning import agreed, counted, inside
from amanat.core.dates.relative import resolve

PUBLISHED = "2020-03-01"  # a Sunday
TWO_READINGS = "[2020-01-03,2020-03-01]"


def resolved(text, **known):
    found = find_dates(text)
    assert len(found) == 1, found
    return resolve(found[0], **known)


# text, seen from 1 March 2020, seen from 3 January or 1 March 2020
FROM_PUBLICATION = [
    ("on 5 March", "2019-03-05", "2019-03-05"),
    ("on 1 March", "2020-03-01", "[2019-03-01,2020-03-01]"),
    ("on 5 February", "2020-02-05", "[2019-02-05,2020-02-05]"),
    ("on 5 and 7 February", "{2020-02-05,2020-02-07}", None),
    ("on 29 February", "2020-02-29", "[2016-02-29,2020-02-29]"),
    ("in July", "2019-07", "2019-07"),
    ("in early July", "[2019-07-01..2019-07-10~]", "[2019-07-01..2019-07-10~]"),
    ("by July", "../2019-07", "../2019-07"),
    ("in the summer", "2019-22", "2019-22"),
    ("from March to May", "2019-03/2019-05", "2019-03/2019-05"),
    ("from November to January", "2019-11/2020-01", "2019-11/2020-01"),
    ("on Monday", "2020-02-24", "[2019-12-30,2020-02-24]"),
    ("on Sunday", "2020-03-01", "[2019-12-29,2020-03-01]"),
    ("last Sunday", "2020-02-23", "[2019-12-29,2020-02-23]"),
    ("next Monday", "2020-03-02", "[2020-01-06,2020-03-02]"),
    ("last December", "2019-12", "2019-12"),
    ("since last July", "2019-07/..", "2019-07/.."),
    ("this January", "2020-01", "2020-01"),
    ("next May", "2020-05", "2020-05"),
    ("in May last year", "2019-05", "2019-05"),
    ("on the 20th of last month", "2020-02-20", "[2019-12-20,2020-02-20]"),
    ("yesterday", "2020-02-29", "[2020-01-02,2020-02-29]"),
    ("two years ago", "2018", "2018"),
    ("two months ago", "2020-01", "[2019-11,2020-01]"),
    ("three days ago", "2020-02-27", "[2019-12-31,2020-02-27]"),
    ("last week", "[2020-02-17..2020-02-23]", "[2019-12-23..2019-12-29,2020-02-17..2020-02-23]"),
    ("last weekend", "[2020-02-22..2020-02-23]", "[2019-12-28..2019-12-29,2020-02-22..2020-02-23]"),
    ("last month", "2020-02", "[2019-12,2020-02]"),
    ("this year", "2020", "2020"),
    ("early last year", "2019-37~", "2019-37~"),
    ("until the end of last year", "../2019-12", "../2019-12"),
    ("more than two years ago", "[..2018]", "[..2018]"),
    ("a decade ago", "2010~", "2010~"),
    ("in the past two years", "2018/2020-03-01", "2018/2020"),
    ("in the last three months", "2019-12/2020-03-01", "2019/2020"),
    ("in recent years", None, None),
]


@pytest.mark.parametrize(("text", "from_a_day", "from_two"), FROM_PUBLICATION)
def test_counted_from_the_report(text, from_a_day, from_two):
    assert resolved(text, published=PUBLISHED).edtf == from_a_day
    assert resolved(text, published=TWO_READINGS).edtf == from_two


# text, the date told before, what it comes to
FROM_THE_DATE_BEFORE = [
    ("three days later", "2017-07-15", "2017-07-18"),
    ("three days later", "2017-07", "[2017-07..2017-08]"),
    ("three days later", "[2017-07-15,2017-07-17]", "[2017-07-18,2017-07-20]"),
    ("the next day", "2017-07-31", "2017-08-01"),
    ("a week later", "2017-07-15", "2017-07-22~"),
    ("a few days later", "2017-07-15", "[2017-07-17..2017-07-21]"),
    ("six months later", "2017-07", "2018-01"),
    ("six months later", "2017-07-31", "2018-01"),
    ("six months later", "2017", "[2017..2018]"),
    ("a year and a half later", "2017-07", "2019-01"),
    ("two years later", "2017-07/2018-10", "2020"),
    ("two years earlier", "2017-07/2018-10", "2015"),
    ("years later", "2017-07", "[2019..]"),
    ("that year", "2017-07-15", "2017"),
    ("that night", "2017-07", "2017-07"),
    ("at that time", "2017-07/2018-10", "2017-07/2018-10"),
    ("since then", "2017-07-15", "2017-07-15/.."),
    ("is there ever since.", "2017-07-15", "2017-07-15/.."),
    ("on the 20th they came", "2017-07-15", "2017-07-20"),
    ("on the 20th they came", "2017-07", "2017-07-20"),
    ("on the 20th they came", "2017", None),
    ("He wrote 3 letters; on the fifteenth they came", "2017-07", "2017-07-15"),
    ("the following March", "2017-07", "2018-03"),
    ("in August that year", "2017-03", "2017-08"),
    ("at the end of the year", "2017-03", "2017-36~"),
    ("in December", "2017-07", "2017-12"),
    ("in December", "2017", "2017-12"),
    ("in July", "2017-07-15", "2017-07"),
    ("in December", "2017-07/2018-10", "[2017-12,2018-12]"),
    ("in December", "2017-07/2017-10", "2017-12"),
    ("on 5 March", "2017-07-15", "2018-03-05"),
    ("for six months", "2017-07", "2017-07/2018-01"),
    ("for three days", "2017-07-15", "2017-07-15/2017-07-18"),
]


@pytest.mark.parametrize(("text", "previous", "edtf"), FROM_THE_DATE_BEFORE)
def test_counted_from_the_date_told_before(text, previous, edtf):
    assert resolved(text, previous=previous).edtf == edtf


EVENTS = {"detention": "2017-07/2018-10", "her release": "2018-10", "his arrest": "2017-07-15"}
FROM_EVENTS = [
    ("In the last three months of detention, she", "2018-08/2018-10"),
    ("during her detention", "2017-07/2018-10"),
    ("the first two months of her detention", "2017-07/2017-08"),
    ("the first two weeks of her detention", "2017-07/2018-10"),
    ("a week after her release", "[2018-10..2018-11]"),
    ("on the day of her release", "2018-10"),
    ("a month before her arrest", "2017-06"),
    ("the day after his arrest", "2017-07-16"),
    ("since her release", "2018-10/.."),
    ("before the arrest", "../2017-07-15"),
    ("after her detention", "2018-10/.."),
    ("at the time of his arrest", "2017-07-15"),
    ("the first year of her detention", "2017-07/2018-06"),
    ("the last five years of her detention", "2017-07/2018-10"),
    ("after her trial", None),
]


@pytest.mark.parametrize(("text", "edtf"), FROM_EVENTS)
def test_counted_from_what_the_text_names(text, edtf):
    assert resolved(text, events=EVENTS).edtf == edtf


def test_what_the_text_does_not_say_is_flagged():
    assert resolved("in July", published=PUBLISHED).flag.code == "date-inferred"
    assert resolved("in July", published=PUBLISHED).flag.note == (
        "“July” is taken as July 2019: seen from the report's date, 1 March 2020."
    )
    assert resolved("last December", published=PUBLISHED).flag is None
    assert resolved("01/03/2020").flag.code == "date-ambiguous"
    missing = resolved("in July")
    assert (missing.edtf, missing.flag.code) == (None, "date-unresolved")
    assert resolved("since 2017") == resolve(find_dates("since 2017")[0])


def test_it_says_from_what_a_date_was_taken():
    assert resolved("three days later", previous="2017-07-15").from_words == (
        "“three days later”, counted from the date told before, 15 July 2017"
    )


def test_a_story_does_not_run_past_its_report():
    assert resolved("in April", previous="2020-01", published=PUBLISHED).edtf == "2019-04"
    assert resolved("in April", previous="2020-01", published=PUBLISHED, future=True).edtf == "2020-04"


def test_the_last_months_of_a_story_that_is_over():
    story = {"published": PUBLISHED, "previous": "2017-07/2018-10"}
    assert resolved("in the last three months", **story).edtf == "2018-08/2018-10"
    assert resolved("in the last three months", **story).flag.code == "date-inferred"
    assert resolved("in the past three months", **story).edtf == "2019-12/2020-03-01"
    assert resolved("in the last three months", published=PUBLISHED, previous="2018-03-15").edtf is None
    assert (
        resolved("in the last three months", published=PUBLISHED, previous="2020-01").edtf
        == "2019-12/2020-03-01"
    )


@pytest.mark.parametrize(
    ("whole", "unit", "number", "direction", "edtf"),
    [
        ("2017-07/2018-10", Unit.MONTH, 3, Direction.LAST, "2018-08/2018-10"),
        ("2017-07/2018-10", Unit.MONTH, 1, Direction.FIRST, "2017-07"),
        ("2017-07-15/2018-10-20", Unit.MONTH, 2, Direction.FIRST, "2017-07-15/2017-09"),
        ("2017-07-15/2018-10-20", Unit.MONTH, 2, Direction.LAST, "2018-08/2018-10-20"),
        ("2017-07-15/2018-10-20", Unit.DAY, 3, Direction.FIRST, "2017-07-15/2017-07-17"),
        ("2017-07-15/2018-10-20", Unit.WEEK, 1, Direction.LAST, "2018-10-14~/2018-10-20"),
        ("2018", Unit.MONTH, 3, Direction.LAST, "2018-10/2018-12"),
        ("2018-03", Unit.WEEK, 1, Direction.FIRST, "2018-03-01/2018-03-07~"),
        ("2017/2019", Unit.YEAR, 1, Direction.LAST, "2019"),
        ("2017/2019", Unit.MONTH, 1, Direction.LAST, None),
        ("2018-03-15", Unit.MONTH, 4, Direction.LAST, None),
        ("2017-07/2017-08", Unit.YEAR, 1, Direction.FIRST, None),
        ("2017-07/..", Unit.MONTH, 1, Direction.LAST, None),
        ("2018~", Unit.MONTH, 1, Direction.FIRST, None),
    ],
)
def test_the_first_and_last_of_a_stretch(whole, unit, number, direction, edtf):
    assert inside(whole, unit, number, number, direction) == edtf


def test_what_is_to_come():
    assert resolved("in July", published=PUBLISHED, future=True).edtf == "2020-07"
    assert resolved("on Monday", published=PUBLISHED, future=True).edtf == "2020-03-02"


@pytest.mark.parametrize("published", ["2020", "2020-03", "../2020", None])
def test_a_weekday_needs_the_day_of_the_report(published):
    assert resolved("on Monday", published=published).edtf is None


def test_readings_that_cannot_be_a_set_agree_on_something_coarser():
    assert agreed(["2019-10/2020-01", "2019-12/2020-03"]) == "2019/2020"
    assert agreed(["2019-10/..", "2020-03/.."]) is None
    assert agreed(["2018", "2018"]) == "2018"
    assert agreed(["2018", "2018/.."]) is None


days = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))
anchors = st.one_of(
    days.map(str),
    days.map(lambda day: str(day)[:7]),
    days.map(lambda day: str(day)[:4]),
    st.tuples(days, days).map(lambda pair: "/".join(sorted(map(str, pair)))),
    st.tuples(days, days).map(lambda pair: f"[{','.join(sorted(map(str, pair)))}]"),
    days.map(lambda day: f"{day}/.."),
    days.map(lambda day: f"{str(day)[:7]}~"),
)


@given(anchors, st.sampled_from(Unit), st.integers(0, 40), st.integers(0, 5) | st.none())
def test_counting_on_is_never_earlier_and_never_more_precise(anchor, unit, low, more):
    high = None if more is None else low + more
    later = counted(anchor, unit, low, high, Direction.LATER)
    earlier = counted(anchor, unit, low, high, Direction.EARLIER)
    for found in (later, earlier):
        assert found is None or precision(found) >= min(precision(anchor), precision(found))
    if later and bounds(later).latest and bounds(anchor).earliest:
        assert bounds(later).latest >= bounds(anchor).earliest
    if earlier and bounds(earlier).earliest and bounds(anchor).latest:
        assert bounds(earlier).earliest <= bounds(anchor).latest


@given(anchors, st.sampled_from(Unit), st.integers(1, 40), st.sampled_from([Direction.FIRST, Direction.LAST]))
def test_the_first_and_last_stretch_begin_and_end_with_the_whole(anchor, unit, number, direction):
    found = inside(anchor, unit, number, number, direction)
    assert found is None or not contradict(
        found.split("/")[0 if direction is Direction.FIRST else -1], anchor
    )


partials = st.builds(
    Partial,
    month=st.integers(1, 12) | st.integers(21, 24),
    day=st.none(),
    direction=st.sampled_from([None, *Direction]),
) | st.builds(Partial, weekday=st.integers(1, 7), direction=st.sampled_from([None, *Direction]))


@given(partials, anchors, anchors | st.none(), st.booleans())
def test_whatever_is_resolved_is_a_date(value, published, previous, future):
    mention = DateMention(0, 1, "x", value)
    found = resolve(mention, published=published, previous=previous, future=future)
    assert found.edtf is None or parse(found.edtf)
    assert found.edtf or found.flag


@pytest.mark.parametrize(
    ("text", "comes_to"),
    [
        ("the week before last", "[2020-02-10..2020-02-16]"),
        ("the month before last", "2020-01"),
        ("the year before last", "2018"),
        ("the first four months of last year", "2019-01/2019-04"),
        ("the last three months of last year", "2019-10/2019-12"),
        ("in the third quarter.", "2019-07/2019-09"),
    ],
)
def test_spans_in_words(text, comes_to):
    assert resolved(text, published="2020-03-01").edtf == comes_to
