"""A task, and the making of a smaller one for a peer that is too slow for the whole."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

SEED = 20261101
# Enough for intervals of ±.03; more would only take longer.
MOST_QUERIES = 1000


@dataclass(frozen=True, slots=True)
class Query:
    """A name to look for. Any of ``answers``, which are candidates of the task, is right."""

    text: str
    answers: frozenset[str]


@dataclass(frozen=True)
class Task:
    """``goals``: the figures to reach, by measure ("recall@10"); ``twins``: whether the hardest wrong name is
    measured too. Candidates are distinct and in an order that says nothing."""

    key: str
    about: str
    queries: tuple[Query, ...]
    candidates: tuple[str, ...]
    goals: dict[str, float] = field(default_factory=dict)
    twins: bool = False

    def smaller(self, queries: int, candidates: int) -> Task:
        """At most so many queries and candidates, drawn at random; the answers are always among the latter."""
        draw = random.Random(SEED)
        asked = self.queries
        if len(asked) > queries:
            asked = tuple(draw.sample(asked, queries))
        if len(self.candidates) <= candidates:
            return replace(self, queries=asked)
        right = set().union(*(query.answers for query in asked))
        rest = [each for each in self.candidates if each not in right]
        pool = [*sorted(right), *draw.sample(rest, min(len(rest), max(0, candidates - len(right))))]
        draw.shuffle(pool)
        return replace(self, queries=asked, candidates=tuple(pool))


def make(
    key: str,
    about: str,
    queries: Iterable[Query],
    candidates: Iterable[str],
    *,
    goals: dict[str, float] | None = None,
    twins: bool = False,
) -> Task:
    """The task with its queries and candidates once each, both shuffled by a fixed seed; at most 1,000 queries."""
    draw = random.Random(SEED)
    asked = sorted(set(queries), key=lambda query: query.text)
    pool = sorted(set(candidates))
    draw.shuffle(asked)
    draw.shuffle(pool)
    return Task(key, about, tuple(asked[:MOST_QUERIES]), tuple(pool), goals or {}, twins)
