"""Chromium's DevTools protocol through a pipe: JSON messages, each ended by a zero byte."""

from __future__ import annotations

import contextlib
import json
import os
import select
import time
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_MOST_MESSAGE = 600 * 2**20


class RefusedCallError(ValueError):
    """The browser would not do what it was asked; the message is its own."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, or the answer to a call that was not waited for (``method`` is then empty)."""

    method: str
    untrusted: Mapping[str, Any]
    session: str = ""
    answers: int = 0


class DevTools:
    """The ends of a running browser's pipe. ``OSError`` where the browser has gone, ``TimeoutError`` if it is slow."""

    def __init__(self, reading: int, writing: int) -> None:
        self._reading = reading
        self._writing = writing
        self._number = 0
        self._pieces: list[bytes] = []
        self._events: deque[Event] = deque()
        self._closed = False

    def ask(self, method: str, session: str = "", **parameters: Any) -> int:
        """Send a call without waiting; its answer comes as an event with the number returned."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        rest = json.dumps(message).encode("utf-8") + b"\0"
        while rest:
            rest = rest[os.write(self._writing, rest) :]
        return self._number

    def call(
        self, method: str, session: str = "", seconds: float = 20.0, **parameters: Any
    ) -> dict[str, Any]:
        """The answer to a call; what happens meanwhile waits. Raises RefusedCallError, OSError, TimeoutError."""
        number = self.ask(method, session, **parameters)
        until = time.monotonic() + seconds
        meanwhile: list[Event] = []
        while (event := self._next(until - time.monotonic())) is not None:
            if event.answers == number:
                self._events.extendleft(reversed(meanwhile))
                return answered(event)
            meanwhile.append(event)
        self._events.extendleft(reversed(meanwhile))
        raise TimeoutError(method)

    def event(self, seconds: float) -> Event | None:
        """What happened next; None if nothing does in so many seconds. Raises OSError."""
        return self._next(seconds)

    def _next(self, seconds: float) -> Event | None:
        if self._events:
            return self._events.popleft()
        until = time.monotonic() + max(0.0, seconds)
        while select.select([self._reading], [], [], max(0.0, until - time.monotonic()))[0]:
            piece = os.read(self._reading, 2**20)
            if not piece:
                raise ConnectionError("the browser has gone")
            self._receive(piece)
            if self._events:
                return self._events.popleft()
        return None

    def _receive(self, piece: bytes) -> None:
        *ended, rest = piece.split(b"\0")
        for each in ended:
            self._events.append(_event(b"".join([*self._pieces, each])))
            self._pieces.clear()
        if rest:
            self._pieces.append(rest)
        if sum(map(len, self._pieces)) > _MOST_MESSAGE:
            raise ConnectionError("a message longer than any should be")

    def close(self) -> None:
        if not self._closed:
            self._closed = True
            with contextlib.suppress(OSError):
                os.close(self._writing)
            with contextlib.suppress(OSError):
                os.close(self._reading)


def _event(message: bytes) -> Event:
    untrusted = json.loads(message)
    if not isinstance(untrusted, dict):
        raise ConnectionError("a message of another shape")
    if "id" in untrusted:
        return Event("", untrusted, str(untrusted.get("sessionId", "")), int(untrusted["id"]))
    return Event(
        str(untrusted.get("method")), untrusted.get("params") or {}, str(untrusted.get("sessionId", ""))
    )


def answered(event: Event) -> dict[str, Any]:
    """A call's result. Raises RefusedCallError."""
    if "error" in event.untrusted:
        raise RefusedCallError(str(event.untrusted["error"].get("message"))[:200])
    result = event.untrusted.get("result")
    return result if isinstance(result, dict) else {}
