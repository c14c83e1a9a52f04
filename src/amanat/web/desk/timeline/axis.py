"""The axis: which day stands where, and which years, months or days are written under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from itertools import pairwise

from django.utils.dates import MONTHS_3

from amanat.web.desk.timeline import lettering
from amanat.web.desk.timeline.values import Span, Tick

TICK_SIZE = 12.0
_MONTH_STEPS = (1, 2, 3, 6)
_YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
_DAY_STEPS = (1, 2, 5, 10)
_DAYS_SHOWN_BELOW = 75
_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Axis:
    """Maps days (proleptic ordinals) from ``first`` to ``last`` onto ``left`` to ``right``."""

    first: int
    last: int
    left: int
    right: int

    def x(self, day: int) -> int:
        share = (day - self.first) / (self.last - self.first)
        return round(self.left + min(1.0, max(0.0, share)) * (self.right - self.left))

    @property
    def days(self) -> int:
        return self.last - self.first


def axis_for(spans: Sequence[Span], left: int, right: int) -> Axis:
    """An axis that holds every known day of ``spans``, with air on both sides, more where an end is open."""
    known = [d.toordinal() for span in spans for d in (span.start, span.end) if d is not None]
    first, last = min(known), max(known)
    breadth = max(last - first, 28)
    before = breadth // (8 if any(span.start is None for span in spans) else 24) + 2
    after = breadth // (8 if any(span.end is None for span in spans) else 24) + 2
    return Axis(max(_FIRST, first - before), min(_LAST, last + after), left, right)


def ticks(axis: Axis) -> tuple[Tick, ...]:
    """As many as can be labelled without touching: days, months or years, in the finest step that fits."""
    candidates = [*_days(axis), *_months(axis), *_years(axis)]
    for found in candidates:
        if _apart(found):
            return found
    return candidates[-1][:1]


def _apart(found: Sequence[Tick]) -> bool:
    return len(found) > 0 and all(
        b.x - a.x >= (lettering.width(a.label, TICK_SIZE) + lettering.width(b.label, TICK_SIZE)) / 2 + 10
        for a, b in pairwise(found)
    )


def _days(axis: Axis) -> Iterator[tuple[Tick, ...]]:
    if axis.days > _DAYS_SHOWN_BELOW:
        return
    shown = [date.fromordinal(day) for day in range(axis.first, axis.last + 1)]
    for step in _DAY_STEPS:
        kept = [d for d in shown if (d.day - 1) % step == 0 and (step == 1 or d.day < 29)]
        yield tuple(
            Tick(axis.x(d.toordinal()), f"{d.day} {MONTHS_3[d.month].title()} {d.year}") for d in kept
        )


def _months(axis: Axis) -> Iterator[tuple[Tick, ...]]:
    if axis.days > 366 * 6:
        return
    starts = list(_month_starts(axis))
    for step in _MONTH_STEPS:
        kept = [d for d in starts if (d.month - 1) % step == 0]
        yield tuple(Tick(axis.x(d.toordinal()), f"{MONTHS_3[d.month].title()} {d.year}") for d in kept)


def _month_starts(axis: Axis) -> Iterator[date]:
    day = date.fromordinal(axis.first).replace(day=1)
    while day.toordinal() <= axis.last:
        if day.toordinal() >= axis.first:
            yield day
        if day.year == MAXYEAR and day.month == 12:
            return
        day = (day + timedelta(days=32)).replace(day=1)


def _years(axis: Axis) -> Iterator[tuple[Tick, ...]]:
    first, last = date.fromordinal(axis.first).year, date.fromordinal(axis.last).year
    years = [y for y in range(first, last + 1) if date(y, 1, 1).toordinal() >= axis.first]
    for step in _YEAR_STEPS:
        yield tuple(Tick(axis.x(date(y, 1, 1).toordinal()), str(y)) for y in years if y % step == 0)
