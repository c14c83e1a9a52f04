"""Landlock: this process and its children may read the paths named, and touch nothing else on the disk.

Linux 5.13 and later; the three calls have the same numbers on every processor.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from collections.abc import Iterable
from pathlib import Path

_CREATE, _ADD_RULE, _RESTRICT = 444, 445, 446
_VERSION_ONLY = 1
_RULE_PATH_BENEATH = 1
_PR_SET_NO_NEW_PRIVS = 38

_EXECUTE, _READ_FILE, _READ_DIR = 1 << 0, 1 << 2, 1 << 3
_FIRST_RIGHTS = (1 << 13) - 1
_LATER_RIGHTS = {2: 1 << 13, 3: 1 << 14, 5: 1 << 15}
"""Rights that came with a later version: moving between folders, truncating, device controls."""
_TCP_SINCE, _TCP_RIGHTS = 4, 0b11


def version() -> int:
    """The kernel's Landlock version; 0 where there is none."""
    if sys.platform != "linux":
        return 0
    return max(0, _call(_CREATE, None, 0, _VERSION_ONLY))


def restrict(readable: Iterable[Path]) -> None:
    """Allow reading beneath ``readable`` and nothing else, for good. Raises OSError where that cannot be."""
    known = version()
    if not known:
        raise OSError("this kernel has no Landlock")
    rights = _FIRST_RIGHTS
    for since, right in _LATER_RIGHTS.items():
        rights |= right if known >= since else 0
    rules = struct.pack("=QQ", rights, _TCP_RIGHTS) if known >= _TCP_SINCE else struct.pack("=Q", rights)
    ruleset = _checked(_call(_CREATE, rules, len(rules), 0))
    for path in readable:
        _allow_reading(ruleset, path)
    libc = ctypes.CDLL(None, use_errno=True)
    _checked(libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
    _checked(_call(_RESTRICT, ruleset, 0))
    os.close(ruleset)


def _allow_reading(ruleset: int, path: Path) -> None:
    handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
    rights = _READ_FILE | _EXECUTE | (_READ_DIR if path.is_dir() else 0)
    rule = struct.pack("=Qi", rights, handle)
    try:
        _checked(_call(_ADD_RULE, ruleset, _RULE_PATH_BENEATH, rule, 0))
    finally:
        os.close(handle)


def _call(number: int, *arguments: object) -> int:
    libc = ctypes.CDLL(None, use_errno=True)
    libc.syscall.restype = ctypes.c_long
    widened = [ctypes.c_long(each) if isinstance(each, int) else each for each in arguments]
    result: int = libc.syscall(ctypes.c_long(number), *widened)
    return result


def _checked(result: int) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result
