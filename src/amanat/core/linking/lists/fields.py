"""What all kinds of columns have in common: values are compared by levels, and say where to look for their like."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.int64]
Levels = NDArray[np.int8]
Chances = NDArray[np.float32]
Hashes = NDArray[np.uint64]

_Number = TypeVar("_Number", np.int64, np.uint64)

NOTHING = 0
"""The level of two values of which one is missing: it speaks neither for nor against."""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that is compared. ``levels``: what each says, in words, the first of them ``NOTHING``.

    ``groups``: levels that rule each other out by what is written and not by who is meant (two names in one script,
    or in two): likelihoods are shared out within a group.
    """

    called: str
    levels: tuple[str, ...]
    groups: tuple[tuple[int, ...], ...]
    at_first: tuple[float, ...]
    """How likely each level is for one person's two rows, before anything was learnt, within its group."""
    among_strangers: tuple[float, ...] = ()
    """The same for two people's, which matters where lists are short."""
    given: tuple[int, ...] = ()
    """Levels of the part before, where this part is only asked of strangers with one of those: who shares one word of
    a name by chance has taken the best of all pairs of words for it, and that says nothing of what is left over."""
    of_kin: bool = False
    """Whether relatives have it in common more often than others: a place, a telephone."""
    never_enough: bool = False
    """Whether that two rows have it in common makes nobody one, if nothing else of them was compared: many bear one
    name, and how many do so elsewhere a list does not say."""
    apart: tuple[int, ...] = ()
    """Levels that one person's rows hardly ever have, since it is for life."""


@dataclass(frozen=True, slots=True)
class Compared:
    """For each part (first axis) and pair (second): the level; and how likely a stranger's value agrees as well by
    chance, where that is known of this very value, else 0."""

    levels: Levels
    chances: Chances


@dataclass(frozen=True, slots=True)
class Keys:
    """Places to look: ``rows`` with the same one of ``hashes`` may be one person's. A row may have several, or none.

    ``of``: which column they are of; two keys of one column say little more than one. ``alone``: how many rows may
    share a key for it to be worth looking by it alone; 0 where it never is.
    """

    of: str
    rows: Rows
    hashes: Hashes
    alone: int = 0
    numbers: Rows | None = None
    """Which word of its cell each is of, where a cell has several."""

    @property
    def words(self) -> Rows:
        return np.zeros(len(self.rows), np.int64) if self.numbers is None else self.numbers

    def in_order(self) -> Keys:
        """By rows."""
        if (self.rows[1:] >= self.rows[:-1]).all():
            return self
        order = np.argsort(self.rows, kind="stable")
        return Keys(self.of, self.rows[order], self.hashes[order], self.alone, self.words[order])

    def of_rows(self, begin: int, to: int) -> Keys:
        """Those of rows from ``begin`` on and before ``to``; they must be in order."""
        at = slice(*np.searchsorted(self.rows, (begin, to)).tolist())
        return Keys(self.of, self.rows[at], self.hashes[at], self.alone, self.words[at])


class Field(Protocol):
    @property
    def parts(self) -> tuple[Part, ...]: ...

    def compared(self, left: Rows, right: Rows) -> Compared: ...

    def places(self) -> list[Keys]: ...


def mixed(values: NDArray[np.integer] | Hashes, salt: int) -> Hashes:
    """Numbers spread over 64 bits (the finaliser of splitmix64), otherwise for each salt."""
    with np.errstate(over="ignore"):
        found = values.astype(np.uint64) + np.uint64((salt * 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF)
        found = (found ^ (found >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        found = (found ^ (found >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return found ^ (found >> np.uint64(31))


@dataclass(frozen=True, slots=True)
class Values:
    """A column as numbers. ``number``: for each row that of its value, -1 where it has none; ``texts``: each once."""

    number: Rows
    texts: list[str]


def numbered(cells: list[str]) -> Values:
    numbers: dict[str, int] = {"": -1}
    found = np.fromiter((numbers.setdefault(cell, len(numbers) - 1) for cell in cells), np.int64, len(cells))
    return Values(found, list(numbers)[1:])


def once(left: Rows, right: Rows, width: int) -> tuple[Rows, Rows, Rows]:
    """Each different pair of numbers below ``width`` once, whichever comes first; and for each pair, which it is."""
    low, high = np.minimum(left, right), np.maximum(left, right)
    pairs, which = np.unique(low * width + high, return_inverse=True)
    return pairs // width, pairs % width, which


def distinct(numbers: NDArray[_Number]) -> NDArray[_Number]:
    """Each number once, in order; ``numbers`` are put in order themselves, which saves as much room again. NumPy's own
    hashes them, which takes ten times as long for millions."""
    numbers.sort()
    first: NDArray[np.bool_] = np.append(True, numbers[1:] != numbers[:-1])[: len(numbers)]
    return numbers[first]


def met(one: Rows, other: Rows) -> tuple[Rows, Rows]:
    """Places of the one and of the other, both in order, that have the same row."""
    begin, end = np.searchsorted(other, one, "left"), np.searchsorted(other, one, "right")
    counts = end - begin
    before = np.cumsum(counts) - counts
    return np.repeat(np.arange(len(one)), counts), np.arange(counts.sum()) + np.repeat(begin - before, counts)
