"""Hostile files are parsed in another process, behind a wall; only JSON or a known error code comes back.

A ``Sandbox`` is one warm worker: parsers are imported once, each file is read in a child of its own. It is
started at the first file, belongs to the process that started it, dies with it, and is replaced when it
fails.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import selectors
import struct
import subprocess  # starts our own worker, by an argument list, never through a shell
import threading
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

from amanat.adapters.sandbox.terms import Allowance, RefusalError, SandboxUnavailableError
from amanat.adapters.sandbox.walls import Policy, Wall, walls

_START_SECONDS = 20.0
_GRACE_SECONDS = 15.0
"""What importing the parsers, and passing the file in and the answer out, may take beyond the parse itself.
"""


class Sandbox:
    """``parsers`` maps a name to "module:function"; the function takes the bytes and a mapping of options.

    ``extra``: further folders parsers are imported from; ``readable``: folders and files they may read besides.
    """

    def __init__(
        self,
        parsers: Mapping[str, str],
        *,
        extra: Sequence[Path] = (),
        readable: Sequence[Path] = (),
        policy: Policy = Policy.REQUIRED,
    ) -> None:
        self._parsers = dict(parsers)
        self._extra = tuple(extra)
        self._readable = tuple(readable)
        self._policy = policy
        self._worker: _Worker | None = None
        self._lock = threading.Lock()
        atexit.register(self.close)

    @property
    def wall(self) -> str:
        """The name of the wall that holds. Raises SandboxUnavailableError."""
        with self._lock:
            return self._started().wall.name

    def parse(
        self, parser: str, untrusted: bytes, options: Mapping[str, Any], allowance: Allowance | None = None
    ) -> dict[str, Any]:
        """What the parser found, as JSON values, still untrusted.

        Raises RefusalError, SandboxUnavailableError.
        """
        allowance = allowance or Allowance()
        request = {
            "parser": parser,
            "size": len(untrusted),
            "options": dict(options),
            "allowance": asdict(allowance),
        }
        with self._lock:
            answer = self._asked(request, untrusted, allowance)
        return _found(answer)

    def _asked(self, request: dict[str, Any], untrusted: bytes, allowance: Allowance) -> bytes:
        """A worker that has died since the last file is replaced once; one that dies on this file is not."""
        worker = self._started()
        try:
            return worker.ask(request, untrusted, allowance)
        except TimeoutError:
            self._drop()
            raise RefusalError("parser-timed-out", {}) from None
        except OSError:
            had_answered = worker.answered
            self._drop()
            if not had_answered:
                raise RefusalError("parser-failed", {"how": "the sandbox ended"}) from None
        except (
            BaseException
        ):  # Ctrl-C in the middle of an answer: the pipe is out of step, so it is not used again
            self._drop()
            raise
        return self._asked(request, untrusted, allowance)

    def _started(self) -> _Worker:
        """This process's worker. One inherited through a fork belongs to the parent and is left alone."""
        if self._worker is not None and self._worker.owner != os.getpid():
            self._worker = None
        if self._worker is None:
            self._worker = _start(self._offered())
        return self._worker

    def _offered(self) -> Iterable[Wall]:
        return walls(self._parsers, self._extra, self._policy, self._readable)

    def _drop(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None and worker.owner == os.getpid():
            worker.end()

    def close(self) -> None:
        """End the worker; the next parse starts another."""
        self._drop()


def _start(offered: Iterable[Wall]) -> _Worker:
    tried = []
    for wall in offered:
        worker = _Worker(wall)
        if (why := worker.not_ready()) is None:
            return worker
        worker.end()
        tried.append(f"{wall.name}: {why}")
    raise SandboxUnavailableError("; ".join(tried) or "neither bubblewrap nor Landlock")


class _Worker:
    """One running worker and the pipes to it."""

    def __init__(self, wall: Wall) -> None:
        self.wall = wall
        self.owner = os.getpid()
        self.answered = False
        self._process = subprocess.Popen(  # noqa: S603 (the command is ours; no part of it comes from a file)
            wall.command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=0,
            env={"LANG": "C.UTF-8"},
            cwd="/",
            start_new_session=True,
        )

    def not_ready(self) -> str | None:
        """None once the worker stands behind its wall, or why it does not."""
        try:
            first = json.loads(self._frame(time.monotonic() + _START_SECONDS))
        except (OSError, ValueError):
            return self._last_words()
        return None if "ready" in first else str(first.get("unavailable"))

    def _last_words(self) -> str:
        """What the wall itself complained of: no file has been opened yet, so this is no hostile text."""
        self._process.kill()
        _, complaint = self._process.communicate()
        lines = complaint.decode("utf-8", "replace").strip().splitlines()
        return lines[-1][:200] if lines else "it did not start"

    def ask(self, request: dict[str, Any], untrusted: bytes, allowance: Allowance) -> bytes:
        """One file's answer. Raises TimeoutError, or OSError when the worker has gone."""
        deadline = time.monotonic() + allowance.seconds + _GRACE_SECONDS
        header = json.dumps(request).encode("utf-8")
        self._write(struct.pack(">I", len(header)) + header, deadline)
        self._write(untrusted, deadline)
        answer = self._frame(deadline, most=allowance.answer_bytes + 1024)
        self.answered = True
        return answer

    def _write(self, content: bytes, deadline: float) -> None:
        pipe = _open(self._process.stdin)
        rest = memoryview(content)
        with selectors.DefaultSelector() as waiting:
            waiting.register(pipe, selectors.EVENT_WRITE)
            while rest:
                _await(waiting, deadline)
                rest = rest[os.write(pipe.fileno(), rest[: 2**16]) :]

    def _frame(self, deadline: float, most: int = 4096) -> bytes:
        length = struct.unpack(">I", self._read(4, deadline))[0]
        if length > most:
            raise OSError("an answer longer than was allowed")
        return self._read(length, deadline)

    def _read(self, size: int, deadline: float) -> bytes:
        pipe = _open(self._process.stdout)
        received = bytearray()
        with selectors.DefaultSelector() as waiting:
            waiting.register(pipe, selectors.EVENT_READ)
            while len(received) < size:
                _await(waiting, deadline)
                piece = os.read(pipe.fileno(), min(size - len(received), 2**20))
                if not piece:
                    raise ConnectionError("the worker has gone")
                received += piece
        return bytes(received)

    def end(self) -> None:
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
            with contextlib.suppress(OSError):
                _open(pipe).close()


def _open(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise ConnectionError("the worker has no pipe")
    return pipe


def _await(waiting: selectors.BaseSelector, deadline: float) -> None:
    left = deadline - time.monotonic()
    if left <= 0 or not waiting.select(left):
        raise TimeoutError


def _found(untrusted_answer: bytes) -> dict[str, Any]:
    """The answer's shape is checked before anything in it is used."""
    try:
        answer = json.loads(untrusted_answer)
    except (ValueError, RecursionError):
        raise RefusalError("parser-failed", {"how": "an answer that is not JSON"}) from None
    if isinstance(answer, dict) and isinstance(answer.get("found"), dict):
        found: dict[str, Any] = answer["found"]
        return found
    if isinstance(answer, dict) and isinstance(answer.get("refused"), str):
        facts = answer.get("facts")
        raise RefusalError(answer["refused"], facts if isinstance(facts, dict) else {})
    raise RefusalError("parser-failed", {"how": "an answer of an unknown shape"})
