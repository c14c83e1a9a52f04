"""A stream between a file and age: counts and hashes what goes by, and remembers what went wrong.

pyrage turns every exception of a stream, Ctrl-C too, into one of its own; the original is wanted.
"""

from __future__ import annotations

import hashlib
from typing import BinaryIO


class Watched:
    def __init__(self, stream: BinaryIO, algorithm: str = "") -> None:
        self._stream = stream
        self._hash = hashlib.new(algorithm) if algorithm else None
        self._fault: BaseException | None = None
        self.count = 0

    def read(self, size: int = -1) -> bytes:
        try:
            chunk = self._stream.read(size)
        except BaseException as fault:
            self._fault = fault
            raise
        self._see(chunk)
        return chunk

    def write(self, chunk: bytes) -> int:
        try:
            self._stream.write(chunk)
        except BaseException as fault:
            self._fault = fault
            raise
        self._see(chunk)
        return len(chunk)

    def flush(self) -> None:
        try:
            self._stream.flush()
        except BaseException as fault:
            self._fault = fault
            raise

    def _see(self, chunk: bytes) -> None:
        self.count += len(chunk)
        if self._hash is not None:
            self._hash.update(chunk)

    def hexdigest(self) -> str:
        if self._hash is None:
            raise ValueError("this stream is not hashed")
        return self._hash.hexdigest()

    def reraise(self) -> None:
        """Raises what this stream raised, if it did."""
        if self._fault is not None:
            raise self._fault
