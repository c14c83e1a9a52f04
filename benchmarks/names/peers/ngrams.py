"""Letter n-grams weighted by rarity, compared by cosine: strong on whole names, blind to letters that differ."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray

from names.peers.folding import Fold
from names.peers.ranker import Ranked

_SIZES = (2, 3)


class NGrams:
    """TF-IDF over two and three letters of each word with its edges. Rarity is counted among the candidates."""

    most_queries = 0
    most_candidates = 0
    can_do_millions = False
    threshold: float | None = None

    def __init__(self, name: str, fold: Fold) -> None:
        self.name = name
        self._fold = fold
        self._rarity: dict[str, float] = {}
        self._unseen = 1.0

    def ranked(self, queries: Sequence[str], candidates: Sequence[str], limit: int) -> Ranked:
        grams = [Counter(self._grams(each)) for each in candidates]
        self._count(grams)
        places: defaultdict[str, list[int]] = defaultdict(list)
        weights: defaultdict[str, list[float]] = defaultdict(list)
        for position, counted in enumerate(grams):
            for gram, weight in self._vector(counted).items():
                places[gram].append(position)
                weights[gram].append(weight)
        lists = {gram: (np.array(at), np.array(weights[gram])) for gram, at in places.items()}
        return [self._search(each, lists, len(candidates), limit) for each in queries]

    def scores(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """With the rarity of the candidates last ranked, or none."""
        return [self._cosine(one, other) for one, other in pairs]

    def _search(
        self,
        query: str,
        lists: dict[str, tuple[NDArray[np.int64], NDArray[np.float64]]],
        size: int,
        limit: int,
    ) -> list[tuple[int, float]]:
        total = np.zeros(size)
        for gram, weight in self._vector(Counter(self._grams(query))).items():
            if gram in lists:
                at, theirs = lists[gram]
                total[at] += weight * theirs
        order = np.argsort(-total, kind="stable")[:limit]
        return [(int(each), float(total[each])) for each in order if total[each] > 0]

    def _cosine(self, one: str, other: str) -> float:
        first, second = (self._vector(Counter(self._grams(each))) for each in (one, other))
        return sum(weight * second.get(gram, 0.0) for gram, weight in first.items())

    def _count(self, grams: Sequence[Counter[str]]) -> None:
        seen = Counter(gram for counted in grams for gram in counted)
        self._rarity = {gram: log((1 + len(grams)) / (1 + count)) + 1 for gram, count in seen.items()}
        self._unseen = log(1 + len(grams)) + 1

    def _vector(self, counted: Counter[str]) -> dict[str, float]:
        weighed = {gram: count * self._rarity.get(gram, self._unseen) for gram, count in counted.items()}
        length = sqrt(sum(weight * weight for weight in weighed.values())) or 1.0
        return {gram: weight / length for gram, weight in weighed.items()}

    def _grams(self, text: str) -> Iterator[str]:
        for word in self._fold(text).split():
            edged = f"^{word}$"
            for size in _SIZES:
                yield from (edged[at : at + size] for at in range(len(edged) - size + 1))
