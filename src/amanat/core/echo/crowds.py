"""Numbers of prints that stand in many reports: which of them are of standing text, and so say nothing.

Whether they are is asked among those reports only that everybody may read who may read the two in question (``seen``):
or else whoever reads could tell from an echo that is there, or is not, what others keep from them.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from amanat.core.echo.kept import Kept
from amanat.core.echo.postings import Postings
from amanat.core.echo.prints import Keys
from amanat.core.echo.standing import FEWEST, LOOKED_AT, is_standing

CROWD = 16
"""Reports with one number of standing text, beyond which having it in common is no reason to compare two of them."""
_VERDICTS_HELD = 1 << 16

Seen = frozenset[str] | None
"""Levels of the reports that may be looked at; None for all."""


class State(IntEnum):
    TELLING = 0
    STANDING = 1
    CROWDED = 2
    """Standing, and in so many reports that it does not even count towards comparing two."""


class Crowds:
    """One kind of numbers. What became standing text remains it: more reports only make more pairs that are unlike."""

    def __init__(self, kept: Kept, postings: Postings) -> None:
        self._kept = kept
        self._postings = postings
        self._states: dict[tuple[Seen, int], State] = {}
        self._verdicts: dict[tuple[int, ...], bool] = {}
        self._masks: dict[frozenset[str], NDArray[np.bool_]] = {}

    def state(self, key: int, seen: Seen) -> State:
        known = self._states.get((seen, key), State.TELLING)
        if known is State.CROWDED:
            return known
        holders = self.holders(key, seen)
        if len(holders) < FEWEST or (known is State.STANDING and len(holders) <= CROWD):
            return known
        if known is State.TELLING and not self._is_standing(holders):
            return known
        found = State.CROWDED if len(holders) > CROWD else State.STANDING
        self._states[seen, key] = found
        return found

    def turned(self, keys: Keys, seen: Seen, fewest: int) -> Iterator[tuple[int, ...]]:
        """The reports with each of ``keys`` that is standing text, or crowded, since it was last asked for.

        ``fewest`` reports must have it; several keys of the same reports are told once.
        """
        told: set[tuple[int, ...]] = set()
        for key in keys[self._postings.counts(keys) >= fewest].tolist():
            before = self._states.get((seen, key), State.TELLING)
            if self.state(key, seen) > before:
                holders = tuple(self.holders(key, seen).tolist())
                if holders not in told:
                    told.add(holders)
                    yield holders

    def holders(self, key: int, seen: Seen) -> NDArray[np.int64]:
        """The ids of the reports with ``key``, of those that may be looked at."""
        places = self._postings.holders(key)
        if seen is not None:
            places = places[self._may_be_seen(seen)[places]]
        return np.array(self._kept.ids, dtype=np.int64)[places]

    def _may_be_seen(self, seen: frozenset[str]) -> NDArray[np.bool_]:
        found = self._masks.get(seen)
        if found is None or len(found) != len(self._kept):
            found = np.zeros(len(self._kept), dtype=np.bool_)
            for level in seen:
                found |= self._kept.levels.are(level)
            self._masks[seen] = found
        return found

    def _is_standing(self, holders: NDArray[np.int64]) -> bool:
        looked_at = tuple(np.sort(holders)[:LOOKED_AT].tolist())
        found = self._verdicts.get(looked_at)
        if found is None:
            if len(self._verdicts) >= _VERDICTS_HELD:
                self._verdicts.clear()
            found = is_standing(looked_at, self._kept.share, self._kept.outlet_of)
            self._verdicts[looked_at] = found
        return found
