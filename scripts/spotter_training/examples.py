"""Marked sentences as the network sees them, in windows: pieces, where each kind must be told, and where not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from amanat.core.reading.wordpiece import WordPieces
from spotter_training.marks import STATUSES, Marked

LENGTHS = (16, 32, 48, 64, 96, 128)
MOST_MARKS = 24
WINDOW = 126
"""Pieces looked at together, the mark of beginning among them."""
SHORTEST = 20
CUT_SHORT = 0.7


@dataclass(frozen=True, slots=True)
class Example:
    """``ids`` are pieces with the marks of ending (a window has that of beginning before them); ``untold`` (pieces,
    kinds) is 1 where a kind may not be told; ``told`` holds, for each mark, its pieces and the kinds of which one
    must be."""

    ids: list[int]
    untold: np.ndarray
    told: tuple[tuple[list[int], list[int]], ...]


def examples(
    runs: Sequence[Sequence[Marked]], pieces: WordPieces, kinds: Sequence[str], dice: np.random.Generator
) -> list[Example]:
    """The runs (a report's sentences in a row, or a sentence alone) in windows: as many sentences as fit, with the
    mark of ending after each, as adapters/spotter shows them. Most runs begin with a window cut short by chance, so
    that every sentence is seen with others around it each round."""
    found = []
    for run in runs:
        short = dice.random() < CUT_SHORT
        room = int(dice.integers(SHORTEST, WINDOW)) if short else WINDOW
        row: list[Example] = []
        for sentence in run:
            one = example(sentence, pieces, kinds)
            if row and 1 + sum(len(each.ids) for each in row) + len(one.ids) > room:
                found.append(_joined(row, pieces.begin, len(kinds)))
                row, room = [], WINDOW
            row.append(one)
        if row:
            found.append(_joined(row, pieces.begin, len(kinds)))
    return found


def example(sentence: Marked, pieces: WordPieces, kinds: Sequence[str]) -> Example:
    """A sentence without the mark of beginning, cut off where it would not fit a window. Where statuses were not
    marked, nothing is asked of them."""
    cut = pieces.cut(sentence.text)[: WINDOW - 2]
    ids = [*(piece.number for piece in cut), pieces.end]
    untold = np.ones((len(ids), len(kinds)), np.float32)
    if not sentence.statuses:
        untold[:, [at for at, kind in enumerate(kinds) if kind in STATUSES]] = 0
    told = []
    for mark in sentence.marks:
        inside = [at for at, piece in enumerate(cut) if piece.start < mark.end and piece.end > mark.start]
        columns = [kinds.index(kind) for kind in mark.kinds]
        if inside:
            untold[np.ix_(inside, columns)] = 0
            told.append((inside, columns))
    return Example(ids, untold, tuple(told))


def _joined(row: Sequence[Example], begin: int, kinds: int) -> Example:
    ids, untold, told = [begin], [np.ones((1, kinds), np.float32)], []
    for one in row:
        told += [([at + len(ids) for at in inside], columns) for inside, columns in one.told]
        ids += one.ids
        untold.append(one.untold)
    return Example(ids, np.concatenate(untold), tuple(told[:MOST_MARKS]))


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
