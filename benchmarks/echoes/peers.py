"""What others would use: MinHash over shingles (datasketch), and the cosine of plain TF-IDF vectors."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import combinations

import numpy as np

from echoes.families import Family, Pair
from echoes.measuring import Score

_WORD = re.compile(r"\w+")
_SHINGLE = 3
_PERMUTATIONS = 128


def peers() -> dict[str, Score | str]:
    """Each by its name; for one that is not installed, what is said of it."""
    return {"MinHash (datasketch)": _minhash(), "TF-IDF, cosine": tfidf}


def _minhash() -> Score | str:
    try:
        from datasketch import MinHash  # noqa: PLC0415 (a peer that need not be installed)
    except ImportError as missing:
        return f"left out, {missing}"

    def score(family: Family) -> Mapping[Pair, float]:
        prints = {}
        for report in family.reports:
            made = MinHash(num_perm=_PERMUTATIONS)
            for shingle in _shingles(report.text):
                made.update(shingle.encode())
            prints[report.id] = made
        return {pair: prints[pair[0]].jaccard(prints[pair[1]]) for pair in combinations(sorted(prints), 2)}

    return score


def _shingles(text: str) -> set[str]:
    words = _words(text)
    return {" ".join(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)}


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def tfidf(family: Family) -> Mapping[Pair, float]:
    """Counts weighed by the logarithm of how few reports have the word."""
    words = [_words(report.text) for report in family.reports]
    terms = {term: at for at, term in enumerate(sorted({word for each in words for word in each}))}
    counts = np.zeros((len(words), len(terms)))
    for row, each in enumerate(words):
        np.add.at(counts[row], [terms[word] for word in each], 1)
    weighed = counts * np.log(len(words) / (counts > 0).sum(axis=0))
    weighed /= np.maximum(np.linalg.norm(weighed, axis=1, keepdims=True), 1e-9)
    alike = weighed @ weighed.T
    ids = [report.id for report in family.reports]
    return {
        (ids[one], ids[other]): float(alike[one, other]) for one, other in combinations(range(len(ids)), 2)
    }
