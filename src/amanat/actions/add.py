"""``add``: receive files and folders and read them, many at a time, safe to interrupt and to repeat.

This process is the only one that writes. Every file is in the casebook before it is handed to a reading
process, and is entered as soon as it is read: whatever stops the run, the next one goes on with what was
received and not read. Memory is bounded: a reading process holds one report, and only names wait.
"""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from amanat.actions.outcome import Outcome
from amanat.actions.paths import FoundFile, found_files
from amanat.actions.read import Entered, read
from amanat.actions.readers import Job, Readers
from amanat.actions.receive import Received, receive
from amanat.actions.record import refuse_unless_allowed
from amanat.actions.taking_out import Container, TakingOut
from amanat.adapters.casebook import OpenCasebook
from amanat.core.action_errors import StaleReadingError
from amanat.core.casebook_errors import ChangedEvidenceError, MissingEvidenceError, StorageError
from amanat.core.errors import AmanatError
from amanat.core.protecting import Actor, Deed, Sensitivity
from amanat.settings import number
from amanat.store.models import Report
from amanat.store.models.reports import ReadState
from amanat.store.queries.access import visible_reports

READER = "amanat.actions.reading:read_bytes"

_WAITING = 8
"""Reports received ahead of each reading process."""


@dataclass(frozen=True, slots=True)
class Started:
    """``files`` were found, ``left_over`` reports of earlier runs wait to be read."""

    files: int
    left_over: int


@dataclass(frozen=True, slots=True)
class Taken:
    """A file is in the casebook. ``received.to_read`` tells whether reading follows.

    ``inside``: it was taken out of an archive or a mail, and is none of the files found.
    """

    received: Received
    inside: bool = False


@dataclass(frozen=True, slots=True)
class NotTaken:
    """A file or folder that could not be taken in; the rest goes on."""

    error: AmanatError


@dataclass(frozen=True, slots=True)
class ReadIn:
    """A report was read and entered; ``entered.failure_code`` tells if no text could be had."""

    name: str
    entered: Entered


Event = Started | Taken | NotTaken | ReadIn


def add(
    casebook: OpenCasebook,
    actor: Actor,
    paths: Iterable[Path],
    *,
    sensitivity: Sensitivity = Sensitivity.OPEN,
    how: str = "",
    reader: str = READER,
    processes: int | None = None,
) -> Generator[Event, None, None]:
    """Every file in ``paths``, and what earlier runs left unread. Close the generator to stop.

    ``how`` is kept on the receipts in place of ``file`` and ``folder``; ``reader``: actions/readers.py;
    ``processes``: else as many as the setting says. Raises RefusedError; StorageError where the casebook's
    own disk fails.
    """
    refuse_unless_allowed(actor, Deed.RECEIVE, [sensitivity])
    return _Run(casebook, actor, sensitivity, how, Readers(reader, processes or _processes())).events(paths)


def _processes() -> int:
    """The setting, or every core that this process may use."""
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count()
    return number("processes") or cores or 1


class _Run:
    def __init__(
        self, casebook: OpenCasebook, actor: Actor, sensitivity: Sensitivity, how: str, readers: Readers
    ) -> None:
        self._casebook = casebook
        self._actor = actor
        self._sensitivity = sensitivity
        self._how = how
        self._readers = readers
        self._waiting: deque[Job] = deque()
        self._queued: set[int] = set()
        self._taking_out = TakingOut(casebook, actor)

    def events(self, paths: Iterable[Path]) -> Generator[Event, None, None]:
        try:
            found = list(found_files(paths, number("max_file_mb")))
            left_over = self._left_over()
            yield Started(len(found), len(left_over))
            yield from self._work(self._received(found), left_over)
        finally:
            self._readers.close()

    def _left_over(self) -> list[Job]:
        reports = visible_reports(self._actor).filter(state=ReadState.RECEIVED).order_by("pk")
        return [
            Job(report.pk, report.sha256, _name(report)) for report in reports.prefetch_related("receipts")
        ]

    def _work(self, received: Iterator[Event], left_over: list[Job]) -> Iterator[Event]:
        """Receives ahead while others read; hands out the next report before entering the last one."""
        for job in left_over:
            self._queue(job)
        for event in received:
            yield event
            if isinstance(event, Taken) and event.received.to_read:
                self._queue(Job(event.received.report, event.received.sha256, event.received.name))
            yield from self._turn(block=len(self._waiting) - len(left_over) >= _WAITING)
        while self._waiting or self._readers.is_busy:
            yield from self._turn(block=True)

    def _received(self, found: Iterable[FoundFile | AmanatError]) -> Iterator[Event]:
        for each in found:
            yield NotTaken(each) if isinstance(each, AmanatError) else self._receive(each)

    def _receive(self, file: FoundFile) -> Taken | NotTaken:
        try:
            received = receive(
                self._casebook,
                self._actor,
                file.path,
                untrusted_name=file.untrusted_name,
                how=self._how or file.how,
                sensitivity=self._sensitivity,
            )
        except StorageError as error:
            if error.item != str(file.path):
                raise
            return NotTaken(error)
        return Taken(received)

    def _queue(self, job: Job) -> None:
        """Once each, though the same bytes lie in two files or were left over."""
        if job.report not in self._queued:
            self._queued.add(job.report)
            self._waiting.append(job)

    def _turn(self, *, block: bool) -> Iterator[Event]:
        yield from self._hand_out()
        finished = self._readers.finished(block=block)
        yield from self._hand_out()
        for job, outcome in finished:
            if outcome.members:
                outcome = yield from self._taken_out(job, outcome)
            yield ReadIn(job.name, self._entered(job, outcome))

    def _taken_out(self, job: Job, outcome: Outcome) -> Generator[Event, None, Outcome]:
        """Its files are received, and wait to be read; then what becomes of the container is known."""
        container = Container(job.report, job.sha256, job.name, outcome.media_type)
        files = self._taking_out.out_of(container, outcome)
        while True:
            try:
                received = next(files)
            except StopIteration as done:
                return cast(Outcome, done.value)
            yield Taken(received, inside=True)
            if received.to_read:
                self._queue(Job(received.report, received.sha256, received.name))
                yield from self._hand_out()

    def _hand_out(self) -> Iterator[Event]:
        while self._waiting and self._readers.has_room:
            job = self._waiting.popleft()
            try:
                with self._casebook.vault.open(job.sha256) as file:
                    self._readers.give(job, file.read())
            except (MissingEvidenceError, ChangedEvidenceError) as error:
                yield NotTaken(error)

    def _entered(self, job: Job, outcome: Outcome) -> Entered:
        try:
            return read(self._casebook, self._actor, job.report, outcome)
        except StaleReadingError as defect:
            failure = Outcome(job.sha256, failure_code=defect.code, failure_note=defect.message())
            return read(self._casebook, self._actor, job.report, failure)


def _name(report: Report) -> str:
    receipts = list(report.receipts.all())
    return receipts[0].untrusted_name if receipts else str(report)
