"""Processes that read reports at the same time. They know no casebook, and hold one report each at a time.

A reader is named ``module:function`` and called as ``function(untrusted_bytes, name, sha256) -> Outcome``.
"""

from __future__ import annotations

import importlib
import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait

from amanat.actions.outcome import Outcome
from amanat.adapters.formats.kinds import may_be_scanned
from amanat.core.action_errors import ReadersUnfitError
from amanat.core.errors import AmanatError
from amanat.core.format_errors import FormatError, SandboxMissingError
from amanat.settings import number

Reader = Callable[[bytes, str, str], Outcome]

_SECONDS, _BYTES_A_SECOND = 120, 2000
"""How long one report may take: a start-up of the language model, and a tenth of the speed promised."""


@dataclass(frozen=True, slots=True)
class Job:
    report: int
    sha256: str
    name: str


@dataclass(frozen=True, slots=True)
class Unfit:
    """The answer of a process that could read no report at all: a model or a sandbox is missing."""

    why: str


@dataclass(slots=True)
class _Busy:
    job: Job
    until: float


class _Process:
    """One reading process and this end of its pipe. When this end closes, whatever the reason, it ends."""

    def __init__(self, reader: str) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs, reader), daemon=True)
        with _ctrl_c_held_back():
            self.process.start()
        theirs.close()
        self.busy: _Busy | None = None

    def give(self, job: Job, untrusted: bytes) -> None:
        seconds = _SECONDS + len(untrusted) / _BYTES_A_SECOND
        if may_be_scanned(untrusted):
            seconds += number("scan_seconds")
        self.busy = _Busy(job, time.monotonic() + seconds)
        self.pipe.send((untrusted, job.name, job.sha256))

    def end(self) -> None:
        self.pipe.close()
        self.process.kill()
        self.process.join()


class Readers:
    """Up to ``count`` reading processes, started as they are needed."""

    def __init__(self, reader: str, count: int) -> None:
        self._reader = reader
        self._count = count
        self._processes: list[_Process] = []

    @property
    def has_room(self) -> bool:
        return len(self._processes) < self._count or any(each.busy is None for each in self._processes)

    @property
    def is_busy(self) -> bool:
        return any(each.busy is not None for each in self._processes)

    def give(self, job: Job, untrusted: bytes) -> None:
        """Hand a report to an idle process; there must be room."""
        idle = next((each for each in self._processes if each.busy is None), None)
        if idle is None:
            idle = _Process(self._reader)
            self._processes.append(idle)
        with suppress(OSError):  # it has died; ``finished`` meets the closed pipe and tells of it
            idle.give(job, untrusted)

    def finished(self, *, block: bool) -> list[tuple[Job, Outcome]]:
        """What has been read; where ``block``, at least one if any is being read.

        Raises ReadersUnfitError where it is not the report's fault that it could not be read.
        """
        busy = [each for each in self._processes if each.busy is not None]
        if not busy:
            return []
        until = min(each.busy.until for each in busy if each.busy)
        ready = wait([each.pipe for each in busy], max(0.0, until - time.monotonic()) if block else 0)
        found = [self._answer(each) for each in busy if each.pipe in ready]
        late = [each for each in busy if each.busy and each.busy.until < time.monotonic()]
        return found + [self._failed(each, "reading-timed-out", "reading it took too long") for each in late]

    def _answer(self, process: _Process) -> tuple[Job, Outcome]:
        assert process.busy is not None  # noqa: S101 (for the type checker: only busy ones are asked)
        job = process.busy.job
        try:
            answer: Outcome | Unfit = process.pipe.recv()
        except (EOFError, OSError):
            return self._failed(process, "reader-died", "the process that read it ended without an answer")
        process.busy = None
        if isinstance(answer, Unfit):
            raise ReadersUnfitError(job.name, why=answer.why)
        return job, answer

    def _failed(self, process: _Process, code: str, note: str) -> tuple[Job, Outcome]:
        assert process.busy is not None  # noqa: S101 (as above)
        job = process.busy.job
        process.end()
        self._processes.remove(process)
        return job, Outcome(job.sha256, failure_code=code, failure_note=note)

    def close(self) -> None:
        for process in self._processes:
            process.end()
        self._processes.clear()


@contextmanager
def _ctrl_c_held_back() -> Iterator[None]:
    """A process started inside never hears Ctrl-C, not even while it starts; ours hears it when this ends."""
    # Python's own tracker process is started first: starting it would let Ctrl-C through again.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(pipe: Connection, reader: str) -> None:
    """A reading process: answers until the other end closes. Ctrl-C is the main process's to handle."""
    # Each process has a core to itself: models that start a thread for every core would take it from the others.
    for library in ("OMP", "OPENBLAS", "MKL"):
        os.environ.setdefault(f"{library}_NUM_THREADS", "1")
    module, _, name = reader.partition(":")
    function: Reader | None = None
    with suppress(EOFError, OSError):
        while True:
            untrusted, untrusted_name, sha256 = pipe.recv()
            try:
                function = function or getattr(importlib.import_module(module), name)
            except (ImportError, AttributeError) as fault:
                pipe.send(Unfit(f"{reader} can't be loaded: {fault}."))
            else:
                pipe.send(_outcome(function, untrusted, untrusted_name, sha256))


def _outcome(function: Reader, untrusted: bytes, name: str, sha256: str) -> Outcome | Unfit:
    try:
        return function(untrusted, name, sha256)
    except AmanatError as error:
        if not isinstance(error, FormatError) or isinstance(error, SandboxMissingError):
            return Unfit(error.message())
        return Outcome(sha256, failure_code=error.code, failure_note=error.message())
    except Exception as defect:  # a reader's defect on one report must not stop the others
        note = f"reading stopped with {type(defect).__name__}: {defect}"
        return Outcome(sha256, failure_code="reader-failed", failure_note=note[:500])
