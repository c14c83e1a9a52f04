"""Who has a casebook open: a shared lock for each who works with it, an exclusive one for what must be
alone.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from amanat.core.casebook_errors import CasebookBusyError

LOCK_FILE = "lock"
_PATIENCE = 10.0
"""Seconds."""


class Lock:
    """The lock file of one casebook, held shared until ``close``. The system frees it when a process dies."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._descriptor = os.open(folder / LOCK_FILE, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            self._wait()
        except BaseException:
            self.close()
            raise

    def _take(self, kind: int) -> None:
        try:
            fcntl.flock(self._descriptor, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CasebookBusyError(str(self._folder)) from None

    def _wait(self) -> None:
        """Share it; whoever has it alone is soon done, unless it changes tables."""
        until = time.monotonic() + _PATIENCE
        while True:
            try:
                return self._take(fcntl.LOCK_SH)
            except CasebookBusyError:
                if time.monotonic() > until:
                    raise
            time.sleep(0.02)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Inside, no other process has the casebook open. Raises CasebookBusyError at once where one has.

        Ask for it before anything is written: while it is asked for, for a moment, no lock is held at all.
        """
        try:
            self._take(fcntl.LOCK_EX)
            yield
        finally:
            self._wait()

    def close(self) -> None:
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
