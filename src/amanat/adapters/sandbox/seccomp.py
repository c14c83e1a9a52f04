"""A system-call filter for parser processes, built and installed without any library but libc.

What a parser needs is allowed by name; whatever else answers "no such call"; and the calls by which hostile
code would reach out (sockets, starting programs, copying itself, looking into other processes) end the
process at once with SIGSYS, so that the attempt itself is seen and named. Known for x86-64 and 64-bit ARM
only.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import struct
import sys

_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _MODE_FILTER = 38, 22, 2
_KILL, _ALLOW, _ERRNO = 0x80000000, 0x7FFF0000, 0x00050000
_LOAD, _JUMP_EQUAL, _JUMP_AT_LEAST, _JUMP_ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_AT_NUMBER, _AT_ARCHITECTURE, _AT_FIRST_ARGUMENT = 0, 4, 16
_X32_CALLS = 0x40000000
_CLONE_THREAD = 0x00010000

_ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}

# name: (x86-64, 64-bit ARM); None where the processor's Linux has no such call
NEEDED: dict[str, tuple[int | None, int | None]] = {
    "read": (0, 63),
    "write": (1, 64),
    "open": (2, None),
    "openat": (257, 56),
    "close": (3, 57),
    "stat": (4, None),
    "fstat": (5, 80),
    "lstat": (6, None),
    "newfstatat": (262, 79),
    "statx": (332, 291),
    "lseek": (8, 62),
    "pread64": (17, 67),
    "readv": (19, 65),
    "writev": (20, 66),
    "access": (21, None),
    "faccessat": (269, 48),
    "faccessat2": (439, 439),
    "getdents64": (217, 61),
    "readlink": (89, None),
    "readlinkat": (267, 78),
    "getcwd": (79, 17),
    "dup": (32, 23),
    "fcntl": (72, 25),
    "ioctl": (16, 29),
    "poll": (7, None),
    "ppoll": (271, 73),
    "mmap": (9, 222),
    "mprotect": (10, 226),
    "munmap": (11, 215),
    "mremap": (25, 216),
    "brk": (12, 214),
    "madvise": (28, 233),
    "futex": (202, 98),
    "sched_yield": (24, 124),
    "sched_getaffinity": (204, 123),
    "set_robust_list": (273, 99),
    "rseq": (334, 293),
    "membarrier": (324, 283),
    "rt_sigaction": (13, 134),
    "rt_sigprocmask": (14, 135),
    "rt_sigreturn": (15, 139),
    "sigaltstack": (131, 132),
    "restart_syscall": (219, 128),
    "getpid": (39, 172),
    "getppid": (110, 173),
    "gettid": (186, 178),
    "getuid": (102, 174),
    "geteuid": (107, 175),
    "getgid": (104, 176),
    "getegid": (108, 177),
    "uname": (63, 160),
    "sysinfo": (99, 179),
    "getrusage": (98, 165),
    "times": (100, 153),
    "gettimeofday": (96, 169),
    "clock_gettime": (228, 113),
    "clock_getres": (229, 114),
    "clock_nanosleep": (230, 115),
    "nanosleep": (35, 101),
    "getrandom": (318, 278),
    "exit": (60, 93),
    "exit_group": (231, 94),
}

TELLING: dict[str, tuple[int | None, int | None]] = {
    "socket": (41, 198),
    "socketpair": (53, 199),
    "connect": (42, 203),
    "fork": (57, None),
    "vfork": (58, None),
    "execve": (59, 221),
    "execveat": (322, 281),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "kill": (62, 129),
    "mount": (165, 40),
    "unshare": (272, 97),
    "setns": (308, 268),
    "bpf": (321, 280),
    "io_uring_setup": (425, 425),
}
_CLONE = (56, 220)


def supported() -> bool:
    """Whether the filter is known for this system and processor."""
    return sys.platform == "linux" and platform.machine() in _ARCHITECTURES


def program(machine: str) -> bytes:
    """The filter in the kernel's classic BPF, for ``x86_64`` or ``aarch64``."""
    column = 0 if machine == "x86_64" else 1
    allowed = _numbers(NEEDED, column)
    killed = _numbers(TELLING, column)
    code = [
        _step(_LOAD, _AT_ARCHITECTURE),
        _step(_JUMP_EQUAL, _ARCHITECTURES[machine], if_true=1),
        _step(_RETURN, _KILL),
        _step(_LOAD, _AT_NUMBER),
        _step(_JUMP_AT_LEAST, _X32_CALLS, if_false=1),
        _step(_RETURN, _KILL),
        # A new thread is refused as "no such call"; a new process is the start of a fork bomb.
        _step(_JUMP_EQUAL, _CLONE[column], if_false=4),
        _step(_LOAD, _AT_FIRST_ARGUMENT),
        _step(_JUMP_ANY_BIT, _CLONE_THREAD, if_true=1),
        _step(_RETURN, _KILL),
        _step(_RETURN, _ERRNO | errno.EAGAIN),
    ]
    for number, verdict in [(each, _ALLOW) for each in allowed] + [(each, _KILL) for each in killed]:
        code += [_step(_JUMP_EQUAL, number, if_false=1), _step(_RETURN, verdict)]
    code.append(_step(_RETURN, _ERRNO | errno.ENOSYS))
    return b"".join(code)


def _numbers(calls: dict[str, tuple[int | None, int | None]], column: int) -> list[int]:
    return sorted({number for numbers in calls.values() if (number := numbers[column]) is not None})


def _step(operation: int, operand: int, *, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("=HBBI", operation, if_true, if_false, operand)


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_char_p))


def install() -> None:
    """Put the filter on this process, for good. Raises OSError where the kernel refuses."""
    steps = program(platform.machine())
    packed = _Program(len(steps) // 8, steps)
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl.argtypes = [ctypes.c_int, *[ctypes.c_void_p] * 4]
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) or libc.prctl(
        _PR_SET_SECCOMP, _MODE_FILTER, ctypes.addressof(packed), 0, 0
    ):
        number = ctypes.get_errno()
        raise OSError(number, "the kernel refused the system-call filter")
