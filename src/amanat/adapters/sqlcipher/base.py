"""Django's SQLite backend, on sqlcipher3 in place of the standard library's sqlite3."""

from __future__ import annotations

import datetime
import decimal
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any

from django.db.backends.sqlite3 import base as sqlite3_base
from django.db.backends.sqlite3._functions import register  # type: ignore[import-untyped]
from django.db.backends.sqlite3.creation import DatabaseCreation
from django.db.backends.sqlite3.features import DatabaseFeatures
from django.utils.dateparse import parse_date, parse_datetime, parse_time

from amanat.adapters.sqlcipher.driver import connected, sqlcipher
from amanat.adapters.sqlcipher.keys import key_of

# What Django registers on sqlite3 for its own types, registered on sqlcipher3 too.
sqlcipher.register_converter("bool", b"1".__eq__)
sqlcipher.register_converter("date", lambda found: parse_date(found.decode()))
sqlcipher.register_converter("time", lambda found: parse_time(found.decode()))
sqlcipher.register_converter("datetime", lambda found: parse_datetime(found.decode()))
sqlcipher.register_converter("timestamp", lambda found: parse_datetime(found.decode()))
sqlcipher.register_adapter(decimal.Decimal, str)
sqlcipher.register_adapter(datetime.date, lambda value: value.isoformat())
sqlcipher.register_adapter(datetime.datetime, lambda value: value.isoformat(" "))


class SQLCipherFeatures(DatabaseFeatures):
    """Django asks these of the standard library's SQLite, which may be older than the one we ship."""

    can_alter_table_drop_column = True
    can_return_columns_from_insert = True
    can_return_rows_from_bulk_insert = True
    # A real encrypted file, not a plain database in memory: tests meet what users meet.
    test_db_allows_multiple_connections = True


class SQLCipherCreation(DatabaseCreation):
    """Test databases are encrypted files as well; tests/conftest.py names the file and holds its key."""

    def _get_test_db_name(self) -> str:
        name: str | None = self.connection.settings_dict["TEST"]["NAME"]
        if not name:
            raise LookupError("name the test database's file in TEST, and hold its key")
        return str(name)

    def _create_test_db(self, verbosity: int, autoclobber: bool, keepdb: bool = False) -> str:
        name: str = super()._create_test_db(  # type: ignore[misc]
            verbosity, autoclobber, keepdb
        )
        connected(name, key_of(name), create=True).close()
        return name


class SQLCipherCursor(sqlcipher.Cursor):  # type: ignore[misc]
    """Turns Django's %s and %(name)s into SQLite's ? and :name; the standard backend's own cursor is
    sqlite3's.
    """

    def execute(self, query: str, params: Any = None) -> Any:
        if params is None:
            return super().execute(query)
        names = list(params) if isinstance(params, Mapping) else None
        return super().execute(_with_marks(query, names), params)

    def executemany(self, query: str, param_list: Iterable[Any]) -> Any:
        rows = iter(param_list)
        first = next(rows, None)
        names = list(first) if isinstance(first, Mapping) else None
        every = rows if first is None else chain([first], rows)
        return super().executemany(_with_marks(query, names), every)


def _with_marks(query: str, names: list[str] | None) -> str:
    if names is None:
        return sqlite3_base.FORMAT_QMARK_REGEX.sub("?", query).replace("%%", "%")
    return query % {name: f":{name}" for name in names}


class DatabaseWrapper(sqlite3_base.DatabaseWrapper):
    display_name = "SQLCipher"
    Database = sqlcipher
    features_class = SQLCipherFeatures
    creation_class = SQLCipherCreation

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """The key comes from this process's ring. A missing file is an error: only a new casebook makes
        one.
        """
        options = {**conn_params}
        path = str(options.pop("database"))
        options.pop("uri", None)
        connection = connected(path, key_of(path), create=False, **options)
        register(connection)
        connection.execute("PRAGMA legacy_alter_table = OFF")
        return connection

    def create_cursor(self, name: str | None = None) -> Any:
        return self.connection.cursor(factory=SQLCipherCursor)
