"""From features of pairs to log-odds: logistic regression on names that the rest was not learnt from.

For each pair of kinds: every query, its right forms, and the forms that lie closest to it among all tokens of that
kind. That is what a search meets: right pairs are rare among many that look alike. Pairs are weighted so that one
in twenty is right, whatever the sample's own rate.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import numpy as np

from amanat.core.names.evidence import FEATURES, Learned, pair_of_kinds
from amanat.core.names.spelling import Spelling
from names_training.corpus import Pair

NEAREST = 15
SEARCHED = 240
AMONG = 20
"""Pairs taken at random of the nearest ``SEARCHED``, which a search weighs: with the nearest alone closeness would
seem to speak against a pair, since only wrong pairs were chosen by it."""

ANY = 10
"""Pairs taken at random beside the nearest, so that what is plainly unlike is weighed too."""

RATE = 0.05
MOST_QUERIES = 2500
_RIDGE = 1e-3


def calibrated(
    tables: Learned, pairs: list[Pair], read: list[Pair], pool: list[Spelling], learnt: list[Pair]
) -> dict[str, np.ndarray]:
    """Weights for each pair of kinds that the pairs hold enough of; ``read`` holds pinyin and what it spells.

    ``learnt``: pairs of pinyin that the tables were learnt from. One reading has many spellings, some of them kept
    and some learnt: the learnt ones are right too, but known, and are left out."""
    by_kind: dict[str, dict[Spelling, set[Spelling]]] = defaultdict(lambda: defaultdict(set))
    for one, other in pairs:
        by_kind[pair_of_kinds(one, other)][one].add(other)
        by_kind[pair_of_kinds(one, other)][other].add(one)
    for one, other in read:
        by_kind["PL"][one].add(other)
    known: dict[Spelling, set[Spelling]] = defaultdict(set)
    for one, other in learnt:
        known[one].add(other)
    weights = {}
    for kind, right in sorted(by_kind.items()):
        if len(right) >= 200:
            weights[kind] = _of_kind(tables, kind, right, pool, known if kind == "PL" else {})
            if kind == "LH":
                weights["LH~"] = _of_kind(tables, "LH~", right, pool, {})
    return weights


def _of_kind(
    tables: Learned,
    kind: str,
    right: dict[Spelling, set[Spelling]],
    pool: list[Spelling],
    left_out: Mapping[Spelling, set[Spelling]],
) -> np.ndarray:
    random = np.random.default_rng(1)
    queries = sorted(right, key=lambda each: (each.kind, each.letters))
    queries = [queries[at] for at in random.permutation(len(queries))[:MOST_QUERIES]]
    one, others, closeness, truth = [], [], [], []
    kinds = "LL" if kind == "PL" else kind.rstrip("~")
    for wanted in sorted({kinds.replace(query.kind, "", 1) for query in queries}):
        asked = [query for query in queries if kinds.replace(query.kind, "", 1) == wanted]
        answers = [each for each in pool if each.kind == wanted]
        places = tables.vectors.of(answers)
        at_of = {each: at for at, each in enumerate(answers)}
        for query, row in zip(asked, tables.vectors.of(asked), strict=True):
            close = places @ row
            order = np.argsort(-close)[:SEARCHED]
            near = (
                set(order[:NEAREST].tolist())
                | set(random.choice(order[NEAREST:], AMONG, replace=False).tolist())
                | {at_of[each] for each in right[query] if each in at_of}
                | set(random.integers(0, len(answers), ANY).tolist())
            )
            for at in near:
                if answers[at] != query and answers[at] not in left_out.get(query, ()):
                    one.append(query)
                    others.append(answers[at])
                    closeness.append(close[at])
                    truth.append(answers[at] in right[query])
    features = tables.features(kind, one, others, np.array(closeness, np.float32))
    found = _logistic(features, np.array(truth, float))
    print(
        f"    {kind}: {len(queries)} queries, {len(one)} pairs, {sum(truth)} right; " + _said(found),
        flush=True,
    )
    return found


def _logistic(features: np.ndarray, truth: np.ndarray) -> np.ndarray:
    """Newton's method with a little ridge; pairs weighted to the stated rate."""
    weight = np.where(truth > 0, RATE / truth.mean(), (1 - RATE) / (1 - truth.mean()))
    found = np.zeros(features.shape[1])
    for _ in range(40):
        chance = 1 / (1 + np.exp(-np.clip(features @ found, -30, 30)))
        slope = features.T @ (weight * (truth - chance)) - _RIDGE * len(truth) * 0.01 * found
        bend = (features * (weight * chance * (1 - chance))[:, None]).T @ features
        step = np.linalg.solve(bend + (_RIDGE * len(truth) * 0.01 + 1e-6) * np.eye(len(found)), slope)
        found += step
        if np.abs(step).max() < 1e-6:
            break
    return found


def _said(weights: np.ndarray) -> str:
    return ", ".join(f"{name} {value:+.2f}" for name, value in zip(FEATURES, weights, strict=True))
