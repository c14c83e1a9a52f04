"""A casebook on disk: one folder that holds everything, unreadable without its passphrase.

casebook.json   the wrapped master key (adapters/header)
casebook.db     the records, SQLCipher (absent where a team keeps them on a server)
vault/          the reports' files, age (adapters/vault)
checkpoints     the log's signed heads (adapters/checkpoints)
reserve         room for the writes that must succeed on a full disk (adapters/reserve)
lock            who has it open (adapters/lock)
"""

from __future__ import annotations

import json
import secrets
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import pyrage  # type: ignore[import-untyped]

from amanat import __version__
from amanat.adapters.checkpoints import CHECKPOINTS_FILE, Checkpoints
from amanat.adapters.disk import storage_error_said, storing, sweep, write_whole
from amanat.adapters.header import Header, parsed, unwrapped
from amanat.adapters.lock import LOCK_FILE, Lock
from amanat.adapters.master import MasterKey
from amanat.adapters.note import Signer
from amanat.adapters.passphrase import ready
from amanat.adapters.reserve import RESERVE_FILE, Reserve
from amanat.adapters.sqlcipher.driver import connected, sqlcipher
from amanat.adapters.vault import Vault
from amanat.adapters.wrapping import seal, unseal, wrapped_slot
from amanat.core.casebook_errors import (
    CasebookBusyError,
    CasebookExistsError,
    DamagedHeaderError,
    FolderNotEmptyError,
    MissingDatabaseError,
    MissingVaultError,
    NotACasebookError,
    NotAFolderError,
)

HEADER_FILE = "casebook.json"
DATABASE_FILE = "casebook.db"
VAULT_FOLDER = "vault"
_MAKING = "unfinished-casebook"
"""In the folder while a casebook is being made: what is beside it belongs to nobody and may be swept away."""
_LARGEST_HEADER = 64 * 1024


@dataclass(frozen=True, slots=True)
class Inside:
    """What the header keeps sealed: whose the casebook is, where its records are, the vault's age
    identity.
    """

    owner: str
    database_url: str
    vault_identity: str


@dataclass(frozen=True, slots=True)
class OpenCasebook:
    """A casebook whose passphrase was given. ``close`` it, or use it as a context."""

    folder: Path
    owner: str
    """Whose it is, for the log: the actor of what is done in it."""
    database_url: str = field(repr=False)
    """PostgreSQL's address, or empty: then the records are in ``database``."""
    database_key: bytes = field(repr=False)
    vault: Vault = field(repr=False)
    checkpoints: Checkpoints = field(repr=False)
    reserve: Reserve = field(repr=False)
    lock: Lock = field(repr=False)

    @property
    def database(self) -> Path:
        return self.folder / DATABASE_FILE

    def close(self) -> None:
        self.lock.close()

    def __enter__(self) -> OpenCasebook:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()


def refuse_no_casebook(folder: Path) -> None:
    """Raises NotACasebookError, DamagedHeaderError or StorageError before anybody types a passphrase for nothing."""
    _header(folder)


def refuse_no_room_for_one(folder: Path) -> None:
    """Raises CasebookExistsError, FolderNotEmptyError or NotAFolderError: where ``create`` would make none."""
    if folder.is_dir():
        with storing(str(folder)):
            _refuse_occupied(folder)
    elif folder.exists():
        raise NotAFolderError(str(folder), why="there is a file of that name")
    elif not folder.parent.is_dir():
        raise NotAFolderError(str(folder), why=f"there is no folder {folder.parent}")


def create(folder: Path, passphrase: str, owner: str, database_url: str = "") -> None:
    """Make a casebook in a new or empty folder. Its key file is written last: until then there is no
    casebook.

    Raises CasebookExistsError, FolderNotEmptyError, NotAFolderError, EmptyPassphraseError, CasebookBusyError or a
    StorageError; what an interrupted run left is replaced by the next.
    """
    passphrase = ready(passphrase, str(folder))
    refuse_no_room_for_one(folder)
    with storing(str(folder)):
        folder.mkdir(mode=0o700, exist_ok=True)
        _refuse_occupied(folder)
        folder.chmod(0o700)
        lock = Lock(folder)
        try:
            with lock.alone():
                _refuse_occupied(folder)
                _make(folder, passphrase, Inside(owner, database_url, str(pyrage.x25519.Identity.generate())))
        finally:
            lock.close()


