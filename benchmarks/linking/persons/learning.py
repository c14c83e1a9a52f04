"""Learns what each answer of each feature is worth, on people whose names are kept for learning.

Pairs of mentions that the rules compare, and all pairs of one person with a name each, are weighed as in the program;
the weights are those under which who is who is likeliest (logistic regression through the same caps, doubt and share
of the name), drawn towards the hand-set ones as if each of those had been seen ``_WORTH`` times. A level that fits less
well never outweighs one that fits better, and none says more than it can (``MOST``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import exp, log

import numpy as np
from numpy.typing import NDArray

from amanat.core.linking.commonness import Commonness
from amanat.core.linking.comparing import FEATURES
from amanat.core.linking.evidence import CAPS, DOUBT, DOUBTED_FROM
from amanat.core.linking.names import ONE_IN, naming
from linking.persons.reports import Mention

Floats = NDArray[np.float64]

COMPUTED = frozenset({("birth", "agree"), ("kin", "same"), ("acts", "place and time"), ("acts", "time")})
"""Levels whose functions compute how much they say: a factor is learnt of them; of all others, the nats."""

ORDERED = (
    [("birth", level) for level in ("a slip", "within a year", "within three years", "within five years",
                                    "within ten years", "further apart")],
    [("origin", level) for level in ("town", "land", "country", "elsewhere")],
    [("residence", level) for level in ("town", "land", "country", "elsewhere")],
    [("kin", level) for level in ("another spouse", "another parent")],
)  # fmt: skip
"""From what speaks most for one person to what speaks most against it."""

MOST = {("sex", "same"): log(2)}
"""Nats at most, where reason sets a bound: half of those who bear one name are of one sex, or more."""

_WORTH = 20.0
_STEPS, _RATE = 300, 0.2

_LEAST_BY_NAME = 1e-4
"""Odds by name below which facts never matter: such pairs teach nothing."""

_SUBJECT_OF = {feature.name: feature.subject for feature in FEATURES}

Level = tuple[str, str]


@dataclass(frozen=True)
class Pairs:
    """``raw``: nats as the functions say them, one column for each level; ``said``: whether it was said at all.

    ``by_name``: odds that the names are one; ``alone``: the chance that two of that name are one person.
    """

    levels: list[Level]
    raw: Floats
    said: NDArray[np.bool_]
    by_name: Floats
    alone: Floats
    certain: NDArray[np.bool_]
    """Names that answer to each other part by part: of these it was measured what they are worth."""
    same: NDArray[np.bool_]


def pairs(mentions: Sequence[Mention], candidates: set[tuple[int, int]], common: Commonness) -> Pairs:
    """The candidates, and each two mentions of one person that have names."""
    chosen = sorted(candidates | set(_of_one(mentions)))
    rows: list[dict[Level, float]] = []
    by_name, alone, certain, same = [], [], [], []
    for left, right in chosen:
        one, other = mentions[left].record, mentions[right].record
        name = naming(one.names, other.names, common)
        if name is None or ONE_IN * exp(min(name.nats, 30.0)) < _LEAST_BY_NAME:
            continue
        found = {feature.name: feature.weigh(one, other, common) for feature in FEATURES}
        rows.append({(feature, told.level): told.nats for feature, told in found.items() if told})
        by_name.append(ONE_IN * exp(min(name.nats, 30.0)))
        alone.append(common.same_person(name.share))
        certain.append(name.certain)
        same.append(mentions[left].whose == mentions[right].whose)
    levels = sorted({level for row in rows for level in row})
    raw = np.array([[row.get(level, 0.0) for level in levels] for row in rows])
    said = np.array([[level in row for level in levels] for row in rows])
    return Pairs(levels, raw, said, np.array(by_name), np.array(alone), np.array(certain), np.array(same))


def _of_one(mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    of: dict[int, list[int]] = {}
    for at, each in enumerate(mentions):
        of.setdefault(each.whose, []).append(at)
    for those in of.values():
        yield from combinations(those, 2)


def likely(found: Pairs, learnt: Floats) -> Floats:
    """The probability of each pair, as core/linking/comparing has it."""
    return _through(found, learnt)[0]


def _through(found: Pairs, learnt: Floats) -> tuple[Floats, Floats]:
    """The probabilities, and by how much what each pair says changes with each weight."""
    learnt, name = learnt[:-1], learnt[-1]
    computed = np.array([level in COMPUTED for level in found.levels])
    nats = np.where(computed, found.raw * (1 + learnt), (found.raw + learnt) * found.said)
    is_for = found.raw > 0
    speaking, against = np.where(is_for, np.maximum(nats, 0), 0), np.where(is_for, 0, np.minimum(nats, 0))
    moves = np.where(computed, found.raw, found.said * 1.0) * (np.where(is_for, speaking, -against) > 0)
    total = np.zeros(len(found.same))
    for subject, cap in CAPS.items():
        at = [number for number, (name, _) in enumerate(found.levels) if _SUBJECT_OF[name] == subject]
        together = speaking[:, at].sum(axis=1)
        moves[:, at] *= np.where(is_for[:, at], (together < cap)[:, None], 1.0)
        total += np.minimum(together, cap)
    moves *= np.where(is_for, np.where(total > DOUBTED_FROM, DOUBT, 1.0)[:, None], 1.0)
    facts = (
        np.minimum(total, DOUBTED_FROM) + DOUBT * np.maximum(0.0, total - DOUBTED_FROM) + against.sum(axis=1)
    )
    by_name = found.by_name * np.exp(np.where(found.certain, 0.0, name))
    odds = np.exp(np.clip(facts, -30, 30)) * found.alone * by_name / ((1 - found.alone) * by_name + 1)
    by_more = np.where(found.certain, 0.0, 1 / ((1 - found.alone) * by_name + 1))
    moves = np.column_stack((moves, by_more))
    return np.clip(odds / (1 + odds), 1e-9, 1 - 1e-9), moves


def learn(found: Pairs) -> Floats:
    """For each level, by how much its factor or its nats differ from what its function says; the last is the nats by
    which the rules' candidates are one name oftener than any two names that are compared."""
    learnt, steps = np.zeros(len(found.levels) + 1), np.zeros(len(found.levels) + 1)
    for _ in range(_STEPS):
        slope = _slope(found, learnt)
        steps += slope**2
        learnt = learnt - _RATE * slope / np.sqrt(steps + 1e-9)
        learnt = _ordered(found, learnt)
    return learnt


