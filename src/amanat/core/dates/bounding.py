"""Since, until, before, after, about, early and late, applied to a date."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from amanat.core.dates.edtf import Choice, Edge, Edtf, Interval, Range, parse, points_of
from amanat.core.dates.mention import Bound, Part
from amanat.core.dates.point import Point, Precision, end_of_month

_YEAR_PARTS = {
    Part.BEGINNING: 33,
    Part.EARLY: 37,
    Part.MID: 38,
    Part.LATE: 39,
    Part.END: 36,
    Part.FIRST_HALF: 40,
    Part.SECOND_HALF: 41,
    Part.FIRST_QUARTER: 33,
    Part.SECOND_QUARTER: 34,
    Part.THIRD_QUARTER: 35,
    Part.FOURTH_QUARTER: 36,
}
_LOOSE = {Part.BEGINNING, Part.EARLY, Part.MID, Part.LATE, Part.END}
_MONTH_PARTS = {
    Part.BEGINNING: (1, 7),
    Part.EARLY: (1, 10),
    Part.MID: (11, 20),
    Part.LATE: (21, 31),
    Part.END: (25, 31),
    Part.FIRST_HALF: (1, 15),
    Part.SECOND_HALF: (16, 31),
}
_DECADE_PARTS = {
    Part.BEGINNING: (0, 2),
    Part.EARLY: (0, 3),
    Part.MID: (4, 6),
    Part.LATE: (7, 9),
    Part.END: (8, 9),
    Part.FIRST_HALF: (0, 4),
    Part.SECOND_HALF: (5, 9),
}


def part_of(edtf: str, part: Part) -> str:
    """The part of a date, as loose as the words are.

    Of a year: ISO 8601-2's thirds for early, mid and late, quarters for its beginning and end, approximate
    ("early 2018" -> ``2018-37~``, January to April with a month's play). Of a month or decade: one day or
    year in a range ("late March 2018" -> ``[2018-03-21~..2018-03-31]``). Of anything else the date itself.
    """
    value = parse(edtf)
    if not isinstance(value, Point):
        return edtf
    if value.precision is Precision.YEAR:
        return str(replace(value, month=_YEAR_PARTS[part], approximate=value.approximate or part in _LOOSE))
    if value.precision is Precision.MONTH and part in _MONTH_PARTS:
        first, last = _MONTH_PARTS[part]
        last = min(last, value.last.day)
        return _range(replace(value, day=first), replace(value, day=last), loose=part in _LOOSE)
    if value.precision is Precision.DECADE and part in _DECADE_PARTS:
        first, last = (value.year + n for n in _DECADE_PARTS[part])
        return _range(Point(first), Point(last), loose=part in _LOOSE)
    return edtf


def _range(begin: Point, end: Point, *, loose: bool) -> str:
    """Only the inner edges are loose: what is early in March is not in February."""
    at_start = begin.day == 1 or (begin.day is None and begin.year % 10 == 0)
    at_end = (begin.day is not None and end == _last_day(end)) or (end.day is None and end.year % 10 == 9)
    begin = replace(begin, approximate=loose and not at_start)
    return f"[{begin}..{replace(end, approximate=loose and not at_end)}]"


def _last_day(point: Point) -> Point:
    return replace(point, day=end_of_month(point.year, point.month or 1).day)


def about(edtf: str) -> str:
    """Approximate: both ends of an interval, every member of a set."""
    return str(_approximate(parse(edtf)))


def _approximate(value: Edtf | Range) -> Edtf | Range:
    if isinstance(value, Point):
        return replace(value, approximate=True)
    if isinstance(value, Choice):
        members = (_approximate(member) for member in value.members)
        return replace(value, members=tuple(m for m in members if isinstance(m, Point | Range)))
    if isinstance(value, Range):
        return Range(*(end and replace(end, approximate=True) for end in (value.begin, value.end)))
    return Interval(*(_about_end(end) for end in (value.begin, value.end)))


def _about_end(end: Point | Edge) -> Point | Edge:
    return replace(end, approximate=True) if isinstance(end, Point) else end


def covering(points: list[Point]) -> Point:
    """The finest single date that covers them all: 15 and 17 July 2017 -> July 2017."""
    first, last = min(p.first for p in points), max(p.last for p in points)
    if (first.year, first.month) == (last.year, last.month):
        return Point(first.year, first.month)
    if first.year == last.year:
        return Point(first.year)
    hidden = 1 if first.year // 10 == last.year // 10 else 2
    return Point(
        first.year // 10**hidden * 10**hidden,
        hidden=hidden,
        approximate=first.year // 100 != last.year // 100,
    )


def bounded(edtf: str, bound: Bound, part: Part | None = None) -> str:
    """``part`` of the date, then open on the side that since, until, before or after leaves open.

    "Before 2018" ends with 2017, "after March 2018" begins with April; an approximate date or a season is
    taken in whole, since its edges are not known. "After the start of 2020" is ``2020-01-01/..``, "by the
    end of 2018" is ``../2018-12``.
    """
    if bound is Bound.AT:
        return part_of(edtf, part) if part else edtf
    edge = _exact_edge(edtf, bound, part)
    if edge is not None:
        return edge
    whole = part_of(edtf, part) if part else edtf
    value = parse(whole)
    if bound is Bound.SINCE and isinstance(value, Interval):
        # "From 9 to 11 November": the stretch itself.
        return whole
    if bound in (Bound.SINCE, Bound.AFTER):
        begin = _first_of(value)
        return f"{_next(begin) if bound is Bound.AFTER else begin}/.."
    end = _last_of(value)
    return f"../{_previous(end) if bound is Bound.BEFORE else end}"


def _exact_edge(edtf: str, bound: Bound, part: Part | None) -> str | None:
    """The start and end of a month or year are exact when something is bounded by them."""
    value = parse(edtf)
    if part not in (Part.BEGINNING, Part.END) or not isinstance(value, Point) or value.mark:
        return None
    if value.precision not in (Precision.MONTH, Precision.YEAR):
        return None
    first, last = value.first.isoformat(), value.last.isoformat()
    if value.precision is Precision.YEAR:
        last = last[:7]
    return {
        (Bound.SINCE, Part.BEGINNING): f"{first[:7] if value.precision is Precision.YEAR else first}/..",
        (Bound.AFTER, Part.BEGINNING): f"{first}/..",
        (Bound.BEFORE, Part.BEGINNING): f"../{_previous(value)}",
        (Bound.AFTER, Part.END): f"{_next(value)}/..",
        (Bound.BEFORE, Part.END): f"../{last}",
        (Bound.UNTIL, Part.END): f"../{last}",
    }.get((bound, part))


def _first_of(value: Edtf) -> Point:
    if isinstance(value, Interval) and isinstance(value.begin, Point):
        return value.begin
    return _single(value)


def _last_of(value: Edtf) -> Point:
    if isinstance(value, Interval) and isinstance(value.end, Point):
        return value.end
    return _single(value)


def _single(value: Edtf) -> Point:
    return value if isinstance(value, Point) else covering(points_of(value))


def _next(point: Point) -> Point:
    if point.mark or point.precision is Precision.PART:
        return point
    after = point.last + timedelta(days=1)
    return _at(point, after.year, after.month, after.day)


def _previous(point: Point) -> Point:
    if point.mark or point.precision is Precision.PART:
        return point
    before = point.first - timedelta(days=1)
    return _at(point, before.year - before.year % 10**point.hidden, before.month, before.day)


def _at(point: Point, year: int, month: int, day: int) -> Point:
    return replace(point, year=year, month=month if point.month else None, day=day if point.day else None)
