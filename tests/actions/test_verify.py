"""verify names whatever was changed, removed, added or put back, by whoever had the key and no respect."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection, connections, transaction

from amanat.actions.findings import Finding, Wrong
from amanat.actions.record import record
from amanat.actions.review import confirm, reject
from amanat.actions.verify import verify
from amanat.adapters.casebook import OpenCasebook
from amanat.core.action_errors import RefusedError
from amanat.core.casebook_errors import DamagedLogError
from amanat.core.ledger import Frontier, leaf_hash
from amanat.core.protecting import Actor, Deed, Role
from amanat.store.models import Claim, LogEntry, Place, Report, Review
from invented import BULLETIN, COURIER, HERALD, OWNER, added
from opening import reopened

Found = set[tuple[str, str, Wrong]]


@pytest.fixture
def filled(casebook: OpenCasebook) -> OpenCasebook:
    for text in (HERALD, COURIER, BULLETIN):
        added(casebook, text)
    confirm(casebook, OWNER, Claim.objects.order_by("pk")[0].pk)
    return casebook


def _found(casebook: OpenCasebook, kept_elsewhere: str = "") -> Found:
    findings = [each for each in verify(casebook, OWNER, kept_elsewhere) if isinstance(each, Finding)]
    assert all(each.words.endswith(".") for each in findings)
    return {(each.where, each.item, each.wrong) for each in findings}


def _sql(statement: str, *values: object) -> None:
    """As somebody would who has the database's key and goes past the program."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA foreign_keys = OFF")
        else:
            cursor.execute("SET session_replication_role = replica")
        cursor.execute(statement, list(values))


def test_nothing_is_wrong_with_what_nobody_touched(filled: OpenCasebook) -> None:
    assert _found(filled, filled.checkpoints.export()) == set()


TAMPERING = [
    ("UPDATE store_claim SET details = 'sewed coats' WHERE id = 2", "row", "claim 2", Wrong.CHANGED),
    ("UPDATE store_review SET verdict = 'rejected'", "row", "review 1", Wrong.CHANGED),
    ("UPDATE store_judgement SET by = 'Somebody'", "row", "judgement 1", Wrong.CHANGED),
    ("UPDATE store_receipt SET received_by = 'Somebody' WHERE id = 1", "row", "receipt 1", Wrong.CHANGED),
    ("DELETE FROM store_telling WHERE id = 1", "row", "telling 1", Wrong.REMOVED),
    ("DELETE FROM store_review", "row", "review 1", Wrong.REMOVED),
    (
        "INSERT INTO store_place(id, name, also, within, folded) VALUES (99, 'x', '[]', '[]', 'x')",
        "row", "place 99", Wrong.ADDED,
    ),
    ("UPDATE store_passage SET quote = 'x' WHERE id = 1", "text", "passage 1", Wrong.CHANGED),
    ("UPDATE store_report SET text = 'x' WHERE id = 1", "text", "report 1", Wrong.CHANGED),
    ("DELETE FROM store_logentry WHERE \"index\" = 3", "log", "entry 3", Wrong.REMOVED),
    (
        "UPDATE store_logentry SET body = replace(body, 'Aysel', 'Aylin') WHERE \"index\" = 2",
        "log", "entry 2", Wrong.CHANGED,
    ),
    ("UPDATE store_logentry SET frontier = leaf WHERE \"index\" = 2", "log", "entry 2", Wrong.CHANGED),
    ("DELETE FROM store_logentry WHERE \"index\" = 6", "log", "entries 6 to 6", Wrong.PUT_BACK),
    ("UPDATE store_case SET title = 'x'", "projection", "case 1", Wrong.CHANGED),
    ("DELETE FROM store_act_claims", "projection", "case 1", Wrong.CHANGED),
    ("DELETE FROM store_claim_subjects", "projection", "persons of claim 1", Wrong.CHANGED),
    (
        "UPDATE store_searchentry SET folded = 'x' WHERE kind = 'report'",
        "projection", "search of report 1", Wrong.CHANGED,
    ),
]  # fmt: skip


def test_each_thing_done_past_the_program_is_named(filled: OpenCasebook) -> None:
    missed = [row for row in TAMPERING if row[1:] not in _after(filled, row[0])]
    assert missed == []


def _after(casebook: OpenCasebook, statement: str) -> Found:
    """What verify finds once the statement is carried out; then it is taken back."""
    with transaction.atomic():
        _sql(statement)
        found = _found(casebook)
        transaction.set_rollback(True)
    return found


def test_a_row_put_back_to_an_older_state_is_told_from_a_changed_one(filled: OpenCasebook) -> None:
    report = Report.objects.get(pk=1)
    fresh = Report(pk=1, sha256=report.sha256, size=report.size, media_type="application/octet-stream")
    fresh.save()
    assert ("row", "report 1", Wrong.PUT_BACK) in _found(filled)


def test_an_entry_forged_with_all_that_hangs_on_it_is_found_by_the_checkpoints(filled: OpenCasebook) -> None:
    """Whoever can write the database can make the log agree with itself, but not with what was signed."""
    _forge(lambda body: body.replace("confirmed", "rejected"), at=6)
    Review.objects.update(verdict="rejected")
    tree = Frontier()
    for entry in LogEntry.objects.order_by("index"):
        tree.append(bytes(entry.leaf))
        LogEntry.objects.filter(pk=entry.pk).update(frontier=tree.to_bytes())
    assert ("log", "entries 6 to 6", Wrong.CHANGED) in _found(filled)


