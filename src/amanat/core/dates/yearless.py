"""Finding the year of "5 March", the date of "last Monday" or "the following December"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from amanat.core.dates.bounding import part_of
from amanat.core.dates.edtf import bounds_of, parse
from amanat.core.dates.mention import Direction, Partial
from amanat.core.dates.point import NotADateError, Point, Precision, parse_point
from amanat.core.dates.reckoning import agreed, at_precision

_YEARS = 9
"""How far a 29 February may be away (1896 to 1904)."""


def in_year(value: Partial, year: int) -> Point | None:
    """The date in that year; None if it names no month, or that year has no such day."""
    if value.month is None:
        return None
    try:
        return parse_point(str(Point(year, value.month, value.day)))
    except NotADateError:
        return None


def dated(value: Partial, anchor: str, direction: Direction | None) -> str | None:
    """The date, seen from ``anchor`` (EDTF).

    ``direction``: None for the latest not after the anchor, as news tell; EARLIER for the latest wholly
    before it, LATER for the first wholly after it, SAME for the one in the anchor's year (or week), FIRST
    for the first that is not over before the anchor, as a running story tells. Where the anchor is too
    coarse to decide, both results as a set; for a weekday, None unless the anchor is one day.
    """
    seen_from = bounds_of(parse(anchor))
    if seen_from.earliest is None or seen_from.latest is None:
        return None
    if value.weekday is not None and value.month is None and seen_from.earliest != seen_from.latest:
        return None
    found = [_stretch(value, day, direction) for day in {seen_from.earliest, seen_from.latest}]
    return None if None in found else agreed([edtf for edtf in found if edtf])


def dated_within(value: Partial, whole: str) -> str | None:
    """The date in a year or month: "March" in 2019, "the 5th" in March 2019; None if that is too coarse."""
    around = parse(whole)
    if not isinstance(around, Point) or around.mark:
        return None
    if value.month is None:
        around_month = around.month if around.month is not None and around.month <= 12 else None
        value = replace(value, month=around_month)
    point = in_year(value, around.year) if around.precision <= Precision.YEAR else None
    if value.month is None or point is None:
        return None
    if value.until is not None:
        last = in_year(value.until, around.year)
        return f"{point}/{last}" if last is not None and point.first <= last.last else None
    return _with_part(point, value)


def _stretch(value: Partial, day: date, direction: Direction | None) -> str | None:
    if value.until is None:
        point = _nearest(value, day, direction)
        return _with_part(point, value) if point else None
    if direction in (None, Direction.EARLIER):
        end = _nearest(value.until, day, direction)
        begin = end and _nearest(value, end.last, None)
    else:
        begin = _nearest(value, day, direction)
        end = begin and _nearest(value.until, begin.first, Direction.FIRST)
    if begin is None or end is None or begin.first > end.last:
        return None
    # A weekend is one of its days; "from March to May" is all of it.
    return f"{begin}/{end}" if value.weekday is None else f"[{begin}..{end}]"


def _with_part(point: Point, value: Partial) -> str:
    if value.also and (others := _others(point, value)):
        return f"[{others}]" if value.either else f"{{{others}}}"
    return part_of(str(point), value.part) if value.part else str(point)


def _others(point: Point, value: Partial) -> str | None:
    days = [in_year(replace(value, day=number), point.year) for number in (point.day, *value.also)]
    return None if None in days else ",".join(str(day) for day in days)


def _nearest(value: Partial, day: date, direction: Direction | None) -> Point | None:
    points = _years(value, day) if value.month is not None else _weekdays(value, day) or _months(value, day)
    if direction is Direction.SAME:
        return next((point for point in points if _same(value, point, day)), None)
    if direction is Direction.LATER:
        return next((point for point in points if point.first > day), None)
    if direction is Direction.FIRST:
        return next((point for point in points if point.last >= day), None)
    earlier = [p for p in points if (p.last < day if direction is Direction.EARLIER else p.first <= day)]
    return earlier[-1] if earlier else None


def _same(value: Partial, point: Point, day: date) -> bool:
    if value.month is None:
        return point.first.isocalendar()[:2] == day.isocalendar()[:2]
    return point.year == day.year


def _years(value: Partial, day: date) -> list[Point]:
    years = range(max(1000, day.year - _YEARS), min(9999, day.year + _YEARS) + 1)
    return [point for year in years if (point := in_year(value, year))]


def _weekdays(value: Partial, day: date) -> list[Point]:
    """The weekday in the week before, the week of and the week after the day."""
    if value.weekday is None or not date(1000, 1, 8) < day < date(9999, 12, 20):
        return []
    here = day + timedelta(days=value.weekday - day.isoweekday())
    return [at_precision(here + timedelta(days=7 * week), Precision.DAY) for week in (-1, 0, 1)]


def _months(value: Partial, day: date) -> list[Point]:
    """The day of the month, in the month before, the month of and the month after."""
    if value.day is None or value.weekday is not None or not 1000 < day.year < 9999:
        return []
    around = [day.year * 12 + day.month - 1 + shift for shift in (-1, 0, 1)]
    found = [in_year(replace(value, month=number % 12 + 1), number // 12) for number in around]
    return [point for point in found if point is not None]


def told_in_a_story(value: Partial, previous: str) -> str | None:
    """In a running story: the first such date from the one told before.

    After an interval it may be reckoned from its begin or from its end; if that differs, either, as a set.
    """
    seen_from = bounds_of(parse(previous))
    days = {day for day in (seen_from.earliest, seen_from.latest) if day is not None}
    if value.weekday is not None and value.month is None and len(days) > 1:
        return None
    if value.month is None and len({(day.year, day.month) for day in days}) > 1:
        return None
    if isinstance(parse(previous), Point):
        days = {min(days)}
    found = [_stretch(replace(value, direction=None), day, Direction.FIRST) for day in days]
    return agreed([edtf for edtf in found if edtf]) if found and None not in found else None
