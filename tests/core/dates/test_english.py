"""What English texts say of time: a table of writings, what they mean, and what is no date."""

import re
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from amanat.core.dates.edtf import parse
from amanat.core.dates.english import find_dates
from amanat.core.dates.mention import (
    Absolute,
    Ambiguous,
    Anchor,
    Bound,
    Direction,
    Duration,
    Part,
    Partial,
    Relative,
    Unit,
)

PUB, PREV, EVENT = Anchor.PUBLICATION, Anchor.PREVIOUS, Anchor.EVENT
EARLIER, SAME, LATER, FIRST, LAST = Direction

# text, the mention's text, EDTF
ON_THE_CALENDAR = [
    ("She fled in December 2018.", "December 2018", "2018-12"),
    ("on 5 December 2018", "5 December 2018", "2018-12-05"),
    ("on December 5, 2018,", "December 5, 2018", "2018-12-05"),
    ("12 July, 2017", "12 July, 2017", "2017-07-12"),
    ("the 12th of July 2017", "12th of July 2017", "2017-07-12"),
    ("the first of May 2018", "first of May 2018", "2018-05-01"),
    ("the first Sunday of February 2002", "first Sunday of February 2002", "2002-02-03"),
    ("the last Friday in May 2019", "last Friday in May 2019", "2019-05-31"),
    ("in the middle of the night in May 2017", "May 2017", "2017-05"),
    ("late in the evening in May 2017", "May 2017", "2017-05"),
    ("at the end of the day on 5 May 2017", "5 May 2017", "2017-05-05"),
    ("Thursday, Nov. 15, 2018", "Thursday, Nov. 15, 2018", "2018-11-15"),
    ("Thu 15 Nov 2018", "Thu 15 Nov 2018", "2018-11-15"),
    ("15-Nov-2018", "15-Nov-2018", "2018-11-15"),
    ("in sept 2018", "sept 2018", "2018-09"),
    ("in march 2018", "march 2018", "2018-03"),
    ("IN MARCH 2018", "MARCH 2018", "2018-03"),
    ("in March\n2018", "March\n2018", "2018-03"),
    ("2018-12-05", "2018-12-05", "2018-12-05"),
    ("2020-03-01T10:05Z", "2020-03-01T10:05Z", "2020-03-01"),
    ("2020/03/01", "2020/03/01", "2020-03-01"),
    ("2017.07.15", "2017.07.15", "2017-07-15"),
    ("13/02/2020 10:05", "13/02/2020", "2020-02-13"),
    ("02/13/2020", "02/13/2020", "2020-02-13"),
    ("03/03/2020", "03/03/2020", "2020-03-03"),
    ("15.11.2018", "15.11.2018", "2018-11-15"),
    ("in 2018-07", "2018-07", "2018-07"),
    ("2017年7月15日被捕", "2017年7月15日", "2017-07-15"),
    ("于2017年7月", "2017年7月", "2017-07"),
    ("New Year's Day 2019", "New Year's Day 2019", "2019-01-01"),
    ("in 2018", "2018", "2018"),
    ("in 2018 people said", "2018", "2018"),
    ("in the year 2016", "2016", "2016"),
    ("the 2009 riots", "2009", "2009"),
    ("his 2017 arrest", "2017", "2017"),
    ("Aibek's 2017 arrest", "2017", "2017"),
    ("a report (2018) says", "2018", "2018"),
    ("Dauren, born 1989, a herder", "1989", "1989"),
    ("in the first days of January 2020", "the first days of January 2020", "[2020-01-01..2020-01-07~]"),
    ("the 1990s", "1990s", "199X"),
    ("in the 90s", "90s", "199X"),
    ("the early 1990s", "early 1990s", "[1990..1993~]"),
    ("in the summer of 2019", "summer of 2019", "2019-22"),
    ("winter 2018", "winter 2018", "2018-24"),
    ("fall 2018", "fall 2018", "2018-23"),
    ("Q3 2019", "Q3 2019", "2019-35"),
    ("the second quarter of 2018", "second quarter of 2018", "2018-34"),
    ("the first half of 2018", "first half of 2018", "2018-40"),
    ("the first four months of 2018", "the first four months of 2018", "2018-01/2018-04"),
    ("the last two months of 2018", "the last two months of 2018", "2018-11/2018-12"),
    ("early 2018", "early 2018", "2018-37~"),
    ("mid-2018", "mid-2018", "2018-38~"),
    ("late in 2018", "late in 2018", "2018-39~"),
    ("at the beginning of 2018", "beginning of 2018", "2018-33~"),
    ("at the end of 2018", "end of 2018", "2018-36~"),
    ("early March 2018", "early March 2018", "[2018-03-01..2018-03-10~]"),
    ("mid-March 2018", "mid-March 2018", "[2018-03-11~..2018-03-20~]"),
    ("late February 2020", "late February 2020", "[2020-02-21~..2020-02-29]"),
    ("around 2015", "around 2015", "2015~"),
    ("circa 2010", "circa 2010", "2010~"),
    ("about 5 March 2018", "about 5 March 2018", "2018-03-05~"),
    ("as of 5 March 2020", "as of 5 March 2020", "2020-03-05"),
    ("Photographs from 2017 show", "from 2017", "2017"),
]
LIMITED = [
    ("since 2017", "since 2017", "2017/..", Bound.SINCE),
    ("at least since 2017", "since 2017", "2017/..", Bound.SINCE),
    ("since at least 2014", "since at least 2014", "2014/..", Bound.SINCE),
    ("since early 2018", "since early 2018", "2018-37~/..", Bound.SINCE),
    ("since late March 2018", "since late March 2018", "2018-03/..", Bound.SINCE),
    ("since the beginning of 2017", "since the beginning of 2017", "2017-01/..", Bound.SINCE),
    ("from 5 March 2018", "from 5 March 2018", "2018-03-05/..", Bound.SINCE),
    ("until 2019", "until 2019", "../2019", Bound.UNTIL),
    ("by March 2018", "by March 2018", "../2018-03", Bound.UNTIL),
    ("by the end of 2018", "by the end of 2018", "../2018-12", Bound.UNTIL),
    ("by the end of March 2018", "by the end of March 2018", "../2018-03-31", Bound.UNTIL),
    ("no later than 31 December 2019", "no later than 31 December 2019", "../2019-12-31", Bound.UNTIL),
    ("before 2018", "before 2018", "../2017", Bound.BEFORE),
    ("before March 2018", "before March 2018", "../2018-02", Bound.BEFORE),
    ("before 1 January 2018", "before 1 January 2018", "../2017-12-31", Bound.BEFORE),
    ("after 2018", "after 2018", "2019/..", Bound.AFTER),
    ("after the start of 2020", "after the start of 2020", "2020-01-01/..", Bound.AFTER),
    ("after the end of 2018", "after the end of 2018", "2019/..", Bound.AFTER),
    ("after about 2018", "after about 2018", "2018~/..", Bound.AFTER),
]
TOGETHER = [
    ("from July 2017 to October 2018", "2017-07/2018-10"),
    ("from 15 July to 3 August 2017", "2017-07-15/2017-08-03"),
    ("from November to March 2018", "2017-11/2018-03"),
    ("from July 2017 to October", "2017-07/2017-10"),
    ("from 5 March until the end of April 2018", "2018-03-05/2018-04"),
    ("May 2017 till August 2018", "2017-05/2018-08"),
    ("Between late 2016 and early 2019", "2016-39~/2019-37~"),
    ("between March and May 2018", "2018-03/2018-05"),
    ("between 5 and 7 March 2018", "2018-03-05/2018-03-07"),
    ("March–May 2018", "2018-03/2018-05"),
    ("2017–2018", "2017/2018"),
    ("2017-2018", "2017/2018"),
    ("from 2017 to 2018", "2017/2018"),
    ("16 to 17 July 2017", "2017-07-16/2017-07-17"),
    ("July 15-17, 2017", "2017-07-15/2017-07-17"),
    ("From 9 to 11 November 2018", "2018-11-09/2018-11-11"),
    ("30 June–2 July 2017", "2017-06-30/2017-07-02"),
    ("15 or 17 July 2017", "[2017-07-15,2017-07-17]"),
    ("15 July or 3 August 2017", "[2017-07-15,2017-08-03]"),
    ("July and August 2018", "{2018-07,2018-08}"),
    ("March 5 and 12, 2018", "{2018-03-05,2018-03-12}"),
    ("3, 4 and 5 February 2020", "{2020-02-03,2020-02-04,2020-02-05}"),
    ("the first week of March 2018", "2018-03-01/2018-03-07~"),
    ("the last three months of 2018", "2018-10/2018-12"),
    ("three days after 15 July 2017", "2017-07-18"),
    ("a month before December 2018", "2018-11"),
]
WITHOUT_YEAR = [
    ("on 5 March", "5 March", Partial(3, 5)),
    ("on July 12th", "July 12th", Partial(7, 12)),
    ("on 5 and 7 March", "5 and 7 March", Partial(3, 5, also=(7,))),
    ("on 5 or 7 March", "5 or 7 March", Partial(3, 5, also=(7,), either=True)),
    ("from 5 to 7 March", "from 5 to 7 March", Partial(3, 5, until=Partial(3, 7))),
    ("between 5 and 7 March", "between 5 and 7 March", Partial(3, 5, until=Partial(3, 7))),
    ("from March to May", "from March to May", Partial(3, until=Partial(5))),
    ("in July", "July", Partial(7)),
    ("in early May", "early May", Partial(5, part=Part.EARLY)),
    ("in the summer", "summer", Partial(22)),
    ("on Monday", "Monday", Partial(weekday=1)),
    ("last Monday", "last Monday", Partial(weekday=1, direction=EARLIER)),
    ("last December", "last December", Partial(12, direction=EARLIER)),
    ("this January", "this January", Partial(1, direction=SAME)),
    ("next May", "next May", Partial(5, direction=LATER)),
    ("the following March", "the following March", Partial(3, direction=LATER, anchor=PREV)),
    ("That winter", "That winter", Partial(24, direction=SAME, anchor=PREV)),
    (
        "in May last year",
        "May last year",
        Partial(5, within=Relative(PUB, Unit.YEAR, 1, 1, EARLIER)),
    ),
    ("He died on the twenty-seventh.", "twenty-seventh", Partial(day=27)),
    ("Police detained nine people overnight, he said", "overnight", Relative(PUB, Unit.DAY, 0, 1, EARLIER)),
    (
        "on the 20th of that month",
        "20th of that month",
        Partial(day=20, within=Relative(PREV, Unit.MONTH, 0, 0, SAME)),
    ),
]
RELATIVE = [
    ("yesterday", "yesterday", Relative(PUB, Unit.DAY, 1, 1, EARLIER)),
    ("the day before yesterday", "day before yesterday", Relative(PUB, Unit.DAY, 2, 2, EARLIER)),
    ("two years ago", "two years ago", Relative(PUB, Unit.YEAR, 2, 2, EARLIER)),
    ("a few days ago", "a few days ago", Relative(PUB, Unit.DAY, 2, 6, EARLIER)),
    ("two or three weeks ago", "two or three weeks ago", Relative(PUB, Unit.WEEK, 2, 3, EARLIER)),
    ("more than two years ago", "more than two years ago", Relative(PUB, Unit.YEAR, 2, None, EARLIER)),
    ("half a year ago", "half a year ago", Relative(PUB, Unit.MONTH, 6, 6, EARLIER)),
    ("last week", "last week", Relative(PUB, Unit.WEEK, 1, 1, EARLIER)),
    ("earlier this month", "earlier this month", Relative(PUB, Unit.MONTH, 0, 0, SAME)),
    ("early last year", "early last year", Relative(PUB, Unit.YEAR, 1, 1, EARLIER, part=Part.EARLY)),
    ("in the past two years", "the past two years", Relative(PUB, Unit.YEAR, 2, 2, EARLIER, span=True)),
    ("in the last four months", "the last four months", Relative(PUB, Unit.MONTH, 4, 4, LAST, span=True)),
    ("in recent years", "recent years", Relative(PUB, Unit.YEAR, None, None, EARLIER, span=True)),
    ("three days later", "three days later", Relative(PREV, Unit.DAY, 3, 3, LATER)),
    ("Three years on, nothing", "Three years on", Relative(PREV, Unit.YEAR, 3, 3, LATER)),
    ("a year and a half later", "a year and a half later", Relative(PREV, Unit.MONTH, 18, 18, LATER)),
    (
        "a year and three months later",
        "a year and three months later",
        Relative(PREV, Unit.MONTH, 15, 15, LATER),
    ),
    ("the next day", "the next day", Relative(PREV, Unit.DAY, 1, 1, LATER)),
    ("the day before,", "the day before", Relative(PREV, Unit.DAY, 1, 1, EARLIER)),
    ("years later", "years later", Relative(PREV, Unit.YEAR, 2, None, LATER)),
    ("that night", "that night", Relative(PREV, Unit.DAY, 0, 0, SAME)),
    ("at the end of the year", "end of the year", Relative(PREV, Unit.YEAR, 0, 0, SAME, part=Part.END)),
    ("at the time", "the time", Relative(PREV, None, None, None, SAME)),
    ("At the time of writing, two", "the time of writing", Relative(PUB, Unit.DAY, 0, 0, SAME)),
    ("by the time of this report", "by the time of this report", Relative(PUB, Unit.DAY, 0, 0, SAME)),
    ("at the time of going to press", "the time of going to press", Relative(PUB, Unit.DAY, 0, 0, SAME)),
    ("as of this writing, nobody", "as of this writing", Relative(PUB, Unit.DAY, 0, 0, SAME)),
    ("after two years in detention", "after two years", Relative(PREV, Unit.YEAR, 2, 2, LATER)),
    (
        "a month before his arrest",
        "a month before his arrest",
        Relative(EVENT, Unit.MONTH, 1, 1, EARLIER, event="his arrest"),
    ),
    (
        "a week after she was released",
        "a week after she was released",
        Relative(EVENT, Unit.WEEK, 1, 1, LATER, event="she was released"),
    ),
    (
        "In the last three months of detention, she",
        "the last three months of detention",
        Relative(EVENT, Unit.MONTH, 3, 3, LAST, span=True, event="detention"),
    ),
    (
        "the first week of her detention",
        "the first week of her detention",
        Relative(EVENT, Unit.WEEK, 1, 1, FIRST, span=True, event="her detention"),
    ),
    ("During her detention", "her detention", Relative(EVENT, None, None, None, SAME, event="her detention")),
    ("for six months", "six months", Duration(Unit.MONTH, 6, 6)),
    ("I spent fifteen months in the camp", "fifteen months", Duration(Unit.MONTH, 15, 15)),
    ("for more than a year", "more than a year", Duration(Unit.YEAR, 1, None)),
]
AMBIGUOUS = [
    ("01/03/2020, 17.18", "01/03/2020", ("2020-03-01", "2020-01-03")),
    ("5.3.2018", "5.3.2018", ("2018-03-05", "2018-05-03")),
    ("5/7/76", "5/7/76", ("1976-07-05", "1976-05-07")),
    ("in 2010-12", "2010-12", ("2010-12", "2010/2012")),
    (
        "from 01/03/2020 to 05/03/2020",
        "from 01/03/2020 to 05/03/2020",
        ("2020-03-01/2020-03-05", "2020-01-03/2020-05-03"),
    ),
]
NO_DATES = [
    "at the time of the floods he was away",
    "she was good at writing, they said",
    "she was held overnight in a cell",
    "an overnight stay",
    "on the nineteenth floor",
    "on the second she fell",
    "Article 2018 of the code", "about 2,018 people", "2018 detainees", "a total of 2018 people", "aged 42",
    "42 years old", "a 17-year-old", "sentenced to 10 years", "he may come", "they march 5 miles",
    "May he rest", "Friday prayers", "Bloomberg 2018", "room 2019", "version 2.0.2018", "45/99/2020", "24/7",
    "the year", "spring water", "his arrest", "released from his detention", "10:05", "17.18", "12018",
    "2018th", "https://example.org/2018/03/05/a", "about 2000 people", "in 2018 cases", "every two years",
    "Polesie Today writes", "she limps to this day", "the last weeks of something",
    "She walked there eleven Sundays running, and on the twelfth they kept her",
    "He wrote 14 letters; on the fifteenth they came",
]  # fmt: skip


