"""A claim begun by hand from a marked word: kept, completed by a correction, and never withdrawn by a reading."""

from __future__ import annotations

import pytest

from amanat.actions.begin import begin_claim
from amanat.actions.review import correct
from amanat.actions.verify import verify
from amanat.adapters.casebook import OpenCasebook
from amanat.core.action_errors import NotFoundError, RefusedError
from amanat.core.protecting import Actor, Role
from amanat.store.models import Claim, LogEntry
from amanat.store.queries.reports import report as report_page
from invented import OWNER, UYGHUR, marked

READER = Actor("Nadia Reader", Role.READER)


def _first_act(report: int) -> int:
    return next(mark.start for mark in report_page(OWNER, report).marks if mark.kind == "act")


def test_a_claim_of_the_marked_kind_with_the_sentence_as_its_passage(casebook: OpenCasebook) -> None:
    report = marked(casebook).report
    made = begin_claim(casebook, OWNER, report, _first_act(report))
    [claim] = report_page(OWNER, report).claims
    assert (claim.id, claim.kind, claim.status, claim.reader) == (
        made,
        "detention",
        "open",
        f"by hand: {OWNER.name}",
    )
    assert claim.passage.quote in UYGHUR and claim.passage.quote.endswith("قىلدى.")
    assert not list(verify(casebook, OWNER)) or all(each for each in verify(casebook, OWNER))


def test_begun_twice_it_is_one_claim_and_one_entry(casebook: OpenCasebook) -> None:
    report = marked(casebook).report
    first = begin_claim(casebook, OWNER, report, _first_act(report))
    entries = LogEntry.objects.count()
    assert begin_claim(casebook, OWNER, report, _first_act(report)) == first
    assert LogEntry.objects.count() == entries


def test_a_correction_completes_it_and_a_reading_anew_leaves_it(casebook: OpenCasebook) -> None:
    report = marked(casebook).report
    made = begin_claim(casebook, OWNER, report, _first_act(report))
    correct(casebook, OWNER, made, {"who": ["ئىككى ئوقۇتقۇچى"], "when": "2018-03-15"})
    marked(casebook)
    [claim] = report_page(OWNER, report).claims
    assert (claim.status, claim.when, [who.label for who in claim.who]) == (
        "corrected",
        "2018-03-15",
        ["ئىككى ئوقۇتقۇچى"],
    )
    assert not Claim.objects.get(pk=made).withdrawn


def test_only_a_marked_word_can_begin_one_and_only_by_who_may(casebook: OpenCasebook) -> None:
    report = marked(casebook).report
    with pytest.raises(NotFoundError):
        begin_claim(casebook, OWNER, report, 0)
    with pytest.raises(NotFoundError):
        begin_claim(casebook, OWNER, report + 1, 0)
    with pytest.raises(RefusedError):
        begin_claim(casebook, READER, report, _first_act(report))
    assert not Claim.objects.exists()
