"""How many origins some claims surely have: claims count as of two only if they came through nothing in common.

A report that repeats one paragraph of another has that paragraph from there and the rest from itself. So each claim has
its way: the reports through which it came, from its own to the first. Of two claims whose ways meet, one origin is
sure and no more. A way that is longer by an echo never makes it more, nor does a claim taken away.
"""

from __future__ import annotations

from collections.abc import Iterable

Way = frozenset[str]
"""Keys of reports and origins."""

_MOST_ENTANGLED = 24
"""Ways that meet each other in many combinations, beyond which the number may come out too low, never too high."""


def most_apart(ways: Iterable[Way]) -> int:
    """The most of the ways of which no two meet."""
    return sum(_most(group) for group in _meeting(_shortest(set(ways))))


def _shortest(ways: set[Way]) -> list[Way]:
    """Without those that another lies in: whatever such a one is apart from, the shorter one is too."""
    kept: list[Way] = []
    for way in sorted(ways, key=lambda each: (len(each), sorted(each))):
        if not any(shorter <= way for shorter in kept):
            kept.append(way)
    return kept


def _meeting(ways: list[Way]) -> list[list[Way]]:
    """Groups of ways that meet, directly or through others."""
    groups: list[tuple[Way, list[Way]]] = []
    for way in ways:
        touched = [group for group in groups if not group[0].isdisjoint(way)]
        groups = [group for group in groups if group[0].isdisjoint(way)]
        reached = way.union(*(reach for reach, _ in touched))
        groups.append((reached, [*(each for _, members in touched for each in members), way]))
    return [sorted(members, key=lambda each: (len(each), sorted(each))) for _, members in groups]


def _most(ways: list[Way]) -> int:
    """One of those that meet the first way is among the most: else that one could be added."""
    if len(ways) < 2 or frozenset.intersection(*ways):
        return min(1, len(ways))
    first = ways[0]
    tried = [way for way in ways if not way.isdisjoint(first)] if len(ways) <= _MOST_ENTANGLED else [first]
    return 1 + max(
        sum(_most(group) for group in _meeting([way for way in ways if way.isdisjoint(each)]))
        for each in tried
    )
