"""Which of the names held so far are worth comparing with a new one: those that sound near in two of their parts.

All pairs would be too many, and most names share a part with somebody. Each part has its place in the space that
was learnt for all scripts (core/names/vectors.py); a name is near where two parts of it are, or the whole without
its spaces. Names are added as they come; a look among fifty thousand takes some milliseconds.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from amanat.core.names.learned import learned
from amanat.core.names.spelling import Kind, Spelling
from amanat.core.names.tokens import spellings

NEAR_PART, NEAR_WHOLE = 0.45, 0.5
"""Cosines from which a part, or a whole name, counts as near."""

ONE_NAME = 0.75
"""Cosine from which two parts are counted as one name: three in four of the spellings of one name in any script are
that near, and one in two thousand of other names (measured on the names that benchmarks keep, November 2026)."""

MOST = 12
"""Names that are handed on to be compared."""

_NEAREST = 120
"""Parts, or whole names, that are looked at for one of the new name."""


class _Tokens:
    """Tokens in their places, each with the names that hold it."""

    def __init__(self) -> None:
        self._numbers: dict[Spelling, int] = {}
        self._holders: list[array[int]] = []
        self._places: NDArray[np.float32] = np.zeros((0, learned().vectors.dimensions), dtype=np.float32)
        self._waiting: list[Spelling] = []
        self._counted: dict[Spelling, int] = {}

    def hold(self, token: Spelling, name: int) -> None:
        number = self._numbers.setdefault(token, len(self._numbers))
        if number == len(self._holders):
            self._holders.append(array("q"))
            self._waiting.append(token)
        self._holders[number].append(name)
        self._counted.clear()

    def sounding(self, token: Spelling) -> int:
        """How many hold this token, or one that sounds like it in whatever script."""
        if token not in self._counted:
            self._put_in_place()
            row = learned().vectors.of([token])[0]
            at = np.flatnonzero(self._places[: len(self._holders)] @ row >= ONE_NAME)
            self._counted[token] = sum(len(self._holders[number]) for number in at)
        return self._counted[token]

    def near(self, token: NDArray[np.float32], least: float) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Names that hold a token near this one, and how near; a name may be there more than once."""
        self._put_in_place()
        close = self._places[: len(self._holders)] @ token
        at = np.flatnonzero(close >= least)
        if len(at) > _NEAREST:
            at = at[np.argpartition(-close[at], _NEAREST)[:_NEAREST]]
        held = [np.frombuffer(self._holders[number], dtype=np.int64).copy() for number in at]
        names = np.concatenate(held) if held else np.zeros(0, dtype=np.int64)
        return names, np.repeat(close[at], [len(each) for each in held])

    def _put_in_place(self) -> None:
        """The places of what was added since; the array grows by doubling."""
        if not self._waiting:
            return
        new = learned().vectors.of(self._waiting)
        begin, end = len(self._holders) - len(new), len(self._holders)
        if end > len(self._places):
            grown = np.zeros((max(64, 2 * end), new.shape[1]), dtype=np.float32)
            grown[:begin] = self._places[:begin]
            self._places = grown
        self._places[begin:end] = new
        self._waiting.clear()


class NearNames:
    """Names by whatever number they are given; several names may have one number."""

    def __init__(self) -> None:
        self._parts, self._wholes = _Tokens(), _Tokens()

    def add(self, number: int, name: str) -> None:
        tokens = dict.fromkeys(spellings(name))
        for token in tokens:
            self._parts.hold(token, number)
        for whole in _wholes(list(tokens))[:1]:
            self._wholes.hold(whole, number)

    def bearers(self, part: Spelling) -> int:
        """How many of the names hold this part, in any spelling of it."""
        return self._parts.sounding(part)

    def near(self, name: str, most: int = MOST) -> list[int]:
        """The numbers of names that may be forms of this one, the nearest first."""
        parts = list(dict.fromkeys(spellings(name)))
        wholes = _wholes(parts)
        if not wholes:
            return []
        rows = learned().vectors.of([*parts, *wholes])
        found = [self._parts.near(row, NEAR_PART) for row in rows[: len(parts)]]
        scores: dict[int, float] = {}
        if len(parts) > 1:
            scores = _in_two_parts(found)
        for row in rows[len(parts) :]:
            numbers, nearness = self._wholes.near(row, NEAR_WHOLE)
            for number, close in zip(numbers.tolist(), nearness.tolist(), strict=True):
                scores[number] = max(scores.get(number, 0.0), 2 * close)
        return sorted(scores, key=lambda number: (-scores[number], number))[:most]


def _in_two_parts(found: Iterable[tuple[NDArray[np.int64], NDArray[np.float32]]]) -> dict[int, float]:
    """The names near in at least two parts, with the sum of how near their two nearest are."""
    names, scores = [], []
    for numbers, close in found:
        order = np.lexsort((-close, numbers))
        kept, first = np.unique(numbers[order], return_index=True)
        names.append(kept)
        scores.append(close[order][first])
    numbers, close = np.concatenate(names), np.concatenate(scores)
    order = np.lexsort((-close, numbers))
    numbers, close = numbers[order], close[order]
    again = np.flatnonzero(numbers[1:] == numbers[:-1]) + 1
    second = (
        again[np.concatenate(([True], numbers[again][1:] != numbers[again][:-1]))] if len(again) else again
    )
    return dict(zip(numbers[second].tolist(), (close[second] + close[second - 1]).tolist(), strict=True))


def _wholes(parts: list[Spelling]) -> list[Spelling]:
    """The name as one token, in the orders it may be written in; none where its parts are of several kinds."""
    kinds = {part.kind for part in parts}
    if not 1 <= len(parts) <= 3 or len(kinds) > 1:
        return []
    letters = [part.letters for part in parts]
    orders = dict.fromkeys(("".join(letters), "".join((*letters[1:], letters[0]))))
    kind = next(iter(kinds))
    least = 3 if kind is Kind.HAN else 6
    return [Spelling(kind, each) for each in orders if len(each) >= least]
