"""A passage's place in the original, from the marks beside the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core.positions import Position, Positions, Unit, positions_of

TIMES = positions_of("time", [(0, "00:00:01"), (20, "00:00:09"), (45, "00:01:30")])


@pytest.mark.parametrize(
    ("start", "end", "first", "last"),
    [
        (0, 10, "00:00:01", "00:00:01"),
        (0, 20, "00:00:01", "00:00:01"),
        (0, 21, "00:00:01", "00:00:09"),
        (19, 50, "00:00:01", "00:01:30"),
        (45, 46, "00:01:30", "00:01:30"),
        (60, 60, "00:01:30", "00:01:30"),
    ],
)
def test_a_passage_touches_what_it_overlaps(start: int, end: int, first: str, last: str) -> None:
    assert TIMES.of(start, end) == Position(Unit.TIME, first, last)


def test_before_the_first_mark_nothing_is_said() -> None:
    assert positions_of("page", [(5, "1")]).of(0, 3) is None
    assert Positions().of(0, 3) is None


def test_how_it_is_written() -> None:
    assert str(TIMES.of(0, 5)) == "00:00:01"
    found = TIMES.of(0, 30)
    assert found is not None
    assert str(found) == "00:00:01–00:00:09"
    assert found.as_json() == {"unit": "time", "first": "00:00:01", "last": "00:00:09"}


@pytest.mark.parametrize(("unit", "marks"), [("verse", []), ("page", [(5, "1"), (4, "2")])])
def test_what_makes_no_sense_is_refused(unit: str, marks: list[tuple[int, str]]) -> None:
    with pytest.raises(ValueError):
        positions_of(unit, marks)


@given(st.lists(st.integers(0, 200), min_size=1), st.integers(0, 250), st.integers(0, 250))
def test_it_is_what_a_slow_search_finds(starts: list[int], one: int, other: int) -> None:
    marks = [(start, str(number)) for number, start in enumerate(sorted(starts))]
    start, end = min(one, other), max(one, other) + 1
    before = [label for at, label in marks if at <= start]
    touched = [label for at, label in marks if at < end]
    expected = Position(Unit.ROW, before[-1], touched[-1]) if before else None
    assert positions_of("row", marks).of(start, end) == expected
