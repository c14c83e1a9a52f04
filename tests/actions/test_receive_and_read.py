"""From bytes to claims: once, whatever is repeated; nothing lost, whatever is read anew."""

from __future__ import annotations

import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from amanat.actions.outcome import Outcome
from amanat.actions.read import read
from amanat.actions.receive import receive
from amanat.adapters.casebook import OpenCasebook
from amanat.core.action_errors import StaleReadingError
from amanat.core.claim import Reading
from amanat.core.protecting import Actor, Role
from amanat.store.models import Claim, LogEntry, Person, Receipt, Report, Telling
from amanat.store.queries.reports import report as report_page
from invented import BULLETIN, COURIER, HERALD, OWNER, added, entered, received
from line_reader import reading_of


def test_the_same_bytes_are_one_report_with_a_receipt_for_each_coming_in(casebook: OpenCasebook) -> None:
    first = received(casebook, HERALD, "a.txt")
    again = received(casebook, HERALD, "b.txt")
    other = receive(
        casebook, Actor("Timur", Role.INVESTIGATOR), BytesIO(HERALD.encode()), untrusted_name="a.txt"
    )
    assert (first.is_new, again.is_new, other.is_new) == (True, False, False)
    assert {first.report, again.report, other.report} == {Report.objects.get().pk}
    assert Receipt.objects.count() == 3
    with casebook.vault.open(first.sha256) as kept:
        assert kept.read() == HERALD.encode()


def test_the_same_person_bringing_the_same_file_again_adds_nothing_and_is_told(
    casebook: OpenCasebook,
) -> None:
    received(casebook, HERALD)
    again = received(casebook, HERALD)
    assert not again.has_new_receipt
    assert (Receipt.objects.count(), LogEntry.objects.count()) == (1, 1)


def test_a_name_that_is_no_utf8_is_kept_as_it_can_be(casebook: OpenCasebook, tmp_path: Path) -> None:
    path = Path(str(tmp_path).encode().decode() + "/\udcff.txt")
    path.write_bytes(b"x")
    receive(casebook, OWNER, path)
    assert Receipt.objects.get().untrusted_name == "\\xff.txt"


def test_a_reading_becomes_rows_that_lead_back_to_the_text(casebook: OpenCasebook) -> None:
    result = added(casebook, HERALD)
    page = report_page(OWNER, result.report)
    assert (result.claims, result.added, page.state, page.encoding) == (5, 5, "read", "utf-8")
    assert [claim.kind for claim in page.claims] == [
        "detention", "forced labour", "ethnicity", "deportation", "assessment",
    ]  # fmt: skip
    for claim in page.claims:
        assert page.text[claim.passage.start : claim.passage.end] == claim.passage.quote
    first = page.claims[0]
    assert [teller.name for teller in first.told_by] == ["Dilara Osmanqizi", "Qarasu Herald"]
    assert first.told_by[0].person == first.who[0].person
    assert first.where is not None
    assert first.where.within == (("Tomsay", ()), ("Birlik Province", ()))


def test_a_reading_is_one_entry_and_the_same_again_is_none(casebook: OpenCasebook) -> None:
    report = received(casebook, HERALD)
    entered(casebook, report, HERALD)
    again = entered(casebook, report, HERALD)
    assert again.added == 0
    assert [json.loads(entry.body)["action"] for entry in LogEntry.objects.all()] == ["receive", "read"]


def test_a_newer_reader_keeps_what_it_proposes_too_and_withdraws_the_rest(casebook: OpenCasebook) -> None:
    report = received(casebook, HERALD)
    entered(casebook, report, HERALD)
    reading = reading_of(HERALD, "lines 2")
    fewer = _outcome(report.sha256, replace(reading, claims=reading.claims[1:]))
    result = read(casebook, OWNER, report.report, fewer)
    assert (result.added, result.withdrawn) == (0, 1)
    assert list(Claim.objects.filter(withdrawn=True).values_list("kind", flat=True)) == ["detention"]
    assert Telling.objects.filter(claim__withdrawn=True).count() == 2, "nothing is deleted"
    assert entered(casebook, report, HERALD, "lines 3").added == 0
    assert not Claim.objects.filter(withdrawn=True).exists()


def test_a_reader_that_numbers_people_otherwise_does_not_swap_them(casebook: OpenCasebook) -> None:
    report = received(casebook, HERALD)
    entered(casebook, report, HERALD)
    before = dict(Person.objects.values_list("names__0", "pk"))
    result = read(casebook, OWNER, report.report, _outcome(report.sha256, _renumbered(reading_of(HERALD))))
    assert (result.added, result.withdrawn) == (0, 0)
    assert dict(Person.objects.values_list("names__0", "pk")) == before


def _outcome(sha256: str, reading: Reading) -> Outcome:
    return Outcome(sha256, "text/plain", "utf-8", reading)


def _renumbered(reading: Reading) -> Reading:
    """p1 and p2 with their numbers exchanged."""
    swap = {"p1": "p2", "p2": "p1"}
    claims = (
        replace(
            claim,
            who=tuple(swap.get(who, who) for who in claim.who),
            told_by=tuple(replace(each, name=swap.get(each.name, each.name)) for each in claim.told_by),
        )
        for claim in reading.claims
    )
    people = (replace(person, id=swap[person.id]) for person in reading.people)
    return replace(reading, people=tuple(people), claims=tuple(claims))


def test_what_cannot_be_read_is_kept_marked_and_named(casebook: OpenCasebook) -> None:
    report = received(casebook, "\x00\x01", "photo.bin")
    read(
        casebook,
        OWNER,
        report.report,
        Outcome(report.sha256, failure_code="unknown_binary", failure_note="no text"),
    )
    page = report_page(OWNER, report.report)
    assert (page.state, page.failure_code, page.failure_note) == ("unreadable", "unknown_binary", "no text")


def test_a_later_failure_does_not_undo_a_reading(casebook: OpenCasebook) -> None:
    result = added(casebook, HERALD)
    row = Report.objects.get()
    read(casebook, OWNER, result.report, Outcome(row.sha256, failure_code="parser-failed"))
    assert Report.objects.get().state == "read"


@pytest.mark.parametrize("text", [HERALD + " ", BULLETIN])
def test_a_reading_of_another_text_is_refused_and_leaves_nothing(casebook: OpenCasebook, text: str) -> None:
    report = received(casebook, HERALD)
    entered(casebook, report, HERALD)
    with pytest.raises(StaleReadingError):
        read(casebook, OWNER, report.report, Outcome(report.sha256, "text/plain", "", reading_of(text)))
    assert LogEntry.objects.count() == 2


def test_a_passage_that_is_not_in_the_text_is_refused(casebook: OpenCasebook) -> None:
    report = received(casebook, HERALD)
    reading = reading_of(COURIER)
    wrong = replace(reading, report=replace(reading.report, text=HERALD))
    with pytest.raises(StaleReadingError, match="not what stands there"):
        read(casebook, OWNER, report.report, Outcome(report.sha256, "text/plain", "", wrong))
    assert Report.objects.get().state == "received"
