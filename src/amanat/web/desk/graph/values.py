"""What the picture of a case's sources is drawn from, and what it consists of. Lengths are units of the view box."""

from __future__ import annotations

from dataclasses import dataclass

LEADING = 14
"""From one line of a name to the next; the template sets the same."""


@dataclass(frozen=True, slots=True)
class Source:
    """An origin: its name, its reports (id, name), and the keys of those who tell something in them."""

    name: str
    known: bool
    reports: tuple[tuple[int, str], ...]
    tellers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Teller:
    """``sort``: ``witness``, ``party``, ``own`` (nobody is named), ``unnamed`` (a witness without a name)."""

    key: str
    name: str
    sort: str


@dataclass(frozen=True, slots=True)
class Node:
    """``href`` is empty where it leads nowhere. ``lines`` are of its name, which is ``whole`` where they cut it."""

    x: int
    y: int
    lines: tuple[str, ...]
    whole: str
    sort: str
    href: str = ""

    @property
    def beside(self) -> int:
        """The y of the first line of a name beside its sign."""
        return self.y + 4 - LEADING // 2 * (len(self.lines) - 1)

    @property
    def above(self) -> int:
        """The y of the first line of a name above its sign."""
        return self.y - 11 - LEADING * (len(self.lines) - 1)


@dataclass(frozen=True, slots=True)
class Edge:
    """From (x1, y1) to (x2, y2), bent at ``middle``."""

    x1: int
    y1: int
    x2: int
    y2: int

    @property
    def middle(self) -> int:
        return (self.x1 + self.x2) // 2


@dataclass(frozen=True, slots=True)
class Graph:
    """``left_out``: reports that are only in the table, because the picture would be too long."""

    width: int
    height: int
    reports: tuple[Node, ...]
    origins: tuple[Node, ...]
    tellers: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int
