"""Marked sentences as the network sees them: pieces, where each kind must be told, and where it may not be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from amanat.core.reading.wordpiece import WordPieces
from spotter_training.marks import Marked

LENGTHS = (16, 32, 48, 64, 96, 128)
MOST_MARKS = 10


@dataclass(frozen=True, slots=True)
class Example:
    """``ids`` are pieces with the marks of beginning and end; ``untold`` (pieces, kinds) is 1 where a kind may not
    be told; ``told`` holds, for each mark, its pieces and the kinds of which one must be."""

    ids: list[int]
    untold: np.ndarray
    told: tuple[tuple[list[int], list[int]], ...]


def example(sentence: Marked, pieces: WordPieces, kinds: Sequence[str]) -> Example:
    cut = pieces.cut(sentence.text)[: LENGTHS[-1] - 2]
    ids = [pieces.begin, *(piece.number for piece in cut), pieces.end]
    untold = np.ones((len(ids), len(kinds)), np.float32)
    told = []
    for mark in sentence.marks:
        inside = [at for at, piece in enumerate(cut, 1) if piece.start < mark.end and piece.end > mark.start]
        columns = [kinds.index(kind) for kind in mark.kinds]
        if inside:
            untold[np.ix_(inside, columns)] = 0
            told.append((inside, columns))
    return Example(ids, untold, tuple(told[:MOST_MARKS]))


def batches(
    examples: Sequence[Example], size: int, dice: np.random.Generator
) -> Iterator[tuple[int, int, list[Example]]]:
    """Examples of like length together, in a new order each time: (length, places, examples)."""
    waiting: dict[int, list[Example]] = {}
    for at in dice.permutation(len(examples)):
        one = examples[at]
        length = next(each for each in LENGTHS if len(one.ids) <= each)
        group = waiting.setdefault(length, [])
        group.append(one)
        if len(group) == _places(length, size):
            yield length, len(group), waiting.pop(length)
    for length, group in waiting.items():
        yield length, _places(length, size), group


def _places(length: int, size: int) -> int:
    return max(4, size * 32 // length)


def arrays(length: int, places: int, group: Sequence[Example], kinds: int) -> tuple[np.ndarray, ...]:
    """ids, mask, untold, and of each mark its pieces, its kinds and whether it is there."""
    ids = np.zeros((places, length), np.int32)
    mask = np.zeros((places, length), np.float32)
    untold = np.zeros((places, length, kinds), np.float32)
    pieces = np.zeros((places, MOST_MARKS, length), np.float32)
    columns = np.zeros((places, MOST_MARKS, kinds), np.float32)
    there = np.zeros((places, MOST_MARKS), np.float32)
    for row, one in enumerate(group):
        ids[row, : len(one.ids)], mask[row, : len(one.ids)] = one.ids, 1
        untold[row, : len(one.ids)] = one.untold
        for number, (inside, which) in enumerate(one.told):
            pieces[row, number, inside] = columns[row, number, which] = there[row, number] = 1
    return ids, mask, untold, pieces, columns, there
