"""The vault: the bytes of every report as received, encrypted with age, under names that say nothing.

A file's name is a keyed hash of its content's SHA-256, so that a seized disk does not tell which known
files it holds. A file is there whole or not at all: written beside, synced, then renamed.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

import pyrage  # type: ignore[import-untyped]

from amanat.adapters.disk import finish, make_folder, storing, sweep, sync_folder, unfinished
from amanat.adapters.watched import Watched
from amanat.core.casebook_errors import ChangedEvidenceError, MissingEvidenceError

_UNFINISHED = "unfinished"


class Kept(NamedTuple):
    """SHA-256 of the bytes in hexadecimal, and how many they are."""

    sha256: str
    size: int


class Vault:
    """``identity`` is the age identity (AGE-SECRET-KEY-1…) all files are encrypted to; ``name_key`` names
    them.
    """

    def __init__(self, folder: Path, identity: str, name_key: bytes) -> None:
        self.folder = folder
        self._identity = pyrage.x25519.Identity.from_str(identity)
        self._name_key = name_key

    @staticmethod
    def make(folder: Path) -> None:
        make_folder(folder)
        make_folder(folder / _UNFINISHED)

    def put(self, untrusted: Path | BinaryIO) -> Kept:
        """Keep the bytes of a file, or of a stream from where it stands; safe to repeat.

        On return they are on the disk. Raises a StorageError, about the source or about the vault, and
        leaves nothing.
        """
        if isinstance(untrusted, Path):
            with storing(str(untrusted)), untrusted.open("rb") as source:
                return self._put(source, str(untrusted))
        return self._put(untrusted, "the file received")

    def _put(self, source: BinaryIO, source_name: str) -> Kept:
        with storing("the vault"):
            make_folder(self.folder / _UNFINISHED)
            with unfinished(self.folder / _UNFINISHED) as (path, file):
                kept = self._encrypted(source, source_name, file)
                if not self._holds(kept.sha256):
                    finish(path, file, self._place_for(kept.sha256))
        return kept

    def _encrypted(self, source: BinaryIO, source_name: str, file: BinaryIO) -> Kept:
        reader, writer = Watched(source, "sha256"), Watched(file)
        try:
            pyrage.encrypt_io(reader, writer, [self._identity.to_public()])
        except (OSError, pyrage.EncryptError):
            with storing(source_name):
                reader.reraise()
            writer.reraise()
            raise
        return Kept(reader.hexdigest(), reader.count)

    def _holds(self, sha256: str) -> bool:
        """Whether the very bytes are there. A damaged file is not trusted: it is replaced by the whole
        one.
        """
        try:
            self.check(sha256)
        except (MissingEvidenceError, ChangedEvidenceError):
            return False
        return True

    def open(self, sha256: str) -> BinaryIO:
        """The bytes of one report, at their start, checked in full before the first is handed out; to be closed.

        They are decrypted into memory, never onto the disk. Raises MissingEvidenceError or
        ChangedEvidenceError.
        """
        plain = _in_memory()
        try:
            self._decrypt(sha256, plain)
        except BaseException:
            plain.close()
            raise
        plain.seek(0)
        return plain

    def check(self, sha256: str) -> None:
        """Raises MissingEvidenceError or ChangedEvidenceError unless the file is there and is what was
        received.
        """
        with Path(os.devnull).open("wb") as nowhere:
            self._decrypt(sha256, nowhere)

    def _decrypt(self, sha256: str, target: BinaryIO) -> None:
        with self._file(sha256) as file:
            reader, writer = Watched(file), Watched(target, "sha256")
            try:
                pyrage.decrypt_io(reader, writer, [self._identity])
            except (OSError, pyrage.DecryptError) as fault:
                with storing("the vault"):
                    reader.reraise()
                    writer.reraise()
                raise ChangedEvidenceError(sha256, why="it does not decrypt whole") from fault
        if writer.hexdigest() != sha256:
            raise ChangedEvidenceError(sha256, why="it is another file")

    def _file(self, sha256: str) -> BinaryIO:
        with storing("the vault"):
            try:
                return (self.folder / self.name_of(sha256)).open("rb")
            except FileNotFoundError:
                raise MissingEvidenceError(sha256) from None

    def name_of(self, sha256: str) -> str:
        """Where the file with that digest is, relative to the vault: ``ab/cd/…``."""
        name = hmac.new(self._name_key, bytes.fromhex(sha256), hashlib.sha256).hexdigest()
        return f"{name[:2]}/{name[2:4]}/{name[4:]}"

    def _place_for(self, sha256: str) -> Path:
        """The path for a new file, its folders made and their names on disk."""
        path = self.folder / self.name_of(sha256)
        for folder in (path.parent.parent, path.parent):
            if not folder.is_dir():
                make_folder(folder)
                sync_folder(folder.parent)
        return path

    def names(self) -> Iterator[str]:
        """The name of every file kept, as ``name_of`` gives it, for finding those that no report points
        at.
        """
        for path in self.folder.glob("??/??/*"):
            yield path.relative_to(self.folder).as_posix()

    def sweep(self) -> int:
        """Removes what interrupted runs left unfinished; only while no other process writes."""
        return sweep(self.folder / _UNFINISHED)


def _in_memory() -> BinaryIO:
    """A file without a place on disk; where the system has none, memory up to 512 MB and then an unnamed
    file.
    """
    if sys.platform == "linux":
        return os.fdopen(os.memfd_create("evidence"), "w+b")
    return tempfile.SpooledTemporaryFile(max_size=512 * 1024 * 1024)
