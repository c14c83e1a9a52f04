"""The reports that speed is measured with: always the same ones, no two alike, and read as far as promised."""

from __future__ import annotations

from collections import Counter

import pytest

from speed.fast_reader import read_fast
from speed.reports import WORDS, Collection
from speed_adding import Course, flatness

SIZE = 60


@pytest.fixture(scope="module")
def reports() -> list[str]:
    return [Collection(SIZE).report(number) for number in range(SIZE)]


def test_a_number_always_gives_the_same_report_and_no_other_number_does(reports: list[str]) -> None:
    assert [Collection(SIZE).report(number) for number in range(SIZE)] == reports
    assert len({line for text in reports for line in text.split("\n\n")}) > SIZE * 10
    assert Collection(SIZE, seed=1).report(0) != reports[0]


def test_they_are_of_the_length_promised(reports: list[str]) -> None:
    assert all(WORDS * 0.95 < len(text.split()) < WORDS * 1.2 for text in reports)


def test_nothing_is_left_to_be_filled_in(reports: list[str]) -> None:
    assert not any("{" in text or "}" in text for text in reports)


def test_people_are_shared_by_several_reports(reports: list[str]) -> None:
    named = Counter(name for text in reports for name in _names(text))
    assert sum(count > 1 for count in named.values()) >= SIZE // 4
    assert max(named.values()) < SIZE / 2


def test_the_fast_reader_quotes_exactly_and_names_whom_it_speaks_of(reports: list[str]) -> None:
    for text in reports:
        reading = read_fast(text.encode(), "x", "0" * 64).reading
        assert reading is not None
        assert 15 < len(reading.claims) < 80
        for claim in reading.claims:
            assert text[claim.passage.start : claim.passage.end] == claim.passage.quote
        assert {who for claim in reading.claims for who in claim.who} <= {one.id for one in reading.people}


def test_time_for_a_report_is_told_by_quarters_over_all_runs() -> None:
    first, second = Course(), Course()
    first.cost.cpu, first.points = 10.0, [(0, 0.0), (25, 5.0), (50, 10.0)]
    second.cost.cpu, second.points = 30.0, [(50, 0.0), (75, 10.0), (100, 30.0)]
    assert flatness([first, second], 100) == {"1": 200.0, "2": 200.0, "3": 400.0, "4": 800.0}


def _names(text: str) -> set[str]:
    reading = read_fast(text.encode(), "x", "0" * 64).reading
    return {name for one in (reading.people if reading else ()) for name in one.names}
