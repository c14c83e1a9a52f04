"""Keeps which report repeats which, up to what was read. Inside a record's transaction.

The index of prints is held in memory for as long as the process works on a casebook, and filled from the prints that
are kept; a new report costs its own comparisons only.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from django.db import connection

from amanat.core.echo.echo import Echo
from amanat.core.echo.index import EchoIndex, Entry, echoes_among
from amanat.core.echo.prints import MADE_BY, Print, print_of
from amanat.core.echo.report import Report as Told
from amanat.core.echo.words import words_of
from amanat.store.models import EchoPrint, EchoRow, Report
from amanat.store.models.reports import ReadState
from amanat.store.queries.access import seen_beside
from amanat.store.queries.echo_values import columns_of, told

_BATCH = 500
_SAID = ("report__outlet", "report__language", "report__sensitivity")


@dataclass
class _Held:
    """``newest``: the last print taken in, by its id and report; it must still be there, or what is held is of a past
    that was taken back."""

    database: str
    index: EchoIndex
    newest: tuple[int, int] | None = None


def _told(report: int) -> Told:
    return told(Report.objects.get(pk=report))


_held = _Held("", EchoIndex(_told, seen_beside))


def follow_echoes(report: Report) -> None:
    """The echoes of a report that was read, or read again, and of those that its coming changes."""
    now = told(report)
    made = print_of(words_of(now))
    before = EchoPrint.objects.filter(report=report).first()
    index = _caught_up()
    if before is None:
        row = EchoPrint.objects.create(report=report, made_by=MADE_BY, content=made.to_bytes())
        candidates = index.take_in((now.id, now.outlet, now.language, now.level, made))
        _held.newest = (row.pk, report.pk)
    else:
        candidates = _taken_again(index, report, before, made)
    _judge(index, [*index.unsettled_by(report.pk), *(_pair(report.pk, each) for each in candidates)])


def _taken_again(index: EchoIndex, report: Report, before: EchoPrint, made: Print) -> list[int]:
    """A report that was read before: what is said of it may be new, and so may the pairs it is in."""
    changed = bytes(before.content) != made.to_bytes() or before.made_by != MADE_BY
    if changed:
        before.made_by, before.content = MADE_BY, made.to_bytes()
        before.save()
    if changed or not index.holds(told(report)):
        index = _caught_up(anew=True)
    index.forget(report.pk)
    partners = EchoRow.objects.filter(left=report).values_list("right", flat=True)
    others = EchoRow.objects.filter(right=report).values_list("left", flat=True)
    return sorted({*index.candidates(report.pk), *partners, *others})


def _judge(index: EchoIndex, pairs: Iterable[tuple[int, int]]) -> None:
    """Compares the pairs and writes what differs from what is kept."""
    for left, right in dict.fromkeys(pairs):
        echo = index.compare(left, right)
        index.note(left, right, echo)
        _store(left, right, echo)


def _store(left: int, right: int, echo: Echo | None) -> None:
    if echo is None:
        EchoRow.objects.filter(left=left, right=right).delete()
    else:
        EchoRow.objects.update_or_create(left_id=left, right_id=right, defaults=columns_of(echo))


def _pair(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _caught_up(*, anew: bool = False) -> EchoIndex:
    global _held
    database = _database()
    if anew or _held.database != database or not _is_still_there(_held.newest):
        _held = _Held(database, EchoIndex(_told, seen_beside))
        for left, right in EchoRow.objects.order_by().values_list("left_id", "right_id"):
            _held.index.partner(left, right)
    newest = _held.newest[0] if _held.newest else 0
    rows = EchoPrint.objects.filter(pk__gt=newest).order_by("pk")
    columns = rows.values_list("pk", "report_id", *_SAID, "made_by", "content")
    entries = columns.iterator(chunk_size=_BATCH)
    while batch := list(islice(entries, _BATCH)):
        _held.index.fill([_entry(row) for row in batch])
        _held.newest = (batch[-1][0], batch[-1][1])
    return _held.index


def _entry(row: tuple[int, int, str, str, str, str, bytes | memoryview]) -> Entry:
    """A print of other rules is made anew, and kept when its report is read again."""
    _, report, outlet, language, level, made_by, content = row
    made = Print.from_bytes(bytes(content)) if made_by == MADE_BY else print_of(words_of(_told(report)))
    return report, outlet, language, level, made


def _is_still_there(newest: tuple[int, int] | None) -> bool:
    """A transaction that failed takes its prints with it, and their numbers are given again."""
    return newest is None or EchoPrint.objects.filter(pk=newest[0], report=newest[1]).exists()


def _database() -> str:
    place = connection.settings_dict
    return "/".join(str(place.get(key, "")) for key in ("ENGINE", "HOST", "PORT", "NAME"))


def all_echoes() -> list[Echo]:
    """What the rules make of all reports that were read, from the first; nothing is written."""
    reports = Report.objects.filter(state=ReadState.READ).order_by("pk")
    return echoes_among((told(report) for report in reports.iterator(chunk_size=_BATCH)), seen_beside)
