"""An index of names that does not change: which names hold which tokens, and where the tokens lie in the space.

Kept as plain arrays, so that it can lie in a file and be mapped into memory. A search goes from the query's tokens
to the tokens closest to them, weighs those, and adds up for each name what its tokens say.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from amanat.core.names.evidence import Learned
from amanat.core.names.matching import PRIOR, SURE, UNLIKE_WEIGHT, WEAKEST_ALLOWS, counted
from amanat.core.names.spelling import Kind, Spelling
from amanat.core.names.tokens import spellings

NEAREST = 240
"""Tokens of the index that are weighed for each token of the query."""

_NEAREST_JOINED = 60
"""The same for the query written without spaces."""

_FIRST_LOOK = 24
"""Dimensions, the telling ones first, by which the tokens of a large index are sifted."""

_LARGE = 150_000
_SIFTED = 6_000
_LEAST_ODDS = -5.5
_NOT_THERE = -5.0
"""Nats, for a token of the query that nothing in a name answers to."""

_REMEMBERED = 100_000
"""Tokens that are kept spelt out: some 15 MB."""

_KINDS = {kind.value: kind for kind in Kind}

_MOST_NAMES = 3_000_000

Candidates = tuple[NDArray[np.int64], NDArray[np.float64]]
"""Positions of names, and a first estimate of what speaks for each, in nats."""

Answers = tuple[NDArray[np.intp], NDArray[np.float64]]
"""Numbers of tokens, and what speaks for each, in nats."""


@dataclass(frozen=True)
class Shelf:
    """Arrays by name: ``texts``/``text_ends``: the names in UTF-8; ``tokens``/``token_ends``: the distinct tokens,
    each its kind and letters; ``places``: their vectors, the most telling dimensions first; ``holders`` /
    ``holder_ends``: for each token the names that hold it; ``sizes``: tokens of each name; ``turned``: the
    rotation that brought the vectors into that order."""

    texts: NDArray[np.uint8]
    text_ends: NDArray[np.int64]
    tokens: NDArray[np.uint8]
    token_ends: NDArray[np.int64]
    places: NDArray[np.float32]
    looked: NDArray[np.float32]
    holders: NDArray[np.int32]
    holder_ends: NDArray[np.int64]
    sizes: NDArray[np.uint8]
    turned: NDArray[np.float32]
    _spelt: dict[int, Spelling] = field(default_factory=dict, init=False, repr=False, compare=False)
    """Tokens asked for before: searches meet the same ones again and again."""

    def __len__(self) -> int:
        return len(self.text_ends)

    def text(self, position: int) -> str:
        return _slice(self.texts, self.text_ends, position).decode()

    def token(self, number: int) -> Spelling:
        found = self._spelt.get(number)
        if found is None:
            written = _slice(self.tokens, self.token_ends, number).decode()
            found = Spelling(_KINDS[written[0]], written[1:])
            if len(self._spelt) >= _REMEMBERED:
                self._spelt.clear()
            self._spelt[number] = found
        return found

    def candidates(self, tables: Learned, asked: Sequence[Sequence[Spelling]], most: int) -> Candidates:
        """The names that may answer one of the ways to write the query, at most ``most``, the likeliest first.

        Each way is a row of tokens: as they stand, or joined where the names may be written without spaces."""
        wanted: dict[Spelling, int] = {}
        for at, way in enumerate(asked):
            for token in way:
                for form in token.forms:
                    wanted.setdefault(form, _NEAREST_JOINED if at and len(way) == 1 else NEAREST)
        answers = dict(zip(wanted, self._answers(tables, list(wanted), list(wanted.values())), strict=True))
        found = [
            self._of_way([_of_forms([answers[form] for form in token.forms]) for token in way], bool(at))
            for at, way in enumerate(asked)
        ]
        return _best_of(found, most)

    def _answers(self, tables: Learned, asked: list[Spelling], most: list[int]) -> list[Answers]:
        """For each token asked: the tokens here that may be forms of the same name, and nats for each."""
        if not len(self.token_ends) or not asked:
            return [(np.zeros(0, np.intp), np.zeros(0))] * len(asked)
        nearest = self._nearest(tables.vectors.of(asked) @ self.turned, most)
        one = [token for token, (at, _) in zip(asked, nearest, strict=True) for _ in at]
        here = {int(number): self.token(int(number)) for at, _ in nearest for number in at}
        others = [here[int(number)] for at, _ in nearest for number in at]
        close = np.concatenate([near for _, near in nearest])
        nats = tables.log_odds(one, others, close, quick=True) - PRIOR
        answers, begin = [], 0
        for at, _ in nearest:
            odds = nats[begin : begin + len(at)]
            kept = odds > _LEAST_ODDS
            answers.append((at[kept], odds[kept]))
            begin += len(at)
        return answers

    def _nearest(
        self, rows: NDArray[np.float32], most: list[int]
    ) -> list[tuple[NDArray[np.intp], NDArray[np.float32]]]:
        found = []
        sift = len(self.token_ends) > _LARGE
        first = rows[:, :_FIRST_LOOK] @ self.looked.T if sift else rows @ self.places.T
        for row, close, enough in zip(rows, first, most, strict=True):
            at = _top(close, _SIFTED if sift else enough)
            near = self.places[at] @ row if sift else close[at]
            chosen = _top(near, enough)
            found.append((at[chosen], near[chosen]))
        return found

    def _of_way(self, answers: list[Answers], joined: bool) -> Candidates:
        """Names by the sum of what the tokens of one way to write the query say, one answer a token."""
        sure = 1.75 * SURE if joined else SURE
        rows = [self._holders(at, counted(nats, sure)) for at, nats in answers]
        positions = np.concatenate([names for names, _ in rows]) if rows else np.zeros(0, np.int64)
        if not len(positions):
            return positions, np.zeros(0)
        names, where = np.unique(positions, return_inverse=True)
        total, weakest = np.zeros(len(names)), np.full(len(names), np.inf)
        begin = 0
        for mine, nats in rows:
            best = np.full(len(names), _NOT_THERE)
            np.maximum.at(best, where[begin : begin + len(mine)], nats)
            # As in matching: what speaks against counts for more, and the weakest part bounds the whole.
            best = np.where(best < 0, UNLIKE_WEIGHT * best, best)
            total += best
            weakest = np.minimum(weakest, best)
            begin += len(mine)
        if len(rows) > 1:
            total = np.minimum(total, weakest + WEAKEST_ALLOWS) + 0.01 * total
        over = np.abs(self.sizes[names].astype(float) - len(rows))
        return names, total - 1.2 * over

    def _holders(self, tokens: NDArray[np.intp], nats: NDArray[np.float64]) -> Candidates:
        """The names that hold the tokens; of very common tokens the surest first, until there are too many."""
        order = np.argsort(-nats, kind="stable")
        tokens, nats = tokens[order], nats[order]
        begins = np.where(tokens > 0, self.holder_ends[np.maximum(tokens, 1) - 1], 0)
        counts = self.holder_ends[tokens] - begins
        enough = int(np.searchsorted(np.cumsum(counts), _MOST_NAMES)) + 1
        spans = [
            self.holders[begin : begin + count]
            for begin, count in zip(begins[:enough], counts[:enough], strict=True)
        ]
        positions = np.concatenate(spans).astype(np.int64) if spans else np.zeros(0, np.int64)
        return positions, np.repeat(nats[:enough], counts[:enough])

    def arrays(self) -> dict[str, NDArray[np.generic]]:
        return {name: getattr(self, name) for name in array_names()}

    def save(self, folder: Path) -> None:
        """One .npy file an array, in a folder that is there."""
        for name, array in self.arrays().items():
            # Beside, then in its place: the file of before may be mapped by whoever loaded it, even by ourselves.
            beside = folder / f"{name}.new.npy"
            np.save(beside, array, allow_pickle=False)
            beside.replace(folder / f"{name}.npy")

    @classmethod
    def load(cls, folder: Path) -> Shelf:
        """Mapped into memory, not read. Raises OSError and ValueError where a file is missing or is no array."""
        return cls(
            **{
                name: np.load(folder / f"{name}.npy", mmap_mode="r", allow_pickle=False)
                for name in array_names()
            }
        )


def array_names() -> list[str]:
    """The arrays that a shelf is kept as."""
    return [each.name for each in fields(Shelf) if each.init]


def filled(tables: Learned, names: Iterable[str]) -> Shelf:
    """A shelf of these names, in this order."""
    texts: list[bytes] = []
    numbers: dict[Spelling, int] = {}
    held: list[int] = []
    holds: list[int] = []
    sizes: list[int] = []
    for name in names:
        spelt = dict.fromkeys(spellings(name))
        texts.append(name.encode(errors="replace"))
        forms = [form for each in spelt for form in each.forms]
        held += [numbers.setdefault(form, len(numbers)) for form in forms]
        holds.append(len(forms))
        sizes.append(len(spelt))
    tokens = list(numbers)
    places, turned = _ordered(tables.vectors.of(tokens))
    holders, holder_ends = _turned_over(np.array(held, np.int64), np.array(holds, np.int64), len(tokens))
    return Shelf(
        *_packed(texts),
        *_packed([(each.kind + each.letters).encode() for each in tokens]),
        places,
        np.ascontiguousarray(places[:, :_FIRST_LOOK]),
        holders,
        holder_ends,
        np.array(sizes, np.uint8),
        turned,
    )


def _ordered(places: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """The vectors turned so that the first dimensions tell most (principal components), and the turning."""
    sample = places[:: max(1, len(places) // 20_000)]
    _, axes = np.linalg.eigh(sample.T @ sample)
    turned = np.ascontiguousarray(axes[:, ::-1], dtype=np.float32)
    return places @ turned, turned


def _turned_over(
    held: NDArray[np.int64], sizes: NDArray[np.int64], tokens: int
) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """From the tokens of each name to the names of each token."""
    names = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
    order = np.argsort(held, kind="stable")
    return names[order], np.cumsum(np.bincount(held, minlength=tokens))


def _packed(rows: list[bytes]) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    ends = np.cumsum([len(row) for row in rows], dtype=np.int64)
    return np.frombuffer(b"".join(rows), dtype=np.uint8), ends


def _slice(rows: NDArray[np.uint8], ends: NDArray[np.int64], at: int) -> bytes:
    begin = int(ends[at - 1]) if at else 0
    return rows[begin : int(ends[at])].tobytes()


def _top(values: NDArray[np.float32], most: int) -> NDArray[np.intp]:
    if len(values) <= most:
        return np.arange(len(values))
    return np.argpartition(-values, most)[:most]


def _of_forms(answers: list[Answers]) -> Answers:
    if len(answers) == 1:
        return answers[0]
    return np.concatenate([at for at, _ in answers]), np.concatenate([nats for _, nats in answers])


def _best_of(found: list[Candidates], most: int) -> Candidates:
    positions = np.concatenate([names for names, _ in found])
    nats = np.concatenate([each for _, each in found])
    order = np.argsort(-nats, kind="stable")
    _, first = np.unique(positions[order], return_index=True)
    chosen = order[np.sort(first)][:most]
    return positions[chosen], nats[chosen]
