"""Django on SQLCipher: its types, functions and parameters come out as they went in."""

import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.models.functions import Extract, TruncMonth
from django.utils import timezone

from amanat.adapters.casebook import OpenCasebook
from amanat.adapters.sqlcipher import keys
from amanat.adapters.sqlcipher.driver import connected, sqlcipher
from amanat.store.models import LogEntry, Receipt, Report

NOON = datetime.datetime(2021, 5, 4, 12, 0, 0, 7, tzinfo=datetime.UTC)


@pytest.fixture
def receipt(db: None) -> Receipt:
    report = Report.objects.create(
        sha256="a" * 64, size=2**40, media_type="text/plain", flags=[{"п": [1, None]}]
    )
    return Receipt.objects.create(
        report=report, received_at=NOON, received_by="Ilse", how="file", untrusted_name="x"
    )


def test_types_come_back_as_they_went_in(receipt: Receipt) -> None:
    found = Receipt.objects.select_related("report").get()
    assert found.received_at == NOON
    assert (found.report.size, found.report.flags) == (2**40, [{"п": [1, None]}])


def test_bytes_come_back_as_they_went_in(db: None) -> None:
    LogEntry.objects.create(index=0, salt=b"\x00\xff", body="{}", leaf=b"%s?", frontier=b"")
    found = LogEntry.objects.get()
    assert (bytes(found.salt), bytes(found.leaf)) == (b"\x00\xff", b"%s?")


def test_djangos_functions_work(receipt: Receipt) -> None:
    found = Receipt.objects.annotate(
        month=TruncMonth("received_at"), year=Extract("received_at", "year")
    ).values_list("month", "year")
    assert list(found) == [(datetime.datetime(2021, 5, 1, tzinfo=datetime.UTC), 2021)]
    assert Receipt.objects.filter(untrusted_name__regex="^[x-z]$").exists()


def test_a_broken_reference_is_refused(receipt: Receipt) -> None:
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE store_receipt SET report_id = 999")
        connection.check_constraints()


def test_parameters_by_place_and_by_name_and_percent_signs(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s, '100%%'", ["?"])
        assert cursor.fetchone() == ("?", "100%")
        cursor.execute("SELECT %(a)s", {"a": 1})
        assert cursor.fetchone() == (1,)
        cursor.execute("SELECT '100%'")
        assert cursor.fetchone() == ("100%",)


def test_many_rows_at_once_by_place_and_by_name(db: None, embedded_only: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE counted (n integer)")
        cursor.executemany("INSERT INTO counted VALUES (%s)", [(1,), (2,)])
        cursor.executemany("INSERT INTO counted VALUES (%(n)s)", ({"n": n} for n in (3, 4)))
        cursor.executemany("INSERT INTO counted VALUES (%s)", [])
        cursor.execute("SELECT sum(n) FROM counted")
        assert cursor.fetchone() == (10,)


def test_decimals_and_dates_are_adapted(db: None, embedded_only: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT %s, %s, %s", [Decimal("1.10"), NOON.date(), timezone.make_naive(NOON, datetime.UTC)]
        )
        assert cursor.fetchone() == ("1.10", "2021-05-04", "2021-05-04 12:00:00.000007")


def test_the_tests_themselves_run_on_an_encrypted_file(db: None, embedded_only: None) -> None:
    with Path(connection.settings_dict["NAME"]).open("rb") as file:
        assert not file.read(16).startswith(b"SQLite format 3")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA cipher_version")
        assert cursor.fetchone()


def test_full_text_search_is_there(db: None, embedded_only: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE VIRTUAL TABLE temp.found USING fts5(words)")
        cursor.execute("INSERT INTO found VALUES ('the gate by the poplars')")
        cursor.execute("SELECT count(*) FROM found WHERE found MATCH 'popl*'")
        assert cursor.fetchone() == (1,)


def test_a_planted_schema_may_not_call_our_functions(db: None, embedded_only: None) -> None:
    with connection.cursor() as cursor, pytest.raises(DatabaseError, match="unsafe use"):
        cursor.execute("CREATE VIEW trap AS SELECT REVERSE('abc')")
        cursor.execute("SELECT * FROM trap")


def test_a_wrong_key_opens_nothing_and_says_nothing_aloud(
    tmp_path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = str(tmp_path / "x.db")
    connected(path, b"k" * 32, create=True).close()
    with pytest.raises(sqlcipher.DatabaseError, match="not a database"):
        connected(path, b"l" * 32, create=False)
    assert capfd.readouterr() == ("", "")


def test_a_missing_file_is_not_made(tmp_path) -> None:
    with pytest.raises(sqlcipher.OperationalError):
        connected(str(tmp_path / "x.db"), b"k" * 32, create=False)
    assert not (tmp_path / "x.db").exists()


def test_a_key_has_32_bytes_and_a_closed_ring_has_none(tmp_path) -> None:
    with pytest.raises(ValueError, match="32"):
        keys.hold(tmp_path / "x.db", b"short")
    with pytest.raises(LookupError):
        keys.key_of(tmp_path / "x.db")


def test_closing_and_opening_again_is_the_same_database(casebook: OpenCasebook) -> None:
    LogEntry.objects.create(index=0, salt=b"s", body="{}", leaf=b"l", frontier=b"")
    connection.close()
    assert LogEntry.objects.count() == 1
