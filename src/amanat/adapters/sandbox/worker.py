"""Inside the sandbox: a small server that forks one process per file, so that no file can touch another's
reading.

The server never looks into a file: it takes its bytes from standard input, hands them to a fresh child that
has given up everything but the pipe for its answer, and passes that answer on. Frames, both ways: four
bytes of length (big-endian), then JSON; a request is followed by the file's bytes. The first frame out says
``ready``.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import select
import signal
import struct
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from amanat.adapters.sandbox import landlock
from amanat.adapters.sandbox.confinement import die_with_parent, give_up_everything
from amanat.adapters.sandbox.terms import Allowance, RefusalError

_Json = dict[str, Any]


def main() -> None:
    """``argv[1]``: JSON with ``parsers`` (name to "module:function"), ``readable`` (paths), ``landlock``
    (whether it is the only wall) and ``own_processes`` (whether nothing but this server can be seen from
    here).
    """
    start = json.loads(sys.argv[1])
    die_with_parent()
    signal.signal(
        signal.SIGINT, signal.SIG_IGN
    )  # Ctrl-C is for the program outside, which then closes the pipe
    requests, answers = os.dup(0), os.dup(1)
    _quiet()
    try:
        _lock(start)
    except OSError as fault:
        _send(answers, {"unavailable": f"Landlock: {fault}"})
        return
    _send(answers, {"ready": landlock.version()})
    while (request := _receive_json(requests)) is not None:
        parser = _loaded(start["parsers"][request["parser"]])
        untrusted = _receive(requests, request["size"])
        answer = _answered_by_child(parser, untrusted, request)
        del untrusted
        if start["own_processes"]:
            _kill_strays()
        _send_bytes(answers, answer)


def _lock(start: Mapping[str, Any]) -> None:
    """Landlock is a must where it is the only wall; behind another wall it is a second one, where there is
    one.
    """
    if start["landlock"] or landlock.version():
        landlock.restrict([Path(each) for each in start["readable"]])


def _quiet() -> None:
    """Parsers complain in words taken from the file; none of that may reach a terminal."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nothing, standard)
    os.close(nothing)


def _loaded(address: str) -> Callable[[bytes, Mapping[str, Any]], _Json]:
    """The parser, imported once, before any child is forked that needs it.

    Its module's ``warm_up``, where there is one, parses a document of our own, so that what libraries make at
    their first use is made once and not in every child.
    """
    name, function = address.split(":")
    already = name in sys.modules
    module = importlib.import_module(name)
    if not already:
        getattr(module, "warm_up", lambda: None)()
        gc.collect()
        gc.freeze()  # children share these pages until they write to them; collecting garbage would write
    parser: Callable[[bytes, Mapping[str, Any]], _Json] = getattr(module, function)
    return parser


def _answered_by_child(parser: Callable[..., _Json], untrusted: bytes, request: Mapping[str, Any]) -> bytes:
    allowance = Allowance(**request["allowance"])
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        _parse(parser, untrusted, request["options"], allowance, theirs)
    os.close(theirs)
    answer, why = _collected(ours, allowance)
    os.close(ours)
    if why:
        os.kill(child, signal.SIGKILL)
    _, status, used = os.wait4(child, 0)
    if why:
        return _packed({"refused": why, "facts": {}})
    if os.WIFSIGNALED(status):
        return _packed(_death(os.WTERMSIG(status), used.ru_maxrss, allowance))
    return answer or _packed({"refused": "parser-failed", "facts": {"how": "no answer"}})


def _collected(pipe: int, allowance: Allowance) -> tuple[bytes, str]:
    """The child's answer, and why it must be killed, if it must."""
    answer = bytearray()
    deadline = time.monotonic() + allowance.seconds
    while True:
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([pipe], [], [], left)[0]:
            return b"", "parser-timed-out"
        piece = os.read(pipe, 2**16)
        if not piece:
            return bytes(answer), ""
        answer += piece
        if len(answer) > allowance.answer_bytes:
            return b"", "text-too-long"


def _death(signal_number: int, kilobytes: int, allowance: Allowance) -> _Json:
    """What a child that was killed died of."""
    if signal_number == signal.SIGSYS:
        return {"refused": "parser-trespassed", "facts": {"how": "a forbidden system call"}}
    if signal_number == signal.SIGXCPU:
        return {"refused": "parser-timed-out", "facts": {}}
    if kilobytes > 0.7 * allowance.memory_mb * 1024:
        return {"refused": "parser-out-of-memory", "facts": {}}
    return {"refused": "parser-failed", "facts": {"how": f"signal {signal_number}"}}


def _kill_strays() -> None:
    """In a process namespace of our own, and only there: end whatever a child left behind."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(-1, signal.SIGKILL)


def _parse(
    parser: Callable[..., _Json], untrusted: bytes, options: _Json, allowance: Allowance, answers: int
) -> None:
    """The child: never returns."""
    try:
        give_up_everything(allowance, answers)
        answer: _Json = {"found": parser(untrusted, options)}
        packed = _packed(answer)
    except RefusalError as refusal:
        packed = _packed({"refused": refusal.code, "facts": refusal.facts})
    except MemoryError:
        packed = _packed({"refused": "parser-out-of-memory", "facts": {}})
    except OSError as fault:
        # Parsers are given bytes and open nothing: an attempt that the system refused is a trespass.
        packed = _packed({"refused": "parser-trespassed", "facts": {"how": type(fault).__name__}})
    except BaseException as fault:  # whatever a hostile file can provoke: only its class may be told
        packed = _packed({"refused": "parser-failed", "facts": {"how": type(fault).__name__}})
    while packed:
        packed = packed[os.write(answers, packed) :]
    os._exit(0)


def _packed(answer: _Json) -> bytes:
    return json.dumps(answer, ensure_ascii=True).encode("ascii")


def _send(pipe: int, answer: _Json) -> None:
    _send_bytes(pipe, _packed(answer))


def _send_bytes(pipe: int, packed: bytes) -> None:
    frame = struct.pack(">I", len(packed)) + packed
    while frame:
        frame = frame[os.write(pipe, frame) :]


def _receive_json(pipe: int) -> _Json | None:
    length = _receive(pipe, 4)
    if len(length) < 4:
        return None
    found: _Json = json.loads(_receive(pipe, struct.unpack(">I", length)[0]))
    return found


def _receive(pipe: int, size: int) -> bytes:
    """Exactly ``size`` bytes, or fewer where the pipe was closed."""
    received = bytearray()
    while len(received) < size:
        piece = os.read(pipe, min(size - len(received), 2**20))
        if not piece:
            break
        received += piece
    return bytes(received)
