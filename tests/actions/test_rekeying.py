"""A changed passphrase: the casebook opens with the new one, its copies with the old one, and the log tells of it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from django.db import connection

from amanat.actions.findings import Finding
from amanat.actions.rekeying import change_passphrase
from amanat.actions.verify import verify
from amanat.adapters.casebook import HEADER_FILE, OpenCasebook, open_casebook
from amanat.core.casebook_errors import (
    CasebookBusyError,
    EmptyPassphraseError,
    PassphraseUnloggedError,
    SamePassphraseError,
    WrongPassphraseError,
)
from amanat.core.errors import AmanatError
from amanat.store.models import LogEntry
from invented import OWNER
from opening import PASSPHRASE

OTHER = "nine loud cranes under the dam"


def opens(folder: Path, passphrase: str) -> bool:
    try:
        open_casebook(folder, passphrase).close()
    except WrongPassphraseError:
        return False
    return True


def test_the_new_one_opens_and_a_copy_made_before_keeps_the_old(
    casebook: OpenCasebook, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(casebook.folder, copy)
    change_passphrase(casebook, OWNER, PASSPHRASE, OTHER)
    assert [opens(casebook.folder, each) for each in (PASSPHRASE, OTHER)] == [False, True]
    assert [opens(copy, each) for each in (PASSPHRASE, OTHER)] == [True, False]


def test_the_log_says_who_and_when_and_holds_together(casebook: OpenCasebook) -> None:
    change_passphrase(casebook, OWNER, PASSPHRASE, OTHER)
    body = json.loads(LogEntry.objects.order_by("-index")[0].body)
    assert (body["who"], body["action"]) == (OWNER.name, "passphrase: changed")
    assert (body["on"], body["rows"]) == (["the casebook's key file"], {})
    assert OTHER not in json.dumps(body) and PASSPHRASE not in json.dumps(body)
    assert [each for each in verify(casebook, OWNER) if isinstance(each, Finding)] == []


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ("guessed", OTHER, WrongPassphraseError),
        (PASSPHRASE, "", EmptyPassphraseError),
        (PASSPHRASE, PASSPHRASE, SamePassphraseError),
        ("caf\u00e9", "cafe\u0301", SamePassphraseError),
    ],
)
def test_what_is_refused_changes_nothing(
    casebook: OpenCasebook, old: str, new: str, error: type[AmanatError]
) -> None:
    header, entries = (casebook.folder / HEADER_FILE).read_bytes(), LogEntry.objects.count()
    with pytest.raises(error):
        change_passphrase(casebook, OWNER, old, new)
    assert (casebook.folder / HEADER_FILE).read_bytes() == header
    assert LogEntry.objects.count() == entries


def test_while_another_program_has_it_open_it_is_refused(casebook: OpenCasebook) -> None:
    with open_casebook(casebook.folder, PASSPHRASE), pytest.raises(CasebookBusyError):
        change_passphrase(casebook, OWNER, PASSPHRASE, OTHER)
    assert opens(casebook.folder, PASSPHRASE)


def test_where_the_log_cannot_be_written_it_is_said_which_passphrase_opens(casebook: OpenCasebook) -> None:
    """Somebody took the newest entries out: nothing is added to such a log."""
    change_passphrase(casebook, OWNER, PASSPHRASE, OTHER)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM store_logentry")
    with pytest.raises(PassphraseUnloggedError) as told:
        change_passphrase(casebook, OWNER, OTHER, PASSPHRASE)
    assert "The new passphrase opens the casebook" in told.value.message()
    assert opens(casebook.folder, PASSPHRASE)
