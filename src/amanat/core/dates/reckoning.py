"""Counting from a date: two years before 2020, the last three months of July 2017 to October 2018.

Nothing comes out more precise than what went in: a day counted in months gives a month, a month counted in
days gives a month or a choice of two.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from amanat.core.dates.bounding import about, covering
from amanat.core.dates.edtf import Choice, Edtf, Interval, Range, bounds_of, parse, points_of
from amanat.core.dates.mention import Direction, Unit
from amanat.core.dates.point import Point, Precision, end_of_month, shifted

_PRECISION = {
    Unit.DAY: Precision.DAY,
    Unit.WEEK: Precision.DAY,
    Unit.MONTH: Precision.MONTH,
    Unit.YEAR: Precision.YEAR,
    Unit.DECADE: Precision.YEAR,
}
_MONTHS = {Unit.MONTH: 1, Unit.YEAR: 12, Unit.DECADE: 120}
_DAYS = {Unit.DAY: 1, Unit.WEEK: 7}


def counted(anchor: str, unit: Unit, low: int, high: int | None, direction: Direction) -> str | None:
    """``low`` to ``high`` units before or after a date; None where it leaves the calendar.

    From a day: "three days later" a day, "a week later" about a day, "two months later" a month, "two years
    ago" the year. From a coarser date the result is as coarse: three days after ``2017-07`` is
    ``[2017-07..2017-08]``. An interval is counted from its end when going on and from its begin when going
    back. Without ``high`` the far side is open: "more than two years ago" seen from 2020 is ``[..2018]``.
    """
    later = direction is Direction.LATER
    start = _counted_from(parse(anchor), later=later)
    if start is None or not points_of(start):
        return None
    precision = max(_PRECISION[unit], *(point.precision for point in points_of(start)))
    precision = Precision.YEAR if precision is Precision.PART else precision
    covered = bounds_of(start)
    if covered.earliest is None or covered.latest is None:
        return None
    near, far = (low, high) if later else (high, low)
    sign = 1 if later else -1
    begin = moved(covered.earliest, unit, sign * near) if near is not None else None
    end = moved(covered.latest, unit, sign * far) if far is not None else None
    found = _between(begin, end, precision)
    rounded = unit is Unit.DECADE or (unit is Unit.WEEK and precision is Precision.DAY)
    loose = rounded or any(point.approximate for point in points_of(start))
    return about(found) if found and loose and low else found


def _counted_from(value: Edtf, *, later: bool) -> Edtf | None:
    if isinstance(value, Interval):
        end = value.end if later else value.begin
        return end if isinstance(end, Point) else None
    return value


def moved(day: date, unit: Unit, number: int) -> date:
    """Calendar arithmetic; a month later than the 31st is the last day of a shorter month."""
    if unit in _DAYS:
        return shifted(day, _DAYS[unit] * number)
    months = day.year * 12 + day.month - 1 + _MONTHS[unit] * number
    year, month = divmod(months, 12)
    if not date.min.year <= year <= date.max.year:
        return date.max if number > 0 else date.min
    return date(year, month + 1, min(day.day, end_of_month(year, month + 1).day))


def at_precision(day: date, precision: Precision) -> Point:
    """The day, or the month, year, decade or century that it lies in."""
    if precision is Precision.DAY:
        return Point(day.year, day.month, day.day)
    if precision is Precision.MONTH:
        return Point(day.year, day.month)
    hidden = {Precision.DECADE: 1, Precision.CENTURY: 2}.get(precision, 0)
    return Point(day.year // 10**hidden * 10**hidden, hidden=hidden)


def _between(begin: date | None, end: date | None, precision: Precision) -> str | None:
    """The one date they both lie in, or one somewhere between."""
    if any(day is not None and not 1000 <= day.year < date.max.year for day in (begin, end)):
        return None
    first, last = (at_precision(day, precision) if day else None for day in (begin, end))
    if first is None and last is None:
        return None
    return str(first) if first == last else str(Choice((Range(first, last),)))


def inside(whole: str, unit: Unit, low: int | None, high: int | None, direction: Direction) -> str | None:
    """The first or last so many units of a stretch of time, as an interval.

    Calendar months are counted with the one that the stretch begins or ends in: the last three months of
    ``2017-07/2018-10`` are ``2018-08/2018-10``. From a day, months end in a month: the first two months of
    ``2017-07-15/2018-10`` are ``2017-07-15/2017-09``. None where that end is not known or is coarser than the
    unit, where the stretch is shorter, or without a number.
    """
    value = parse(whole)
    first = direction is Direction.FIRST
    edge = _edge(value, first=first)
    if edge is not None and unit in _MONTHS:
        edge = _whole_month(edge, first=first)
    if edge is None or low is None or low != high or edge.precision > _PRECISION[unit]:
        return None
    other = _other_end(edge, unit, low, first=first)
    covered = bounds_of(value)
    if (covered.earliest and other < covered.earliest) or (covered.latest and other > covered.latest):
        return None
    precision = edge.precision if unit in _MONTHS and edge.precision > Precision.DAY else _PRECISION[unit]
    precision = Precision.MONTH if unit in _MONTHS and edge.precision is Precision.DAY else precision
    far = replace(at_precision(other, precision), approximate=edge.approximate or unit is Unit.WEEK)
    begin, end = (edge, far) if first else (far, edge)
    return str(begin) if begin == end else f"{begin}/{end}"


def _edge(value: Edtf, *, first: bool) -> Point | None:
    """Where counting starts: the first or last day or month that the stretch names."""
    if isinstance(value, Interval):
        end = value.begin if first else value.end
        return end if isinstance(end, Point) else None
    if isinstance(value, Choice) or value.mark or value.precision is Precision.PART:
        return None
    return at_precision(value.first if first else value.last, Precision.DAY)


def _whole_month(edge: Point, *, first: bool) -> Point:
    """The month, for its first or last day, so that months are counted whole."""
    if edge.precision is not Precision.DAY:
        return edge
    month = Point(edge.year, edge.month, approximate=edge.approximate)
    return month if edge.first == (month.first if first else month.last) else edge


def _other_end(edge: Point, unit: Unit, number: int, *, first: bool) -> date:
    """The last day of the first so many units, or the first day of the last so many."""
    if first:
        return shifted(moved(edge.first, unit, number), -1)
    after = shifted(edge.last, 1)
    return moved(after, unit, -number)


def week_of(day: date, *, weeks: int = 0) -> str:
    """Monday to Sunday of the day's week, or so many weeks after it: one day in that range."""
    monday = shifted(day, 7 * weeks - day.weekday())
    return f"[{monday.isoformat()}..{(monday + timedelta(days=6)).isoformat()}]"


