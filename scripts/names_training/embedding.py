"""Learning the vectors of the parts of tokens: each form is told from a thousand others by its other form."""

from __future__ import annotations

import time

import numpy as np
import scipy.sparse as sparse

from amanat.core.names.spelling import Spelling
from amanat.core.names.vectors import ROWS, Vectors, parts
from names_training.corpus import Pair

DIMENSIONS = 64
EPOCHS = 14
BATCH = 1024
DROPPED = 0.4
"""Share of the parts of each token that is left out at each look, so that no one part is relied on."""
TEMPERATURE = 0.07
RATE = 0.03
UNTOUCHED = np.float32(1e-6)


def learn(pairs: list[Pair], seed: int = 0) -> Vectors:
    """Symmetric cross-entropy over batches of one pair of kinds each, by Adagrad with one rate a row."""
    random = np.random.default_rng(seed)
    table = random.normal(0, 0.1, (ROWS, DIMENSIONS)).astype(np.float32)
    squares = np.full((ROWS, 1), UNTOUCHED, np.float32)
    left, right = _matrix([one for one, _ in pairs]), _matrix([other for _, other in pairs])
    names = {each: at for at, each in enumerate({each for pair in pairs for each in pair})}
    of_left, of_right = (np.array([names[pair[side]] for pair in pairs]) for side in (0, 1))
    kinds = np.array([ord(one.kind) * 256 + ord(other.kind) for one, other in pairs])
    begun = time.time()
    for epoch in range(EPOCHS):
        rate = RATE * (1.02 - epoch / EPOCHS)
        losses = []
        for chosen in _batches(kinds, random):
            known = (of_left[chosen], of_right[chosen])
            losses.append(_learn_batch(table, squares, left[chosen], right[chosen], known, rate, random))
        print(
            f"    epoch {epoch + 1} of {EPOCHS}: {np.mean(losses):.3f}, {time.time() - begun:.0f} s",
            flush=True,
        )
    # What was never met says nothing, and must add nothing.
    table[squares[:, 0] <= UNTOUCHED] = 0
    return _quantised(table)


def _matrix(spellings: list[Spelling]) -> sparse.csr_matrix:
    rows = [parts(each) for each in spellings]
    ends = np.cumsum([0, *map(len, rows)])
    columns = np.concatenate([np.array(row, np.int32) for row in rows])
    return sparse.csr_matrix((np.ones(len(columns), np.float32), columns, ends), shape=(len(rows), ROWS))


def _batches(kinds: np.ndarray, random: np.random.Generator) -> list[np.ndarray]:
    found = []
    for kind in np.unique(kinds):
        every = random.permutation(np.flatnonzero(kinds == kind))
        found += [every[at : at + BATCH] for at in range(0, len(every), BATCH)]
    whole = [batch for batch in found if len(batch) >= 64]
    return [whole[at] for at in random.permutation(len(whole))]


def _learn_batch(
    table: np.ndarray,
    squares: np.ndarray,
    left: sparse.csr_matrix,
    right: sparse.csr_matrix,
    known: tuple[np.ndarray, np.ndarray],
    rate: float,
    random: np.random.Generator,
) -> float:
    for side in (left, right):
        side.data *= (random.random(len(side.data)) > DROPPED) / (1 - DROPPED)
    one, long_one = _unit(left @ table)
    other, long_other = _unit(right @ table)
    closeness = one @ other.T / TEMPERATURE
    # Two rows of one token are no example of two names.
    twins = (known[0][:, None] == known[0][None, :]) | (known[1][:, None] == known[1][None, :])
    np.fill_diagonal(twins, False)
    closeness[twins] = -50
    by_row, by_column = _softmax(closeness, 1), _softmax(closeness, 0)
    pull = (by_row + by_column) / 2
    loss = -float(np.log(np.diag(by_row) + 1e-12).mean())
    pull[np.diag_indices(len(pull))] -= 1
    pull /= TEMPERATURE
    towards_one = _tangent(pull @ other, one) / long_one
    towards_other = _tangent(pull.T @ one, other) / long_other
    both = sparse.vstack([left, right]).tocsr()
    rows = np.unique(both.indices)
    slope = both[:, rows].T @ np.vstack([towards_one, towards_other])
    squares[rows, 0] += (slope**2).mean(1)
    table[rows] -= rate * slope / np.sqrt(squares[rows])
    return loss


def _unit(rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9
    return rows / lengths, lengths


def _softmax(closeness: np.ndarray, axis: int) -> np.ndarray:
    raised = np.exp(closeness - closeness.max(axis, keepdims=True))
    return raised / raised.sum(axis, keepdims=True)


def _tangent(slope: np.ndarray, unit: np.ndarray) -> np.ndarray:
    return slope - (slope * unit).sum(1, keepdims=True) * unit


def _quantised(table: np.ndarray) -> Vectors:
    scales = (np.abs(table).max(1) / 127 + 1e-12).astype(np.float16)
    values = np.round(table / np.maximum(scales.astype(np.float32), 1e-7)[:, None]).clip(-127, 127)
    return Vectors(values.astype(np.int8), scales)
