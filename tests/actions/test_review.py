"""Decisions on claims supersede each other, and the case follows."""

from __future__ import annotations

from typing import Any

import pytest

from amanat.actions.findings import Finding
from amanat.actions.review import confirm, correct, reject, undo_review
from amanat.actions.verify import verify
from amanat.adapters.casebook import OpenCasebook
from amanat.core.action_errors import BadCorrectionError, NotFoundError, NothingToUndoError
from amanat.store.models import Claim, Person, Review
from amanat.store.queries.cases import case, list_cases
from amanat.store.queries.claims import claim as claim_page
from invented import BULLETIN, HERALD, OWNER, added


def _claim(kind: str) -> int:
    return Claim.objects.get(kind=kind).pk


def test_each_review_supersedes_the_one_before(casebook: OpenCasebook) -> None:
    added(casebook, HERALD)
    flight = _claim("forced labour")
    confirm(casebook, OWNER, flight)
    reject(casebook, OWNER, flight, "it says something else")
    page = claim_page(OWNER, flight)
    assert [(review.verdict, review.standing) for review in page.reviews] == [
        ("confirmed", False),
        ("rejected", True),
    ]
    assert page.claim.status == "rejected"
    assert page.reviews[1].supersedes == page.reviews[0].id


def test_undo_goes_back_one_step_and_then_to_open(casebook: OpenCasebook) -> None:
    added(casebook, HERALD)
    claim = _claim("ethnicity")
    with pytest.raises(NothingToUndoError):
        undo_review(casebook, OWNER, claim)
    confirm(casebook, OWNER, claim)
    undo_review(casebook, OWNER, claim)
    assert claim_page(OWNER, claim).claim.status == "open"
    correct(casebook, OWNER, claim, {"details": "Qarasu"})
    reject(casebook, OWNER, claim)
    undo_review(casebook, OWNER, claim)
    found = claim_page(OWNER, claim).claim
    assert (found.status, found.details, found.as_read) == ("corrected", "Qarasu", {"details": "Tomsay"})
    assert Review.objects.count() == 5


def test_a_correction_shows_on_the_case_and_moves_the_act(casebook: OpenCasebook) -> None:
    added(casebook, HERALD)
    claim = _claim("forced labour")
    correct(
        casebook,
        OWNER,
        claim,
        {"when": "2019-08", "where": {"name": "Aqsu prison", "within": [{"name": "Birlik Province"}]}},
        "the passage says so",
    )
    page = case(OWNER, Person.objects.get(names__0="Dilara Osmanqizi").pk)
    [act] = [each for each in page.acts if each.kind == "forced labour"]
    assert (act.when, act.claims[0].where.name if act.claims[0].where else "") == ("2019-08", "Aqsu prison")
    assert (page.tally.confirmed, page.tally.open) == (1, 3)
    assert not [each for each in verify(casebook, OWNER) if isinstance(each, Finding)]


def test_a_correction_of_who_moves_the_claim_to_the_other_case(casebook: OpenCasebook) -> None:
    added(casebook, BULLETIN)
    claim = Claim.objects.get(when="2019").pk
    assert len(list_cases(OWNER).items) == 2
    correct(casebook, OWNER, claim, {"who": [Person.objects.get(names__0="Sanjar Tolegen").key]})
    assert [line.title for line in list_cases(OWNER).items] == ["Sanjar Tolegen"]
    undo_review(casebook, OWNER, claim)
    assert len(list_cases(OWNER).items) == 2
    assert not [each for each in verify(casebook, OWNER) if isinstance(each, Finding)]


def test_a_rejected_claim_stays_on_the_page_and_no_longer_counts(casebook: OpenCasebook) -> None:
    added(casebook, HERALD)
    claim = _claim("deportation")
    person = Person.objects.get(names__0="Dilara Osmanqizi").pk
    assert [alarm.id for alarm in case(OWNER, person).alarms] == [claim]
    reject(casebook, OWNER, claim)
    page = case(OWNER, person)
    assert (page.alarms, [each.id for each in page.rejected]) == ((), [claim])
    assert not [each for each in page.acts if each.kind == "deportation"]


@pytest.mark.parametrize(
    "correction",
    [
        {},
        {"passage": {"start": 0}},
        {"kind": "abduction by aliens"},
        {"when": "last summer"},
        {"polarity": "maybe"},
        {"where": {"also": ["x"]}},
        {"where": "Aqsu"},
        {"who": "p1"},
        {"told_by": [{"name": "x", "role": "rumour"}]},
        {"count": {"min": "many"}},
    ],
)
def test_a_correction_that_cannot_be_kept_is_refused(
    casebook: OpenCasebook, correction: dict[str, Any]
) -> None:
    added(casebook, HERALD)
    with pytest.raises(BadCorrectionError):
        correct(casebook, OWNER, _claim("ethnicity"), correction)
    assert not Review.objects.exists()


def test_what_is_not_there_is_not_found(casebook: OpenCasebook) -> None:
    with pytest.raises(NotFoundError):
        confirm(casebook, OWNER, 1)
