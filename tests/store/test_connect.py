"""Pointing Django at a casebook: tables made or refused, the key kept out of sight, the database's faults."""

import os
import sqlite3
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, connections, transaction

from amanat.adapters.casebook import OpenCasebook, create, open_casebook
from amanat.adapters.sqlcipher import keys
from amanat.adapters.sqlcipher.driver import connected
from amanat.core import casebook_errors as errors
from amanat.store.connect import connect, disconnect
from amanat.store.databases import embedded

PASSPHRASE = "seven quiet herons over the reservoir"


def entries() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM store_logentry")
        found: int = cursor.fetchone()[0]
        return found


def test_a_new_casebook_gets_its_tables_and_keeps_them(casebook: OpenCasebook) -> None:
    assert entries() == 0
    connect(casebook)
    assert entries() == 0


def test_a_casebook_of_a_newer_program_is_refused(casebook: OpenCasebook) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('store', '9999_future', %s)",
            ["2031-01-01 00:00:00+00:00"],
        )
    with pytest.raises(errors.CasebookNewerError, match="9999_future"):
        connect(casebook)


def test_tables_are_not_changed_under_another_program(casebook: OpenCasebook) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'store'")
    with open_casebook(casebook.folder, PASSPHRASE), pytest.raises(errors.CasebookBusyError):
        connect(casebook)


def test_a_database_that_another_program_keeps_for_itself_is_not_called_damaged(
    casebook: OpenCasebook, embedded_only: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    disconnect(casebook)
    impatient = embedded(str(casebook.database)) | {"OPTIONS": {"timeout": 0.1}}
    monkeypatch.setattr("amanat.store.connect.embedded", lambda path: impatient)
    keeper = connected(str(casebook.database), casebook.database_key, create=False)
    keeper.execute("PRAGMA locking_mode = EXCLUSIVE")
    keeper.execute("CREATE TABLE kept (n)")
    with pytest.raises(errors.CasebookBusyError):
        connect(casebook)
    keeper.close()


def test_a_database_that_went_away_is_missing(casebook: OpenCasebook, embedded_only: None) -> None:
    disconnect(casebook)
    for path in casebook.folder.glob("casebook.db*"):
        path.unlink()
    with pytest.raises(errors.MissingDatabaseError):
        connect(casebook)
    assert not casebook.database.exists()


def test_another_casebooks_database_is_not_taken_for_ours(
    casebook: OpenCasebook, embedded_only: None, tmp_path: Path
) -> None:
    disconnect(casebook)
    create(tmp_path / "other", PASSPHRASE, "Ilse Tamm")
    casebook.database.write_bytes((tmp_path / "other" / "casebook.db").read_bytes())
    with pytest.raises(errors.DamagedDatabaseError):
        connect(casebook)


@pytest.mark.parametrize("at", [0, 20, 4000])
def test_a_damaged_first_page_is_said(casebook: OpenCasebook, embedded_only: None, at: int) -> None:
    disconnect(casebook)
    with casebook.database.open("r+b") as file:
        file.seek(at)
        file.write(os.urandom(16))
    with pytest.raises(errors.DamagedDatabaseError):
        connect(casebook)


def test_a_server_that_does_not_answer_is_said(casebook: OpenCasebook) -> None:
    nowhere = replace(casebook, database_url="postgresql:///nothing?host=/nonexistent&user=nobody")
    with pytest.raises(errors.DatabaseOutOfReachError):
        connect(nowhere)
    connect(casebook)


def test_reading_goes_on_on_a_full_disk_by_the_reserve(
    small_disk: Path, casebook: OpenCasebook, embedded_only: None
) -> None:
    create(small_disk / "own", PASSPHRASE, "Ilse Tamm")
    with open_casebook(small_disk / "own", PASSPHRASE) as own:
        connect(own)
        disconnect(own)
        with suppress(OSError), (small_disk / "filling").open("wb", buffering=0) as file:
            while True:
                file.write(os.urandom(4096))
        connect(own)
        assert entries() == 0
        disconnect(own)
    connect(casebook)


def test_the_file_is_no_plain_database_and_nothing_of_it_can_be_read(
    casebook: OpenCasebook, embedded_only: None
) -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE told (words text)")
        cursor.execute("INSERT INTO told VALUES ('the gate by the poplars')")
    disconnect(casebook)
    for path in casebook.folder.glob("casebook.db*"):
        assert b"poplars" not in path.read_bytes()
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(casebook.database).execute("SELECT * FROM told")


def test_the_key_stands_in_no_setting_and_a_closed_casebook_is_out_of_reach(
    casebook: OpenCasebook, embedded_only: None
) -> None:
    shown = repr(connections.databases) + repr(connection.settings_dict) + repr(os.environ)
    assert casebook.database_key.hex() not in shown
    disconnect(casebook)
    with pytest.raises(LookupError):
        keys.key_of(casebook.database)
    with pytest.raises(LookupError), connection.cursor():
        pytest.fail("opened without a key")


SETTINGS = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "secure_delete": 1,
    "trusted_schema": 0,
    "temp_store": 2,
    "cell_size_check": 1,
}


@pytest.mark.parametrize("name", SETTINGS)
def test_every_connection_has_our_settings(casebook: OpenCasebook, embedded_only: None, name: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {name}")
        assert cursor.fetchone()[0] == SETTINGS[name]


def test_a_failed_transaction_leaves_nothing(casebook: OpenCasebook) -> None:
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("CREATE TABLE told (words text NOT NULL)")
        cursor.execute("INSERT INTO told VALUES (NULL)")
    assert "told" not in connection.introspection.table_names()


WRITING = """
import sys
from pathlib import Path
from amanat.adapters.casebook import open_casebook
from amanat.store.connect import connect
opened = open_casebook(Path(sys.argv[1]), sys.argv[2])
connect(opened)
from django.db import connection, transaction
for nth in range(50):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(max(nth), 0) FROM counted")
        cursor.execute("INSERT INTO counted VALUES (%s)", [cursor.fetchone()[0] + 1])
"""


def test_two_programs_write_in_turn_and_neither_fails(casebook: OpenCasebook, embedded_only: None) -> None:
    """Reading before writing, as the log does: only IMMEDIATE transactions never fail at it."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE counted (nth integer PRIMARY KEY)")
    command = [sys.executable, "-c", WRITING, str(casebook.folder), PASSPHRASE]
    writers = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    assert [(writer.communicate()[1], writer.returncode) for writer in writers] == [("", 0), ("", 0)]
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*), max(nth) FROM counted")
        assert cursor.fetchone() == (100, 100)