def _forge(change: Callable[[str], str], at: int) -> None:
    entry = LogEntry.objects.get(pk=at)
    entry.body = change(json.dumps({**json.loads(entry.body), "why": "forged"}))
    entry.leaf = leaf_hash(bytes(entry.salt), entry.body.encode())
    entry.save()


def test_a_checkpoint_kept_elsewhere_finds_what_one_with_the_key_signed_anew(filled: OpenCasebook) -> None:
    kept = filled.checkpoints.export()
    _forge(str, at=6)
    tree = Frontier()
    for entry in LogEntry.objects.order_by("index"):
        tree.append(bytes(entry.leaf))
        LogEntry.objects.filter(pk=entry.pk).update(frontier=tree.to_bytes())
    filled.checkpoints.path.unlink()
    filled.checkpoints.begin()
    filled.checkpoints.append(tree.size, tree.root())
    inside = {finding for finding in _found(filled) if finding[0] == "log"}
    assert inside == set(), "inside, everything agrees again"
    assert ("log", "entries 0 to 6", Wrong.CHANGED) in _found(filled, kept)
    assert ("checkpoints", "kept elsewhere", Wrong.BROKEN) in _found(filled, "not a checkpoint")


def test_an_old_database_put_back_is_found_and_not_written_to(filled: OpenCasebook, tmp_path: Path) -> None:
    if filled.database_url:
        pytest.skip("the database file of SQLCipher")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connections["default"].close()
    shutil.copy(filled.database, tmp_path / "old.db")
    reject(filled, OWNER, 2, "to be lost")
    connections["default"].close()
    for suffix in ("-wal", "-shm"):
        Path(f"{filled.database}{suffix}").unlink(missing_ok=True)
    shutil.copy(tmp_path / "old.db", filled.database)
    assert _found(filled) == {("log", "entries 7 to 7", Wrong.PUT_BACK)}
    with pytest.raises(DamagedLogError):
        confirm(filled, OWNER, 3)


def test_entries_taken_from_the_end_are_found_and_nothing_is_added(filled: OpenCasebook) -> None:
    _sql('DELETE FROM store_logentry WHERE "index" >= 5')
    found = _found(filled)
    assert ("log", "entries 5 to 6", Wrong.PUT_BACK) in found
    assert ("row", "review 1", Wrong.ADDED) in found
    with pytest.raises(DamagedLogError), record(filled, OWNER, Deed.RECEIVE, "test") as writing:
        writing.save(Place(name="x", folded="x"))


def _evidence(casebook: OpenCasebook, report: int) -> Path:
    return casebook.vault.folder / casebook.vault.name_of(Report.objects.get(pk=report).sha256)


def _flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.chmod(0o600)
    path.write_bytes(content)


def _truncate(path: Path) -> None:
    path.chmod(0o600)
    path.write_bytes(path.read_bytes()[:-20])


@pytest.mark.parametrize(
    ("harm", "wrong"),
    [(_flip, Wrong.CHANGED), (_truncate, Wrong.CHANGED), (Path.unlink, Wrong.REMOVED)],
)
def test_evidence_changed_cut_or_removed(
    filled: OpenCasebook, harm: Callable[[Path], None], wrong: Wrong
) -> None:
    harm(_evidence(filled, 2))
    assert _found(filled) == {("file", "report 2", wrong)}


def test_evidence_swapped_and_surplus(filled: OpenCasebook, tmp_path: Path) -> None:
    one, other = _evidence(filled, 1), _evidence(filled, 2)
    shutil.move(one, tmp_path / "kept")
    shutil.move(other, one)
    shutil.move(tmp_path / "kept", other)
    (filled.vault.folder / "aa" / "bb").mkdir(parents=True, exist_ok=True)
    (filled.vault.folder / "aa" / "bb" / "cc").write_bytes(b"x")
    assert _found(filled) == {
        ("file", "report 1", Wrong.CHANGED),
        ("file", "report 2", Wrong.CHANGED),
        ("file", "aa/bb/cc", Wrong.ADDED),
    }


def test_checkpoints_cut_changed_or_gone(filled: OpenCasebook) -> None:
    path, whole = filled.checkpoints.path, filled.checkpoints.path.read_bytes()
    first = whole.index(b"\n\n", whole.index(b"\n\n") + 2) + 2
    path.write_bytes(whole[:first])
    assert _found(filled) == {("checkpoints", "size 0", Wrong.REMOVED)}
    path.write_bytes(whole.replace(b"\n3\n", b"\n4\n", 1))
    assert ("checkpoints", path.name, Wrong.CHANGED) in _found(filled)
    path.unlink()
    assert ("checkpoints", path.name, Wrong.CHANGED) in _found(filled)


def test_another_opening_verifies_too(filled: OpenCasebook) -> None:
    with reopened(filled) as again:
        assert _found(again) == set()


def test_readers_do_not_verify(filled: OpenCasebook) -> None:
    with pytest.raises(RefusedError):
        verify(filled, Actor("Timur", Role.READER))


def test_the_digest_of_a_report_is_that_of_its_bytes(filled: OpenCasebook) -> None:
    assert Report.objects.get(pk=1).sha256 == hashlib.sha256(HERALD.encode()).hexdigest()
