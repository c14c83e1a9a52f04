"""What is packed in an archive, or attached to a mail, handed out of the sandbox in pieces.

Nothing is written anywhere in here; a piece is bytes in base64, and there are only as many in one answer as
memory bears.
"""

from __future__ import annotations

import base64
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

from amanat.adapters.formats.mail_parts import attached
from amanat.adapters.formats.packages import BROKEN
from amanat.adapters.formats.zip_members import contents
from amanat.adapters.sandbox.terms import RefusalError

Piece = dict[str, Any]

_ONE_ANSWER = 24 * 2**20
_STEP = 2**20


def zipped(untrusted: bytes, options: Mapping[str, Any]) -> dict[str, Any]:
    """As many pieces as one answer holds. ``options``: ``member`` and ``offset``, where to go on.

    Answers ``pieces`` (``member``, ``name``, ``content``, ``last``, ``damaged``) and ``done``. Raises
    RefusalError.
    """
    try:
        return _answered(_zip_pieces(untrusted, options["member"], options["offset"]))
    except BROKEN:
        raise RefusalError("archive-damaged") from None


def mailed(untrusted: bytes, options: Mapping[str, Any]) -> dict[str, Any]:
    """The same for a mail. Raises RefusalError."""
    return _answered(_mail_pieces(untrusted, options["member"], options["offset"]))


def _answered(pieces: Iterator[Piece]) -> dict[str, Any]:
    found: list[Piece] = []
    size = 0
    for piece in pieces:
        size += len(piece["content"])
        found.append({**piece, "content": base64.b64encode(piece["content"]).decode("ascii")})
        if size >= _ONE_ANSWER:
            return {"pieces": found, "done": False}
    return {"pieces": found, "done": True}


def _mail_pieces(untrusted: bytes, member: int, offset: int) -> Iterator[Piece]:
    for number, (name, content) in enumerate(attached(untrusted)):
        if number >= member:
            start = offset if number == member else 0
            for at in range(start, max(1, len(content)), _STEP):
                yield _piece(number, name, content[at : at + _STEP], last=at + _STEP >= len(content))


def _zip_pieces(untrusted: bytes, member: int, offset: int) -> Iterator[Piece]:
    for number, (name, packed, entry) in enumerate(contents(untrusted)):
        if number < member:
            continue
        try:
            yield from _unpacked(number, name, packed, entry, offset if number == member else 0)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError):
            yield {**_piece(number, name, b"", last=True), "damaged": True}


def _unpacked(
    number: int, name: str, packed: zipfile.ZipFile, entry: zipfile.ZipInfo, offset: int
) -> Iterator[Piece]:
    with packed.open(entry) as file:
        file.seek(offset)
        while True:
            content = file.read(_STEP)
            offset += len(content)
            last = len(content) < _STEP or offset >= entry.file_size
            yield _piece(number, name, content, last=last)
            if last:
                return


def _piece(number: int, name: str, content: bytes, *, last: bool) -> Piece:
    return {"member": number, "name": name, "content": content, "last": last, "damaged": False}
