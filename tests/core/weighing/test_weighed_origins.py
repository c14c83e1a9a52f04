"""Where reports come from, when one leads to another, and when they lead round in a circle."""

from __future__ import annotations

import pytest

from amanat.core.weighing.origins import report_of, settled


@pytest.mark.parametrize(
    ("origins", "expected"),
    [
        ({}, {}),
        ({1: "report:1", 2: "report:1"}, {1: "report:1", 2: "report:1"}),
        ({1: "report:2", 2: "report:3"}, {1: "report:3", 2: "report:3"}),
        ({1: "common:4", 2: "report:1"}, {1: "common:4", 2: "common:4"}),
        ({1: "report:2", 2: "report:1"}, {1: "report:1", 2: "report:1"}),
        ({1: "report:2", 2: "report:3", 3: "report:2"}, {1: "report:2", 2: "report:2", 3: "report:2"}),
        ({1: "report:9"}, {1: "report:9"}),
        ({1: "report:x", 2: "report:"}, {1: "report:x", 2: "report:"}),
    ],
    ids=[
        "none",
        "settled",
        "a chain",
        "an unknown source",
        "a circle",
        "into a circle",
        "not told of",
        "no report",
    ],
)
def test_origins_are_followed_to_the_first(origins: dict[int, str], expected: dict[int, str]) -> None:
    assert settled(origins) == expected
    assert settled(expected) == expected


def test_only_a_report_is_a_report() -> None:
    assert report_of("report:12") == 12
    assert [report_of(each) for each in ("common:12", "report:x", "report:", "12")] == [None] * 4
