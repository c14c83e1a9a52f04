"""What the database reports of a disk that refuses, in the words of StorageError."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError

from amanat.core.casebook_errors import DiskFaultError, DiskFullError, NoPermissionError, StorageError

# The beginnings of SQLite's and PostgreSQL's own messages.
_FULL = ("database or disk is full", "could not extend file", "no space left")
_FORBIDDEN = ("attempt to write a readonly database", "unable to open database file", "permission denied")
_FAULTY = ("disk i/o error", "disk image is malformed", "could not read block", "could not write")


@contextmanager
def database_faults(item: str) -> Iterator[None]:
    """Turns the database's refusals into StorageErrors about ``item``; other errors pass as they are."""
    try:
        yield
    except DatabaseError as fault:
        found = _storage_error(str(fault), item)
        if found is None:
            raise
        raise found from fault


def _storage_error(message: str, item: str) -> StorageError | None:
    said = message.lower()
    if any(words in said for words in _FULL):
        return DiskFullError(item)
    if any(words in said for words in _FORBIDDEN):
        return NoPermissionError(item)
    if any(words in said for words in _FAULTY):
        return DiskFaultError(item, why=message)
    return None
