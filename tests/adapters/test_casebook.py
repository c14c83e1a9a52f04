"""A casebook's folder: made, opened, its passphrase changed, and everything that can be wrong with it."""

import io
import json
import os
import shutil
import stat
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amanat.adapters.casebook import HEADER_FILE, change_passphrase, create, open_casebook
from amanat.adapters.disk import DEBRIS
from amanat.adapters.header import Header, parsed
from amanat.adapters.lock import Lock
from amanat.adapters.wrapping import Effort
from amanat.core import casebook_errors as errors
from amanat.core.canonical import digest
from amanat.core.errors import AmanatError

PASSPHRASE = "three lanterns under the ice"
OTHER = "a ladder against the orchard wall"
OWNER = "Ilse Tamm"


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("template") / "casebook"
    create(folder, PASSPHRASE, OWNER)
    return folder


@pytest.fixture
def folder(template: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(template, tmp_path / "casebook"))


def header_of(folder: Path) -> dict:
    return json.loads((folder / HEADER_FILE).read_text("utf-8"))


def write_header(folder: Path, header: dict) -> None:
    """As somebody would who knows the format: with a checksum that fits."""
    body = {key: value for key, value in header.items() if key != "checksum"}
    (folder / HEADER_FILE).write_text(json.dumps({**body, "checksum": digest(body)}), "utf-8")


def test_a_new_casebook_opens_with_its_passphrase_and_knows_its_owner(folder: Path) -> None:
    with open_casebook(folder, PASSPHRASE) as opened:
        assert (opened.owner, opened.database_url) == (OWNER, "")
        assert opened.database.is_file()
        assert [each.size for each in opened.checkpoints.all()] == [0]


def test_the_vault_is_the_same_at_every_opening(folder: Path) -> None:
    with open_casebook(folder, PASSPHRASE) as opened:
        kept = opened.vault.put(io.BytesIO(b"letter"))
    with open_casebook(folder, PASSPHRASE) as opened, opened.vault.open(kept.sha256) as plain:
        assert plain.read() == b"letter"


def test_what_a_seized_folder_shows(folder: Path) -> None:
    everything = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    assert OWNER.encode() not in everything
    assert b"AGE-SECRET" not in everything
    assert b"SQLite format" not in everything
    header = header_of(folder)
    assert set(header) == {"format", "id", "program", "created", "key", "inside", "checksum"}
    assert header["key"]["kdf"] == {"name": "argon2id", "memory_kib": 65536, "passes": 3, "lanes": 4}


def test_everything_is_for_its_owner_only(folder: Path) -> None:
    shown = {path.name: oct(stat.S_IMODE(path.stat().st_mode)) for path in [folder, *folder.rglob("*")]}
    assert set(shown.values()) == {"0o700", "0o600"}


def test_keys_stand_in_no_text_form(folder: Path) -> None:
    with open_casebook(folder, PASSPHRASE) as opened:
        assert repr(opened) == f"OpenCasebook(folder={folder!r}, owner={OWNER!r})"


def test_two_casebooks_have_nothing_in_common(folder: Path, tmp_path: Path) -> None:
    create(tmp_path / "second", PASSPHRASE, OWNER)
    with open_casebook(folder, PASSPHRASE) as one, open_casebook(tmp_path / "second", PASSPHRASE) as two:
        assert one.database_key != two.database_key
        assert one.vault.name_of("ab" * 32) != two.vault.name_of("ab" * 32)
        assert one.checkpoints.verification_key != two.checkpoints.verification_key


def test_the_passphrase_is_the_same_however_the_keyboard_composes_it(tmp_path: Path) -> None:
    create(tmp_path / "new", "caf\u00e9 au lait", OWNER)
    open_casebook(tmp_path / "new", "cafe\u0301 au lait").close()


# What is done to the folder, and the error it must be.
WRONG: list[tuple[str, Callable[[Path], object], type[AmanatError]]] = [
    ("no folder", shutil.rmtree, errors.NotACasebookError),
    ("no key file", lambda at: (at / HEADER_FILE).unlink(), errors.NotACasebookError),
    ("key file empty", lambda at: (at / HEADER_FILE).write_bytes(b""), errors.DamagedHeaderError),
    (
        "key file binary",
        lambda at: (at / HEADER_FILE).write_bytes(bytes(range(256))),
        errors.DamagedHeaderError,
    ),
    ("key file a list", lambda at: (at / HEADER_FILE).write_bytes(b"[1]"), errors.DamagedHeaderError),
    ("key file nested", lambda at: (at / HEADER_FILE).write_bytes(b"[" * 60_000), errors.DamagedHeaderError),
    ("format gone", lambda at: write_header(at, header_of(at) | {"format": None}), errors.DamagedHeaderError),
    ("field gone", lambda at: write_header(at, header_of(at) | {"key": {}}), errors.DamagedHeaderError),
    (
        "inside changed",
        lambda at: write_header(at, header_of(at) | {"inside": other_inside(at)}),
        errors.DamagedHeaderError,
    ),
    (
        "id changed",
        lambda at: write_header(at, header_of(at) | {"id": "0" * 32}),
        errors.WrongPassphraseError,
    ),
    ("older", lambda at: write_header(at, header_of(at) | {"format": 0}), errors.CasebookOlderError),
    (
        "newer",
        lambda at: write_header(at, header_of(at) | {"format": 2, "key": []}),
        errors.CasebookNewerError,
    ),
    ("no database", lambda at: (at / "casebook.db").unlink(), errors.MissingDatabaseError),
    ("no vault", lambda at: shutil.rmtree(at / "vault"), errors.MissingVaultError),
]


