"""The time line: inside its view box, nothing on top of anything, open ends and contested answers kept."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amanat.web.desk.timeline import Happening, Picture, Span, draw
from amanat.web.desk.timeline.axis import axis_for, ticks
from amanat.web.desk.timeline.lettering import fitted, width
from amanat.web.desk.timeline.values import Label, Row
from amanat.web.desk.when import spans, spoken

days = st.dates(date(1000, 1, 1), date(9999, 12, 31))
recent = st.dates(date(2014, 1, 1), date(2024, 12, 31))


@st.composite
def span(draw_: st.DrawFn) -> Span:
    start = draw_(st.one_of(recent, recent, days))
    length = draw_(st.sampled_from([0, 0, 20, 30, 400, 4000]))
    end = start + timedelta(days=min(length, (date.max - start).days))
    open_end = draw_(st.sampled_from(["", "", "", "start", "end"]))
    return Span(
        None if open_end == "start" else start, None if open_end == "end" else end, draw_(st.booleans())
    )


happenings = st.builds(
    Happening,
    label=st.text(st.sampled_from("MWil Көمح字é. "), min_size=1, max_size=60),
    note=st.text(st.sampled_from("2017 toWm-"), max_size=50),
    spans=st.lists(span(), min_size=1, max_size=3).map(tuple),
    question=st.sampled_from(["", "", "q1", "q2"]),
    sure=st.booleans(),
)


def _boxes(row: Row) -> list[tuple[int, int, int, int]]:
    """Left, top, right, bottom of all that is drawn for one happening."""
    found = [(bar.x, bar.y, bar.x + bar.width, bar.y + bar.height) for bar in row.bars]
    found += [(w.x1, w.y - 5, w.x2, w.y + 5) for w in row.whiskers]
    return found + [_label_box(label) for label in row.labels]


def _label_box(label: Label) -> tuple[int, int, int, int]:
    return label.left, label.y - 10, label.left + label.width, label.y + 3


def _overlap(a: tuple[int, int, int, int], b: tuple[int, int, int, int]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


@settings(max_examples=150, deadline=None)
@given(st.lists(happenings, min_size=1, max_size=14), st.sampled_from([350, 820]))
def test_nothing_overlaps_and_all_is_inside(told: list[Happening], broad: int) -> None:
    picture = draw(told, broad)
    assert picture is not None
    assert len(picture.rows) == len(told)
    for row in picture.rows:
        for left, top, right, bottom in _boxes(row):
            assert left >= 0 and right <= picture.width and top >= 0 and bottom < picture.axis
    for a, b in combinations(picture.rows, 2):
        assert not any(_overlap(x, y) for x in _boxes(a) for y in _boxes(b))
    for row in picture.rows:
        labels = [_label_box(label) for label in row.labels]
        assert not any(_overlap(x, y) for x, y in combinations(labels, 2))
    assert all(picture.margin <= tick.x <= picture.width - picture.margin for tick in picture.ticks)
    assert picture.height >= picture.tick_line


@settings(max_examples=150, deadline=None)
@given(st.lists(span(), min_size=1, max_size=6), st.sampled_from([350, 820]))
def test_ticks_can_all_be_read(told: list[Span], broad: int) -> None:
    shown = ticks(axis_for(told, 24, broad - 24))
    assert shown
    for a, b in combinations(shown, 2):
        assert abs(b.x - a.x) >= (width(a.label, 12) + width(b.label, 12)) / 2


def test_contested_answers_stand_in_adjoining_rows_of_their_own_held_by_a_bracket() -> None:
    july = [
        Happening("Detention", "15 July", (Span(date(2017, 7, 15), date(2017, 7, 15)),), question="1"),
        Happening("or", "17 July", (Span(date(2017, 7, 17), date(2017, 7, 17)),), question="1"),
    ]
    other = Happening("Flight", "2019", (Span(date(2019, 1, 1), date(2019, 12, 31)),))
    picture = draw([*july, other])
    assert picture is not None
    tops = [row.top for row in picture.rows if row.happening.question]
    assert tops[1] - tops[0] == 42
    assert picture.rows[2].top not in tops
    (bracket,) = picture.brackets
    assert bracket.top < tops[0] + 25 < tops[1] + 25 < bracket.bottom
    assert all(part.ink == "contested" for row in picture.rows[:2] for part in row.whiskers)


def test_contested_answers_keep_the_order_in_which_they_were_given() -> None:
    given = [("December", "2019-12"), ("or", "2020-01"), ("or until April", "../2020-04-30")]
    told = [Happening(label, "", spans(when), question="7") for label, when in given]
    picture = draw([Happening("Birth", "", spans("1981")), *told])
    assert picture is not None
    rows = sorted(picture.rows, key=lambda row: row.top)
    assert [row.happening.label for row in rows] == ["Birth", "December", "or", "or until April"]


def test_an_open_end_fades_and_reaches_towards_the_end_of_the_axis() -> None:
    since = Happening("Threat", "from January 2020", spans("2020-01-01/.."), sure=False)
    picture = draw([since])
    assert picture is not None
    (bar,) = picture.rows[0].bars
    assert bar.fades_right and not bar.fades_left and bar.ink == "unsure"
    assert bar.end == picture.width - picture.margin


def test_an_open_beginning_is_a_stub_that_tells_no_length() -> None:
    told = [
        Happening("Deadline", "until 30 April 2020", spans("../2020-04-30")),
        Happening("Birth", "", spans("1981")),
    ]
    picture = draw(told)
    assert picture is not None
    bar = next(bar for row in picture.rows for bar in row.bars)
    assert bar.fades_left and bar.width == 60


def test_two_readings_of_one_date_are_two_signs_tied_together() -> None:
    picture = draw([Happening("Published", "", spans("[2020-01-03,2020-03-01]"))])
    assert picture is not None
    assert len(picture.rows[0].whiskers) == 2
    assert len(picture.rows[0].ties) == 1


def test_without_a_known_day_there_is_no_picture() -> None:
    assert draw([]) is None
    assert draw([Happening("Detention", "", (Span(None, None),))]) is None


@pytest.mark.parametrize(
    ("first", "last", "seen"),
    [
        (date(2018, 3, 1), date(2018, 3, 20), "Mar 2018"),
        (date(2017, 7, 1), date(2018, 2, 1), "Jan 2018"),
        (date(2016, 7, 1), date(2020, 2, 1), "2018"),
        (date(1949, 7, 1), date(2020, 2, 1), "1980"),
    ],
)
def test_the_axis_speaks_in_days_months_or_years(first: date, last: date, seen: str) -> None:
    labels = [tick.label for tick in ticks(axis_for([Span(first, last)], 24, 796))]
    assert any(seen in label for label in labels), labels
    assert len(labels) >= 3


def test_a_label_too_long_for_the_picture_is_cut_with_an_ellipsis() -> None:
    cut = fitted("a" * 400, 12, 100)
    assert cut.endswith("…") and width(cut, 12) <= 100
    picture = draw([Happening("word " * 80, "2018", spans("2018"))], 350)
    assert isinstance(picture, Picture)


def test_where_there_is_little_room_the_name_is_cut_and_not_the_date() -> None:
    told = Happening(
        "Transfer · an industrial park beyond the river",
        "23 September 2019",
        (Span(date(2019, 9, 23), None),),
    )
    other = Happening("Release", "2017", (Span(date(2017, 1, 1), date(2017, 12, 31)),))
    picture = draw([told, other], 350)
    assert picture is not None
    [row] = [row for row in picture.rows if row.happening is told]
    assert row.labels[0].note == "23 September 2019"
    assert row.labels[0].text.startswith("Transfer · an indus") and row.labels[0].text.endswith("…")


def test_dates_are_spoken_and_what_cannot_be_read_is_shown_as_it_is() -> None:
    assert spoken("2017-07/2018-10") == "July 2017 to October 2018"
    assert spoken("some day") == "some day"
    assert spoken("") == ""
    assert spans("some day", date(2018, 1, 1), None) == (Span(date(2018, 1, 1), None),)
