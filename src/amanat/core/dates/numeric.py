"""Dates written in figures, and what settles whether the day or the month comes first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from amanat.core.dates.edtf import parse
from amanat.core.dates.mention import Absolute, Ambiguous
from amanat.core.dates.point import NotADateError

NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/]|[.-]\d)", re.ASCII)


def read_numeric(
    first: str, second: str, year: str, *, day_first: bool | None = None
) -> Absolute | Ambiguous | None:
    """The date of "13/02/2020" or its two readings for "01/03/2020"; None if it is none ("45/99/2020").

    ``day_first`` is what is known of the page's order; it decides only where both orders are possible.
    Two-figure years follow POSIX: 69 to 99 are 19.., the others 20...
    """
    if len(year) == 2:
        year = ("19" if int(year) >= 69 else "20") + year
    day_month, month_day = day(year, second, first), day(year, first, second)
    if day_month and month_day and day_month != month_day:
        if day_first is None:
            return Ambiguous((day_month, month_day))
        return Absolute(day_month if day_first else month_day)
    only = day_month or month_day
    return Absolute(only) if only else None


def day(year: str | int, month: str | int, day_of_month: str | int) -> str | None:
    """The day as EDTF, or None if the calendar has no such day."""
    edtf = f"{int(year):04d}-{int(month):02d}-{int(day_of_month):02d}"
    try:
        parse(edtf)
    except NotADateError:
        return None
    return edtf


def settling(texts: Iterable[str], separator: str) -> dict[bool, list[str]]:
    """Dates in figures that can be read in one way only: day first (True) and month first (False).

    Only those written with the same separator count. A page whose writings are all of one kind has settled
    its order; equal numbers (03/03/2020) settle nothing.
    """
    found: dict[bool, list[str]] = {True: [], False: []}
    for text in texts:
        for match in NUMERIC.finditer(text):
            first, mark, second, year = match.groups()
            clear = isinstance(read_numeric(first, second, year), Absolute) and int(first) != int(second)
            if clear and mark == separator:
                found[int(first) > 12].append(match.group())
    return found


@dataclass(frozen=True, slots=True)
class Order:
    """Which comes first in a page's dates in figures, and the date that shows it."""

    day_first: bool
    witness: str


def order_of(text: str) -> Order | None:
    """The order that all dates of a text agree in which can be read one way only; None where none or some speak
    against others."""
    shown = [settling([text], separator) for separator in "/.-"]
    days, months = ([date for each in shown for date in each[first]] for first in (True, False))
    if bool(days) == bool(months):
        return None
    return Order(bool(days), (days or months)[0])


def settled(edtf: str, text: str, order: Order | None) -> str:
    """Of the two readings of a date in figures of ``text`` (``[2020-01-03,2020-03-01]``) the one in the page's order;
    any other date as it is."""
    if order is None or not edtf.startswith("["):
        return edtf
    for first, _, second, year in NUMERIC.findall(text):
        value = read_numeric(first, second, year)
        if isinstance(value, Ambiguous) and value.edtf == edtf:
            return value.readings[0 if order.day_first else 1]
    return edtf
