"""The files inside a file: taken out in the sandbox, one after another, never onto the disk."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from amanat.adapters.formats.answers import known
from amanat.adapters.formats.extracting import Limits, shared_sandbox
from amanat.adapters.formats.kinds import ARCHIVE, MAIL, kind_of
from amanat.adapters.sandbox import Allowance, RefusalError, Sandbox, SandboxUnavailableError
from amanat.core import format_errors as errors

_MB = 2**20
_ANSWER_BYTES = 48 * _MB
_PARSERS = {ARCHIVE.parser: "zip members", MAIL.parser: "mail members"}


@dataclass(frozen=True, slots=True)
class Member:
    """``untrusted_name`` is as the archive or the mail gives it; ``damaged``: it could not be taken out whole."""

    number: int
    untrusted_name: str
    untrusted: bytes
    damaged: bool = False


def unpack(
    untrusted: bytes, name: str, *, limits: Limits | None = None, sandbox: Sandbox | None = None
) -> Iterator[Member]:
    """Each file in an archive or a mail, in its order. ``name`` is only how errors call the whole.

    Memory holds one of them at a time. Raises FormatError.
    """
    limits = limits or Limits.from_settings()
    parser = _PARSERS.get(kind_of(untrusted).parser)
    if parser is None:
        return
    held, left = bytearray(), 4 * limits.file_mb * _MB
    for piece in _pieces(untrusted, name, parser, limits, sandbox or shared_sandbox()):
        held += piece.untrusted
        left -= len(piece.untrusted)
        if left < 0 or len(held) > limits.file_mb * _MB:
            raise errors.ArchiveTooLargeError(name, unpacked=f"more than {4 * limits.file_mb}")
        if piece.last:
            yield Member(piece.number, piece.untrusted_name, bytes(held), piece.damaged)
            held.clear()


@dataclass(frozen=True, slots=True)
class _Piece:
    number: int
    untrusted_name: str
    untrusted: bytes
    last: bool
    damaged: bool


def _pieces(untrusted: bytes, name: str, parser: str, limits: Limits, sandbox: Sandbox) -> Iterator[_Piece]:
    member, offset = 0, 0
    allowance = Allowance(limits.seconds, limits.memory_mb, answer_bytes=_ANSWER_BYTES)
    while True:
        try:
            answer = sandbox.parse(parser, untrusted, {"member": member, "offset": offset}, allowance)
        except SandboxUnavailableError as fault:
            raise errors.SandboxMissingError(name, why=str(fault)) from None
        except RefusalError as refusal:
            raise known(refusal, name, limits) from None
        for piece in _checked(answer, name):
            if piece.number < member:
                raise errors.ParserFailedError(name, how="parts out of order")
            yield piece
            offset = 0 if piece.last else (offset if piece.number == member else 0) + len(piece.untrusted)
            member = piece.number + piece.last
        if answer.get("done") is not False or not answer.get("pieces"):
            return


def _checked(untrusted_answer: Mapping[str, Any], name: str) -> list[_Piece]:
    try:
        return [
            _Piece(
                int(each["member"]),
                str(each["name"])[:1000] or "unnamed",
                base64.b64decode(each["content"], validate=True),
                each["last"] is True,
                each["damaged"] is True,
            )
            for each in untrusted_answer["pieces"]
        ]
    except (KeyError, TypeError, ValueError, binascii.Error):
        raise errors.ParserFailedError(name, how="an answer of the wrong shape") from None
