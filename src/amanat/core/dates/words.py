"""A date in the words of a case page: "3 January or 1 March 2020", "July 2017 to October 2018"."""

from __future__ import annotations

from amanat.core.dates.bounding import covering, part_of
from amanat.core.dates.edtf import Choice, Edge, Interval, Range, parse
from amanat.core.dates.mention import Part
from amanat.core.dates.point import Point

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_PARTS = {
    21: "spring",
    22: "summer",
    23: "autumn",
    24: "winter",
    33: "the first quarter of",
    34: "the second quarter of",
    35: "the third quarter of",
    36: "the fourth quarter of",
    37: "January to April",
    38: "May to August",
    39: "September to December",
    40: "the first half of",
    41: "the second half of",
}
_ABOUT_PARTS = {33: "the beginning of", 36: "the end of", 37: "early", 38: "mid", 39: "late"}
"""What the approximate parts stand for: see `amanat.core.dates.english.parts`."""


def in_words(edtf: str, language: str = "en") -> str:
    """English words; for a language that has no wording yet, the EDTF itself, which claims nothing false.

    Raises `NotADateError`.
    """
    value = parse(edtf)
    if language != "en":
        return str(value)
    if isinstance(value, Point):
        return _point(value)
    return _interval(value) if isinstance(value, Interval) else _choice(value)


def _interval(value: Interval) -> str:
    begin, end = value.begin, value.end
    if isinstance(begin, Point) and isinstance(end, Point):
        return _listed([begin, end], " to ")
    if isinstance(begin, Point):
        return f"from {_point(begin)}" + (", end unknown" if end is Edge.UNKNOWN else "")
    if isinstance(end, Point):
        return f"until {_point(end)}" + (", beginning unknown" if begin is Edge.UNKNOWN else "")
    return "without known limits"


def _choice(value: Choice) -> str:
    word = "and" if value.all else "or"
    if all(isinstance(member, Point) for member in value.members):
        points = [member for member in value.members if isinstance(member, Point)]
        return _listed(points, f" {word} ")
    return f" {word} ".join(
        _range(member) if isinstance(member, Range) else _point(member) for member in value.members
    )


def _range(value: Range) -> str:
    if value.begin is None or value.end is None:
        known = value.begin or value.end
        assert known is not None  # noqa: S101 - parse refuses a range without ends
        return f"{_point(known)} or {'later' if value.begin else 'earlier'}"
    return _named_part(value) or "between " + _listed([value.begin, value.end], " and ")


def _named_part(value: Range) -> str | None:
    """The words that a range of days or years stands for: "late March 2018", "early 1990s"."""
    if value.begin is None or value.end is None:
        return None
    whole = covering([value.begin, value.end])
    for part in Part:
        if part_of(str(whole), part) == f"[{value}]":
            joint = {Part.MID: "-", Part.EARLY: " ", Part.LATE: " "}.get(part, " of ")
            return f"{part}{joint}{_point(whole).removeprefix('the ')}"
    return None


def _listed(points: list[Point], joint: str) -> str:
    """Leaves out the month or year that the last of them says for all: "15 or 17 July 2017"."""
    last = points[-1]
    earlier = [_shortened(point, last) for point in points[:-1]]
    return joint.join([", ".join(earlier), _point(last)])


def _shortened(point: Point, last: Point) -> str:
    if point.mark or last.mark or point.year != last.year or point.precision != last.precision:
        return _point(point)
    if point.day is not None and point.month == last.month:
        return str(point.day)
    if point.month is None or point.month > 12:
        return _point(point)
    return _point(point).rsplit(" ", 1)[0]


def _point(point: Point) -> str:
    if point.approximate and not point.uncertain and point.month in _ABOUT_PARTS:
        joint = "-" if point.month == 38 else " "
        return f"{_ABOUT_PARTS[point.month]}{joint}{point.year}"
    mark = ("perhaps " if point.uncertain else "") + ("about " if point.approximate else "")
    return mark + _plain(point)


def _plain(point: Point) -> str:
    if point.hidden:
        return f"the {point.year}s" if point.hidden == 1 else f"the years {point.year} to {point.year + 99}"
    if point.month is None:
        return str(point.year)
    if point.month > 12:
        return f"{_PARTS[point.month]} {point.year}"
    month = f"{MONTHS[point.month - 1]} {point.year}"
    return f"{point.day} {month}" if point.day else month
