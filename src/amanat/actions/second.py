"""Giving the reports of a casebook to a second reader: paragraph by paragraph, each kept as soon as it is read.

Whatever stops it, what was read stays; the next run asks about the rest, and again about what went wrong. The model is
asked outside any transaction.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator

from amanat.actions.naming import follow_names
from amanat.actions.outcome import ARCHIVE
from amanat.actions.projecting import refresh_search
from amanat.actions.record import record, refuse_unless_allowed
from amanat.actions.second_events import Asked, Gone, SecondEvent, ToAsk, Withheld
from amanat.actions.second_reader import SecondReader
from amanat.actions.second_rows import settle_second
from amanat.adapters.casebook import OpenCasebook
from amanat.core.action_errors import SecondReaderGoneError
from amanat.core.claim import ReportHeader
from amanat.core.protecting import Actor, Deed, Sensitivity
from amanat.core.reading.second.kept import as_kept
from amanat.core.reading.second.paragraph_read import Ended, ParagraphRead
from amanat.core.reading.second.paragraphs import Paragraph, paragraphs
from amanat.store.models import ParagraphReading, Report
from amanat.store.models.reports import ReadState
from amanat.store.queries.access import visible_reports


def second_read(
    casebook: OpenCasebook, actor: Actor, reports: Iterable[int], reader: SecondReader
) -> Generator[SecondEvent, None, None]:
    """Asks about every paragraph of ``reports`` of which this reader has no answer yet. Close it to stop.

    Raises RefusedError, ServerElsewhereError, StorageError.
    """
    refuse_unless_allowed(actor, Deed.RECEIVE)
    ids = list(dict.fromkeys(reports))
    yield ToAsk(sum(len(_left(row, reader)[0]) for row in _rows(actor, ids) if _may_be_sent(row, reader)))
    for row in _rows(actor, ids):
        if not _may_be_sent(row, reader):
            yield Withheld(row.pk)
            continue
        try:
            yield from _asked(casebook, actor, row, reader)
        except SecondReaderGoneError as error:
            yield Gone(error)
            return


def _rows(actor: Actor, ids: list[int]) -> Iterator[Report]:
    """One at a time: a report's text can be long."""
    for pk in ids:
        read = visible_reports(actor).filter(pk=pk, state=ReadState.READ)
        row = read.exclude(media_type=ARCHIVE).first()
        if row is not None:
            yield row


def _may_be_sent(report: Report, reader: SecondReader) -> bool:
    return not reader.address.elsewhere or report.sensitivity == Sensitivity.OPEN.value


def _left(report: Report, reader: SecondReader) -> tuple[list[Paragraph], int]:
    """The paragraphs to ask about, and how many the report has."""
    every = paragraphs(report.text, report.title or None)
    done = {name for name in Ended.__members__ if Ended[name].is_done}
    rows = ParagraphReading.objects.filter(report=report, reader=reader.name, ended__in=done)
    known = set(rows.values_list("start", "end"))
    return [each for each in every if (each.start, each.end) not in known], len(every)


def _asked(
    casebook: OpenCasebook, actor: Actor, report: Report, reader: SecondReader
) -> Iterator[SecondEvent]:
    header = ReportHeader(
        title=report.title or None,
        text=report.text,
        sha256=report.sha256,
        outlet=report.outlet or None,
        published=report.published or None,
    )
    left, of = _left(report, reader)
    for paragraph in left:
        read = reader.read(paragraph, header)
        yield Asked(report.pk, read, of, _enter(casebook, actor, report, reader, read))


def _enter(
    casebook: OpenCasebook, actor: Actor, report: Report, reader: SecondReader, read: ParagraphRead
) -> int:
    """One entry of the log: what came of the paragraph, and the claims that follow. How many are new."""
    at = read.paragraph
    level = Sensitivity(report.sensitivity)
    with record(casebook, actor, Deed.RECEIVE, "second reading", of=[level], why=read.ended.value) as writing:
        writing.on(f"report {report.pk}", report=report.pk)
        stretch = {"report": report, "reader": reader.name, "start": at.start, "end": at.end}
        row = ParagraphReading.objects.filter(**stretch).first() or ParagraphReading(**stretch)
        row.answered_by = read.answered_by
        row.ended = read.ended.name
        row.note = read.note
        row.proposed = as_kept(read.claims)
        row.dropped = {why.value: number for why, number in read.dropped.items()}
        row.at = writing.at
        writing.save(row)
        added = settle_second(writing, report)
        if added:
            refresh_search(report)
            follow_names(casebook, writing, report)
    return added
