"""Django's description of the two databases a casebook can have: embedded and encrypted, or a team's
PostgreSQL.
"""

from __future__ import annotations

from typing import Any


def embedded(path: str) -> dict[str, Any]:
    """SQLCipher at ``path``; its key is asked of ``adapters.sqlcipher.keys`` and never stands here.

    Kept open between requests: opening costs some milliseconds. IMMEDIATE, so that a writer waits for its
    turn at the start of its transaction and cannot fail in the middle of it.
    """
    return {
        "ENGINE": "amanat.adapters.sqlcipher",
        "NAME": path,
        "CONN_MAX_AGE": None,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 30.0},
    }


def server(url: str) -> dict[str, Any]:
    """PostgreSQL at ``url`` (postgresql://user@host/name, and libpq's other parameters)."""
    # Here, because every command would wait for it, and most casebooks are not on a server.
    from psycopg.conninfo import conninfo_to_dict  # noqa: PLC0415

    parts: dict[str, Any] = dict(conninfo_to_dict(url))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.pop("dbname", ""),
        "USER": parts.pop("user", ""),
        "PASSWORD": parts.pop("password", ""),
        "HOST": parts.pop("host", ""),
        "PORT": parts.pop("port", ""),
        "CONN_MAX_AGE": None,
        "OPTIONS": parts,
    }