def other_inside(folder: Path) -> dict[str, str]:
    inside = header_of(folder)["inside"]
    return {**inside, "nonce": "AAAAAAAAAAAAAAAA"}


@pytest.mark.parametrize(("what", "harm", "error"), WRONG, ids=[each[0] for each in WRONG])
def test_each_thing_wrong_has_its_own_words(folder: Path, what: str, harm, error) -> None:
    harm(folder)
    with pytest.raises(error) as raised:
        open_casebook(folder, PASSPHRASE)
    assert type(raised.value) is error
    assert str(folder) in str(raised.value)
    assert raised.value.exit_code == 3


@pytest.mark.parametrize("attempt", [OTHER, PASSPHRASE + " ", PASSPHRASE.upper()])
def test_a_wrong_passphrase_is_said_to_be_wrong(folder: Path, attempt: str) -> None:
    with pytest.raises(errors.WrongPassphraseError) as raised:
        open_casebook(folder, attempt)
    assert attempt not in str(raised.value)


@pytest.mark.parametrize("effort", [Effort(memory_kib=1024), Effort(passes=1), Effort(lanes=0)])
def test_a_planted_weak_header_is_refused_before_the_passphrase_is_used(folder: Path, effort: Effort) -> None:
    planted = header_of(folder)
    planted["key"]["kdf"] |= {"memory_kib": effort.memory_kib, "passes": effort.passes, "lanes": effort.lanes}
    write_header(folder, planted)
    with pytest.raises(errors.WeakHeaderError):
        open_casebook(folder, PASSPHRASE)


def test_a_header_that_would_exhaust_the_machine_is_refused(folder: Path) -> None:
    planted = header_of(folder)
    planted["key"]["kdf"]["memory_kib"] = 2**40
    write_header(folder, planted)
    with pytest.raises(errors.DamagedHeaderError, match="memory"):
        open_casebook(folder, PASSPHRASE)


def outcome(content: bytes) -> Header | str:
    try:
        return parsed(content, "casebook.json")
    except AmanatError as error:
        return error.code


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(where=st.floats(0, 1, exclude_max=True), byte=st.integers(0, 255))
def test_any_byte_of_the_key_file_may_change(template: Path, where: float, byte: int) -> None:
    """Either it says what is wrong, or it means the very same as before (a space for a line's end)."""
    whole = (template / HEADER_FILE).read_bytes()
    at = int(where * len(whole))
    found = outcome(whole[:at] + bytes([byte]) + whole[at + 1 :])
    assert found in {"damaged-header", "casebook-older", "casebook-newer", parsed(whole, "casebook.json")}


@given(st.binary(max_size=300) | st.text(max_size=100).map(str.encode))
def test_anything_may_stand_in_the_key_file(content: bytes) -> None:
    assert isinstance(outcome(content), str)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5), lambda inner: st.lists(inner, max_size=3)
)


@given(data=st.data())
def test_any_field_may_be_anything_even_with_a_checksum_that_fits(
    template: Path, data: st.DataObject
) -> None:
    header = header_of(template)
    place = data.draw(st.sampled_from([header, header["key"], header["key"]["kdf"], header["inside"]]))
    place[data.draw(st.sampled_from(sorted(place)))] = data.draw(json_values)
    body = {key: value for key, value in header.items() if key != "checksum"}
    found = outcome(json.dumps({**body, "checksum": digest(body)}).encode())
    assert isinstance(found, Header | str)


def test_a_casebook_is_not_made_over_another(folder: Path) -> None:
    before = (folder / HEADER_FILE).read_bytes()
    with pytest.raises(errors.CasebookExistsError):
        create(folder, OTHER, OWNER)
    assert (folder / HEADER_FILE).read_bytes() == before


def test_a_casebook_that_lost_its_key_file_is_not_made_anew(folder: Path) -> None:
    (folder / HEADER_FILE).unlink()
    with pytest.raises(errors.FolderNotEmptyError):
        create(folder, OTHER, OWNER)
    assert (folder / "casebook.db").is_file()


def test_a_casebook_can_be_made_in_an_empty_folder_with_a_strange_name(tmp_path: Path) -> None:
    folder = tmp_path / "-C дело?#100% 案"
    folder.mkdir(mode=0o755)
    create(folder, PASSPHRASE, OWNER)
    with open_casebook(folder, PASSPHRASE):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.parametrize("passphrase", [""])
