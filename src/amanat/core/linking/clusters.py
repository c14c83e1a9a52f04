"""Which persons are one: groups derived from the judgements that stand, and never stored as truth.

A judgement of "not same" splits whatever chain would bring the two together. People's judgements are taken
before rules', so that a rule can only add to what people decided; a person's "unsure" also keeps rules off.
The judgements are put in order first: it makes no difference in which order they were made or loaded.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from amanat.core.linking.joining import Partition

RULE_PREFIX = "rule:"
"""What the author of a judgement begins with when it was no person."""


@dataclass(frozen=True, slots=True, order=True)
class Judged:
    """A standing judgement. ``verdict``: ``same``, ``not same``, ``unsure``, ``none``."""

    by_rule: bool
    left: int
    right: int
    verdict: str


def partition(persons: Iterable[int], standing: Iterable[Judged]) -> Partition[int]:
    """The persons in groups, with what keeps them apart, so that a rule sees what it may still join."""
    judged = sorted(standing)
    everyone = {*persons, *(each.left for each in judged), *(each.right for each in judged)}
    peoples = [each for each in judged if not each.by_rule]
    found = Partition(sorted(everyone), _pairs(peoples, "not same"))
    _join(found, peoples)
    rules = [each for each in judged if each.by_rule]
    for left, right in (*_pairs(peoples, "unsure"), *_pairs(rules, "not same")):
        found.keep_apart(left, right)
    _join(found, rules)
    return found


def _pairs(judged: Iterable[Judged], verdict: str) -> list[tuple[int, int]]:
    return [(each.left, each.right) for each in judged if each.verdict == verdict]


def _join(found: Partition[int], judged: Iterable[Judged]) -> None:
    for each in judged:
        if each.verdict == "same":
            found.join(each.left, each.right)


def clusters(persons: Iterable[int], standing: Iterable[Judged]) -> frozenset[frozenset[int]]:
    """The groups of ``persons``, and of everybody whom a judgement names."""
    return frozenset(partition(persons, standing).groups())
