"""How many origins some claims surely have: by the ways along which they came."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core.weighing.apart import most_apart
from amanat.core.weighing.origins import report_of
from amanat.core.weighing.voices import counts
from core.weighing.told_claims import WITNESS, told


def ways(*written: str) -> list[frozenset[str]]:
    return [frozenset(each) for each in written]


@pytest.mark.parametrize(
    ("of", "most"),
    [
        (ways(), 0),
        (ways("a"), 1),
        (ways("a", "a"), 1),
        (ways("a", "b"), 2),
        (ways("a", "ba", "b"), 2),
        (ways("ba", "b"), 1),
        (ways("ax", "bx", "cx"), 1),
        (ways("ax", "bx", "cy", "dy"), 2),
        (ways("ab", "bc", "cd"), 2),
        (ways("ab", "bc", "ca"), 1),
    ],
    ids=[
        "none", "one", "the same twice", "two", "a report that repeats a paragraph, with the rest its own",
        "the same where nobody else has the paragraph", "one agency", "two agencies", "a chain of sharing",
        "a circle of sharing",
    ],
)  # fmt: skip
def test_origins_are_ways_that_do_not_meet(of: list[frozenset[str]], most: int) -> None:
    assert most_apart(of) == most


WAYS = st.lists(st.frozensets(st.sampled_from("abcdefg"), min_size=1, max_size=4), max_size=7)


@given(WAYS)
def test_it_is_the_most_there_can_be(of: list[frozenset[str]]) -> None:
    chosen = (each for size in range(len(of) + 1) for each in combinations(set(of), size))
    apart = (each for each in chosen if all(one.isdisjoint(other) for one, other in combinations(each, 2)))
    assert most_apart(of) == max(len(each) for each in apart)


@given(WAYS, st.integers(0, 6), st.sampled_from("abcdefgh"))
def test_a_longer_way_or_a_claim_less_never_makes_it_more(
    of: list[frozenset[str]], which: int, more: str
) -> None:
    if which < len(of):
        longer = [way | {more} if at == which else way for at, way in enumerate(of)]
        assert most_apart(longer) <= most_apart(of)
        assert most_apart(of[:which] + of[which + 1 :]) <= most_apart(of)
    assert most_apart(list(reversed(of))) == most_apart(of)


def test_eight_reports_that_share_one_agency_are_counted_quickly() -> None:
    agencies = ways(
        *(
            f"{agency}{chr(200 + 30 * number + copy)}"
            for number, agency in enumerate("xyz")
            for copy in range(30)
        )
    )
    assert most_apart(agencies) == 3


def test_a_paragraph_from_elsewhere_and_the_rest_its_own() -> None:
    first = told(1, "Gulnar", WITNESS, 1)
    repeated = told(2, "Gulnar", WITNESS, 2, origin="report:1", reports=(1,))
    own = told(3, "Omar", WITNESS, 2)
    assert counts([first, repeated]).origins == 1
    assert counts([repeated, own]).origins == 1
    assert counts([first, repeated, own]).origins == 2


def test_only_a_report_is_a_report() -> None:
    assert report_of("report:12") == 12
    assert [report_of(each) for each in ("common:12", "report:x", "report:", "12")] == [None] * 4
