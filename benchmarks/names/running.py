"""One ranker on one task: what it found, in figures."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from names.peers.ranker import Ranked, Ranker
from names.scoring import Figure, share, twins_f1
from names.tasks.task import Task

LIMIT = 10
# Enough to see the hardest wrong name behind several right ones.
_DEEPER = 20


@dataclass(frozen=True)
class Row:
    """``ms``: wall time a query, with the folding of the pool or the building of the index in it."""

    task: str
    ranker: str
    queries: int
    candidates: int
    figures: dict[str, Figure]
    ms: float

    def as_json(self) -> dict[str, Any]:
        figures = {name: figure.as_json() for name, figure in self.figures.items()}
        shape = {"queries": self.queries, "candidates": self.candidates}
        return {
            "task": self.task,
            "ranker": self.ranker,
            **shape,
            "figures": figures,
            "ms": round(self.ms, 2),
        }


def run(ranker: Ranker, task: Task) -> Row:
    """The whole task, or as much of it as the ranker bears."""
    if ranker.most_queries:
        task = task.smaller(ranker.most_queries, ranker.most_candidates)
    begun = time.perf_counter()
    depth = _DEEPER if task.twins else LIMIT
    ranked = ranker.ranked([query.text for query in task.queries], task.candidates, depth)
    ms = 1000 * (time.perf_counter() - begun) / max(1, len(task.queries))
    figures = recalls(task, ranked)
    if task.twins:
        figures |= _twins(ranker, task, ranked)
    return Row(task.key, ranker.name, len(task.queries), len(task.candidates), figures, ms)


def recalls(task: Task, ranked: Ranked) -> dict[str, Figure]:
    """Shares of queries with a right name first, and among the first ten."""
    places = [_place(task, query.answers, found) for query, found in zip(task.queries, ranked, strict=True)]
    return {f"recall@{most}": share([0 < place <= most for place in places]) for most in (1, LIMIT)}


def _place(task: Task, answers: frozenset[str], found: Sequence[tuple[int, float]]) -> int:
    """The rank of the first right name, from 1; 0 where none was found."""
    right = (rank for rank, (at, _) in enumerate(found, 1) if task.candidates[at] in answers)
    return next(right, 0)


def _twins(ranker: Ranker, task: Task, ranked: Ranked) -> dict[str, Figure]:
    """F1 of the right name against the wrong one that the ranker itself holds for most alike."""
    right, wrong = [], []
    for query, found in zip(task.queries, ranked, strict=True):
        others = [task.candidates[at] for at, _ in found if task.candidates[at] not in query.answers]
        right.append(max(ranker.scores([(query.text, each) for each in sorted(query.answers)])))
        wrong.append(max(ranker.scores([(query.text, each) for each in others]), default=0.0))
    figures = {"F1": twins_f1(right, wrong)}
    if ranker.threshold is not None:
        figures["F1 at threshold"] = twins_f1(right, wrong, ranker.threshold)
        figures["true over threshold"] = share([score >= ranker.threshold for score in right])
        figures["twins under threshold"] = share([score < ranker.threshold for score in wrong])
    return figures
