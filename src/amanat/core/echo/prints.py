"""What is kept of a report so that those it may echo are found among many: a few hundred numbers.

Three kinds, each a 32-bit hash of what two echoes share:

- ``runs``: four words in a row, names left out: runs of common words alone are left out. All others are kept, and
  not a choice of them as winnowing would (Schleimer, Wilkerson, Aiken 2003), because how many reports have a run tells
  whether it is an outlet's standing text;
- ``pairs``: two of the rarest details (details.py) of two sentences that follow each other, in any order, for sentences
  and paragraphs told anew;
- ``facts``: days, months, numbers and the sounds of names, for translations.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from amanat.core.echo.details import Details, details
from amanat.core.echo.facts import facts
from amanat.core.echo.words import Word, Words

MADE_BY = "echo-prints-2"
"""Changes whenever other numbers are made of the same text: then prints that are kept are made anew."""

_IN_A_ROW = 4
_TELLING = 0.7
"""Weight of a run from which on it is kept: "at the end of" is in every text."""
_RAREST = 10
"""Details of two sentences that are paired."""
_RARE = 0.3

Keys = NDArray[np.uint32]


@dataclass(frozen=True, eq=False)
class Print:
    """Each kind sorted, every number once."""

    runs: Keys
    pairs: Keys
    facts: Keys

    def to_bytes(self) -> bytes:
        """Three lengths, then the numbers, all little-endian."""
        kinds = (self.runs, self.pairs, self.facts)
        lengths = np.array([len(kind) for kind in kinds], dtype="<u4")
        return lengths.tobytes() + b"".join(kind.astype("<u4").tobytes() for kind in kinds)

    @classmethod
    def from_bytes(cls, kept: bytes) -> Print:
        """Raises ValueError for bytes that are no print."""
        numbers = np.frombuffer(kept, dtype="<u4").astype(np.uint32)
        if len(numbers) < 3 or len(numbers) != 3 + int(numbers[:3].sum()):
            raise ValueError("not a print of a report")
        kinds = np.split(numbers[3:], np.cumsum(numbers[:2]))
        return cls(*kinds)


def print_of(words: Words) -> Print:
    """The print of a report's words."""
    return Print(
        runs=_sorted(_runs(words.words)),
        pairs=_sorted(_pairs(words)),
        facts=_sorted(_hash("|".join(fact)) for fact in facts(words)),
    )


def runs_in(words: Words, start: int, end: int) -> Keys:
    """The hashes of all runs of ``text[start:end]``."""
    return _sorted(_runs(words.within([(start, end)])))


def _runs(words: Iterable[Word]) -> list[int]:
    kept = [word for word in words if not word.is_name]
    rows = (kept[at : at + _IN_A_ROW] for at in range(len(kept) - _IN_A_ROW + 1))
    return [
        _hash(" ".join(word.key for word in row))
        for row in rows
        if sum(word.weight for word in row) >= _TELLING
    ]


def _pairs(words: Words) -> Iterator[int]:
    nothing: Details = {}
    for one, other in pairwise([*details(words), nothing]):
        both = other | one
        rare = {key: each.weight for key, each in both.items() if each.weight >= _RARE and not each.is_name}
        rarest = sorted(rare, key=lambda key: (-rare[key], key))[:_RAREST]
        for pair in combinations(sorted(rarest), 2):
            yield _hash(" ".join(pair))


def _hash(text: str) -> int:
    return crc32(text.encode())


def _sorted(keys: Iterable[int]) -> Keys:
    return np.unique(np.fromiter(keys, dtype=np.uint32))
