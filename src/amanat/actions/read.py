"""Entering a reading: text, header, people, places, sources, claims and their tellers, in one record."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from amanat.actions.claim_rows import enter_claims
from amanat.actions.echoing import follow_echoes
from amanat.actions.link import propose
from amanat.actions.naming import follow_names
from amanat.actions.outcome import Outcome
from amanat.actions.people_rows import enter_people
from amanat.actions.projecting import refresh_cases, refresh_search
from amanat.actions.reconsidering import reconsider
from amanat.actions.record import Writing, record
from amanat.actions.second_rows import settle_second
from amanat.adapters.casebook import OpenCasebook
from amanat.core.action_errors import NotFoundError, StaleReadingError
from amanat.core.claim import LANGUAGE_NOT_READ, Reading, ReportHeader
from amanat.core.protecting import Actor, Deed, Sensitivity
from amanat.store.models import Person, Positions, Report
from amanat.store.models.reports import ReadState
from amanat.store.queries.access import visible_reports


@dataclass(frozen=True, slots=True)
class Entered:
    """``claims`` now proposed, ``added`` of them new; ``withdrawn`` are no longer proposed."""

    report: int
    claims: int = 0
    added: int = 0
    withdrawn: int = 0
    people: int = 0
    not_read: str = ""
    """Of a text that was taken up, but is in a language that nothing is read from: what its page says."""
    failure_code: str = ""
    failure_note: str = ""


def read(casebook: OpenCasebook, actor: Actor, report: int, outcome: Outcome) -> Entered:
    """Enter what came of reading. Entering the same reading again changes nothing and leaves no entry.

    A report's text never changes once it is there: passages point into it. A claim that the reading no
    longer proposes is marked withdrawn. A failure never undoes an earlier reading.
    Raises NotFoundError, RefusedError, StaleReadingError (a reading of something else), StorageError.
    """
    row = visible_reports(actor).filter(pk=report).first()
    if row is None:
        raise NotFoundError(f"report {report}")
    with record(casebook, actor, Deed.RECEIVE, "read", of=[Sensitivity(row.sensitivity)]) as writing:
        row.refresh_from_db()
        if outcome.sha256 != row.sha256:
            raise StaleReadingError(f"report {report}", why="it is of another file")
        writing.on(f"report {report}", report=report)
        if outcome.reading is None:
            return _enter_failure(writing, row, outcome)
        entered = _enter_reading(writing, row, outcome, outcome.reading)
        if writing.wrote:
            follow_names(casebook, writing, row)
            follow_echoes(row)
        return entered


def _enter_failure(writing: Writing, report: Report, outcome: Outcome) -> Entered:
    if report.state != ReadState.READ:
        _update(
            writing,
            report,
            state=ReadState.UNREADABLE.value,
            failure_code=outcome.failure_code,
            failure_note=outcome.failure_note,
            media_type=outcome.media_type or report.media_type,
        )
        refresh_search(report)
    return Entered(report.pk, failure_code=outcome.failure_code, failure_note=outcome.failure_note)


def _enter_reading(writing: Writing, report: Report, outcome: Outcome, reading: Reading) -> Entered:
    _check(report, reading)
    _update(writing, report, **_header(reading.report), **_derivation(outcome, reading))
    _enter_positions(writing, report, outcome)
    people = enter_people(writing, report, reading.people)
    counts = enter_claims(writing, report, reading, people)
    settle_second(writing, report)
    if writing.wrote:
        _follow(writing, report, list(people.values()))
    not_read = next((flag.note for flag in reading.report.flags if flag.code == LANGUAGE_NOT_READ), "")
    return Entered(
        report.pk, counts.proposed, counts.added, counts.withdrawn, len(reading.people), not_read=not_read
    )


def _enter_positions(writing: Writing, report: Report, outcome: Outcome) -> None:
    """The places of the text in the original, where it has any; written where they differ."""
    marks = [[mark.start, mark.label] for mark in outcome.positions.marks]
    row = Positions.objects.filter(report=report).first()
    if row is None and marks:
        row = Positions(report=report)
    if row is not None and (row.unit, row.marks) != (unit := outcome.positions.unit.value, marks):
        row.unit, row.marks = unit, marks
        writing.save(row)


def _follow(writing: Writing, report: Report, people: list[Person]) -> None:
    """Links, cases and search, in the same transaction, so that no crash leaves them behind."""
    everyone = set(Person.objects.filter(report=report).values_list("pk", flat=True))
    touched = reconsider(writing, everyone) | propose(writing, people)
    refresh_cases(touched | everyone)
    refresh_search(report)


def _check(report: Report, reading: Reading) -> None:
    text = reading.report.text
    if report.text_sha256 and report.text != text:
        raise StaleReadingError(str(report), why="its text is not the one that is kept")
    for claim in reading.claims:
        passage = claim.passage
        if not 0 <= passage.start < passage.end or text[passage.start : passage.end] != passage.quote:
            raise StaleReadingError(str(report), why=f"a passage at {passage.start} is not what stands there")


def _header(header: ReportHeader) -> dict[str, object]:
    return {
        "title": header.title or "",
        "outlet": header.outlet or "",
        "credit": list(header.credit),
        "dateline": header.dateline or "",
        "published": header.published or "",
        "language": header.language or "",
        "related": [{"title": each.title, "published": each.published or ""} for each in header.related],
        "flags": [{"code": each.code, "note": each.note} for each in header.flags],
    }


def _derivation(outcome: Outcome, reading: Reading) -> dict[str, object]:
    text = reading.report.text
    return {
        "state": ReadState.READ.value,
        "failure_code": "",
        "failure_note": "",
        "text": text,
        "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "media_type": outcome.media_type,
        "encoding": outcome.encoding,
        "reader": reading.claims[0].reader[:120] if reading.claims else "",
    }


def _update(writing: Writing, report: Report, **columns: object) -> None:
    """Saves the report where a column differs."""
    changed = {name: value for name, value in columns.items() if getattr(report, name) != value}
    for name, value in changed.items():
        setattr(report, name, value)
    if changed:
        writing.save(report)
