"""Where one passage of a report comes from, and through which reports it came.

A report that repeats one paragraph of another has that paragraph from there and the rest from itself; a report of which
most is another's has all of it from there (origins.py), because what it says in other words is not always known again.
One echo more never takes a report out of a passage's way, and nothing depends on the order of reports or echoes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from amanat.core.echo.echo import Echo
from amanat.core.echo.origins import Kind, Origin, counts, is_mostly, mostly_repeats, origins


@dataclass(frozen=True, slots=True)
class Traced:
    """``through``: the reports that it is repeated from, or shared with, as far as is known; its own is not among
    them. ``alone``: its report as a whole has another origin."""

    origin: Origin
    through: tuple[int, ...]
    alone: bool


class Tracing:
    """``origins``: of each report as a whole."""

    def __init__(self, reports: Iterable[int], echoes: Iterable[Echo]) -> None:
        known, found = set(reports), list(echoes)
        self.origins = origins(known, found)
        self._echoes: dict[int, list[Echo]] = defaultdict(list)
        for each in found:
            if counts(each) and {each.left, each.right} <= known:
                for side in (each.left, each.right):
                    self._echoes[side].append(each.seen_from(side))

    def of(self, report: int, start: int, end: int) -> Traced:
        """Of ``text[start:end]``, which counts as repeated if more than half of it lies in passages of an echo.

        Raises KeyError for a report that is not among those asked about.
        """
        shared = {  # with the reports that repeat this one left out: nothing of it comes from those
            each.right: (each, covered)
            for each in self._echoes[report]
            if each.repeater != each.right and (covered := _covered(each, start, end)) * 2 > end - start
        }
        through = self._mostly(report).union(shared, *(self._mostly(each) for each in shared))
        whole = self.origins[report]
        origin = self._repeated(report, shared) or self._in_common(report, shared) or whole
        return Traced(origin, tuple(sorted(through - {report})), alone=origin.key != whole.key)

    def _repeated(self, report: int, shared: dict[int, tuple[Echo, int]]) -> Origin | None:
        """The origin of the report that the passage is from: of several, one that has it from none of the others."""
        above = {other: covered for other, (each, covered) in shared.items() if each.repeater == report}
        first = {
            other
            for other in above
            if not any(each.repeater == other and each.right in above for each in self._echoes[other])
        }
        if not above:
            return None
        return self.origins[min(first or above, key=lambda other: (-above[other], other))]

    def _in_common(self, report: int, shared: dict[int, tuple[Echo, int]]) -> Origin | None:
        """Of a passage of which nobody knows who had it first: one origin for all who have it."""
        having = tuple(
            sorted({report, *(other for other, (each, _) in shared.items() if each.repeater is None)})
        )
        if len(having) == 1 or len({self.origins[each].key for each in having}) == 1:
            return None
        return Origin(f"common:{having[0]}", Kind.UNKNOWN, None, having)

    def _mostly(self, report: int) -> frozenset[int]:
        """All reports that this one as a whole may be from, itself among them."""
        found, new = {report}, [report]
        while new:
            for each in self._echoes[new.pop()]:
                if each.right not in found and self._leads_on(each):
                    found.add(each.right)
                    new.append(each.right)
        return frozenset(found)

    def _leads_on(self, echo: Echo) -> bool:
        """Of an echo as the left report sees it."""
        if echo.repeater is None:
            return is_mostly(echo)
        return echo.repeater == echo.left and mostly_repeats(echo)


def _covered(echo: Echo, start: int, end: int) -> int:
    """Characters of the left text from ``start`` to ``end`` that lie in passages."""
    found, reached = 0, start
    for begin, stop in sorted(each.left for each in echo.passages):
        found += max(0, min(end, stop) - max(reached, begin))
        reached = max(reached, min(end, stop))
    return found
