"""Dates that belong together become one: "from July 2017 to October 2018", "15 July or 3 August 2017"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from amanat.core.dates.bounding import about, part_of
from amanat.core.dates.edtf import Choice, Interval, parse
from amanat.core.dates.english.support import Term
from amanat.core.dates.mention import (
    Absolute,
    Ambiguous,
    Anchor,
    Bound,
    Direction,
    Duration,
    Part,
    Partial,
    Relative,
    Unit,
    Value,
)
from amanat.core.dates.point import NotADateError, Point, Precision
from amanat.core.dates.reckoning import counted, inside
from amanat.core.dates.yearless import in_year

_TO = frozenset(["to", "-", "–"])
_UNTIL = frozenset(["until", "till", "through", "up to", "up until"])
_LIST = {",": "", ", and": "and", "and": "and", "or": "or", ", or": "or", "and/or": "or"}


def gap(text: str, a: Term, b: Term) -> str:
    """What stands between two dates when their qualifying words are taken away."""
    return " ".join(text[a.atom.end : b.words.left].lower().split())


def is_stretch(text: str, a: Term, b: Term) -> bool:
    """Whether it says from a to b."""
    if a.words.bound not in (Bound.AT, Bound.SINCE):
        return False
    between = gap(text, a, b)
    if between in ("-", "–") or text[a.atom.end : b.atom.start] == "—":
        return b.words.left == b.atom.start
    if between in _TO:
        return b.words.bound is Bound.AT
    if a.words.between and between == "and":
        return b.words.bound is Bound.AT
    return between in ("", ",") and bool(_UNTIL & set(b.words.words))


def stretch(a: Term, b: Term) -> Value | None:
    """From the one to the other; None where the two do not make a stretch."""
    first, last = a.atom.value, b.atom.value
    if isinstance(first, Partial) and isinstance(last, Partial):
        if first.until or last.until or first.also or last.also:
            return None
        return replace(first, part=a.words.part, until=replace(last, part=b.words.part))
    if isinstance(first, Ambiguous) or isinstance(last, Ambiguous):
        return _both_orders(first, last)
    dated = _dated([first, last], backwards=True) or _later(first, last)
    if dated is None:
        return None
    begin, end = (_edge(edtf, term) for edtf, term in zip(dated, (a, b), strict=True))
    return _absolute_of(str(Interval(begin, end))) if begin and end else None


def _both_orders(first: Value, last: Value) -> Value | None:
    """From one ambiguous day to another: both with the day first, or both with the month first."""
    orders = [value.readings if isinstance(value, Ambiguous) else () for value in (first, last)]
    for number, value in enumerate((first, last)):
        if isinstance(value, Absolute):
            orders[number] = (value.edtf,) * 2
    pairs = [_absolute_of(f"{begin}/{end}") for begin, end in zip(*orders, strict=False)]
    readings = tuple(dict.fromkeys(pair.edtf for pair in pairs if pair))
    if len(readings) > 1:
        return Ambiguous(readings)
    return Absolute(readings[0]) if readings else None


def _edge(edtf: str, term: Term) -> Point | None:
    """An end of an interval is a single date: of "late March" only March can stand there."""
    value = parse(part_of(edtf, term.words.part) if term.words.part else edtf)
    value = value if isinstance(value, Point) else parse(edtf)
    if not isinstance(value, Point):
        return None
    return replace(value, approximate=True) if term.words.about else value


def _later(first: Value, last: Value) -> list[str] | None:
    """As in "July 2017 to October": the first October from then on."""
    if (
        not isinstance(first, Absolute)
        or not isinstance(last, Partial)
        or last.month is None
        or last.direction
    ):
        return None
    begin = parse(first.edtf)
    if not isinstance(begin, Point) or begin.precision > Precision.MONTH:
        return None
    for year in (begin.year, begin.year + 1):
        end = _in_year(last, year)
        if end and end.last >= begin.first:
            return [first.edtf, str(end)]
    return None


def listed(text: str, terms: list[Term]) -> tuple[int, str]:
    """How many terms from the first on form a list, and whether by "and" or "or"; 1 and "" if they do not."""
    count, word = 1, ""
    while count < len(terms):
        joint = _LIST.get(gap(text, terms[count - 1], terms[count]))
        if joint is None or terms[count].words.left != terms[count].atom.start:
            break
        count += 1
        if joint:
            word = joint
            break
    return (count, word) if word else (1, "")


def together(terms: list[Term], word: str) -> Value | None:
    """All of the dates, or one of them."""
    dated = _dated([term.atom.value for term in terms], backwards=False)
    values = [parse(edtf) for edtf in dated or ()]
    points = tuple(value for value in values if isinstance(value, Point))
    if not points or len(points) != len(values) or len({point.precision for point in points}) > 1:
        return None
    if any(one.first >= other.first for one, other in pairwise(points)):
        return None
    return _absolute_of(str(Choice(points, all=word == "and")))


def _dated(values: list[Value], *, backwards: bool) -> list[str] | None:
    """Each as EDTF, the year taken from the last where only that one has it: "March to May 2018".

    With ``backwards``, "November to March 2018" begins in 2017.
    """
    last = values[-1]
    if not isinstance(last, Absolute):
        return None
    end = parse(last.edtf)
    found: list[str] = []
    for value in values[:-1]:
        edtf = value.edtf if isinstance(value, Absolute) else None
        if isinstance(value, Partial) and isinstance(end, Point) and end.precision <= Precision.PART:
            point = _before(value, end) if backwards else _in_year(value, end.year)
            edtf = str(point) if point else None
        if edtf is None:
            return None
        found.append(edtf)
    return [*found, last.edtf]


def _before(value: Partial, end: Point) -> Point | None:
    same = _in_year(value, end.year)
    if same and same.first > end.last:
        return _in_year(value, end.year - 1)
    return same


def _in_year(value: Partial, year: int) -> Point | None:
    special = value.until or value.direction or value.also or value.within
    return None if special else in_year(value, year)


def _absolute_of(edtf: str) -> Absolute | None:
    try:
        return Absolute(str(parse(edtf)))
    except NotADateError:
        return None


def within(text: str, a: Term, b: Term) -> Value | None:
    """A date and the year or month that it lies in: "March last year", "the 5th of that month"."""
    first, last = a.atom.value, b.atom.value
    if not isinstance(first, Partial) or not isinstance(last, Relative) or first.until or first.direction:
        return None
    if last.span or last.unit is not (Unit.MONTH if first.month is None else Unit.YEAR):
        return None
    if first.weekday or b.words.bound is not Bound.AT or gap(text, a, b) not in ("", ","):
        return None
    return replace(first, within=last)


def between_days(value: Value) -> Value:
    """Between 5 and 7 March: from the one to the other, though "5 and 7 March" are two days."""
    if (
        isinstance(value, Partial)
        and len(value.also) == 1
        and value.day is not None
        and value.day < value.also[0]
    ):
        return replace(value, also=(), until=Partial(value.month, value.also[0]))
    members = parse(value.edtf) if isinstance(value, Absolute) else None
    if isinstance(members, Choice) and members.all and len(members.members) == 2:
        return _absolute_of("/".join(str(member) for member in members.members)) or value
    return value


def reckoned(text: str, a: Term, b: Term) -> Value | None:
    """A date counted from the one that follows: "three days after 15 July 2017"."""
    first, last = a.atom.value, b.atom.value
    if isinstance(last, Partial):
        return _end_of_month(first, last) if gap(text, a, b) == "" else None
    if not isinstance(last, Absolute):
        return None
    if isinstance(first, Duration):
        return _from_duration(first, last, b) if gap(text, a, b) == "" else None
    if (
        not isinstance(first, Relative)
        or first.event
        or first.anchor is not Anchor.EVENT
        or first.unit is None
    ):
        return None
    if gap(text, a, b) or b.words.bound is not Bound.AT:
        return None
    if first.min is None:
        return Absolute(
            part_of(last.edtf, Part.BEGINNING if first.direction is Direction.FIRST else Part.END)
        )
    found = inside(last.edtf, first.unit, first.min, first.max, first.direction)
    return Absolute(found) if found else None


def _end_of_month(first: Value, last: Partial) -> Value | None:
    """ "The first week of May", without a year: the beginning of that month."""
    week = isinstance(first, Relative) and first.unit is Unit.WEEK and first.min in (None, 1)
    if not week or not isinstance(first, Relative) or first.event or last.month is None or last.month > 12:
        return None
    if first.anchor is not Anchor.EVENT or last.day or last.until or last.part:
        return None
    return replace(last, part=Part.BEGINNING if first.direction is Direction.FIRST else Part.END)


def _from_duration(first: Duration, last: Absolute, b: Term) -> Value | None:
    if b.words.bound not in (Bound.BEFORE, Bound.AFTER) or b.words.part or first.min is None:
        return None
    direction = Direction.EARLIER if b.words.bound is Bound.BEFORE else Direction.LATER
    found = counted(last.edtf, first.unit, first.min, first.max, direction)
    return Absolute(found) if found else None


def said_about(edtf: str, term: Term) -> str:
    return about(edtf) if term.words.about else edtf
