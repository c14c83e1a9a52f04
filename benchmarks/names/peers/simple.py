"""Latin letters first, then letters compared: what most people do, and a fair floor."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import JaroWinkler, Levenshtein
from rapidfuzz.process import cdist

from names.peers.folding import Fold, by_anyascii, by_icu, by_uroman
from names.peers.ngrams import NGrams
from names.peers.ranker import Ranked, Ranker

Likeness = Callable[..., float]
_AT_ONCE = 32


class Simple:
    """A fold and a likeness of rapidfuzz."""

    most_queries = 0
    most_candidates = 0
    threshold: float | None = None

    def __init__(self, name: str, fold: Fold, likeness: Likeness, *, can_do_millions: bool = True) -> None:
        self.name = name
        self.can_do_millions = can_do_millions
        self._fold = fold
        self._likeness = likeness

    def ranked(self, queries: Sequence[str], candidates: Sequence[str], limit: int) -> Ranked:
        pool = [self._fold(each) for each in candidates]
        found: Ranked = []
        for at in range(0, len(queries), _AT_ONCE):
            asked = [self._fold(each) for each in queries[at : at + _AT_ONCE]]
            table = cdist(asked, pool, scorer=self._likeness, dtype=np.float32)
            found.extend(best(row, limit) for row in table)
        return found

    def scores(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        return [float(self._likeness(self._fold(one), self._fold(other))) for one, other in pairs]


def best(row: NDArray[np.float32], limit: int) -> list[tuple[int, float]]:
    """The highest scores above 0, of equal ones the first (the candidates are shuffled)."""
    limit = min(limit, len(row))
    least = np.partition(row, -limit)[-limit]
    over = np.flatnonzero(row > least)
    equal = np.flatnonzero(row == least)[: limit - len(over)]
    found = np.concatenate([over, equal])
    found = found[np.argsort(-row[found], kind="stable")]
    return [(int(each), float(row[each])) for each in found if row[each] > 0]


def simple_rankers() -> Iterator[Ranker | str]:
    """The rankers that can be made here; a sentence in place of each that cannot."""
    yield Simple("anyascii + Jaro-Winkler", by_anyascii, JaroWinkler.normalized_similarity)
    yield Simple("anyascii + Levenshtein", by_anyascii, Levenshtein.normalized_similarity)
    yield NGrams("anyascii + n-grams", by_anyascii)
    for name, fold in (("ICU", by_icu()), ("uroman", by_uroman())):
        package = {"ICU": "pyicu", "uroman": "uroman"}[name]
        if fold is None:
            yield f"{name}: left out, {package} is not installed"
        else:
            likeness = Levenshtein.normalized_similarity
            yield Simple(f"{name} + Levenshtein", fold, likeness, can_do_millions=name != "uroman")
