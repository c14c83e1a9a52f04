"""What a pair's page rests on: the passages of each reason, of both sides, and nothing that does not count."""

from __future__ import annotations

import pytest

from amanat.actions import review
from amanat.actions.link import judge
from amanat.adapters.casebook import OpenCasebook
from amanat.core.action_errors import SamePersonError
from amanat.core.protecting import Actor, Role, Sensitivity
from amanat.store.models import Claim
from amanat.store.queries.linking import PairPage, open_pair
from core.echo.telling import REWORDED, SOURCE
from invented import OWNER, added

ONE = """Qarasu Herald
Anselmo Quib | birth date | 1993-05-03 | | |
Anselmo Quib | detention | 2021-03-04 | Qaratal camp | |
Anselmo Quib | flight | 2022-01 | Tomsay | |
Anselmo Quib | not detention | 2021-03-04 | Qaratal camp | |
Anselmo Quib | occupation | | | | tailor"""
OTHER = """Birlik Courier
Anselmo Quib Tzuy | age | | | | 26
Anselmo Quib Tzuy | detention | 2021-03-05 | Qaratal camp | |
Anselmo Quib Tzuy | occupation | | | | tailor"""


def told(page: PairPage) -> dict[str, tuple[list[tuple[int, str]], list[tuple[int, str]]]]:
    return {
        each.feature: tuple(
            [(claim.report, claim.kind) for claim in side] for side in (each.left, each.right)
        )
        for each in page.reasons
        if each.feature != "name"
    }  # type: ignore[misc]


def test_each_reason_has_the_passages_of_both_sides(casebook: OpenCasebook) -> None:
    added(casebook, ONE)
    added(casebook, OTHER)
    assert told(open_pair(OWNER, 1, 2)) == {
        "birth": ([(1, "birth date")], [(2, "age")]),
        "acts": ([(1, "detention")], [(2, "detention")]),
        "occupation": ([(1, "occupation")], [(2, "occupation")]),
    }
    [denied] = [each for each in Claim.objects.filter(report=1) if each.polarity == "denied"]
    shown = {claim.id for each in open_pair(OWNER, 1, 2).reasons for claim in each.left}
    assert denied.pk not in shown


def test_two_that_are_taken_for_one_are_never_compared_with_themselves(casebook: OpenCasebook) -> None:
    """Of a group with itself everything agrees, and that would be read out as evidence."""
    added(casebook, ONE)
    added(casebook, OTHER)
    before = told(open_pair(OWNER, 1, 2))
    judge(casebook, OWNER, 1, 2, "same", "his mother says so")
    page = open_pair(OWNER, 1, 2)
    assert page.left.case == page.right.case
    assert told(page) == before
    assert {claim.report for each in page.reasons for claim in each.left} == {1}
    assert {claim.report for each in page.reasons for claim in each.right} == {2}


def test_what_was_rejected_or_may_not_be_seen_is_no_evidence(casebook: OpenCasebook) -> None:
    added(casebook, ONE)
    added(casebook, OTHER)
    added(casebook, OTHER.replace("Birlik", "Zhylan"), sensitivity=Sensitivity.SEALED)
    judge(casebook, OWNER, 2, 3, "same", "")
    reader = Actor("Ilse Brandt", Role.READER)
    assert {report for _, right in told(open_pair(reader, 1, 2)).values() for report, _ in right} == {2}
    review.reject(casebook, OWNER, Claim.objects.get(report=1, kind="occupation").pk, "another man")
    assert "occupation" not in told(open_pair(OWNER, 1, 2))


def test_reports_of_one_origin_are_said_to_be(casebook: OpenCasebook) -> None:
    added(casebook, SOURCE)
    added(casebook, REWORDED)
    added(casebook, ONE)
    added(casebook, OTHER)
    assert open_pair(OWNER, 1, 2).one_origin == ()
    added(casebook, f"{ONE}\n\n{SOURCE}")
    added(casebook, f"{OTHER}\n\n{SOURCE}")
    assert len(open_pair(OWNER, 3, 4).one_origin) == 1


def test_nobody_is_compared_with_themselves(casebook: OpenCasebook) -> None:
    added(casebook, ONE)
    with pytest.raises(SamePersonError):
        open_pair(OWNER, 1, 1)
