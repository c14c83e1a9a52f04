"""The files that some paths stand for: files themselves, and what lies in folders."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from amanat.core.action_errors import FolderLoopError, UnreadableEntryError
from amanat.core.errors import AmanatError
from amanat.core.format_errors import FileMissingError, FileTooLargeError

_MB = 2**20

Seen = set[tuple[int, int]]
"""Device and inode of each folder that was walked."""


@dataclass(frozen=True, slots=True)
class FoundFile:
    """``untrusted_name``: the file's name as given, within its folder where a folder was given."""

    path: Path
    untrusted_name: str
    how: str


def found_files(paths: Iterable[Path], max_mb: int) -> Iterator[FoundFile | AmanatError]:
    """Each file once, folders in order of names; an error for each entry that can't be taken.

    Links are followed, but no folder is walked twice. Entries of a folder whose name begins with a dot are
    left out: they are the system's and programs' own; one that was named itself is taken.
    """
    seen: Seen = set()
    for path in paths:
        yield from _found(path, path.name or str(path), "file", seen, max_mb)


def _found(path: Path, name: str, how: str, seen: Seen, max_mb: int) -> Iterator[FoundFile | AmanatError]:
    try:
        status = path.stat()
    except FileNotFoundError:
        yield _missing(path)
        return
    except OSError as fault:
        yield UnreadableEntryError(str(path), why=_why(fault))
        return
    if stat.S_ISDIR(status.st_mode):
        yield from _in_folder(path, name, (status.st_dev, status.st_ino), seen, max_mb)
    elif not stat.S_ISREG(status.st_mode):
        yield UnreadableEntryError(str(path), why="it is a device, a pipe or a socket, not a file")
    elif status.st_size > max_mb * _MB:
        yield _too_large(path, status.st_size, max_mb)
    else:
        yield FoundFile(path, name, how)


def _in_folder(
    folder: Path, name: str, identity: tuple[int, int], seen: Seen, max_mb: int
) -> Iterator[FoundFile | AmanatError]:
    if identity in seen:
        yield FolderLoopError(str(folder))
        return
    seen.add(identity)
    try:
        entries = sorted(each.name for each in os.scandir(folder))
    except OSError as fault:
        yield UnreadableEntryError(str(folder), why=_why(fault))
        return
    for entry in entries:
        if not entry.startswith("."):
            yield from _found(folder / entry, f"{name}/{entry}", "folder", seen, max_mb)


def _missing(path: Path) -> AmanatError:
    if path.is_symlink():
        return UnreadableEntryError(str(path), why="the link leads nowhere")
    return FileMissingError(str(path))


def _why(fault: OSError) -> str:
    return f"the system says “{fault.strerror or type(fault).__name__}”"


def _too_large(path: Path, size: int, max_mb: int) -> FileTooLargeError:
    return FileTooLargeError(
        str(path), megabytes=-(-size // _MB), kind="a file", limit=max_mb, setting="AMANAT_MAX_FILE_MB"
    )
