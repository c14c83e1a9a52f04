"""A file that a command is to write where the user says: looked at before the work, not after it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import BinaryIO

from amanat.adapters.disk import storing
from amanat.core.errors import AmanatError, Exit


class FolderMissingError(AmanatError):
    code = "folder-missing"
    exit_code = Exit.NOT_FOUND
    happened = "There is no folder {folder}, so {item} can't be written."
    kept = "Nothing was done, and nothing is lost."
    remedy = "Make the folder, or name a file in one that is there; then run the same command again."


class NamesAFolderError(AmanatError):
    code = "names-a-folder"
    exit_code = Exit.USAGE
    happened = "{item} is a folder, and what is to be written is a file."
    kept = "Nothing was done, and nothing is lost."
    remedy = "Name a file in it, such as {example}."


class FileThereError(AmanatError):
    code = "file-there"
    exit_code = Exit.USAGE
    happened = "There is a file {item} already."
    kept = "It was not touched, and nothing was written."
    remedy = "Name another, or move that one away; then run the same command again."


def refuse_no_place(file: Path | None, name: str) -> None:
    """Raises FolderMissingError or NamesAFolderError where no file can be made; ``name``: one for the example."""
    if file is None:
        return
    if file.is_dir():
        raise NamesAFolderError(str(file), example=str(file / name))
    if not file.parent.is_dir():
        raise FolderMissingError(str(file), folder=str(file.parent))


def write_new(file: Path, content: BinaryIO) -> None:
    """A new file, for its owner only, whole or not at all. Raises FileThereError, StorageError."""
    with storing(str(file)):
        try:
            descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            raise FileThereError(str(file)) from None
        try:
            with os.fdopen(descriptor, "wb") as target:
                shutil.copyfileobj(content, target)
                target.flush()
                os.fsync(target.fileno())
        except BaseException:
            file.unlink(missing_ok=True)
            raise
