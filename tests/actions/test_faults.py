"""A database that can grow no more: a clear word, everything acknowledged kept, and the next try works."""

from __future__ import annotations

import pytest
from django.db import connection

from amanat.actions.findings import Finding
from amanat.actions.verify import verify
from amanat.adapters.casebook import OpenCasebook
from amanat.core.casebook_errors import DiskFullError
from amanat.store.models import Report
from invented import COURIER, HERALD, OWNER, added, received


def _allow_pages(more: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        [pages] = cursor.fetchone()
        cursor.execute(f"PRAGMA max_page_count = {pages + more}")


def test_a_full_database_says_so_and_keeps_what_it_has(casebook: OpenCasebook) -> None:
    if casebook.database_url:
        pytest.skip("SQLite can be told how far it may grow")
    added(casebook, HERALD)
    _allow_pages(0)
    with pytest.raises(DiskFullError):
        for number in range(100):
            received(casebook, f"{COURIER}\n{number}")
    kept = Report.objects.count()
    _allow_pages(100_000)
    added(casebook, COURIER)
    assert Report.objects.count() == kept + 1
    unexpected = [
        each for each in verify(casebook, OWNER) if isinstance(each, Finding) and each.where != "file"
    ]
    assert unexpected == []
