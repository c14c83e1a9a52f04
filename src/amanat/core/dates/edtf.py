"""Dates as EDTF (ISO 8601-2) strings: what a claim's ``when`` and a report's ``published`` hold.

Beyond single dates (see `amanat.core.dates.point`):

- ``2017-07/2018-10``: from .. to; ``2020-01-01/..`` and ``../2019-06`` open; ``2017/`` and ``/2018`` unknown;
- ``[2020-01-03,2020-03-01]``: one of these; ``[2018-03-01..2018-03-10]``: one day, month or year in it;
- ``{2018-03,2018-07}``: all of these.

`parse` accepts spaces around a set's commas and gives back values whose ``str`` is the canonical form.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import lru_cache

from amanat.core.dates.point import NotADateError, Point, Precision, parse_point


class Edge(Enum):
    """An interval's end that is no date: still going on or without limit, or not known."""

    OPEN = ".."
    UNKNOWN = ""

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class Bounds:
    """The earliest and latest day that a date can cover; None where it is open or unknown."""

    earliest: date | None
    latest: date | None

    def meets(self, other: Bounds) -> bool:
        """Whether there is a day in both."""
        return _starts_by(self, other) and _starts_by(other, self)


def _starts_by(a: Bounds, b: Bounds) -> bool:
    return a.earliest is None or b.latest is None or a.earliest <= b.latest


@dataclass(frozen=True, slots=True)
class Interval:
    begin: Point | Edge
    end: Point | Edge

    def __str__(self) -> str:
        return f"{self.begin}/{self.end}"


@dataclass(frozen=True, slots=True)
class Range:
    """One date somewhere from ``begin`` to ``end``; None is open. Only inside a `Choice`."""

    begin: Point | None
    end: Point | None

    def __str__(self) -> str:
        return f"{self.begin or ''}..{self.end or ''}"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the members or, with ``all``, every one of them."""

    members: tuple[Point | Range, ...]
    all: bool = False

    def __str__(self) -> str:
        inside = ",".join(str(member) for member in self.members)
        return f"{{{inside}}}" if self.all else f"[{inside}]"


Edtf = Point | Interval | Choice


@lru_cache(maxsize=4096)
def parse(edtf: str) -> Edtf:
    """Raises `NotADateError`, a ValueError, with the reason in words."""
    if edtf[:1] + edtf[-1:] in ("[]", "{}"):
        return _parse_choice(edtf)
    if "/" not in edtf:
        return parse_point(edtf)
    begin, _, end = edtf.partition("/")
    interval = Interval(_parse_end(begin), _parse_end(end))
    if not begin and not end:
        raise NotADateError(edtf, reason="a stretch of time needs at least one end")
    _in_order(edtf, interval.begin, interval.end)
    return interval


def _parse_end(text: str) -> Point | Edge:
    return Edge(text) if text in ("", "..") else parse_point(text)


def _parse_choice(edtf: str) -> Choice:
    members = tuple(_parse_member(edtf, part.strip()) for part in edtf[1:-1].split(","))
    return Choice(members, all=edtf[0] == "{")


def _parse_member(edtf: str, text: str) -> Point | Range:
    if ".." not in text:
        return parse_point(text)
    begin, _, end = (part.strip() for part in text.partition(".."))
    if not begin and not end:
        raise NotADateError(edtf, reason="a range needs at least one end")
    found = Range(parse_point(begin) if begin else None, parse_point(end) if end else None)
    _in_order(edtf, found.begin, found.end)
    return found


def _in_order(edtf: str, begin: Point | Edge | None, end: Point | Edge | None) -> None:
    if isinstance(begin, Point) and isinstance(end, Point) and begin.first > end.last:
        raise NotADateError(edtf, reason="it ends before it begins")


def bounds(edtf: str) -> Bounds:
    """``2017-07/2018-10`` -> 1 July 2017 and 31 October 2018."""
    return bounds_of(parse(edtf))


def bounds_of(value: Edtf | Range, *, play: bool = False) -> Bounds:
    """With ``play``, as wide as "about", "perhaps" and the seasons ask for (`Point.reach`)."""
    if isinstance(value, Point):
        return Bounds(*value.reach) if play else Bounds(value.first, value.last)
    if isinstance(value, Choice):
        return _hull([bounds_of(member, play=play) for member in value.members])
    earliest = bounds_of(value.begin, play=play).earliest if isinstance(value.begin, Point) else None
    latest = bounds_of(value.end, play=play).latest if isinstance(value.end, Point) else None
    return Bounds(earliest, latest)


def _hull(parts: list[Bounds]) -> Bounds:
    starts = [part.earliest for part in parts]
    ends = [part.latest for part in parts]
    return Bounds(
        min((day for day in starts if day), default=None) if None not in starts else None,
        max((day for day in ends if day), default=None) if None not in ends else None,
    )


def alternatives(edtf: str) -> tuple[str, ...]:
    """The readings of a one-of set, each as EDTF (a range stays a set of its own); else the date itself."""
    value = parse(edtf)
    if not isinstance(value, Choice) or value.all:
        return (str(value),)
    return tuple(f"[{member}]" if isinstance(member, Range) else str(member) for member in value.members)


def precision(edtf: str) -> Precision | None:
    """That of the coarsest date in it; None where there is no date in it (``../..``)."""
    points = points_of(parse(edtf))
    return max((point.precision for point in points), default=None)


def points_of(value: Edtf | Range) -> list[Point]:
    """The single dates that it is made of, in the order written."""
    if isinstance(value, Point):
        return [value]
    if isinstance(value, Choice):
        return [point for member in value.members for point in points_of(member)]
    return [end for end in (value.begin, value.end) if isinstance(end, Point)]


def begins(edtf: str) -> str | None:
    """When it begins, as EDTF: an interval's begin, the first of all of a set, otherwise the date itself."""
    return _end_of(edtf, first=True)


def ends(edtf: str) -> str | None:
    """When it ends, as EDTF; None where that is open or unknown."""
    return _end_of(edtf, first=False)


def _end_of(edtf: str, *, first: bool) -> str | None:
    value = parse(edtf)
    if isinstance(value, Interval):
        end = value.begin if first else value.end
        return str(end) if isinstance(end, Point) else None
    if isinstance(value, Choice) and value.all:
        points = points_of(value)
        return str(
            min(points, key=lambda point: point.first) if first else max(points, key=lambda point: point.last)
        )
    return str(value)


def sort_key(edtf: str) -> tuple[date, date, str]:
    """Orders dates on a time line: by the earliest known day, then the shorter before the longer."""
    found = bounds(edtf)
    return (found.earliest or found.latest or date.min, found.latest or date.max, edtf)
