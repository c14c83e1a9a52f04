"""Reports, origins and witnesses: three counts, with honest bounds where people have no names."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from told_claims import GOVERNMENT, MEDIA, OFFICIAL, RELATIVE, SOURCE, WITNESS, claims, echo, told

from amanat.core.weighing import Between, Counts, Told, counts
from amanat.core.weighing.voices import people

ONE, NONE = Between(1, 1), Between(0, 0)


def test_eight_reports_two_origins_one_witness() -> None:
    of_radio = [told(number, origin="radio") for number in range(1, 6)]
    of_magazine = [told(number, origin="magazine") for number in range(6, 9)]
    assert counts([*of_radio, *of_magazine]) == Counts(8, 2, ONE, NONE, 0)


def test_an_outlet_in_its_own_voice_is_a_report_and_an_origin_but_no_witness() -> None:
    assert counts([told(1), told(2, "Herald", MEDIA), told(3, "Herald", MEDIA, report=1)]) == Counts(
        2, 2, ONE, NONE, 1
    )


def test_a_party_is_counted_by_itself() -> None:
    found = counts([told(1), told(2, "Zhang", OFFICIAL), told(3, "the county", GOVERNMENT, named=True)])
    assert (found.witnesses, found.parties) == (ONE, Between(2, 2))


def test_nothing_told_counts_nothing() -> None:
    assert counts([]) == Counts(0, 0, NONE, NONE, 0)


@pytest.mark.parametrize(
    ("claims", "least", "most"),
    [
        ([told(1, "unnamed source", SOURCE, origin="a"), told(2, "unnamed source", SOURCE, origin="a")], 1, 1),
        ([told(1, "unnamed source", SOURCE), told(2, "unnamed source", SOURCE)], 1, 2),
        ([told(1), told(2, "unnamed source", SOURCE)], 1, 2),
        ([told(1), told(2, "unnamed source", SOURCE, report=1)], 2, 2),
        ([told(1), told(2, "a neighbour", WITNESS)], 2, 2),
        ([told(1, "Gulnar", WITNESS), told(2, "a neighbour", WITNESS)], 1, 2),
        ([told(1, "a guard", WITNESS), told(2, "a neighbour", WITNESS, report=1)], 2, 2),
        ([told(1, "a guard", WITNESS), told(2, "a neighbour", WITNESS)], 1, 2),
        ([told(1, "Gulnar", WITNESS), told(2, "Omar", RELATIVE), told(3, "a guard", WITNESS)], 2, 3),
        (
            [told(1, "Gulnar", WITNESS), told(2, "a guard", WITNESS), told(3, "a cook", WITNESS, report=2)],
            2,
            3,
        ),
    ],
    ids=[
        "one origin", "two origins", "perhaps herself", "told apart in one report", "a neighbour is not herself",
        "perhaps the named one", "two in one report", "two or one", "two names and perhaps a third",
        "one of two may be the named one",
    ],
)  # fmt: skip
def test_whoever_has_no_name_is_counted_at_least_and_at_most(
    claims: list[Told], least: int, most: int
) -> None:
    assert people(claims) == Between(least, most)


@settings(max_examples=150, deadline=None)
@given(claims(1))
def test_the_least_is_never_above_the_most_and_a_claim_more_never_lowers_either(told: list[Told]) -> None:
    fewer, all_of_them = people(told[1:]), people(told)
    assert 1 <= all_of_them.least <= all_of_them.most
    assert fewer.least <= all_of_them.least and fewer.most <= all_of_them.most


@settings(max_examples=100, deadline=None)
@given(claims(1))
def test_a_whole_report_copied_adds_nobody(told: list[Told]) -> None:
    copied = [echo(each, each.id + 1000, 99) for each in told if each.report == told[0].report]
    assert people([*told, *copied]) == people(told)