def only(text, **options):
    found = find_dates(text, **options)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(("text", "written", "edtf"), ON_THE_CALENDAR)
def test_dates_on_the_calendar(text, written, edtf):
    found = only(text)
    assert (found.text, found.value) == (written, Absolute(edtf))


@pytest.mark.parametrize(("text", "written", "edtf", "bound"), LIMITED)
def test_dates_with_a_limit(text, written, edtf, bound):
    found = only(text)
    assert (found.text, found.value, found.bound) == (written, Absolute(edtf), bound)


@pytest.mark.parametrize(("text", "edtf"), TOGETHER)
def test_several_dates_said_together(text, edtf):
    found = only(text)
    assert (found.text, found.value) == (text, Absolute(edtf))


@pytest.mark.parametrize(("text", "written", "value"), [*WITHOUT_YEAR, *RELATIVE])
def test_dates_that_need_something_else(text, written, value):
    found = only(text)
    assert (found.text, found.value) == (written, value)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("since then", Bound.SINCE),
        ("by March", Bound.UNTIL),
        ("since last July", Bound.SINCE),
        ("after her release", Bound.AFTER),
        ("shortly before his arrest", Bound.BEFORE),
        ("until the end of last year", Bound.UNTIL),
    ],
)
def test_limits_wait_with_what_needs_something_else(text, bound):
    found = only(text)
    assert (found.text, found.bound) == (text, bound)


