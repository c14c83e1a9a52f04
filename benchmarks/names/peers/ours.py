"""The program's own index and comparison, asked as any other project would ask them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from amanat.core.names import NameIndex, compare
from amanat.core.names.learned import choose, from_bytes
from names.peers.ranker import Ranked


class Ours:
    """``NameIndex`` for searching, ``compare`` for a pair."""

    name = "amanat"
    most_queries = 0
    most_candidates = 0
    can_do_millions = False  # it does, but in processes of its own: names/million.py
    threshold: float | None = 0.5

    def ranked(self, queries: Sequence[str], candidates: Sequence[str], limit: int) -> Ranked:
        index = NameIndex.build(candidates)
        return [
            [(match.position, match.score) for match in index.search(each, limit=limit)] for each in queries
        ]

    def scores(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        return [compare(one, other).probability for one, other in pairs]


def compare_by(file: Path | None) -> None:
    """By the tables in ``file``, learnt from the training side alone; by the program's own where there is none."""
    if file is not None:
        choose(from_bytes(file.read_bytes()))
