"""One encrypted connection: the key first, then the settings that every connection of ours has."""

from __future__ import annotations

from typing import Any

from sqlcipher3 import dbapi2  # type: ignore[import-untyped]

sqlcipher = dbapi2

# WAL with FULL (and fullfsync on macOS): a commit that was acknowledged is on disk. secure_delete: what is
# deleted is overwritten. trusted_schema off: a schema that somebody planted cannot call our functions.
_SETTINGS = (
    "PRAGMA busy_timeout = {busy_ms}",
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA foreign_keys = ON",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",
)


def connected(path: str, key: bytes, *, create: bool, timeout: float = 30.0, **options: Any) -> Any:
    """An open connection to the database at ``path`` under its raw 32-byte ``key``.

    Raises ``sqlcipher.DatabaseError`` where the key is another's or the first page is damaged, and
    ``sqlcipher.OperationalError`` where there is no file and ``create`` is false.
    """
    uri = f"file:{_escaped(path)}?mode={'rwc' if create else 'rw'}"
    connection = sqlcipher.connect(uri, uri=True, timeout=timeout, **options)
    try:
        # Without this the library reports a wrong key on standard error by itself.
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for each in _SETTINGS:
            connection.execute(each.format(busy_ms=int(timeout * 1000)))
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _escaped(path: str) -> str:
    """The path as SQLite's URI wants it: only these three characters mean something there."""
    return path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
