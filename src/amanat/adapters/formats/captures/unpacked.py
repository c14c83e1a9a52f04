"""A WARC file's bytes, unpacked as they are asked for, and never more of them than is allowed."""

from __future__ import annotations

import io
import zlib
from typing import IO

import brotli  # type: ignore[import-not-found,import-untyped,unused-ignore]  # ships no types

from amanat.adapters.sandbox.terms import RefusalError

MOST_UNPACKED = 1024 * 2**20
"""Bytes that all of one capture's archives may unpack to."""
_GZIP = b"\x1f\x8b"
_PIECE = 2**16


class Purse:
    """What may still be unpacked, over all archives of one capture."""

    def __init__(self, most: int = MOST_UNPACKED) -> None:
        self._most = most
        self._left = most

    def spend(self, size: int) -> None:
        """Raises RefusalError where that is more than is left."""
        self._left -= size
        if self._left < 0:
            reason = f"a web capture that unpacks to more than {self._most // 2**20} MB"
            raise RefusalError("document-unsafe", reason=reason)


class Unpacked(io.RawIOBase):
    """Reads a WARC plain or packed with gzip, each record a member of its own or all of them one.

    ``cut_off`` tells, once it was read to its end, whether the packed file stops in the middle.
    """

    def __init__(self, packed: IO[bytes], purse: Purse) -> None:
        self._packed = packed
        self._purse = purse
        self._waiting = b""
        self._ahead = packed.read(2)
        self._member = zlib.decompressobj(31) if self._ahead == _GZIP else None
        self._started = False
        self.cut_off = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # of any writable bytes
        if not self._waiting:
            self._waiting = self._next()
            self._purse.spend(len(self._waiting))
        piece = self._waiting[: len(buffer)]
        buffer[: len(piece)] = piece
        self._waiting = self._waiting[len(piece) :]
        return len(piece)

    def _next(self) -> bytes:
        """The next unpacked bytes; none at the end. Damage ends the file where it is met."""
        while True:
            packed = self._ahead or self._packed.read(_PIECE)
            self._ahead = b""
            if self._member is None or not packed:
                self.cut_off = self._member is not None and self._started
                return packed
            try:
                self._started = True
                piece = self._member.decompress(packed, _PIECE)
            except zlib.error:
                self.cut_off, self._member = True, None
                self._packed = io.BytesIO()
                return b""
            self._ahead = self._member.unconsumed_tail
            if self._member.eof:
                self._ahead = self._member.unused_data.lstrip(b"\x00")
                self._member, self._started = zlib.decompressobj(31), False
            if piece:
                return piece


def unpacked_answer(packed: bytes, how: str, most: int) -> bytes | None:
    """An answer's body as it was before it was packed for the way, cut at ``most`` bytes; None where it is not known
    ``how``, or damaged from the start.
    """
    try:
        if how in ("", "identity"):
            return packed
        if how in ("gzip", "x-gzip"):
            return zlib.decompressobj(31).decompress(packed, most)
        if how == "deflate":
            bare = packed[:1] and packed[0] & 0x0F != 8  # sent without zlib's head by some servers
            return zlib.decompressobj(-15 if bare else 15).decompress(packed, most)
        if how == "br":
            return bytes(brotli.Decompressor().process(packed, output_buffer_limit=most))
    except (zlib.error, brotli.error):
        return None
    return None
