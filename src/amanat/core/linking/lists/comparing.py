"""All pairs compared, a part at a time, so that it takes no more room than what is kept of them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from amanat.core.linking.lists.abreast import abreast
from amanat.core.linking.lists.candidates import Pairs
from amanat.core.linking.lists.estimating import Model, weighed
from amanat.core.linking.lists.fields import Compared, Field, Levels, Rows
from amanat.core.linking.lists.keeping import Arrays, Keeping, once_done

AT_ONCE = 500_000
"""Candidates compared at once."""

KEPT = -4.0
"""Log-odds below which a pair is forgotten once groups are made: less likely than two in a hundred."""

OPEN = 0.0
"""Log-odds of which a pair has no more that agrees in names and nothing else: a question for a person, and no group."""

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Likely:
    """Pairs worth keeping: ``at`` which places of all; ``levels`` and ``nats`` (parts, pairs)."""

    at: Rows
    levels: Levels
    nats: NDArray[np.float32]


def compared(fields: list[Field], left: Rows, right: Rows) -> Compared:
    found = [field.compared(left, right) for field in fields]
    return Compared(
        np.concatenate([each.levels for each in found]), np.concatenate([each.chances for each in found])
    )


def levels_of(fields: list[Field], pairs: Pairs, step: int) -> Levels:
    """Levels of every ``step``-th pair."""
    every = np.arange(0, len(pairs), step)
    parts = np.split(every, range(AT_ONCE, len(every), AT_ONCE))
    return np.concatenate([compared(fields, *pairs.rows(at)).levels for at in parts], axis=1)


def weighed_pairs(
    fields: list[Field], pairs: Pairs, model: Model, told: Progress, keeping: Keeping
) -> tuple[NDArray[np.float32], Likely]:
    """The log-odds of all pairs, and more only of the likely ones: there are fifty times as many others."""

    def some(begin: int) -> Arrays:
        return once_done(keeping, f"compared-{begin}", lambda: _weighed(fields, pairs, model, begin))

    kept: list[Arrays] = []
    with closing(abreast(some, range(0, max(1, len(pairs)), AT_ONCE))) as each_done:
        for each in each_done:
            kept.append(each)
            told(f"compared {min(len(kept) * AT_ONCE, len(pairs))} of {len(pairs)} pairs")
    odds, at = (np.concatenate([each[name] for each in kept]) for name in ("odds", "at"))
    levels, nats = (np.concatenate([each[name] for each in kept], axis=1) for name in ("levels", "nats"))
    return odds, Likely(at, levels, nats)


def _is_enough(model: Model, levels: Levels) -> NDArray[np.bool_]:
    """Of each pair, whether anything was compared beside what is never enough by itself."""
    telling = [at for at, part in enumerate(model.parts) if not part.never_enough]
    return np.asarray((levels[telling] > 0).any(axis=0))


def _weighed(fields: list[Field], pairs: Pairs, model: Model, begin: int) -> Arrays:
    found = compared(fields, *pairs.rows(slice(begin, begin + AT_ONCE)))
    nats = weighed(model, found)
    odds = np.log(model.prior / (1 - model.prior)) + nats.sum(axis=0, dtype=np.float64)
    odds = np.where(_is_enough(model, found.levels), odds, np.minimum(odds, OPEN))
    at = np.flatnonzero(odds >= KEPT)
    return {
        "odds": odds.astype(np.float32),
        "at": at + begin,
        "levels": found.levels[:, at],
        "nats": nats[:, at],
    }
