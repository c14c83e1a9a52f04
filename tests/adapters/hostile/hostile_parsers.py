"""Parsers that do what a taken-over parser would: each must be stopped, and the stop named."""

import ctypes
import json
import os
import socket
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

Found = dict[str, Any]
_seen: list[bytes] = []


def echo(untrusted: bytes, options: Mapping[str, Any]) -> Found:
    return {"size": len(untrusted), "options": dict(options)}


def remember(untrusted: bytes, options: Mapping[str, Any]) -> Found:
    """What one file leaves behind for the next: nothing."""
    _seen.append(untrusted)
    return {"seen": len(_seen)}


def look_around(untrusted: bytes, options: Mapping[str, Any]) -> Found:
    return {"environment": dict(os.environ), "user": os.getuid(), "files": [0, 1, 2]}


def read_a_file(untrusted: bytes, options: Mapping[str, Any]) -> Found:
    return {"stolen": Path(options["path"]).read_bytes()[:100].decode("utf-8", "replace")}


def list_a_folder(untrusted: bytes, options: Mapping[str, Any]) -> Found:
    return {"stolen": [each.name for each in Path(options["path"]).iterdir()]}


def write_a_file(untrusted: bytes, options: Mapping[str, Any]) -> Found:
    Path(options["path"]).write_bytes(b"I was here")
    return {}


def open_a_socket(untrusted: bytes, options: Mapping[str, Any]) -> Found:
    socket.create_connection(("127.0.0.1", options["port"]), timeout=2).sendall(b"I was here")
    return {}


def fork_bomb(untrusted: bytes, options: Mapping[str, Any]) -> Found:
    while True:
        os.fork()


def start_a_program(untrusted: bytes, options: Mapping[str, Any]) -> Found:
    os.execv("/bin/sh", ["/bin/sh", "-c", "id"])


def kill_the_others(untrusted: bytes, options: Mapping[str, Any]) -> Found:
    os.kill(os.getppid(), 9)
    return {}


def look_into_the_server(untrusted: bytes, options: Mapping[str, Any]) -> Found:
    ctypes.CDLL(None).ptrace(16, os.getppid(), 0, 0)
    return {}


def threads_without_end(untrusted: bytes, options: Mapping[str, Any]) -> Found:
    while True:
        threading.Thread(target=time.sleep, args=(60,)).start()


def take_ten_gigabytes(untrusted: bytes, options: Mapping[str, Any]) -> Found:
    return {"size": len(bytearray(10 * 2**30))}


def take_memory_bit_by_bit(untrusted: bytes, options: Mapping[str, Any]) -> Found:
    taken = []
    while True:
        taken.append(bytearray(2**20))


def loop_forever(untrusted: bytes, options: Mapping[str, Any]) -> Found:
    while True:
        pass


def sleep_forever(untrusted: bytes, options: Mapping[str, Any]) -> Found:
    while True:
        time.sleep(60)


def crash(untrusted: bytes, options: Mapping[str, Any]) -> Found:
    ctypes.string_at(0)
    return {}


def answer_too_much(untrusted: bytes, options: Mapping[str, Any]) -> Found:
    return {"text": "x" * 50_000_000}


def answer_nonsense(untrusted: bytes, options: Mapping[str, Any]) -> Found:
    """Code that took the process over can write what it likes into the pipe, and end."""
    for handle in range(3, 64):
        try:
            os.write(handle, options["nonsense"].encode())
        except OSError:
            continue
    os._exit(0)


def answer_deep(untrusted: bytes, options: Mapping[str, Any]) -> Found:
    for handle in range(3, 64):
        try:
            os.write(handle, b"[" * 60_000)
        except OSError:
            continue
    os._exit(0)


def raise_something(untrusted: bytes, options: Mapping[str, Any]) -> Found:
    json.loads("{")
    return {}
