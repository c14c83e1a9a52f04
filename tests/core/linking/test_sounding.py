"""The rule on sound: precise before all else. What people judged holds, and no chain of doubts joins anybody."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from amanat.core.linking.alike import SHOWN, likenesses
from amanat.core.linking.clusters import Judged, partition
from amanat.core.linking.joining import Partition
from amanat.core.linking.rules import likelihood, said
from amanat.core.linking.sounding import MANY, Proposal, proposals

NAMES = (
    "Raushan Sadyrbay", "Rawshan Sadirbay", "Раушан Садырбайқызы", "Раушан Садырбаева", "Rauşan Sadyrbaiqyzy",
    "热吾尚·萨德尔拜", "راۋشان سادىرباي", "Raushan", "Berdibek Sadirbay", "Dauren Qalybek", "Dauren Kalibek",
    "QALYBEK Dauren Serikuly", "Dauren Qalybekov",
)  # fmt: skip

PERSONS = st.lists(st.tuples(st.sampled_from(NAMES), st.integers(1, 5)), min_size=2, max_size=9)
"""Names, each with the report it stands in."""


def _linked(
    persons: Sequence[tuple[str, int]], judged: Sequence[Judged] = ()
) -> tuple[Partition[int], list[Proposal]]:
    """All persons, one after another, compared with all before them."""
    known = partition(range(len(persons)), judged)
    names = {number: (name,) for number, (name, _) in enumerate(persons)}
    reports = {number: report for number, (_, report) in enumerate(persons)}
    made = [each for person in names for each in proposals(person, range(person), known, reports, names)]
    return known, made


@st.composite
def judgements(draw: st.DrawFn, persons: int) -> list[Judged]:
    pairs = draw(st.lists(st.sampled_from(list(combinations(range(persons), 2))), unique=True, max_size=6))
    return [Judged(False, *pair, draw(st.sampled_from(["same", "not same", "unsure"]))) for pair in pairs]


@settings(max_examples=60, deadline=None)
@given(PERSONS)
def test_no_two_of_one_report_and_no_chain_of_doubts(persons: list[tuple[str, int]]) -> None:
    known, made = _linked(persons)
    for group in known.groups():
        reports = [persons[each][1] for each in group]
        assert len(reports) == len(set(reports))
        for one, other in combinations(group, 2):
            [likely] = likenesses([persons[one][0]], [[persons[other][0]]])
            assert likely is not None and likely.probability >= SHOWN
    for each in made:
        assert each.left < each.right
        assert likelihood(each.why) >= SHOWN - 0.001
        assert not each.same or each.left in known.group(each.right)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_what_people_judged_stays(data: st.DataObject) -> None:
    persons = data.draw(PERSONS)
    judged = data.draw(judgements(len(persons)))
    by_people = partition(range(len(persons)), judged)
    known, made = _linked(persons, judged)
    for each in judged:
        if each.verdict != "same" and each.left not in by_people.group(each.right):
            assert each.left not in known.group(each.right)
            assert not any((made_one.left, made_one.right) == (each.left, each.right) for made_one in made)
    assert all(group <= known.group(min(group)) for group in by_people.groups())


def test_one_woman_in_several_scripts_is_one_and_her_brother_is_not() -> None:
    written = [*NAMES[:5], "Berdibek Sadirbay", "Раушан Мұқаш"]
    known, _ = _linked([(name, number) for number, name in enumerate(written)])
    assert known.group(5) == {5} and known.group(6) == {6}
    assert {0, 2, 3, 4} <= known.group(0)


def test_the_likeliest_is_shown_first_and_what_is_joined_is_not_shown() -> None:
    known, made = _linked([("Dauren Qalybek", 1), ("QALYBEK Dauren Serikuly", 2), ("Dauren Kalibek", 3)])
    assert [(each.left, each.right) for each in made if each.same] == [(0, 2)]
    shown = [(each.left, each.right) for each in made if not each.same]
    assert shown == [(0, 1), (1, 2)] or shown == [(0, 1)]
    assert known.group(0) == {0, 2}


def test_two_of_one_report_are_shown_and_not_joined() -> None:
    known, [made] = _linked([("Dauren Qalybek", 1), ("Dauren Kalibek", 1)])
    assert not made.same
    assert known.group(0) == {0}


def test_a_name_that_several_bear_joins_none_of_them() -> None:
    apart = [Judged(False, *pair, "not same") for pair in combinations(range(MANY), 2)]
    persons = [("Dauren Qalybek", number) for number in range(MANY)]
    known, made = _linked([*persons, ("Dauren Kalibek", 9)], apart)
    assert known.group(MANY) == {MANY}
    assert made and not any(each.same for each in made)


def test_what_one_says_the_other_understands() -> None:
    assert said(0.9899, ["Raushan ~ Rawshan"]) == "likely one name (98.9 %): Raushan ~ Rawshan"
    assert likelihood(said(0.9899, [])) == 0.989
    assert likelihood("the same full name, folded") == 0
