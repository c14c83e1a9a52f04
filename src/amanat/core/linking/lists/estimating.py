"""How much each level says, learnt from the lists themselves: Fellegi and Sunter's model by expectation maximisation.

I. P. Fellegi and A. B. Sunter, A Theory for Record Linkage, JASA 64 (1969); W. E. Winkler's use of the EM algorithm
for it (1988). How often strangers agree (u) is counted in pairs drawn by chance; how often one person's rows agree (m),
and how many pairs are one person's, follow from the candidates. A pair that is no candidate counts as strangers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from amanat.core.linking.lists.fields import Compared, Levels, Part

_ROUNDS = 100
_STILL = 1e-5
_LEAST = 1e-12
_SURELY = 1e-9
_DOUBT = 10.0
"""Pairs' worth of belief in what is likely at first, added to what is counted."""

Table = list[NDArray[np.float64]]
"""For each part, for each level."""


@dataclass(frozen=True)
class Model:
    same: Table
    """How likely each level is for one person's rows, within its group (m)."""
    strangers: Table
    """The same for two people's (u)."""
    differ: tuple[tuple[int, ...], ...]
    """For each part the levels of things that differ: they never speak for one person, whatever was counted."""
    prior: float
    """The share of one person's pairs among all pairs of rows."""

    def weights(self, part: int) -> NDArray[np.float64]:
        """Nats that each level speaks for one person; none where nothing is compared."""
        found: NDArray[np.float64] = np.log(self.same[part] / self.strangers[part])
        found[0] = 0.0
        for differ in self.differ[part]:
            found[differ] = min(found[differ], 0.0)
        return found


def estimated(parts: Sequence[Part], candidates: Levels, strangers: Levels, pairs: float) -> Model:
    """``candidates`` and ``strangers``: levels (parts, pairs); ``pairs``: how many pairs of rows there are in all."""
    patterns, counts = _patterns(parts, candidates)
    u = _of_strangers(parts, strangers)
    m = [_shares(part, np.zeros(len(part.levels)), part.at_first) for part in parts]
    differ = tuple(tuple(group[0] for group in part.groups if len(group) > 1) for part in parts)
    prior = min(0.01, max(_LEAST, 0.5 * len(candidates[0]) / pairs))
    for _ in range(_ROUNDS):
        model = Model(m, u, differ, prior)
        nats = sum(model.weights(at)[patterns[at]] for at in range(len(parts)))
        odds = np.log(prior / (1 - prior)) + nats
        chosen = counts / (1 + np.exp(-np.clip(odds, -500, 500)))
        before, prior = prior, min(max(float(chosen.sum()) / pairs, _LEAST), 0.5)
        m = [_shares(part, np.bincount(patterns[at], weights=chosen, minlength=len(part.levels)), part.at_first)
             for at, part in enumerate(parts)]  # fmt: skip
        if abs(np.log(prior / before)) < _STILL:
            break
    return Model(m, u, differ, prior)


def _of_strangers(parts: Sequence[Part], levels: Levels) -> Table:
    found: Table = []
    for at, part in enumerate(parts):
        if part.given and parts[at - 1].given:
            found.append(found[-1])  # too few strangers share two words to count what they have for a third
            continue
        asked = np.isin(levels[at - 1], part.given) if part.given else slice(None)
        found.append(
            _shares(part, np.bincount(levels[at][asked], minlength=len(part.levels)), part.among_strangers)
        )
    return found


def _patterns(parts: Sequence[Part], levels: Levels) -> tuple[Levels, NDArray[np.float64]]:
    """Each different column of levels once, and how often it is."""
    code = np.zeros(levels.shape[1], np.int64)
    for part, row in zip(parts, levels, strict=True):
        code = code * len(part.levels) + row
    _, first, counts = np.unique(code, return_index=True, return_counts=True)
    return levels[:, first], counts.astype(float)


def _shares(
    part: Part, counts: NDArray[np.float64] | NDArray[np.int64], likely: Sequence[float]
) -> NDArray[np.float64]:
    """Of each level within its group; what was seen never is not impossible."""
    found = np.ones(len(part.levels))
    for group in part.groups:
        at = list(group)
        expected = np.array([likely[level] for level in group])
        seen = counts[at] + _DOUBT * expected / expected.sum()
        found[at] = seen / seen.sum()
    return found


def weighed(model: Model, found: Compared) -> NDArray[np.float32]:
    """Nats for each part of each pair. Agreeing in what is rare says more than agreeing in what many have."""
    nats = np.zeros(found.levels.shape, np.float32)
    for part, (levels, chances) in enumerate(zip(found.levels, found.chances, strict=True)):
        by_value = np.log(model.same[part]).astype(np.float32)[levels] - np.log(np.maximum(chances, _SURELY))
        nats[part] = np.where(chances > 0, by_value, model.weights(part).astype(np.float32)[levels])
    return nats
