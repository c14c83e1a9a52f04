"""The program's gazetteer: two names are one place's where both lead to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from amanat.core.places import find
from names.peers.ranker import Ranked, Ranker

_PLACES = 5


class WithGazetteer:
    """Every candidate is looked up once; a query's places and a candidate's are then joined on the place.

    What the gazetteer does not join follows as the other ranker has it, where there is one.
    """

    most_queries = 0
    most_candidates = 0
    can_do_millions = False
    threshold: float | None = None

    def __init__(self, rest: Ranker | None) -> None:
        self.name = "amanat, with the gazetteer" if rest else "amanat's gazetteer alone"
        self._rest = rest

    def ranked(self, queries: Sequence[str], candidates: Sequence[str], limit: int) -> Ranked:
        bearers: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for position, candidate in enumerate(candidates):
            for found in find(candidate, limit=_PLACES):
                bearers[found.place.id].append((position, found.score))
        rest = self._rest.ranked(queries, candidates, limit) if self._rest else [[] for _ in queries]
        return [
            self._joined(query, bearers, others)[:limit] for query, others in zip(queries, rest, strict=True)
        ]

    def scores(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """The best place that both may mean, by the product of its scores."""
        return [self._score(one, other) for one, other in pairs]

    def _joined(
        self, query: str, bearers: dict[str, list[tuple[int, float]]], others: list[tuple[int, float]]
    ) -> list[tuple[int, float]]:
        best: dict[int, float] = {}
        for found in find(query, limit=_PLACES):
            for position, score in bearers.get(found.place.id, ()):
                best[position] = max(best.get(position, 0.0), found.score * score)
        known = sorted(best.items(), key=lambda each: -each[1])
        return known + [(position, 0.0) for position, _ in others if position not in best]

    def _score(self, one: str, other: str) -> float:
        first = {each.place.id: each.score for each in find(one, limit=_PLACES)}
        return max(
            (first.get(each.place.id, 0.0) * each.score for each in find(other, limit=_PLACES)), default=0.0
        )
