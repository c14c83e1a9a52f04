"""The raw keys of the databases that this process has open, by path.

They live here and nowhere else: not in Django's settings (which error pages and logs print), not in the
environment (which other processes can read), not on disk.
"""

from __future__ import annotations

import os

_held: dict[str, bytes] = {}


def hold(path: str | os.PathLike[str], key: bytes) -> None:
    """Give the 32-byte key of the database at ``path`` to this process."""
    if len(key) != 32:
        raise ValueError("a database key has 32 bytes")
    _held[os.path.realpath(path)] = key


def forget(path: str | os.PathLike[str]) -> None:
    _held.pop(os.path.realpath(path), None)


def key_of(path: str | os.PathLike[str]) -> bytes:
    """Raises LookupError where no casebook with that database was opened in this process."""
    try:
        return _held[os.path.realpath(path)]
    except KeyError:
        raise LookupError("the casebook of this database is not open in this process") from None
