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
from amanat.core.linking.lists.kin import second_differs

_ROUNDS = 100
_STILL = 1e-5
_LEAST = 1e-12
_SURELY = 1e-9
_DOUBT = 30.0
_DOUBT_OF_STRANGERS = 300.0
"""Pairs' worth of belief in what is likely at first, added to what is counted of one person's pairs, and of strangers'.
What is likely at first decides where a list is short (``taught``)."""

_OTHER_ROWS = 0.5
_ROWS_OF_BELIEF = 30.0
"""Pairs of one person for each row, where nothing is known (a list that holds each person twice), and how many rows'
worth that counts for."""

Table = list[NDArray[np.float64]]
"""For each part, for each level."""


@dataclass(frozen=True)
class Model:
    same: Table
    """How likely each level is for one person's rows, within its group (m)."""
    strangers: Table
    """The same for two people's (u)."""
    relatives: Table
    """The same for two who share one word of their names and not another."""
    prior: float
    """The share of one person's pairs among all pairs of rows."""
    parts: tuple[Part, ...]

    def weights(self, part: int) -> NDArray[np.float64]:
        """Nats that each level speaks for one person; none where nothing is compared. Things that differ never speak
        for one person, whatever was counted."""
        return self._against(part, self.strangers)

    def among_kin(self, part: int) -> NDArray[np.float64]:
        """The same for one person against a relative."""
        return self._against(part, self.relatives)

    def _against(self, part: int, others: Table) -> NDArray[np.float64]:
        found: NDArray[np.float64] = np.log(self.same[part] / others[part])
        found[0] = 0.0
        for group in self.parts[part].groups:
            if len(group) > 1:
                found[group[0]] = min(found[group[0]], 0.0)
        return found


@dataclass(frozen=True, slots=True)
class Among:
    """``pairs``: how many there are in all; ``rows``: how many rows; ``part``: of all candidates, the share that is
    learnt from."""

    pairs: float
    rows: int
    part: float = 1.0

    def share_of(self, chosen: float) -> float:
        """The share of one person's pairs, of which ``chosen`` were found among the candidates learnt from."""
        every = self.pairs * (1 + _ROWS_OF_BELIEF / max(1, self.rows))
        believed = _OTHER_ROWS * _ROWS_OF_BELIEF
        return min(max((chosen / self.part + believed) / max(1.0, every), _LEAST), 0.5)


def estimated(
    parts: tuple[Part, ...],
    candidates: Levels,
    strangers: Levels,
    relatives: Levels,
    among: Among,
) -> Model:
    """``candidates``, ``strangers``, ``relatives``: levels (parts, pairs)."""
    patterns, counts = _patterns(parts, candidates)
    found = Compared(patterns, np.zeros(patterns.shape, np.float32))
    u, of_kin = _of_strangers(parts, strangers), _of_relatives(parts, relatives)
    m = [_shares(part, np.zeros(len(part.levels)), part.at_first, _DOUBT) for part in parts]
    prior = among.share_of(0.0)
    for _ in range(_ROUNDS):
        model = Model(m, u, of_kin, prior, parts)
        odds = np.log(prior / (1 - prior)) + weighed(model, found).sum(axis=0, dtype=np.float64)
        chosen = counts / (1 + np.exp(-np.clip(odds, -500, 500)))
        before, prior = prior, among.share_of(float(chosen.sum()))
        m = [_shares(part, np.bincount(patterns[at], weights=chosen, minlength=len(part.levels)), part.at_first, _DOUBT)
             for at, part in enumerate(parts)]  # fmt: skip
        if abs(np.log(prior / before)) < _STILL:
            break
    return Model(m, u, of_kin, prior, parts)


def _of_relatives(parts: Sequence[Part], levels: Levels) -> Table:
    return [
        _shares(
            part, np.bincount(each, minlength=len(part.levels)), part.among_strangers, _DOUBT_OF_STRANGERS
        )
        for part, each in zip(parts, levels, strict=True)
    ]


def _of_strangers(parts: Sequence[Part], levels: Levels) -> Table:
    found: Table = []
    for at, part in enumerate(parts):
        if part.given and parts[at - 1].given:
            found.append(found[-1])  # too few strangers share two words to count what they have for a third
            continue
        asked = np.isin(levels[at - 1], part.given) if part.given else slice(None)
        found.append(
            _shares(
                part,
                np.bincount(levels[at][asked], minlength=len(part.levels)),
                part.among_strangers,
                _DOUBT_OF_STRANGERS,
            )
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
    part: Part, counts: NDArray[np.float64] | NDArray[np.int64], likely: Sequence[float], doubt: float
) -> NDArray[np.float64]:
    """Of each level within its group; what was seen never is not impossible."""
    found = np.ones(len(part.levels))
    for group in part.groups:
        at = list(group)
        expected = np.array([likely[level] for level in group])
        seen = counts[at] + doubt * expected / expected.sum()
        found[at] = seen / seen.sum()
    return found


def weighed(model: Model, found: Compared) -> NDArray[np.float32]:
    """Nats for each part of each pair. Agreeing in what is rare says more than agreeing in what many have, but what
    relatives have in common no more than it says against a relative, where a word of the names differs."""
    nats = np.zeros(found.levels.shape, np.float32)
    of_kin = second_differs(model.parts, found.levels)
    for at, (part, levels, chances) in enumerate(zip(model.parts, found.levels, found.chances, strict=True)):
        by_value = np.log(model.same[at]).astype(np.float32)[levels] - np.log(np.maximum(chances, _SURELY))
        nats[at] = np.where(chances > 0, by_value, model.weights(at).astype(np.float32)[levels])
        if part.of_kin:
            among_kin = model.among_kin(at).astype(np.float32)[levels]
            nats[at] = np.where(of_kin, np.minimum(nats[at], among_kin), nats[at])
    return nats
