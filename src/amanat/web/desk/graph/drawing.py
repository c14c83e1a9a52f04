"""From sources and tellers to a picture in three columns, in which nothing overlaps and nothing leaves its width."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from amanat.web.desk.graph.values import Edge, Graph, Node, Source, Teller
from amanat.web.desk.timeline import lettering

MOST_REPORTS = 40
"""Drawn; more would make a picture that nobody can take in."""

SIZE = 12.0
_ROW = 24
_GROUP = 40
"""The least height of an origin with its reports: its name stands above its sign."""
_TOP = 24
_AIR = 12


@dataclass(frozen=True, slots=True)
class _Columns:
    """The x of each column's signs; names of reports end before theirs, names of tellers begin after theirs."""

    width: int
    report: int
    origin: int
    teller: int

    @classmethod
    def of(cls, width: int) -> _Columns:
        return cls(width, round(width * 0.36), round(width * 0.54), round(width * 0.7))


def draw(sources: Sequence[Source], tellers: Sequence[Teller], width: int) -> Graph | None:
    """The picture, or ``None`` where there is nothing to draw."""
    if not sources:
        return None
    columns = _Columns.of(width)
    kept = _cut(sources)
    reports, origins, edges, bottom = _left(kept, columns)
    named = [each for each in tellers if any(each.key in source.tellers for source in kept)]
    wanted = {each.key: _mean(origins, kept, each.key) for each in named}
    placed = _spread(sorted(named, key=lambda each: (wanted[each.key], each.key)), wanted, bottom)
    nodes = [_teller(each, y, columns) for each, y in placed]
    at = {each.key: node for (each, _), node in zip(placed, nodes, strict=True)}
    for source, origin in zip(kept, origins, strict=True):
        edges += [_edge(origin, at[key]) for key in source.tellers if key in at]
    drawn = sum(len(source.reports) for source in kept)
    return Graph(
        width=width,
        height=max([bottom, *(node.y for node in nodes)]) + _ROW // 2,
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


def _left(sources: Sequence[Source], columns: _Columns) -> tuple[list[Node], list[Node], list[Edge], int]:
    """Reports and origins with what joins them, and where they end."""
    reports: list[Node] = []
    origins: list[Node] = []
    edges: list[Edge] = []
    top = _TOP
    for source in sources:
        height = max(_GROUP, _ROW * len(source.reports))
        first = top + (height - _ROW * (len(source.reports) - 1)) // 2
        mine = [
            _report(report, name, first + _ROW * number, columns)
            for number, (report, name) in enumerate(source.reports)
        ]
        room = columns.teller - columns.report - 2 * _AIR
        text = lettering.fitted(source.name, SIZE, room)
        sort = "known" if source.known else "unknown"
        origin = Node(columns.origin, top + height // 2, text, source.name, sort)
        edges += [_edge(node, origin) for node in mine]
        reports += mine
        origins.append(origin)
        top += height
    return reports, origins, edges, top


def _report(report: int, name: str, y: int, columns: _Columns) -> Node:
    text = lettering.fitted(name, SIZE, columns.report - _AIR - 2)
    return Node(columns.report, y, text, name, "report", f"{report}")


def _teller(teller: Teller, y: int, columns: _Columns) -> Node:
    text = lettering.fitted(teller.name, SIZE, columns.width - columns.teller - _AIR - 2)
    return Node(columns.teller, y, text, teller.name, teller.sort)


def _mean(origins: Sequence[Node], sources: Sequence[Source], key: str) -> int:
    heights = [origin.y for origin, source in zip(origins, sources, strict=True) if key in source.tellers]
    return sum(heights) // len(heights)


def _spread(tellers: Sequence[Teller], wanted: dict[str, int], bottom: int) -> list[tuple[Teller, int]]:
    """Each as near as can be to where it wants to stand, a row apart, from the top down."""
    placed: list[tuple[Teller, int]] = []
    slack = bottom - _TOP - _ROW * len(tellers)
    lowest = _TOP
    for number, each in enumerate(tellers):
        below = bottom - _ROW * (len(tellers) - number) if slack > 0 else lowest
        y = max(lowest, min(wanted[each.key], max(below, lowest)))
        placed.append((each, y))
        lowest = y + _ROW
    return placed


def _edge(one: Node, other: Node) -> Edge:
    return Edge(one.x, one.y, other.x, other.y)
