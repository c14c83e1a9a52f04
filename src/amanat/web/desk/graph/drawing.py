"""From sources and tellers to a picture in three columns, in which nothing overlaps and nothing leaves its width."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from amanat.web.desk.graph.values import LEADING, Edge, Graph, Node, Source, Teller
from amanat.web.desk.timeline import lettering

MOST_REPORTS = 40
"""Drawn; more would make a picture that nobody can take in."""

SIZE = 12.0
_ROW = 24
_GROUP = 40
"""The least height of an origin with its reports: its name stands above its sign."""
_LINES, _LINES_NARROW = 2, 3
"""That a name may take; on a phone there is more room downwards than across."""
_NARROW = 500
_TOP = 24
_AIR = 12


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The x of each column's signs; names of reports end before theirs, names of tellers begin after theirs.

    ``row`` is the height of a report or teller, ``group`` the least one of an origin.
    """

    width: int
    report: int
    origin: int
    teller: int
    row: int = _ROW
    group: int = _GROUP

    @classmethod
    def of(cls, width: int, sources: Sequence[Source], tellers: Sequence[Teller]) -> _Sheet:
        sheet = cls(width, round(width * 0.36), round(width * 0.54), round(width * 0.7))
        lines = [
            *(sheet.report_lines(name) for source in sources for _, name in source.reports),
            *(sheet.origin_lines(source.name) for source in sources),
            *(sheet.teller_lines(each.name) for each in tellers),
        ]
        most = max(map(len, lines))
        return replace(sheet, row=max(_ROW, most * LEADING + 4), group=_GROUP + (most - 1) * LEADING)

    def report_lines(self, name: str) -> tuple[str, ...]:
        return self._lines(name, self.report - _AIR - 2)

    def origin_lines(self, name: str) -> tuple[str, ...]:
        return self._lines(name, self.teller - self.report - 2 * _AIR)

    def teller_lines(self, name: str) -> tuple[str, ...]:
        return self._lines(name, self.width - self.teller - _AIR - 2)

    def _lines(self, name: str, room: int) -> tuple[str, ...]:
        return lettering.folded(name, SIZE, room, _LINES_NARROW if self.width < _NARROW else _LINES)


def draw(sources: Sequence[Source], tellers: Sequence[Teller], width: int) -> Graph | None:
    """The picture, or ``None`` where there is nothing to draw."""
    if not sources:
        return None
    kept = _cut(sources)
    named = [each for each in tellers if any(each.key in source.tellers for source in kept)]
    sheet = _Sheet.of(width, kept, named)
    reports, origins, edges, bottom = _left(kept, sheet)
    wanted = {each.key: _mean(origins, kept, each.key) for each in named}
    placed = _spread(sorted(named, key=lambda each: (wanted[each.key], each.key)), wanted, bottom, sheet.row)
    nodes = [_teller(each, y, sheet) for each, y in placed]
    at = {each.key: node for (each, _), node in zip(placed, nodes, strict=True)}
    for source, origin in zip(kept, origins, strict=True):
        edges += [_edge(origin, at[key]) for key in source.tellers if key in at]
    drawn = sum(len(source.reports) for source in kept)
    return Graph(
        width=width,
        height=max([bottom, *(node.y for node in nodes)]) + sheet.row // 2,
        reports=tuple(reports),
        origins=tuple(origins),
        tellers=tuple(nodes),
        edges=tuple(edges),
        left_out=sum(len(source.reports) for source in sources) - drawn,
    )


def _cut(sources: Iterable[Source]) -> list[Source]:
    """As many as have room, each with its first reports."""
    found: list[Source] = []
    room = MOST_REPORTS
    for source in sources:
        if room <= 0:
            break
        found.append(Source(source.name, source.known, source.reports[:room], source.tellers))
        room -= len(source.reports)
    return found


def _left(sources: Sequence[Source], sheet: _Sheet) -> tuple[list[Node], list[Node], list[Edge], int]:
    """Reports and origins with what joins them, and where they end."""
    reports: list[Node] = []
    origins: list[Node] = []
    edges: list[Edge] = []
    top = _TOP
    for source in sources:
        height = max(sheet.group, sheet.row * len(source.reports))
        first = top + (height - sheet.row * (len(source.reports) - 1)) // 2
        mine = [
            _report(report, name, first + sheet.row * number, sheet)
            for number, (report, name) in enumerate(source.reports)
        ]
        sort = "known" if source.known else "unknown"
        origin = Node(sheet.origin, top + height // 2, sheet.origin_lines(source.name), source.name, sort)
        edges += [_edge(node, origin) for node in mine]
        reports += mine
        origins.append(origin)
        top += height
    return reports, origins, edges, top


def _report(report: int, name: str, y: int, sheet: _Sheet) -> Node:
    return Node(sheet.report, y, sheet.report_lines(name), name, "report", f"{report}")


def _teller(teller: Teller, y: int, sheet: _Sheet) -> Node:
    return Node(sheet.teller, y, sheet.teller_lines(teller.name), teller.name, teller.sort)


def _mean(origins: Sequence[Node], sources: Sequence[Source], key: str) -> int:
    heights = [origin.y for origin, source in zip(origins, sources, strict=True) if key in source.tellers]
    return sum(heights) // len(heights)


def _spread(
    tellers: Sequence[Teller], wanted: dict[str, int], bottom: int, row: int
) -> list[tuple[Teller, int]]:
    """Each as near as can be to where it wants to stand, a row apart, from the top down."""
    placed: list[tuple[Teller, int]] = []
    slack = bottom - _TOP - row * len(tellers)
    lowest = _TOP
    for number, each in enumerate(tellers):
        below = bottom - row * (len(tellers) - number) if slack > 0 else lowest
        y = max(lowest, min(wanted[each.key], max(below, lowest)))
        placed.append((each, y))
        lowest = y + row
    return placed


def _edge(one: Node, other: Node) -> Edge:
    return Edge(one.x, one.y, other.x, other.y)