def test_an_empty_passphrase_makes_no_casebook(tmp_path: Path, passphrase: str) -> None:
    with pytest.raises(errors.EmptyPassphraseError):
        create(tmp_path / "new", passphrase, OWNER)
    assert not (tmp_path / "new").exists()


def test_a_changed_passphrase_opens_the_same_casebook(folder: Path) -> None:
    with open_casebook(folder, PASSPHRASE) as opened:
        key = opened.database_key
    change_passphrase(folder, PASSPHRASE, OTHER)
    with pytest.raises(errors.WrongPassphraseError):
        open_casebook(folder, PASSPHRASE)
    with open_casebook(folder, OTHER) as opened:
        assert opened.database_key == key


def test_a_passphrase_is_changed_only_by_who_knows_it_and_while_nobody_works(folder: Path) -> None:
    with pytest.raises(errors.WrongPassphraseError):
        change_passphrase(folder, OTHER, OTHER)
    with pytest.raises(errors.EmptyPassphraseError):
        change_passphrase(folder, PASSPHRASE, "")
    with open_casebook(folder, PASSPHRASE), pytest.raises(errors.CasebookBusyError):
        change_passphrase(folder, PASSPHRASE, OTHER)
    open_casebook(folder, PASSPHRASE).close()


def test_several_may_have_it_open_and_nobody_sweeps_under_them(folder: Path) -> None:
    debris = folder / "vault" / "unfinished" / f".half{DEBRIS}"
    with open_casebook(folder, PASSPHRASE):
        debris.write_bytes(b"being written by the first")
        open_casebook(folder, PASSPHRASE).close()
        assert debris.exists()
    open_casebook(folder, PASSPHRASE).close()
    assert not debris.exists()


def test_who_needs_it_alone_is_told_at_once(folder: Path) -> None:
    first, second = Lock(folder), Lock(folder)
    for lock in (first, second, first):
        with pytest.raises(errors.CasebookBusyError), lock.alone():
            pytest.fail("not alone")
    second.close()
    with first.alone():
        pass
    first.close()


@pytest.mark.parametrize("pages", range(9))
def test_a_disk_without_room_makes_no_casebook_and_the_next_try_does(small_disk: Path, pages: int) -> None:
    """Whatever it is that finds no room: a folder, the checkpoints, the database, the key file."""
    filling = small_disk / "filling"
    with suppress(OSError), filling.open("wb", buffering=0) as file:
        while True:
            file.write(os.urandom(4096))
    os.truncate(filling, filling.stat().st_size - pages * 4096)
    try:
        create(small_disk / "new", PASSPHRASE, OWNER)
    except errors.DiskFullError:
        assert not (small_disk / "new" / HEADER_FILE).exists()
        filling.unlink()
        create(small_disk / "new", PASSPHRASE, OWNER)
    # Where it was made after all, the disk counted its pages differently: then it is whole.
    open_casebook(small_disk / "new", PASSPHRASE).close()


def opens(folder: Path, passphrase: str) -> bool:
    try:
        open_casebook(folder, passphrase).close()
    except errors.WrongPassphraseError:
        return False
    return True


CHANGING = """
import sys
from pathlib import Path
from amanat.adapters.casebook import change_passphrase
folder, one, other = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
print("ready", flush=True)
while True:
    change_passphrase(folder, one, other)
    one, other = other, one
"""


def test_a_change_of_passphrase_killed_leaves_exactly_one_that_opens(
    folder: Path, kills, start_python
) -> None:
    now, other = PASSPHRASE, OTHER
    for nth in kills:
        worker = start_python(CHANGING, str(folder), now, other)
        assert worker.stdout.readline() == "ready\n"
        time.sleep(0.05 * (nth % 11))
        worker.kill()
        assert worker.communicate()[1] == ""
        if not opens(folder, now):
            now, other = other, now
            assert opens(folder, now)
        assert not opens(folder, other)
    assert not list(folder.glob(f".*{DEBRIS}"))


CREATING = """
import sys
from pathlib import Path
from amanat.adapters.casebook import create
print("ready", flush=True)
create(Path(sys.argv[1]), sys.argv[2], "Ilse Tamm")
"""


def test_a_casebook_killed_while_it_is_made_is_whole_or_can_be_made(
    tmp_path: Path, kills, start_python
) -> None:
    for nth in kills:
        folder = tmp_path / str(nth)
        worker = start_python(CREATING, str(folder), PASSPHRASE)
        assert worker.stdout.readline() == "ready\n"
        time.sleep(0.02 * (nth % 12))
        worker.kill()
        worker.communicate()
        if not (folder / HEADER_FILE).exists():
            create(folder, PASSPHRASE, OWNER)
        with open_casebook(folder, PASSPHRASE) as opened:
            assert [each.size for each in opened.checkpoints.all()] == [0]
        assert {path.name for path in folder.iterdir()} == {
            *(HEADER_FILE, "casebook.db", "vault", "checkpoints", "reserve", "lock")
        }
