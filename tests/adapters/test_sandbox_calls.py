"""The system-call filter: its numbers are those of the kernel's own headers, where these are installed."""

import re
import struct
from pathlib import Path

import pytest

from amanat.adapters.sandbox.seccomp import NEEDED, TELLING, program

HEADERS = {
    "x86_64": Path("/usr/include/x86_64-linux-gnu/asm/unistd_64.h"),
    "aarch64": Path("/usr/include/asm-generic/unistd.h"),
}
SPELT = {"aarch64": {"newfstatat": "fstatat"}, "x86_64": {}}


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_numbers_are_the_kernels(machine: str) -> None:
    if not HEADERS[machine].exists():
        pytest.skip("the kernel's headers are not installed (linux-libc-dev)")
    header = HEADERS[machine].read_text(encoding="utf-8")
    numbers = {name: int(n) for name, n in re.findall(r"#define __NR(?:3264)?_(\w+)\s+(\d+)", header)}
    column = list(HEADERS).index(machine)
    wrong = {
        name: call[column]
        for name, call in {**NEEDED, **TELLING}.items()
        if numbers.get(SPELT[machine].get(name, name)) != call[column]
    }
    assert wrong == {}


def run(code: bytes, architecture: int, number: int, argument: int = 0) -> int:
    """What the kernel would do with the filter: its verdict on one call."""
    call = {0: number, 4: architecture, 16: argument}
    steps = [struct.unpack_from("=HBBI", code, at) for at in range(0, len(code), 8)]
    at = accumulator = 0
    while True:
        operation, if_true, if_false, operand = steps[at]
        at += 1
        if operation == 0x20:
            accumulator = call[operand]
        elif operation == 0x06:
            return operand
        else:
            holds = {
                0x15: accumulator == operand,
                0x35: accumulator >= operand,
                0x45: bool(accumulator & operand),
            }[operation]
            at += if_true if holds else if_false


@pytest.mark.parametrize(("machine", "architecture"), [("x86_64", 0xC000003E), ("aarch64", 0xC00000B7)])
def test_verdicts(machine: str, architecture: int) -> None:
    code = program(machine)
    column = list(HEADERS).index(machine)
    allow, kill, no_such_call, try_again = 0x7FFF0000, 0x80000000, 0x00050000 | 38, 0x00050000 | 11
    for name, call in NEEDED.items():
        if call[column] is not None:
            assert run(code, architecture, call[column]) == allow, name
    for name, call in TELLING.items():
        if call[column] is not None:
            assert run(code, architecture, call[column]) == kill, name
    clone = (56, 220)[column]
    assert run(code, architecture, clone, argument=17) == kill
    assert run(code, architecture, clone, argument=0x00010000 | 0x100) == try_again
    assert run(code, architecture, 435) == no_such_call
    assert run(code, architecture, 9999) == no_such_call
    assert run(code, 0x40000003, 1) == kill
    assert run(code, architecture, 0x40000001) == kill
