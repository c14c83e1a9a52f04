"""A casebook's folder: made, opened, its passphrase changed, and everything that can be wrong with it."""

import pytest

from amanat.store.models import LogEntry


def test_fixture(casebook):
    LogEntry.objects.create(index=0, salt=b"1", body="{}", leaf=b"2")
    assert LogEntry.objects.count() == 1


@pytest.mark.django_db
def test_shared():
    assert LogEntry.objects.count() == 0
