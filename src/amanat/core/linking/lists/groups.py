"""Groups of rows that are one person's: joined while, on the average, all their pairs speak for it.

A chain of likely pairs is no evidence that its ends are one person: with every pair between two groups counted, one
likely pair does not outweigh ten that contradict it. This is average linkage (Sokal and Michener, 1958) over log-odds.
"""

from __future__ import annotations

import heapq
from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from amanat.core.linking.lists.fields import Rows

JOINED = 0.9
"""Nats, on the average over all pairs of two groups, from which on they are joined. The least (in steps of .3) by which
groups kept to a precision of .99 on the mean of three lists composed for choosing it, of names that are measured with
nowhere."""

NO_CANDIDATE = -2.0
"""Nats that a pair counts for which nothing suggested to look at: rather strangers, though they were not compared."""

_BOUND = 8.0
"""Nats that one pair counts for at most, for or against."""

Apart = NDArray[np.int64] | None


def groups(size: int, left: Rows, right: Rows, odds: NDArray[np.floating], lists: Apart = None) -> Rows:
    """For each of ``size`` rows the lowest row of its group. ``lists``: the list each row is of, where no list has a
    person twice: then no group has two rows of one list."""
    reached = components(size, left[odds >= JOINED], right[odds >= JOINED])
    inside = np.flatnonzero(reached[left] == reached[right])
    inside = inside[np.argsort(reached[left[inside]], kind="stable")]
    found = np.arange(size)
    bounds = np.flatnonzero(np.diff(reached[left[inside]])) + 1
    for at in np.split(inside, bounds) if len(inside) else []:
        pairs = zip(
            left[at].tolist(), right[at].tolist(), np.clip(odds[at], -_BOUND, _BOUND).tolist(), strict=True
        )
        for group in _Joining(list(pairs), lists).groups():
            found[group] = min(group)
    return found


def components(size: int, left: Rows, right: Rows) -> Rows:
    """For each row the lowest one that a chain of pairs leads to."""
    lowest = np.arange(size)
    while True:
        low = np.minimum(lowest[left], lowest[right])
        before = lowest.copy()
        np.minimum.at(lowest, left, low)
        np.minimum.at(lowest, right, low)
        lowest = lowest[lowest]
        if (before == lowest).all():
            return lowest


class _Joining:
    """One set of rows that hang together, joined from single rows up."""

    def __init__(self, pairs: list[tuple[int, int, float]], lists: Apart) -> None:
        self._sums: dict[int, dict[int, tuple[float, int]]] = defaultdict(dict)
        for one, other, nats in pairs:
            self._sums[one][other] = self._sums[other][one] = (nats, 1)
        self._rows = {row: [row] for row in self._sums}
        self._lists = {row: {int(lists[row])} for row in self._sums} if lists is not None else {}
        first = ((row, other) for row, others in self._sums.items() for other in others if row < other)
        self._queue = [(-self._mean(*pair), *pair) for pair in first if self._mean(*pair) >= JOINED]
        heapq.heapify(self._queue)

    def groups(self) -> list[list[int]]:
        while self._queue:
            nats, one, other = heapq.heappop(self._queue)
            is_now = other in self._sums.get(one, {}) and -nats == self._mean(one, other)
            if is_now and not self._once(one) & self._once(other):
                self._join(one, other)
        return list(self._rows.values())

    def _once(self, group: int) -> set[int]:
        return self._lists.get(group, set())

    def _mean(self, one: int, other: int) -> float:
        nats, count = self._sums[one][other]
        every = len(self._rows[one]) * len(self._rows[other])
        return (nats + NO_CANDIDATE * (every - count)) / every

    def _join(self, one: int, other: int) -> None:
        """The one with fewer neighbours goes into the other."""
        if len(self._sums[one]) < len(self._sums[other]):
            one, other = other, one
        self._rows[one] += self._rows.pop(other)
        if self._lists:
            self._lists[one] |= self._lists.pop(other)
        del self._sums[one][other]
        for third, (nats, count) in self._sums.pop(other).items():
            if third != one:
                before, known = self._sums[one].get(third, (0.0, 0))
                self._sums[one][third] = self._sums[third][one] = (before + nats, known + count)
                del self._sums[third][other]
        for third in self._sums[one]:
            if (mean := self._mean(one, third)) >= JOINED:
                low, high = sorted((one, third))
                heapq.heappush(self._queue, (-mean, low, high))
