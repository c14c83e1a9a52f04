"""How what was weighed answers to what was right: the two numbers of core/linking/tables/calibration.tsv.

Learnt from the judgements that the rules make on people whose names are kept for learning. Links that something
contradicts are left out: what can't be is no matter of degree, and where reports err it says little either way.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from linking.persons.ruling import Ruled
from linking.scores import Numbers

Floats = NDArray[np.float64]

_STEPS = 50


def weighed(found: Ruled, truth: Numbers) -> tuple[Floats, Floats]:
    """Of each judgement that nothing contradicts, the log odds as weighed, and 1 where it is right."""
    made = [each for each in found.made if each.weighed is not None and not each.weighed.contradicted]
    odds = [each.weighed.probability / (1 - each.weighed.probability) for each in made if each.weighed]
    right = [float(truth[each.left] == truth[each.right]) for each in made]
    return np.log(np.array(odds)), np.array(right)


def scale(parts: Iterable[tuple[Floats, Floats]]) -> tuple[float, float]:
    """By what log odds are to be multiplied, and what is to be added then (Platt 1999): logistic regression by
    Newton's method, with Platt's targets, so that what is always right does not come to certainty."""
    told = list(parts)
    odds, right = (np.concatenate([part[at] for part in told]) for at in (0, 1))
    many, few = right.sum(), len(right) - right.sum()
    wanted = np.where(right > 0, (many + 1) / (many + 2), 1 / (few + 2))
    columns = np.column_stack((odds, np.ones_like(odds)))
    found = np.zeros(2)
    for _ in range(_STEPS):
        said = 1 / (1 + np.exp(-(columns @ found)))
        curve = (columns * (said * (1 - said))[:, None]).T @ columns
        step = np.linalg.solve(curve + 1e-9 * np.eye(2), columns.T @ (wanted - said))
        while _unlikely(columns @ (found + step), wanted) > _unlikely(columns @ found, wanted) + 1e-9:
            step = step / 2
        found = found + step
    return float(found[0]), float(found[1])


def _unlikely(odds: Floats, wanted: Floats) -> float:
    """How unlikely the targets are by these log odds, in nats."""
    return float((np.logaddexp(0, odds) - wanted * odds).sum())
