"""Which prints have a number in common with one, and how many: an inverted index in a few NumPy arrays.

What came lately lies in plain lists; once there is an eighth as much of it as of the rest, the two become one array.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from amanat.core.echo.prints import Keys

_GROWN = 8
_BATCH = 50_000


class Postings:
    """Numbers of prints by place: the first one added is at 0."""

    def __init__(self) -> None:
        self._keys: NDArray[np.uint32] = np.empty(0, dtype=np.uint32)
        self._places: NDArray[np.int32] = np.empty(0, dtype=np.int32)
        self._recent: dict[int, list[int]] = defaultdict(list)
        self._recent_size = 0
        self._length = 0

    def __len__(self) -> int:
        return self._length

    def add(self, keys: Keys) -> None:
        """The next print; ``keys`` each once."""
        for key in keys.tolist():
            self._recent[key].append(self._length)
        self._recent_size += len(keys)
        self._length += 1
        if self._recent_size > max(_BATCH, len(self._keys) // _GROWN):
            self._merge()

    def fill(self, prints: Sequence[Keys]) -> None:
        """Many at once, in their order."""
        lengths = [len(keys) for keys in prints]
        places = np.repeat(np.arange(self._length, self._length + len(prints), dtype=np.int32), lengths)
        self._merge()
        self._sort_in(np.concatenate([np.empty(0, dtype=np.uint32), *prints]), places)
        self._length += len(prints)

    def common(self, keys: Keys) -> NDArray[np.int64]:
        """For every print, how many of ``keys`` it has."""
        count = np.zeros(self._length, dtype=np.int64)
        first = np.searchsorted(self._keys, keys, side="left")
        last = np.searchsorted(self._keys, keys, side="right")
        held = [self._places[begin:end] for begin, end in zip(first, last, strict=True) if end > begin]
        if held:
            count += np.bincount(np.concatenate(held), minlength=self._length)
        for key in keys.tolist():
            for place in self._recent.get(key, ()):
                count[place] += 1
        return count

    def holders(self, key: int) -> list[int]:
        """The places of the prints that have ``key``, in order."""
        first, last = np.searchsorted(self._keys, [key, key + 1])
        return [*self._places[first:last].tolist(), *self._recent.get(key, ())]

    def _merge(self) -> None:
        keys = [key for key, places in self._recent.items() for _ in places]
        places = [place for each in self._recent.values() for place in each]
        self._sort_in(np.array(keys, dtype=np.uint32), np.array(places, dtype=np.int32))
        self._recent.clear()
        self._recent_size = 0

    def _sort_in(self, keys: Keys, places: NDArray[np.int32]) -> None:
        keys, places = np.concatenate([self._keys, keys]), np.concatenate([self._places, places])
        order = np.lexsort((places, keys))
        self._keys, self._places = keys[order], places[order]