def open_casebook(folder: Path, passphrase: str) -> OpenCasebook:
    """Every error of casebook_errors.CasebookError may be raised, each for what it says."""
    header = _header(folder)
    master = MasterKey(unwrapped(header, ready(passphrase, str(folder)), str(folder)), header.id)
    inside = _inside(folder, header, master)
    if not (folder / VAULT_FOLDER).is_dir():
        raise MissingVaultError(str(folder))
    if not inside.database_url and not (folder / DATABASE_FILE).is_file():
        raise MissingDatabaseError(str(folder))
    with storing(str(folder)):
        reserve = Reserve(folder)
        opened = OpenCasebook(
            folder=folder,
            owner=inside.owner,
            database_url=inside.database_url,
            database_key=master.database(),
            vault=Vault(folder / VAULT_FOLDER, inside.vault_identity, master.vault_names()),
            checkpoints=Checkpoints(folder, _signer(header, master), reserve),
            reserve=reserve,
            lock=Lock(folder),
        )
    _tidy(opened)
    return opened


def change_passphrase(folder: Path, old: str, new: str) -> None:
    """Wrap the master key anew; from the rename on, the new passphrase opens and the old does not.

    Raises what ``open_casebook`` raises, and CasebookBusyError where another program has it open.
    """
    _header(folder)
    with storing(str(folder)):
        lock = Lock(folder)
    try:
        rewrap(folder, lock, old, new)
    finally:
        lock.close()


def rewrap(folder: Path, lock: Lock, old: str, new: str) -> None:
    """``change_passphrase`` for whoever has the casebook open already, by ``lock``. The master key stays what it is:
    copies made before open with the old passphrase still.
    """
    new = ready(new, str(folder))
    with lock.alone():
        header = _header(folder)
        master = unwrapped(header, ready(old, str(folder)), str(folder))
        slot = wrapped_slot(master, new, header.fixed())
        with storing(str(folder)):
            write_whole(folder / HEADER_FILE, replace(header, slot=slot).to_bytes())


def _refuse_occupied(folder: Path) -> None:
    names = {each.name for each in folder.iterdir()}
    if HEADER_FILE in names:
        raise CasebookExistsError(str(folder))
    others = names - {LOCK_FILE, ".DS_Store", "lost+found"}
    if others and _MAKING not in names:
        raise FolderNotEmptyError(str(folder), example=sorted(others)[0])


def _make(folder: Path, passphrase: str, inside: Inside) -> None:
    (folder / _MAKING).touch(mode=0o600)
    sweep(folder)
    for debris in (
        DATABASE_FILE,
        f"{DATABASE_FILE}-wal",
        f"{DATABASE_FILE}-shm",
        CHECKPOINTS_FILE,
        RESERVE_FILE,
    ):
        (folder / debris).unlink(missing_ok=True)
    casebook_id = secrets.token_hex(16)
    master = MasterKey.new(casebook_id)
    header = _new_header(casebook_id, master, passphrase, inside)
    Vault.make(folder / VAULT_FOLDER)
    reserve = Reserve(folder)
    reserve.fill()
    Checkpoints(folder, _signer(header, master), reserve).begin()
    if not inside.database_url:
        _make_database(folder / DATABASE_FILE, master.database())
    write_whole(folder / HEADER_FILE, header.to_bytes())
    (folder / _MAKING).unlink()


def _make_database(path: Path, key: bytes) -> None:
    """An empty database: from here on a missing one is a loss."""
    path.touch(mode=0o600)
    try:
        connected(str(path), key, create=True).close()
    except sqlcipher.OperationalError as fault:
        raise storage_error_said(str(fault), path) or fault from fault


def _new_header(casebook_id: str, master: MasterKey, passphrase: str, inside: Inside) -> Header:
    created = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    header = Header(casebook_id, f"amanat {__version__}", created)
    content = {
        "owner": inside.owner,
        "database_url": inside.database_url,
        "vault_identity": inside.vault_identity,
    }
    return replace(
        header,
        slot=wrapped_slot(master.raw, passphrase, header.fixed()),
        inside=seal(master.inside(), json.dumps(content).encode(), header.fixed()),
    )


def _header(folder: Path) -> Header:
    path = folder / HEADER_FILE
    with storing(str(path)):
        try:
            with path.open("rb") as file:
                return parsed(file.read(_LARGEST_HEADER), str(folder))
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            raise NotACasebookError(str(folder)) from None


def _inside(folder: Path, header: Header, master: MasterKey) -> Inside:
    content = unseal(master.inside(), header.inside, header.fixed())
    if content is None:
        raise DamagedHeaderError(str(folder), why="what it keeps sealed was changed")
    return Inside(**json.loads(content))


def _signer(header: Header, master: MasterKey) -> Signer:
    return Signer(f"amanat/{header.id}", master.log())


def _tidy(opened: OpenCasebook) -> None:
    """Sweeps what interrupted runs left, unless another program works here: then it may be its work."""
    with suppress(CasebookBusyError), opened.lock.alone(), storing(str(opened.folder)):
        (opened.folder / _MAKING).unlink(missing_ok=True)
        sweep(opened.folder)
        opened.vault.sweep()
        opened.reserve.fill()