@pytest.mark.parametrize(("text", "written", "readings"), AMBIGUOUS)
def test_two_readings_are_kept(text, written, readings):
    found = only(text)
    assert (found.text, found.value) == (written, Ambiguous(readings))


def test_what_is_known_of_the_page_settles_the_order():
    assert only("01/03/2020", day_first=True).value == Absolute("2020-03-01")
    assert only("01/03/2020", day_first=False).value == Absolute("2020-01-03")
    assert only("13/02/2020", day_first=False).value == Absolute("2020-02-13")


@pytest.mark.parametrize("text", NO_DATES)
def test_what_only_looks_like_a_date(text):
    assert find_dates(text) == ()


def test_a_paragraph():
    text = (
        "Aibek Sarsen was arrested on the evening of 12 March 2018 and held until mid-August that year. "
        "Three weeks later, on Monday, 3 September, 2018 men in uniform came. "
        "In 2019 alone, 2019 people died, the group said."
    )
    assert [mention.text for mention in find_dates(text)] == [
        "12 March 2018",
        "until mid-August that year",
        "Three weeks later",
        "Monday, 3 September, 2018",
        "2019",
    ]


_SPOKEN = """
    in on of from to until since between and or the early mid late end by before after about last this that
    two three 5 12 2018 2017 01/03/2020 2018-07 years months days week ago later March May July Monday winter
    summer - – , . ; ( ) / first half quarter his arrest her detention during 1990s 年 月 7月 15 for next
"""
WORDS = [*re.findall(r"\S+", _SPOKEN), "\n", "\n\n"]
texts = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.text(max_size=200)


