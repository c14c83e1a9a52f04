"""The log's signed heads, kept outside the database, so that an old database put back is noticed.

After every commit that wrote to the log, its head is appended and synced, chained to the one before it, so
that one taken out of the middle is missed. The database commits first: a crash between the two leaves the
database ahead of the file, which is fine; a database behind the file was put back.
"""

from __future__ import annotations

import errno
import fcntl
import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO, Literal

from amanat.adapters.disk import storing, sync
from amanat.adapters.note import Checkpoint, Signer, read_checkpoint
from amanat.adapters.reserve import Reserve
from amanat.core.casebook_errors import DamagedCheckpointsError

CHECKPOINTS_FILE = "checkpoints"
_END = b"\n\n"
"""Ends a note's text, and ends a record of the file."""
_TAIL = 16 * 1024


class Standing(StrEnum):
    """How a log stands to its newest checkpoint."""

    LEVEL = "level"
    AHEAD = "ahead"
    """Entries were committed and the checkpoint not yet written: a crash, or a commit this very moment."""
    BEHIND = "behind"
    """The log is shorter than it was: an older database was put back, or entries were removed."""
    FORKED = "forked"
    """The log's first entries are not those that were signed."""


@dataclass(frozen=True, slots=True)
class Comparison:
    standing: Standing
    newest: Checkpoint | None
    entries: int
    """How many entries the log is ahead or behind."""


class Checkpoints:
    def __init__(self, folder: Path, signer: Signer, reserve: Reserve) -> None:
        self.path = folder / CHECKPOINTS_FILE
        self._signer = signer
        self._reserve = reserve

    @property
    def origin(self) -> str:
        return self._signer.verifier.name

    @property
    def verification_key(self) -> str:
        """For whoever keeps checkpoints elsewhere; not secret."""
        return self._signer.verifier.text()

    def begin(self) -> None:
        """The first one, of the empty log: whatever file begins otherwise has lost its beginning."""
        self.path.touch(mode=0o600)
        self.append(0, hashlib.sha256().digest())

    def append(self, size: int, root: bytes) -> None:
        """Sign and keep the head of a log of ``size`` entries; nothing to do if a later one is there already.

        Returns when it is on the disk. A full disk costs the reserve, not the checkpoint. Raises
        StorageError.
        """
        with storing(str(self.path)), self._opened("r+b" if self.path.exists() else "w+b") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            notes, end = _tail(file, self.origin)
            last = self._read(notes[-1]) if notes else None
            if last is not None and last.size >= size:
                return
            after = _digest(notes[-1]) if notes else ""
            note = self._signer.note(Checkpoint(self.origin, size, root, after).text()) + "\n"
            self._write(file, end, note.encode())

    def _write(self, file: BinaryIO, end: int, note: bytes) -> None:
        try:
            _write_at(file, end, note)
        except OSError as fault:
            if fault.errno not in {errno.ENOSPC, errno.EDQUOT} or not self._reserve.spend():
                raise
            _write_at(file, end, note)

    def newest(self) -> Checkpoint | None:
        """The last whole one, its signature checked; None if there is none. Raises
        DamagedCheckpointsError.
        """
        with self._opened() as file:
            notes, _ = _tail(file, self.origin)
        return self._read(notes[-1]) if notes else None

    def all(self) -> Iterator[Checkpoint]:
        """Every one, oldest first, signatures and chain checked. Raises DamagedCheckpointsError where they
        break.
        """
        with self._opened() as file:
            notes, _ = _parted(file.read())
        after, size = "", -1
        for note in notes:
            found = self._read(note)
            if found.after != after or found.size <= size or (not after and found.size):
                raise DamagedCheckpointsError(
                    str(self.path), why=f"one before that of {found.size} entries is missing"
                )
            after, size = _digest(note), found.size
            yield found

    def compared(self, size: int, root_at: Callable[[int], bytes]) -> Comparison:
        """The log of ``size`` entries, whose first n have the root ``root_at(n)``, against the newest
        checkpoint.
        """
        newest = self.newest()
        signed = newest.size if newest else 0
        if size < signed:
            return Comparison(Standing.BEHIND, newest, signed - size)
        if newest is not None and root_at(signed) != newest.root:
            return Comparison(Standing.FORKED, newest, size - signed)
        return Comparison(Standing.AHEAD if size > signed else Standing.LEVEL, newest, size - signed)

    def export(self) -> str:
        """The newest checkpoint as text, to be kept elsewhere; empty while the log is empty."""
        with self._opened() as file:
            notes, _ = _tail(file, self.origin)
        return notes[-1].decode() if notes else ""

    def _opened(self, mode: Literal["rb", "r+b", "w+b"] = "rb") -> BinaryIO:
        with storing(str(self.path)):
            try:
                return self.path.open(mode)
            except FileNotFoundError:
                raise DamagedCheckpointsError(str(self.path), why="the file is gone") from None

    def _read(self, note: bytes) -> Checkpoint:
        try:
            found = read_checkpoint(note.decode(), self._signer.verifier)
        except ValueError as fault:
            raise DamagedCheckpointsError(str(self.path), why=str(fault)) from None
        if found.origin != self.origin:
            raise DamagedCheckpointsError(str(self.path), why="they are another casebook's")
        return found


def _digest(note: bytes) -> str:
    return hashlib.sha256(note).hexdigest()


def _parted(content: bytes) -> tuple[list[bytes], int]:
    """The whole notes in ``content``, and where the last one ends: what follows was cut short by a crash."""
    parts = content.split(_END)
    whole = (len(parts) - 1) // 2
    notes = [parts[2 * each] + _END + parts[2 * each + 1] + b"\n" for each in range(whole)]
    return notes, sum(len(note) + 1 for note in notes)


def _tail(file: BinaryIO, origin: str) -> tuple[list[bytes], int]:
    """The last whole notes, and where in the file the last one ends; long files are read from near their
    end.
    """
    start = max(0, file.seek(0, os.SEEK_END) - _TAIL)
    file.seek(start)
    content = file.read()
    if start:
        # A note begins after an empty line with the origin; signatures begin otherwise.
        first = content.find(_END + origin.encode() + b"\n")
        if first < 0:
            file.seek(0)
            return _parted(file.read())
        start += first + len(_END)
        content = content[first + len(_END) :]
    notes, end = _parted(content)
    return notes, start + end


def _write_at(file: BinaryIO, end: int, note: bytes) -> None:
    """Puts ``note`` at ``end``, over whatever a crash left there."""
    file.seek(end)
    file.truncate()
    file.write(note)
    file.flush()
    sync(file.fileno())
