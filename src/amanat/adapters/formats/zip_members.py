"""An archive of files: which they are, in its own order and under its own names, and their bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

from amanat.adapters.formats.encoding import decoded
from amanat.adapters.formats.packages import opened
from amanat.adapters.sandbox.terms import RefusalError

_UTF8_NAMES = 0x800
_LOCKED = 0x1
_SYSTEMS_OWN = ("__MACOSX/",)
_MOST_GROWTH = 200
"""How many times its size an archive may unpack to: written words reach twenty."""
_SMALL = 16 * 2**20


def listing(packed: zipfile.ZipFile, options: Mapping[str, Any]) -> dict[str, Any]:
    """The names of the files, as a text of its own and one by one. Raises RefusalError.

    ``options``: ``max_members``, ``file_mb``.
    """
    files = _files(packed)
    _refuse(packed, files, options)
    names = [_name(each) for each in files]
    locked = sum(bool(each.flag_bits & _LOCKED) for each in files)
    if not files:
        raise RefusalError("archive-empty")
    if locked == len(files):
        raise RefusalError("document-locked")
    counted = f"{len(names)} files" if len(names) > 1 else "1 file"
    return {
        "text": "\n".join([f"A ZIP archive of {counted}:", "", *names]) + "\n",
        "media_type": "application/zip",
        "members": len(names),
        "locked_members": locked,
        "list_only": True,
        "hints": {},
    }


def contents(untrusted: bytes) -> Iterator[tuple[str, zipfile.ZipFile, zipfile.ZipInfo]]:
    """Each file that can be unpacked: its name, and where to read it. Raises one of ``packages.BROKEN``."""
    with opened(untrusted) as packed:
        for each in _files(packed):
            if not each.flag_bits & _LOCKED:
                yield _name(each), packed, each


def _files(packed: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """Without folders, and without what systems put in beside a person's files."""
    return [
        each
        for each in packed.infolist()
        if not each.is_dir()
        and not each.filename.startswith(_SYSTEMS_OWN)
        and not each.filename.rpartition("/")[2].startswith(".")
        and each.filename.rpartition("/")[2] not in ("Thumbs.db", "desktop.ini", "")
    ]


def _refuse(packed: zipfile.ZipFile, files: list[zipfile.ZipInfo], options: Mapping[str, Any]) -> None:
    if len(files) > options["max_members"]:
        raise RefusalError("too-many-members", members=len(files), limit=options["max_members"])
    unpacked = sum(each.file_size for each in files)
    own = max(1, sum(each.compress_size for each in files))
    megabytes = unpacked // 2**20
    if unpacked > _SMALL and unpacked > _MOST_GROWTH * own:
        raise RefusalError("document-unsafe", reason=f"{own // 1024} KB that unpack to {megabytes} MB")
    largest = max((each.file_size for each in files), default=0)
    if largest > options["file_mb"] * 2**20 or unpacked > 4 * options["file_mb"] * 2**20:
        raise RefusalError("archive-too-large", unpacked=megabytes)


def _name(member: zipfile.ZipInfo) -> str:
    """As it was written. Archives that do not say how are read as their letters tell; most are UTF-8."""
    name = member.filename
    if not member.flag_bits & _UTF8_NAMES and not name.isascii():
        read = decoded(name.encode("cp437", "replace"))
        name = read.text if read is not None else name
    return " ".join(name.replace("\\", "/").split())[:1000] or "unnamed"