@given(texts)
def test_offsets_are_exact_and_every_date_is_edtf(text):
    last = 0
    for mention in find_dates(text):
        assert text[mention.start : mention.end] == mention.text
        assert last <= mention.start < mention.end
        last = mention.end
        if isinstance(mention.value, Absolute):
            parse(mention.value.edtf)
        if isinstance(mention.value, Ambiguous):
            assert len({str(parse(reading)) for reading in mention.value.readings}) > 1


PIECES = [
    " ", "\n", "\t", "1", "12", "2018", "-", "–", "/", ",", ".", "a ", "the ", "and ", "March ", "five ",
    "of ", "days ", "last ", "5, ", "5 and ", "2018-", "12/", "his a", "early ", "between ", "x ",
    "Sarsen's ", "being ", "2018, ", "one or two ", "more than ", "first ", "5 March ", "to ", "a" * 50,
]  # fmt: skip


@settings(deadline=None, max_examples=40)
@example(["5, ", " ", "\t"], 1)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=4), st.integers(1, 3))
def test_no_text_makes_it_slow(pieces, repeat):
    text = ("".join(pieces) * 20_000)[: 20_000 * repeat]
    began = time.process_time()
    find_dates(text)
    # 60,000 characters are 10,000 words: a tenth of a second at the speed that is promised.
    assert time.process_time() - began < 3.0
