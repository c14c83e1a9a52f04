"""The vault keeps every byte, shows nothing of it, and notices every change."""

import hashlib
import io
import os
import stat
import time
from pathlib import Path

import pyrage
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amanat.adapters.disk import DEBRIS
from amanat.adapters.vault import Kept, Vault
from amanat.core.casebook_errors import (
    ChangedEvidenceError,
    DiskFaultError,
    DiskFullError,
    MissingEvidenceError,
    NoPermissionError,
)

IDENTITY = str(pyrage.x25519.Identity.generate())
LETTER = "Дорогая сестра, нас перевели в другое здание.\n".encode() * 5000


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    Vault.make(tmp_path / "vault")
    return Vault(tmp_path / "vault", IDENTITY, b"n" * 32)


def path_of(vault: Vault, kept: Kept) -> Path:
    return vault.folder / vault.name_of(kept.sha256)


def files(folder: Path) -> list[Path]:
    return [each for each in folder.rglob("*") if each.is_file()]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(content=st.binary(max_size=200) | st.sampled_from([b"", bytes(65536), bytes(65537), LETTER]))
def test_what_was_put_in_comes_out(vault: Vault, content: bytes) -> None:
    kept = vault.put(io.BytesIO(content))
    assert kept == (hashlib.sha256(content).hexdigest(), len(content))
    with vault.open(kept.sha256) as plain:
        assert plain.read() == content


def test_a_file_is_put_by_its_path_and_again_without_a_second_copy(vault: Vault, tmp_path: Path) -> None:
    letter = tmp_path / "-rf letter.txt"
    letter.write_bytes(LETTER)
    first = vault.put(letter)
    written = path_of(vault, first).stat().st_mtime_ns
    assert vault.put(letter) == first
    assert path_of(vault, first).stat().st_mtime_ns == written
    assert list(vault.names()) == [vault.name_of(first.sha256)]


def test_neither_name_nor_content_nor_rights_show_anything(vault: Vault) -> None:
    kept = vault.put(io.BytesIO(LETTER))
    path = path_of(vault, kept)
    assert kept.sha256 not in str(path)
    assert LETTER[:40] not in path.read_bytes()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert Vault(vault.folder, IDENTITY, b"m" * 32).name_of(kept.sha256) != vault.name_of(kept.sha256)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(where=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_any_changed_bit_is_noticed_before_a_byte_is_handed_out(vault: Vault, where: float, bit: int) -> None:
    kept = vault.put(io.BytesIO(LETTER[:1000]))
    path = path_of(vault, kept)
    content = bytearray(path.read_bytes())
    content[int(where * len(content))] ^= 1 << bit
    path.write_bytes(content)
    with pytest.raises(ChangedEvidenceError):
        vault.check(kept.sha256)
    with pytest.raises(ChangedEvidenceError), vault.open(kept.sha256):
        pytest.fail("handed out")


@pytest.mark.parametrize("cut", [0, 1, 100, 65536 + 300, -1])
def test_a_file_cut_short_is_noticed(vault: Vault, cut: int) -> None:
    kept = vault.put(io.BytesIO(LETTER))
    path = path_of(vault, kept)
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(ChangedEvidenceError):
        vault.check(kept.sha256)


def test_another_file_in_its_place_is_noticed(vault: Vault) -> None:
    kept, other = vault.put(io.BytesIO(LETTER)), vault.put(io.BytesIO(b"another"))
    path_of(vault, kept).write_bytes(path_of(vault, other).read_bytes())
    with pytest.raises(ChangedEvidenceError, match="another file"):
        vault.check(kept.sha256)


def test_a_damaged_file_is_made_whole_when_its_bytes_come_in_again(vault: Vault) -> None:
    kept = vault.put(io.BytesIO(LETTER))
    path_of(vault, kept).write_bytes(b"damage")
    vault.put(io.BytesIO(LETTER))
    vault.check(kept.sha256)


def test_a_missing_file_is_named(vault: Vault) -> None:
    with pytest.raises(MissingEvidenceError, match="0000"):
        vault.check("00" * 32)


class Failing(io.BytesIO):
    """A source that fails after its first piece: a stick pulled out, a key pressed."""

    def __init__(self, fault: BaseException) -> None:
        super().__init__(bytes(100_000))
        self._fault = fault

    def read(self, size: int | None = -1) -> bytes:
        if self.tell():
            raise self._fault
        return super().read(size)


def test_a_source_that_fails_is_told_apart_from_the_vault_and_leaves_nothing(vault: Vault) -> None:
    with pytest.raises(DiskFaultError, match="file received"):
        vault.put(Failing(OSError(5, "Input/output error")))
    assert files(vault.folder) == []


def test_ctrl_c_in_the_middle_leaves_nothing(vault: Vault) -> None:
    with pytest.raises(KeyboardInterrupt):
        vault.put(Failing(KeyboardInterrupt()))
    assert files(vault.folder) == []


def test_a_source_that_is_not_there_is_named(vault: Vault, tmp_path: Path) -> None:
    with pytest.raises(DiskFaultError, match=r"gone\.txt"):
        vault.put(tmp_path / "gone.txt")


def test_a_full_disk_is_said_and_what_was_kept_stays(small_disk: Path) -> None:
    Vault.make(small_disk / "vault")
    vault = Vault(small_disk / "vault", IDENTITY, b"n" * 32)
    kept = [vault.put(io.BytesIO(os.urandom(100_000))) for _ in range(5)]
    with pytest.raises(DiskFullError, match="vault"):
        vault.put(io.BytesIO(os.urandom(4_000_000)))
    for each in kept:
        vault.check(each.sha256)
    assert len(files(vault.folder)) == len(kept)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read and write everything")
def test_a_vault_that_may_not_be_written_is_said(vault: Vault) -> None:
    (vault.folder / "unfinished").chmod(0o500)
    with pytest.raises(NoPermissionError):
        vault.put(io.BytesIO(b"x"))


def test_sweeping_removes_what_is_unfinished_and_nothing_else(vault: Vault) -> None:
    kept = vault.put(io.BytesIO(LETTER))
    (vault.folder / "unfinished" / f".abc{DEBRIS}").write_bytes(b"half")
    assert vault.sweep() == 1
    assert files(vault.folder) == [path_of(vault, kept)]


PUTTING = """
import io, os, sys
from pathlib import Path
from amanat.adapters.vault import Vault
vault = Vault(Path(sys.argv[1]), sys.argv[2], b"n" * 32)
print("ready", flush=True)
while True:
    print(vault.put(io.BytesIO(os.urandom(150_000))).sha256, flush=True)
"""


def test_what_was_acknowledged_survives_kill_9(vault: Vault, kills: range, start_python) -> None:
    acknowledged: list[str] = []
    for nth in kills:
        worker = start_python(PUTTING, str(vault.folder), IDENTITY)
        assert worker.stdout.readline() == "ready\n"
        time.sleep(0.003 * (nth % 25))
        worker.kill()
        acknowledged += [line.strip() for line in worker.communicate()[0].splitlines() if len(line) == 64]
    for sha256 in acknowledged:
        vault.check(sha256)
    vault.sweep()
    # At most the one that was renamed but not yet said, for each kill; and no unfinished file.
    assert 0 <= len(files(vault.folder)) - len(acknowledged) <= len(kills)
    assert len(list(vault.names())) == len(files(vault.folder))