def agreed(values: list[str]) -> str | None:
    """One value for several readings: themselves if equal, a set of dates, or of intervals the coarser ends.

    ``2019-10/2020-01`` and ``2019-12/2020-03`` agree on ``2019/2020``; an end on which they agree in
    nothing is left unknown.
    """
    distinct = sorted(set(values))
    if len(distinct) == 1:
        return distinct[0]
    parsed = [parse(value) for value in distinct]
    if any(isinstance(value, Choice) and value.all for value in parsed):
        return None
    if not any(isinstance(value, Interval) for value in parsed):
        members = [m for value in parsed for m in (value.members if isinstance(value, Choice) else (value,))]
        return f"[{','.join(dict.fromkeys(str(member) for member in members))}]"
    intervals = [value for value in parsed if isinstance(value, Interval)]
    if len(intervals) < len(parsed):
        return None
    begin, end = (
        _agreed_end([getattr(interval, side) for interval in intervals]) for side in ("begin", "end")
    )
    return None if begin in ("", "..") and end in ("", "..") else f"{begin}/{end}"


def _agreed_end(ends: list[object]) -> str:
    points = [end for end in ends if isinstance(end, Point)]
    if len(points) < len(ends):
        return str(ends[0]) if len(set(ends)) == 1 else ""
    common = points[0] if len(set(points)) == 1 else covering(points)
    return str(common) if common.precision <= Precision.DECADE else ""
