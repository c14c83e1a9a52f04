"""Writing so that a crash leaves the old file or the new one, and the disk's refusals in words."""

from __future__ import annotations

import errno
import fcntl
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from amanat.core.casebook_errors import DiskFaultError, DiskFullError, NoPermissionError, StorageError

DEBRIS = ".amanat-tmp"
"""What the name of every unfinished file ends with, so that a later run can sweep it away."""

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def storage_error(fault: OSError, item: str) -> StorageError:
    """The refusal of the disk as an error with a remedy."""
    if fault.errno in _FULL:
        return DiskFullError(item)
    if fault.errno in _FORBIDDEN:
        return NoPermissionError(item)
    return DiskFaultError(item, why=fault.strerror or type(fault).__name__)


# The words of SQLite and PostgreSQL for it, which reach us as text only.
_FULL_SAID = ("database or disk is full", "could not extend file", "no space left")
_FORBIDDEN_SAID = (
    "attempt to write a readonly database",
    "unable to open database file",
    "permission denied",
)
_LITTLE = 256 * 1024
"""Bytes; less than this is no room for a database to work in."""
_FAULT_SAID = ("disk i/o error", "could not read block", "could not write")


def storage_error_said(message: str, path: Path) -> StorageError | None:
    """The refusal of the disk that a database's message speaks of; None where it speaks of something else."""
    said, item = message.lower(), str(path)
    if any(words in said for words in _FULL_SAID):
        return DiskFullError(item)
    if any(words in said for words in _FORBIDDEN_SAID):
        return NoPermissionError(item)
    if any(words in said for words in _FAULT_SAID):
        # SQLite says "disk I/O error" too where its shared memory file finds no room.
        return DiskFullError(item) if _no_room(path) else DiskFaultError(item, why=message)
    return None


def _no_room(path: Path) -> bool:
    found = os.statvfs(path if path.is_dir() else path.parent)
    return found.f_bavail * found.f_frsize < _LITTLE


@contextmanager
def storing(item: str) -> Iterator[None]:
    """Whatever the disk refuses inside becomes a StorageError about ``item``."""
    try:
        yield
    except OSError as fault:
        raise storage_error(fault, item) from fault


def make_folder(folder: Path) -> None:
    """A folder for its owner only; nothing if it is there. Its parents must exist."""
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)


def sync(descriptor: int) -> None:
    """Returns when the file's bytes are on the disk itself; macOS' fsync alone stops at the drive's cache."""
    full = getattr(fcntl, "F_FULLFSYNC", None)
    if full is None:
        os.fsync(descriptor)
    else:
        fcntl.fcntl(descriptor, full)


def sync_folder(folder: Path) -> None:
    """Makes a rename in ``folder`` last."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def unfinished(folder: Path) -> Iterator[tuple[Path, BinaryIO]]:
    """A new file in ``folder`` for its owner only, to be written and then renamed; gone if it was not."""
    path = folder / f".{secrets.token_hex(8)}{DEBRIS}"
    try:
        with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as file:
            yield path, file
    finally:
        path.unlink(missing_ok=True)


def finish(unfinished_path: Path, file: BinaryIO, target: Path) -> None:
    """Puts a written file in its place: on disk first, then under its name, then the name on disk."""
    file.flush()
    sync(file.fileno())
    unfinished_path.replace(target)
    sync_folder(target.parent)


def write_whole(target: Path, content: bytes) -> None:
    """``target`` holds either what it held or ``content``, whatever happens. Raises OSError."""
    with unfinished(target.parent) as (path, file):
        file.write(content)
        finish(path, file, target)


def sweep(folder: Path) -> int:
    """Removes unfinished files under ``folder``; how many. Call it only while nobody else writes there."""
    found = list(folder.rglob(f".*{DEBRIS}"))
    for path in found:
        path.unlink(missing_ok=True)
    return len(found)
