"""How far a long run is: a bar on a terminal, plain lines elsewhere, nothing with --json; always on
standard error.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from amanat.cli.options import shared
from amanat.cli.tables import console
from amanat.cli.telling import one_line

_EVERY_SECONDS = 10.0


class Course:
    """Plain lines: one for each thing to tell, and now and then how far it is."""

    def __init__(self, what: str) -> None:
        self.what = what
        self.total = 0
        self.done = 0
        self._told = time.monotonic()

    def expect(self, total: int) -> None:
        self.total = total

    def advance(self, done: int | None = None) -> None:
        """One more, or ``done`` in all."""
        self.done = self.done + 1 if done is None else done
        if not shared().json and time.monotonic() - self._told > _EVERY_SECONDS:
            self._told = time.monotonic()
            self.say(f"{self.what}: {self.done} of {self.total}")

    def say(self, message: str) -> None:
        if not shared().json:
            sys.stderr.write(one_line(message) + "\n")

    def end(self) -> None:
        sys.stderr.flush()


class BarCourse(Course):
    """A bar at the bottom of the terminal, with what there is to tell above it."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self._bar = Progress(*columns, console=console(to_errors=True), transient=True)
        self._task = self._bar.add_task(what, total=None)
        self._bar.start()

    def expect(self, total: int) -> None:
        super().expect(total)
        self._bar.update(self._task, total=total)

    def advance(self, done: int | None = None) -> None:
        self.done = self.done + 1 if done is None else done
        self._bar.update(self._task, completed=self.done)

    def say(self, message: str) -> None:
        self._bar.console.print(one_line(message), markup=False)

    def end(self) -> None:
        self._bar.stop()


@contextmanager
def course(what: str) -> Iterator[Course]:
    """What a command tells its progress to, until it is left."""
    made = BarCourse(what) if sys.stderr.isatty() and not shared().json else Course(what)
    try:
        yield made
    finally:
        made.end()
