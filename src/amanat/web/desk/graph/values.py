"""What the picture of a case's sources is drawn from, and what it consists of. Lengths are units of the view box."""

from __future__ import annotations

from dataclasses import dataclass


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
    """``href`` is empty where it leads nowhere. ``whole`` is the name where ``text`` is cut."""

    x: int
    y: int
    text: str
    whole: str
    sort: str
    href: str = ""


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
