"""What every way of comparing names can be asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

Ranked = list[list[tuple[int, float]]]


class Ranker(Protocol):
    """``most_queries`` and ``most_candidates``: how much it can do in bearable time; 0 where there is no bound.
    ``can_do_millions``: whether it ranks a million candidates at all.
    ``threshold``: the score from which it holds two names for one, where it states one."""

    name: str
    most_queries: int
    most_candidates: int
    can_do_millions: bool
    threshold: float | None

    def ranked(self, queries: Sequence[str], candidates: Sequence[str], limit: int) -> Ranked:
        """For each query the positions and scores of its best candidates, best first, at most ``limit``."""

    def scores(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """How alike each pair is: on the ranker's own scale, higher for more alike."""
