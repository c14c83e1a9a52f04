"""The log's signed heads: appended, chained, read after a crash, and an old log noticed by them."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amanat.adapters.checkpoints import CHECKPOINTS_FILE, Checkpoints, Standing
from amanat.adapters.note import Checkpoint, Signer, Verifier, read_checkpoint
from amanat.adapters.reserve import RESERVE_FILE, Reserve
from amanat.core.casebook_errors import DamagedCheckpointsError, DiskFullError
from amanat.core.ledger import leaf_hash, root_of

SIGNER = Signer("amanat/0123", b"s" * 32)
LEAVES = [leaf_hash(b"salt", str(index).encode()) for index in range(400)]


def root_at(size: int) -> bytes:
    return root_of(LEAVES[:size])


def forged_root_at(size: int) -> bytes:
    return root_of([leaf_hash(b"salt", b"forged"), *LEAVES[1:size]])


@pytest.fixture
def checkpoints(tmp_path: Path) -> Checkpoints:
    found = Checkpoints(tmp_path, SIGNER, Reserve(tmp_path))
    found.begin()
    return found


def test_heads_are_read_back_in_order(checkpoints: Checkpoints) -> None:
    for size in (1, 2, 5):
        checkpoints.append(size, root_at(size))
    assert [(each.size, each.root) for each in checkpoints.all()] == [(n, root_at(n)) for n in (0, 1, 2, 5)]
    newest = checkpoints.newest()
    assert newest is not None
    assert newest.size == 5


def test_a_long_file_is_read_from_its_end(checkpoints: Checkpoints) -> None:
    for size in range(1, 200):
        checkpoints.append(size, LEAVES[size])
    assert checkpoints.path.stat().st_size > 40_000
    assert [each.size for each in checkpoints.all()] == list(range(200))


def test_a_head_that_a_later_one_covers_is_not_written_again(checkpoints: Checkpoints) -> None:
    checkpoints.append(3, root_at(3))
    checkpoints.append(2, root_at(2))
    checkpoints.append(3, root_at(3))
    assert [each.size for each in checkpoints.all()] == [0, 3]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(cut=st.integers(1, 150))
def test_a_line_torn_by_a_crash_costs_only_itself(checkpoints: Checkpoints, cut: int) -> None:
    checkpoints.path.write_bytes(b"")
    checkpoints.begin()
    checkpoints.append(1, root_at(1))
    whole = checkpoints.path.read_bytes()
    checkpoints.append(2, root_at(2))
    checkpoints.path.write_bytes(checkpoints.path.read_bytes()[:-cut])
    newest = checkpoints.newest()
    assert newest is not None
    assert newest.size == 1
    checkpoints.append(2, root_at(2))
    assert checkpoints.path.read_bytes().startswith(whole)
    assert [each.size for each in checkpoints.all()] == [0, 1, 2]


def without(nth: int) -> Callable[[list[bytes]], list[bytes]]:
    return lambda records: records[:nth] + records[nth + 1 :]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(without(0), id="first removed"),
        pytest.param(without(2), id="middle removed"),
        pytest.param(lambda records: [records[0], records[2], records[1], records[3]], id="order changed"),
        pytest.param(
            lambda records: [*records[:3], records[3].replace(b"\n3\n", b"\n4\n")], id="size changed"
        ),
        pytest.param(lambda records: [*records, records[1]], id="an old one put at the end"),
    ],
)
def test_what_was_done_to_the_file_is_noticed(checkpoints: Checkpoints, change) -> None:
    for size in (1, 2, 3):
        checkpoints.append(size, root_at(size))
    parts = checkpoints.path.read_bytes().split(b"\n\n")
    records = [b"\n\n".join([parts[at], parts[at + 1], b""]) for at in range(0, 8, 2)]
    assert b"".join(records) == checkpoints.path.read_bytes()
    checkpoints.path.write_bytes(b"".join(change(records)))
    with pytest.raises(DamagedCheckpointsError):
        list(checkpoints.all())


def test_another_casebooks_checkpoints_are_refused(checkpoints: Checkpoints, tmp_path: Path) -> None:
    other = Checkpoints(tmp_path, Signer("amanat/4567", b"t" * 32), Reserve(tmp_path))
    with pytest.raises(DamagedCheckpointsError):
        other.newest()


def test_a_file_that_is_gone_is_said_and_writing_goes_on_but_shows_it(checkpoints: Checkpoints) -> None:
    checkpoints.append(1, root_at(1))
    checkpoints.path.unlink()
    with pytest.raises(DamagedCheckpointsError, match="gone"):
        checkpoints.newest()
    checkpoints.append(2, root_at(2))
    with pytest.raises(DamagedCheckpointsError, match="missing"):
        list(checkpoints.all())


@pytest.mark.parametrize(
    ("size", "roots", "standing", "entries"),
    [
        (5, root_at, Standing.LEVEL, 0),
        (6, root_at, Standing.AHEAD, 1),
        (4, root_at, Standing.BEHIND, 1),
        (0, root_at, Standing.BEHIND, 5),
        (5, forged_root_at, Standing.FORKED, 0),
        (9, forged_root_at, Standing.FORKED, 4),
    ],
)
def test_a_log_is_held_against_its_newest_head(checkpoints, size, roots, standing, entries) -> None:
    checkpoints.append(5, root_at(5))
    found = checkpoints.compared(size, roots)
    assert (found.standing, found.entries) == (standing, entries)


def test_the_newest_head_can_be_kept_and_checked_elsewhere(checkpoints: Checkpoints) -> None:
    checkpoints.append(7, root_at(7))
    name, key_id, key = checkpoints.verification_key.split("+", 2)
    assert (name, len(key_id)) == ("amanat/0123", 8)
    assert key
    found = read_checkpoint(checkpoints.export(), SIGNER.verifier)
    assert (found.origin, found.size, found.root) == ("amanat/0123", 7, root_at(7))


def test_a_full_disk_costs_the_reserve_and_not_the_head(small_disk: Path) -> None:
    reserve = Reserve(small_disk)
    assert reserve.fill()
    checkpoints = Checkpoints(small_disk, SIGNER, reserve)
    checkpoints.begin()
    fill_up(small_disk / "filling")
    for size in range(1, 100):
        checkpoints.append(size, LEAVES[size])
    assert not (small_disk / RESERVE_FILE).exists()
    assert [each.size for each in checkpoints.all()] == list(range(100))


def test_a_disk_full_without_reserve_is_said_and_nothing_is_lost(small_disk: Path) -> None:
    checkpoints = Checkpoints(small_disk, SIGNER, Reserve(small_disk))
    checkpoints.begin()
    fill_up(small_disk / "filling")
    with pytest.raises(DiskFullError, match=CHECKPOINTS_FILE):
        for size in range(1, 100):
            checkpoints.append(size, LEAVES[size])
    kept = [each.size for each in checkpoints.all()]
    assert kept == list(range(len(kept)))
    (small_disk / "filling").unlink()
    checkpoints.append(100, LEAVES[100])
    assert [each.size for each in checkpoints.all()] == [*kept, 100]


def fill_up(path: Path) -> None:
    with path.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(os.urandom(4096))
        except OSError:
            return


# A note signed by the Go implementation (golang.org/x/mod/sumdb/note), from its documentation.
GO_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
GO_TEXT = """If you think cryptography is the answer to your problem,
then you don't know what your problem is.
"""
GO_SIGNATURE = "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="
GO_NOTE = f"{GO_TEXT}\n\u2014 PeterNeumann {GO_SIGNATURE}\n"


def test_notes_are_those_of_the_go_implementation() -> None:
    name, key_id, key = GO_KEY.split("+", 2)
    verifier = Verifier.from_text(GO_KEY)
    assert (verifier.name, verifier.key_id.hex()) == (name, key_id)
    assert verifier.text() == GO_KEY
    assert key
    assert verifier.signed(GO_NOTE) == GO_TEXT
    assert verifier.signed(GO_NOTE.replace("answer", "question")) is None


def test_a_second_persons_signature_does_no_harm() -> None:
    note = SIGNER.note(Checkpoint("amanat/0123", 3, root_at(3)).text())
    witness = Signer("witness", b"w" * 32)
    text, _, line = witness.note(note.partition("\n\n")[0] + "\n").partition("\n\n")
    assert text
    cosigned = note + line
    assert read_checkpoint(cosigned, SIGNER.verifier).size == 3
    assert read_checkpoint(cosigned, witness.verifier).size == 3
    with pytest.raises(ValueError, match="signature"):
        read_checkpoint(cosigned, replace(witness.verifier, public=SIGNER.verifier.public))


@given(st.text())
def test_anything_else_is_no_note(text: str) -> None:
    assert SIGNER.verifier.signed(text) is None
