"""Who comes in: one-time links, and the sessions they are exchanged for.

The desk has no passwords and no table of sessions. Whoever started it sees a link in the terminal; the first
browser to open that link becomes the session, and the link is dead. Everything is held in this process's
memory, so stopping the desk ends every session.
"""

from __future__ import annotations

import hmac
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from amanat.core.protecting import Actor

_KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class _Session:
    actor: Actor
    seen: float


class Door:
    """Thread-safe. ``announce`` is told every new link's token, so that the terminal can show it.

    :param idle_seconds: a session not used for so long is closed, and a new link is needed.
    :param clock: seconds that never go back.
    """

    def __init__(
        self,
        actor: Actor,
        announce: Callable[[str], None],
        idle_seconds: float = 1800.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._actor = actor
        self._announce = announce
        self._idle_seconds = idle_seconds
        self._clock = clock
        self._token: str | None = None
        self._sessions: dict[str, _Session] = {}
        self._lock = threading.Lock()

    def new_link(self) -> str:
        """A fresh token; one that was not used yet dies with it."""
        with self._lock:
            self._token = token = secrets.token_urlsafe(_KEY_BYTES)
        self._announce(token)
        return token

    def offer_link(self) -> None:
        """Make a link where none is waiting to be used: somebody stands before a locked door."""
        with self._lock:
            waiting = self._token is not None
        if not waiting:
            self.new_link()

    def exchange(self, token: str) -> str | None:
        """The key of a new session for the right token, once; ``None`` for any other."""
        with self._lock:
            if self._token is None or not hmac.compare_digest(self._token.encode(), token.encode()):
                return None
            self._token = None
            key = secrets.token_urlsafe(_KEY_BYTES)
            self._sessions[key] = _Session(self._actor, self._clock())
            return key

    def admit(self, key: str) -> Actor | None:
        """Whose session ``key`` is, noting that it was used; ``None`` where there is none or it went idle."""
        now = self._clock()
        with self._lock:
            session = self._sessions.get(key)
            if session is None:
                return None
            if now - session.seen > self._idle_seconds:
                del self._sessions[key]
                return None
            self._sessions[key] = _Session(session.actor, now)
            return session.actor

    def close(self, key: str) -> None:
        """Lock: the session is over at once."""
        with self._lock:
            self._sessions.pop(key, None)
