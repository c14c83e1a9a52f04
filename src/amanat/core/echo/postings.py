"""Which prints have a number in common with one, and how many: an inverted index in a few NumPy arrays.

What comes in lies in small sorted arrays; two of like size become one, so that there are never more than some twenty,
and each number is moved some twenty times at most however many prints there are (the logarithmic method of Bentley
and Saxe, 1980).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from amanat.core.echo.prints import Keys

Places = NDArray[np.int32]
Counts = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class _Segment:
    """``keys`` in order; ``places`` beside them, those of one key in order too."""

    keys: Keys
    places: Places

    def find(self, keys: Keys) -> tuple[Counts, Counts]:
        """Where each key begins and where it ends."""
        return np.searchsorted(self.keys, keys, side="left"), np.searchsorted(self.keys, keys, side="right")


class Postings:
    """Numbers of prints by place: the first one added is at 0."""

    def __init__(self) -> None:
        self._segments: list[_Segment] = []
        self._length = 0

    def __len__(self) -> int:
        return self._length

    def add(self, keys: Keys) -> None:
        """The next print; ``keys`` each once."""
        self.fill([keys])

    def fill(self, prints: Sequence[Keys]) -> None:
        """Many at once, in their order."""
        lengths = [len(keys) for keys in prints]
        places = np.repeat(np.arange(self._length, self._length + len(prints), dtype=np.int32), lengths)
        keys = np.concatenate([np.empty(0, dtype=np.uint32), *prints])
        self._length += len(prints)
        if len(keys):
            self._segments.append(_sorted(keys, places))
            self._settle()

    def _settle(self) -> None:
        while len(self._segments) > 1 and len(self._segments[-2].keys) < 2 * len(self._segments[-1].keys):
            later, earlier = self._segments.pop(), self._segments.pop()
            self._segments.append(
                _sorted(
                    np.concatenate([earlier.keys, later.keys]), np.concatenate([earlier.places, later.places])
                )
            )

    def counts(self, keys: Keys) -> Counts:
        """Of each key, how many prints have it."""
        found = np.zeros(len(keys), dtype=np.int64)
        for segment in self._segments:
            first, last = segment.find(keys)
            found += last - first
        return found

    def common(self, keys: Keys) -> Counts:
        """For every print, how many of ``keys`` it has."""
        count = np.zeros(self._length, dtype=np.int64)
        for segment in self._segments:
            held = segment.places[_ranges(*segment.find(keys))]
            if len(held):
                count += np.bincount(held, minlength=self._length)
        return count

    def holders(self, key: int) -> Places:
        """The places of the prints that have ``key``, in order."""
        wanted = np.array([key], dtype=np.uint32)
        found = [segment.places[_ranges(*segment.find(wanted))] for segment in self._segments]
        return np.concatenate([np.empty(0, dtype=np.int32), *found])


def _sorted(keys: Keys, places: Places) -> _Segment:
    """The earlier places of a key stay before the later ones."""
    order = np.argsort(keys, kind="stable")
    return _Segment(keys[order], places[order])


def _ranges(first: Counts, last: Counts) -> Counts:
    """All numbers from each of ``first`` to before each of ``last``, one range after another."""
    lengths = last - first
    ends = np.cumsum(lengths)
    found: Counts = np.arange(int(ends[-1]) if len(ends) else 0, dtype=np.int64)
    found += np.repeat(first - (ends - lengths), lengths)
    return found
