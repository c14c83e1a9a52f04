"""How likely a row of signs is to be spelt by a row of letters: a learned table and the sum over all alignments.

Each sign (a Han character, or a letter with the letter after it) is spelt by a stretch of up to ``widest``
letters, the empty stretch included; the likelihood of the whole is the sum over all ways to cut the letters up
(the forward algorithm of a segmental hidden Markov model, as in the joint source-channel model of
transliteration: Li, Zhang and Su, ACL 2004). Signs never met in training fall back on their sound: the reading
of a Han character, the letter alone.

The table is quantised: one byte a probability, in steps of an eighth of a nat.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray

from amanat.core.names.signs import Sign

STEP = 0.125
"""Nats between one value of a byte and the next."""

UNMET = 9.0
"""Nats against a stretch that no sign was met with in training, beyond what it costs by chance: letters that nothing
explains speak against a pair, however rare they are."""

_UNKNOWN_SIGN = 6.0
_UNKNOWN_LETTER = 2.2


@dataclass(frozen=True, slots=True)
class Piece:
    """A sign and the stretch of letters that most likely spells it."""

    sign: int
    start: int
    end: int


@dataclass(frozen=True, eq=False)
class Transducer:
    """``costs[row, stretch]``: the negative logarithm of a probability, in ``STEP``s; rows are signs."""

    signs: dict[str, int]
    stretches: dict[str, int]
    costs: NDArray[np.uint8]
    background: NDArray[np.float32]
    """Logarithms, 27 by 27: a letter after a letter, in names at large; 26 is the edge."""
    widest: int
    _likely: NDArray[np.float32] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        likely = np.exp(-STEP * np.arange(256, dtype=np.float32))
        object.__setattr__(self, "_likely", likely.astype(np.float32))

    def evidence(self, pairs: Sequence[tuple[tuple[Sign, ...], str]]) -> NDArray[np.float64]:
        """For each (signs, letters): the logarithm of how much likelier these letters are as a spelling of the
        signs than as those of any name. Nats; the pairs are independent of one another."""
        found = np.empty(len(pairs))
        # Pairs of like size together: one long name must not make all the arrays as wide as itself.
        sizes = [(len(signs), len(letters)) for signs, letters in pairs]
        order = sorted(range(len(pairs)), key=sizes.__getitem__)
        for begin in range(0, len(order), 512):
            batch = order[begin : begin + 512]
            chosen = [pairs[at] for at in batch]
            chance = np.array([self._by_chance(letters) for _, letters in chosen])
            found[batch] = np.log(self._forward(chosen)) - chance
        return found

    def _forward(self, pairs: Sequence[tuple[tuple[Sign, ...], str]]) -> NDArray[np.float64]:
        most = max(len(signs) for signs, _ in pairs)
        size = max(len(letters) for _, letters in pairs)
        rows, lengths = self._rows(pairs, most), np.array([len(signs) for signs, _ in pairs])
        columns, floor = self._columns(pairs, size)
        state = np.zeros((len(pairs), size + 1))
        state[:, 0] = 1.0
        ends = np.array([len(letters) for _, letters in pairs])
        total = np.zeros(len(pairs))
        for at in range(most + 1):
            done = lengths == at
            total[done] = state[done, ends[done]]
            if at < most:
                likely = self._likely[self.costs[rows[:, at, None, None], columns]] * floor
                state = _step(state, likely, self.widest)
        return np.maximum(total, 1e-290)

    def _rows(self, pairs: Sequence[tuple[tuple[Sign, ...], str]], most: int) -> NDArray[np.intp]:
        rows = np.zeros((len(pairs), most), dtype=np.intp)
        for at, (signs, _) in enumerate(pairs):
            rows[at, : len(signs)] = self._numbers(signs)
        return rows

    @lru_cache(maxsize=1 << 15)  # noqa: B019 (the few transducers live as long as the program)
    def _numbers(self, signs: tuple[Sign, ...]) -> list[int]:
        return [self._row(sign) for sign in signs]

    def _row(self, sign: Sign) -> int:
        """The sign's own row, else its sound's, else the last one, of signs that nothing is known of."""
        found = self.signs.get(sign[0])
        return found if found is not None else self.signs.get(sign[1], len(self.signs))

    def _columns(
        self, pairs: Sequence[tuple[tuple[Sign, ...], str]], size: int
    ) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
        """The column of each stretch by its start and length, and what to multiply it with where unmet."""
        # Mostly one name is looked at beside many: each distinct spelling is cut into stretches once.
        number: dict[str, int] = {}
        which = [number.setdefault(letters, len(number)) for _, letters in pairs]
        columns = np.zeros((len(number), size + 1, self.widest + 1), dtype=np.intp)
        floor = np.zeros((len(number), size + 1, self.widest + 1), dtype=np.float32)
        for letters, at in number.items():
            found, floors = self._stretches(letters)
            columns[at, : len(letters) + 1] = found
            floor[at, : len(letters) + 1] = floors
        return (columns, floor) if len(number) == 1 else (columns[which], floor[which])

    @lru_cache(maxsize=1 << 13)  # noqa: B019 (as above)
    def _stretches(self, letters: str) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
        columns = np.zeros((len(letters) + 1, self.widest + 1), dtype=np.intp)
        floor = np.zeros((len(letters) + 1, self.widest + 1), dtype=np.float32)
        chance = self._running_chance(letters)
        for start in range(len(letters) + 1):
            for length in range(min(self.widest, len(letters) - start) + 1):
                column = self.stretches.get(letters[start : start + length])
                columns[start, length] = len(self.stretches) if column is None else column
                floor[start, length] = (
                    1.0 if column is not None else math.exp(chance[start + length] - chance[start])
                )
        return columns, floor

    @lru_cache(maxsize=1 << 14)  # noqa: B019 (as above)
    def _by_chance(self, letters: str) -> float:
        codes = [26, *(ord(letter) - 97 for letter in letters), 26]
        return float(sum(self.background[one, other] for one, other in pairwise(codes)))

    def _running_chance(self, letters: str) -> list[float]:
        """The logarithm of the letters' likelihood in names at large, up to before each letter, and at the end."""
        codes = [26, *(ord(letter) - 97 for letter in letters)]
        return [0.0, *accumulate(float(self.background[one, other]) for one, other in pairwise(codes))]

    def aligned(self, signs: tuple[Sign, ...], letters: str) -> list[Piece]:
        """The likeliest way to cut the letters up, for showing; empty where there is none at all."""
        columns, floor = self._stretches(letters)
        best: dict[int, tuple[float, tuple[Piece, ...]]] = {0: (0.0, ())}
        for number, sign in enumerate(signs):
            reached: dict[int, tuple[float, tuple[Piece, ...]]] = {}
            row = self.costs[self._row(sign)]
            for start, (cost, pieces) in best.items():
                for length in range(min(self.widest, len(letters) - start) + 1):
                    if floor[start, length] == 0:
                        continue
                    more = cost + STEP * float(row[columns[start, length]]) - math.log(floor[start, length])
                    known = reached.get(start + length)
                    if known is None or more < known[0]:
                        reached[start + length] = (more, (*pieces, Piece(number, start, start + length)))
            best = reached
        found = best.get(len(letters))
        return list(found[1]) if found else []


def _step(state: NDArray[np.float64], likely: NDArray[np.float32], widest: int) -> NDArray[np.float64]:
    """The state after one more sign: every length of stretch from every place reached so far."""
    after = state * likely[:, :, 0]
    for length in range(1, min(widest, state.shape[1] - 1) + 1):
        after[:, length:] += state[:, :-length] * likely[:, :-length, length]
    return after


def unmet_cost() -> int:
    """The byte of a stretch that no sign was met with, before its letters are counted."""
    return round(UNMET / STEP)


def unknown_sign_cost(length: int) -> int:
    """The byte of a stretch for a sign that nothing is known of."""
    return min(255, round((_UNKNOWN_SIGN + _UNKNOWN_LETTER * length) / STEP))
