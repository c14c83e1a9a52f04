"""What a process gives up before it touches a hostile file: disk, network, processes, memory, time."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import sys

from amanat.adapters.sandbox import seccomp
from amanat.adapters.sandbox.terms import Allowance

_PR_SET_PDEATHSIG = 1
_PR_SET_DUMPABLE = 4


def die_with_parent() -> None:
    """Linux: be killed when the process that started this one ends. Also hide memory from other processes."""
    if sys.platform != "linux":
        return
    libc = ctypes.CDLL(None)
    libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def give_up_everything(allowance: Allowance, answer: int) -> None:
    """In the process of one parse: keep only the pipe ``answer``, and limit all else for good.

    Standard input and output are the null device already: the worker saw to that.
    """
    os.closerange(3, answer)
    os.closerange(answer + 1, 256)
    memory = allowance.memory_mb * 2**20
    seconds = int(allowance.seconds) + 1
    for limit, ceiling in (
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 64),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_AS, memory),
    ):
        _lower(limit, ceiling)
    if seccomp.supported():
        seccomp.install()


def _lower(limit: int, ceiling: int) -> None:
    """macOS knows no limit on address space; there the sandbox-exec profile and the time limit must do."""
    try:
        resource.setrlimit(limit, (ceiling, ceiling))
    except (OSError, ValueError):
        if sys.platform == "linux":
            raise
