"""Connections that go where they may, and that end in time: however slowly a server drips its answer.

The timeouts of an HTTP library hold for one piece each; a server that sends a byte a second is never late for one. So
every read and write is given what is left of one deadline.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore

from amanat.adapters.language_model.address import Address, addresses

_CONNECT_SECONDS = 10.0
_SLICE = 16_384


class Deadline:
    def __init__(self, seconds: float) -> None:
        self._until = time.monotonic() + seconds

    def left(self, limit: float | None = None) -> float:
        """Seconds that are left, at most ``limit``. Raises httpcore.ReadTimeout where none is."""
        left = self._until - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the deadline has passed")
        return left if limit is None else min(left, limit)


class TimedStream(httpcore.NetworkStream):
    """A stream of which every part has to come before the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        for at in range(0, len(buffer), _SLICE):
            self._stream.write(buffer[at : at + _SLICE], self._deadline.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        left = self._deadline.left(timeout)
        return TimedStream(self._stream.start_tls(ssl_context, server_hostname, left), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class ToOneMachine(httpcore.NetworkBackend):
    """Connects to the address it was made for and to no other, by the number that was looked at and not by its name.

    A name that resolved to this machine a moment ago and resolves to another one now is found out here.
    """

    def __init__(self, address: Address, deadline: Deadline) -> None:
        self._address = address
        self._deadline = deadline
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        if (host, port) != (self._address.host, self._address.port):
            raise httpcore.ConnectError("a connection to another address than the user named")
        refused: Exception = httpcore.ConnectError("its name does not resolve")
        for numeric in addresses(self._address):
            try:
                stream = self._backend.connect_tcp(numeric, port, self._deadline.left(_CONNECT_SECONDS))
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as fault:
                refused = fault
            else:
                return TimedStream(stream, self._deadline)
        raise refused
