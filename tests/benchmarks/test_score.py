"""The score itself: what counts as found, false, wrong in a slot, and what breaks a promise."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core.claim import (
    Claim,
    Count,
    Modality,
    Passage,
    Person,
    Polarity,
    Reading,
    ReportHeader,
    Teller,
    TellerRole,
    Where,
)
from scoring.assignment import best_pairs
from scoring.chart import chart
from scoring.gold import SLOTS, Gold, load, sentence_around
from scoring.score import score, total
from scoring.slots import alike, ids

TEXT = (
    "Mela Ardic, 34, was held in Camp Four in May 2018, her lawyer said. At least 40 others must be released."
)
GOLD = """
title: Held
outlet: Hill Post
published: 2019-03-01
language: en
setting: [Camp Four]
people:
  - {id: p1, names: [Mela Ardic, Ardic]}
claims:
  - {kind: age, quote: "Mela Ardic, 34", who: [p1], when: present, optional: true}
  - {kind: detention, quote: was held in Camp Four in May 2018, who: [p1], where: {name: Camp Four},
     when: 2018-05, told_by: [her lawyer]}
  - {kind: release, quote: At least 40 others must be released, who: [others], modality: demanded,
     count: {min: 40, max: null}}
"""


@pytest.fixture
def gold(tmp_path: Path) -> Gold:
    (tmp_path / "held.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "held.yaml").write_text(GOLD, encoding="utf-8")
    return load(tmp_path / "held.yaml")


def passage(quote: str) -> Passage:
    start = TEXT.index(quote)
    return Passage(start, start + len(quote), quote)


OUTLET = Teller("Hill Post", TellerRole.MEDIA)
HELD = Claim(
    "detention",
    passage("held in Camp Four in May 2018"),
    who=("x7",),
    where=Where("Camp Four"),
    when="2018-05",
    told_by=(Teller("lawyer", TellerRole.WITNESS), OUTLET),
)
FREE = Claim(
    "release",
    passage("At least 40 others must be released"),
    who=("at least 40 others",),
    told_by=(OUTLET,),
    modality=Modality.DEMANDED,
    count=Count(40, None, "people"),
)


def reading(*claims: Claim) -> Reading:
    header = ReportHeader("Held", TEXT, "0" * 64, outlet="Hill Post", published="2019-03-01", language="en")
    return Reading(header, (Person("x7", ("Mela Ardic",)),), claims)


def with_slot(claim: Claim, **slots: object) -> Claim:
    return Claim(**{field: getattr(claim, field) for field in claim.__slots__} | slots)


def test_a_perfect_reading_is_complete_and_optional_claims_are_not_missed(gold: Gold) -> None:
    found = score(reading(HELD, FREE), gold)
    assert (found.required, found.found, found.complete, found.false) == (2, 2, 2, 0)
    assert found.header_right.total() == 5
    assert not found.remarks


@pytest.mark.parametrize(
    ("known", "description", "one"),
    [
        ("interviewee", "the interviewee", True),
        ("The woman's brother", "the woman’s brother", True),
        ("brother of the woman", "the woman", False),
        ("the", "a", False),
    ],
)
def test_who_is_never_named_is_known_by_a_description_articles_aside(
    tmp_path: Path, known: str, description: str, one: bool
) -> None:
    (tmp_path / "held.txt").write_text(TEXT, encoding="utf-8")
    named = GOLD.replace("[Mela Ardic, Ardic]", f'[Mela Ardic, "{known}"]')
    (tmp_path / "held.yaml").write_text(named, encoding="utf-8")
    people = (Person(id="q", names=(), description=description),)
    read = Reading(reading().report, people, ())
    found = ids(read, load(tmp_path / "held.yaml"))
    assert (found.to_gold == {"q": "p1"}) is one


def test_an_optional_claim_that_is_read_is_not_false(gold: Gold) -> None:
    age = Claim("age", passage("Mela Ardic, 34"), who=("x7",), told_by=(OUTLET,))
    assert score(reading(HELD, FREE, age), gold).false == 0


@pytest.mark.parametrize(
    ("slot", "value"),
    [
        ("who", ("somebody else",)),
        ("who", ("x7", "others")),
        ("by", ("guards",)),
        ("where", Where("Camp Nine")),
        ("where", None),
        ("when", None),
        ("when", "2018"),
        ("told_by", (OUTLET,)),
        ("told_by", (OUTLET, Teller("lawyer", TellerRole.WITNESS))),
        ("polarity", Polarity.DENIED),
        ("modality", Modality.FEARED),
        ("count", Count(1, 1, "people")),
    ],
)
def test_one_wrong_slot_is_one_fault(gold: Gold, slot: str, value: object) -> None:
    found = score(reading(with_slot(HELD, **{slot: value}), FREE), gold)
    assert found.found == 2
    assert found.complete == 1
    assert found.slots_right[slot] == 1


def test_the_same_claim_read_twice_is_false_once(gold: Gold) -> None:
    assert score(reading(HELD, HELD, FREE), gold).false == 1


def test_another_kind_or_another_sentence_finds_nothing(gold: Gold) -> None:
    elsewhere = with_slot(HELD, passage=passage("must be released"))
    found = score(reading(elsewhere, with_slot(FREE, kind="sentence")), gold)
    assert (found.found, found.false) == (0, 2)
    assert found.kinds_missed.total() == 2


def test_dates_beyond_the_text_and_inexact_passages_are_counted(gold: Gold) -> None:
    beyond = with_slot(HELD, when="2018-05-04")
    inexact = with_slot(FREE, passage=Passage(0, 4, "At l"))
    found = total([score(reading(beyond, inexact), gold)])
    assert (found.dates_beyond_text, found.inexact_passages) == (1, 1)


def test_sentence_around_is_the_sentence() -> None:
    at = TEXT.index("others")
    assert TEXT[slice(*sentence_around(TEXT, at, at + 6))].strip().startswith("At least 40")


def test_alike_needs_two_thirds_of_the_shorter() -> None:
    assert alike("the other detainees", "other detainees in the camp")
    assert not alike("her lawyer", "his neighbour")
    assert not alike("two men in plain clothes", "two women in white")


@given(
    st.integers(1, 4).flatmap(
        lambda columns: st.lists(
            st.lists(st.integers(0, 9), min_size=columns, max_size=columns), min_size=1, max_size=4
        )
    )
)
def test_no_other_assignment_is_worth_more(worth: list[list[int]]) -> None:
    """Against every possible assignment, for tables small enough to try them all."""
    pairs = best_pairs(worth)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    rows, columns = len(worth), len(worth[0])
    wide = [list(row) + [0] * rows for row in worth]
    best = max(
        sum(wide[row][order[row]] for row in range(rows))
        for order in permutations(range(columns + rows), rows)
    )
    assert sum(worth[row][column] for row, column in pairs) == best


def test_the_chart_is_an_svg_with_every_share_written_out(gold: Gold) -> None:
    drawn = chart(score(reading(HELD), gold))
    names = [each.tag.rpartition("}")[2] for each in fromstring(drawn)]
    assert names.count("rect") == 1 + 2 * (3 + len(SLOTS))
    assert "0.50  (1 of 2)" in drawn
    assert "0.00  (0 of 0)" in chart(score(reading(), gold))
