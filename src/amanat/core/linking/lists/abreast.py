"""Work on two cores: NumPy and rapidfuzz do most of theirs outside of Python's lock."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

_CORES = 2
"""More would take more room than a laptop has."""

_Given = TypeVar("_Given")
_Done = TypeVar("_Done")


def abreast(work: Callable[[_Given], _Done], given: Iterable[_Given]) -> Generator[_Done, None, None]:
    """``work`` done on each, in order. Whoever stops asking, or is interrupted, need not wait for what is not begun."""
    cores = ThreadPoolExecutor(_CORES)
    try:
        yield from cores.map(work, given)
    finally:
        cores.shutdown(cancel_futures=True)
