"""Which persons are one: the order never matters, and what people decided holds through every chain."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core.linking.clusters import Judged, clusters, partition
from amanat.core.linking.folded import proposals

PERSONS = range(1, 9)


def _judged(left: int, right: int, verdict: str, *, by_rule: bool = False) -> Judged:
    return Judged(by_rule, *sorted((left, right)), verdict)


@st.composite
def judgements(draw: st.DrawFn) -> list[Judged]:
    """At most one standing judgement for each pair."""
    pairs = draw(st.lists(st.sampled_from(list(combinations(PERSONS, 2))), unique=True))
    verdicts = st.sampled_from(["same", "not same", "unsure", "none"])
    return [_judged(*pair, draw(verdicts), by_rule=draw(st.booleans())) for pair in pairs]


@given(judgements(), st.randoms())
def test_the_order_makes_no_difference(judged: list[Judged], chance: object) -> None:
    shuffled = list(judged)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert clusters(PERSONS, judged) == clusters(PERSONS, shuffled)


@given(judgements())
def test_everybody_is_in_one_group_and_not_same_is_kept_apart(judged: list[Judged]) -> None:
    found = clusters(PERSONS, judged)
    assert sorted(person for group in found for person in group) == list(PERSONS)
    for each in judged:
        if each.verdict == "not same" and not each.by_rule:
            assert not any({each.left, each.right} <= group for group in found)


@given(judgements(), st.sampled_from(list(combinations(PERSONS, 2))))
def test_taking_a_judgement_back_restores_what_was(judged: list[Judged], pair: tuple[int, int]) -> None:
    others = [each for each in judged if (each.left, each.right) != pair]
    undone = [*others, _judged(*pair, "none")]
    assert clusters(PERSONS, undone) == clusters(PERSONS, others)


@given(judgements())
def test_rules_add_to_what_people_joined_and_never_take_away(judged: list[Judged]) -> None:
    people_only = clusters(PERSONS, [each for each in judged if not each.by_rule])
    everybody = clusters(PERSONS, judged)
    assert all(any(group <= larger for larger in everybody) for group in people_only)


@pytest.mark.parametrize(
    ("judged", "expected"),
    [
        ([], [{1}, {2}, {3}]),
        ([_judged(1, 2, "same"), _judged(2, 3, "same")], [{1, 2, 3}]),
        (
            [_judged(1, 2, "same"), _judged(2, 3, "same", by_rule=True), _judged(1, 3, "not same")],
            [{1, 2}, {3}],
        ),
        ([_judged(1, 2, "same", by_rule=True), _judged(1, 2, "none")], [{1, 2}, {3}]),
        ([_judged(1, 2, "unsure"), _judged(1, 3, "same"), _judged(2, 3, "same")], [{1, 2, 3}]),
        (
            [_judged(1, 2, "unsure"), _judged(1, 3, "same"), _judged(2, 3, "same", by_rule=True)],
            [{1, 3}, {2}],
        ),
    ],
    ids=["nothing", "chain", "split", "none says nothing", "people over unsure", "unsure keeps rules off"],
)
def test_cases(judged: list[Judged], expected: list[set[int]]) -> None:
    assert clusters([1, 2, 3], judged) == {frozenset(group) for group in expected}


@pytest.mark.parametrize(
    ("judged", "reports", "expected"),
    [
        ([], {1: 10, 2: 20, 3: 30}, [(1, 2), (1, 3)]),
        ([], {1: 10, 2: 10, 3: 30}, [(1, 3)]),
        ([_judged(1, 2, "same", by_rule=True)], {1: 10, 2: 20, 3: 30}, [(1, 3)]),
        ([_judged(1, 2, "not same")], {1: 10, 2: 20, 3: 30}, [(1, 3)]),
        ([_judged(1, 2, "not same"), _judged(1, 3, "not same")], {1: 10, 2: 20, 3: 30}, [(2, 3)]),
        ([_judged(1, 2, "unsure")], {1: 10, 2: 20, 3: 30}, [(1, 3)]),
    ],
    ids=["star", "one report", "one is missing", "split", "the others still are one", "unsure"],
)
def test_the_rule_proposes_as_few_pairs_as_will_do(
    judged: list[Judged], reports: dict[int, int], expected: list[tuple[int, int]]
) -> None:
    assert proposals([1, 2, 3], reports, partition([1, 2, 3], judged)) == expected