def loss(found: Pairs, learnt: Floats) -> float:
    """How unlikely who is who is; and each level's distance from the hand-set one, as if that had been seen often."""
    right = np.where(found.same, likely(found, learnt), 1 - likely(found, learnt))
    return float(-np.log(right).sum() + _WORTH / 2 * (learnt**2).sum())


def _slope(found: Pairs, learnt: Floats) -> Floats:
    """Of the loss; where a cap is reached, more changes nothing."""
    probability, moves = _through(found, learnt)
    slope: Floats = ((probability - found.same)[:, None] * moves).sum(axis=0) + _WORTH * learnt
    return slope


def _ordered(found: Pairs, learnt: Floats) -> Floats:
    """Neighbours in the wrong order are both given their mean, weighed by how often they were seen; none is above
    its bound."""
    kept = learnt.copy()
    hand = {
        level: found.raw[found.said[:, at], at][0]
        for at, level in enumerate(found.levels)
        if found.said[:, at].any()
    }
    seen = {level: found.said[:, at].sum() for at, level in enumerate(found.levels)}
    for chain in ORDERED:
        known = [level for level in chain if level in hand]
        blocks: list[tuple[float, float, list[Level]]] = []
        for level in known:
            value = hand[level] + kept[found.levels.index(level)]
            blocks.append((value, float(seen[level]), [level]))
            while len(blocks) > 1 and blocks[-2][0] < blocks[-1][0]:
                (first, often, some), (second, other, more) = blocks[-2:]
                mean = (first * often + second * other) / (often + other)
                blocks[-2:] = [(mean, often + other, some + more)]
        for value, _, those in blocks:
            for level in those:
                kept[found.levels.index(level)] = value - hand[level]
    for level, most in MOST.items():
        if level in hand:
            at = found.levels.index(level)
            kept[at] = min(kept[at], most - hand[level])
    return kept


def table(found: Pairs, learnt: Floats) -> str:
    """The rows of core/linking/tables/weights.tsv."""
    rows = []
    for at, level in enumerate(found.levels):
        times, plus = (1 + learnt[at], 0.0) if level in COMPUTED else (1.0, learnt[at])
        seen = found.said[:, at]
        counts = (int((seen & found.same).sum()), int((seen & ~found.same).sum()))
        rows.append("\t".join([*level, f"{times:.2f}", f"{plus:+.2f}", *map(str, counts)]))
    known = found.certain
    counts = (int((~known & found.same).sum()), int((~known & ~found.same).sum()))
    rows.append("\t".join(["name", "near", "1.00", f"{learnt[-1]:+.2f}", *map(str, counts)]))
    return "\n".join(rows)
