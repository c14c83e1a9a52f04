"""What a date told in relation to something else comes to, given what it relates to.

Nothing is asked of a clock: everything comes from the report's date, the date told before, and named
events. The result is never more precise than the words and what they count from, and says when it was
inferred.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from amanat.core.claim import Flag
from amanat.core.dates.bounding import about, bounded, part_of
from amanat.core.dates.edtf import Interval, alternatives, begins, bounds, ends, parse
from amanat.core.dates.mention import (
    Absolute,
    Ambiguous,
    Anchor,
    Bound,
    DateMention,
    Direction,
    Duration,
    Part,
    Partial,
    Relative,
    Unit,
)
from amanat.core.dates.point import Point, Precision
from amanat.core.dates.reckoning import agreed, at_precision, counted, inside, week_of
from amanat.core.dates.words import in_words
from amanat.core.dates.yearless import dated, dated_within, told_in_a_story

INFERRED = "date-inferred"
UNRESOLVED = "date-unresolved"
AMBIGUOUS = "date-ambiguous"

_PUBLISHED = "the report's date"
_PREVIOUS = "the date told before"

_OWNERS = frozenset({"his", "her", "their", "my", "our", "its", "your", "the", "this", "that", "a", "an"})
_UNIT_PRECISION = {Unit.MONTH: Precision.MONTH, Unit.YEAR: Precision.YEAR, Unit.DECADE: Precision.DECADE}


@dataclass(frozen=True, slots=True)
class Resolved:
    """``edtf`` is None where the text and what is known do not give a date.

    ``from_words`` says from what it was taken: the words, and what they were counted from. ``flag`` is for a
    person to look at: ``date-inferred`` (a year or weekday that the text does not give), ``date-unresolved``,
    ``date-ambiguous``.
    """

    edtf: str | None
    from_words: str
    flag: Flag | None = None


@dataclass(frozen=True, slots=True)
class _Known:
    published: str | None
    previous: str | None
    events: Mapping[str, str]
    future: bool


def resolve(
    mention: DateMention,
    *,
    published: str | None = None,
    previous: str | None = None,
    events: Mapping[str, str] | None = None,
    future: bool = False,
) -> Resolved:
    """The date that a mention comes to, as EDTF.

    ``published`` is the report's date (several readings of it give several of the result, or the coarser
    value on which they agree); ``previous`` the date that the text told last; ``events`` the dates of what
    the text names ("his arrest"; see `event_key`); ``future`` that the text speaks of what is to come.
    """
    known = _Known(
        published, previous, {event_key(name): edtf for name, edtf in (events or {}).items()}, future
    )
    value = mention.value
    if isinstance(value, Absolute):
        return Resolved(value.edtf, f"“{mention.text}”")
    if isinstance(value, Ambiguous):
        return _ambiguous(mention, value)
    if isinstance(value, Partial):
        return _partial(mention, value, known)
    if isinstance(value, Duration):
        return _duration(mention, value, known)
    return _relative(mention, value, known)


def event_key(name: str) -> str:
    """An event's name without its owner and in small letters: "his arrest" -> "arrest"."""
    words = name.lower().split()
    if len(words) > 1 and (words[0] in _OWNERS or words[0].endswith(("'s", "’s", "s'", "s’"))):
        words = words[1:]
    return " ".join(words)


def _ambiguous(mention: DateMention, value: Ambiguous) -> Resolved:
    readings = " or ".join(in_words(reading) for reading in value.readings)
    flag = Flag(AMBIGUOUS, f"“{mention.text}” may mean {in_words(value.edtf) if value.edtf else readings}.")
    edtf = _limited(mention, value.edtf or agreed(list(value.readings)), None)
    return Resolved(edtf, f"“{mention.text}”", flag)


def _partial(mention: DateMention, value: Partial, known: _Known) -> Resolved:
    if value.within is not None:
        return _within(mention, value, value.within, known)
    in_story = value.anchor is Anchor.PUBLICATION and value.direction is None and known.previous is not None
    if in_story and known.previous is not None:
        edtf = _limited(mention, told_in_a_story(value, known.previous), None)
        if edtf and not _after_publication(edtf, known):
            return _inferred(mention, edtf, f"the first after {in_words(known.previous)}, told before")
    in_text = value.anchor is Anchor.PREVIOUS
    anchor, name = (known.previous, _PREVIOUS) if in_text else (known.published, _PUBLISHED)
    if anchor is None:
        return _unresolved(mention, name)
    direction = value.direction
    if direction is None and known.future:
        direction = Direction.FIRST
    edtf = _for_each_reading(
        anchor, lambda reading: _limited(mention, dated(value, reading, direction), None)
    )
    return _inferred(mention, edtf, f"seen from {name}, {in_words(anchor)}")


def _within(mention: DateMention, value: Partial, around: Relative, known: _Known) -> Resolved:
    """In the year or month that the text gives: "March last year"."""
    anchor, name = _anchor_of(around, known)
    if anchor is None:
        return _unresolved(mention, name)
    plain = replace(mention, bound=Bound.AT, about=False)

    def one(reading: str) -> str | None:
        whole = _counted(plain, around, reading)
        return _limited(mention, dated_within(value, whole), None) if whole else None

    edtf = _for_each_reading(anchor, one)
    if edtf is None:
        return _unresolved(mention, name)
    return Resolved(edtf, f"“{mention.text}”, counted from {name}, {in_words(anchor)}")


def _after_publication(edtf: str, known: _Known) -> bool:
    if known.future or known.published is None:
        return False
    latest, earliest = bounds(known.published).latest, bounds(edtf).earliest
    return latest is not None and earliest is not None and earliest > latest


def _duration(mention: DateMention, value: Duration, known: _Known) -> Resolved:
    """From the date told before, if that is a beginning and not itself a stretch of time."""
    start = known.previous and parse(known.previous)
    if not isinstance(start, Point) or value.min is None:
        return Resolved(None, f"“{mention.text}”")
    end = counted(str(start), value.unit, value.min, value.max, Direction.LATER)
    point = end and parse(end)
    last = str(point) if isinstance(point, Point) else ""
    return _inferred(mention, f"{start}/{last}", f"counted from {in_words(str(start))}, told before")


def _relative(mention: DateMention, value: Relative, known: _Known) -> Resolved:
    if value.anchor is Anchor.PUBLICATION and value.direction is Direction.LAST:
        return _last_of_what(mention, value, known)
    anchor, name = _anchor_of(value, known)
    if anchor is None:
        return _unresolved(mention, name)

    def one(reading: str) -> str | None:
        return _limited(mention, _counted(mention, value, reading), value.part)

    edtf = _for_each_reading(anchor, one)
    if edtf is None and value.min is None and value.unit is not None:
        note = f"“{mention.text}” gives no number to count."
        return Resolved(None, f"“{mention.text}”", Flag(UNRESOLVED, note))
    if edtf is None:
        return _unresolved(mention, name)
    return Resolved(edtf, f"“{mention.text}”, counted from {name}, {in_words(anchor)}")


def _last_of_what(mention: DateMention, value: Relative, known: _Known) -> Resolved:
    """As in "in the last three months": before the report, or at the end of what the text tells.

    In a story that is over before those months began it is the end of the story's stretch of time, if it
    tells one; the report's months are then ruled out.
    """
    from_report = _relative(mention, replace(value, direction=Direction.EARLIER), known)
    begin = bounds(from_report.edtf).earliest if from_report.edtf else None
    told = bounds(known.previous).latest if known.previous else None
    if known.previous is None or told is None or (begin is not None and told >= begin) or value.unit is None:
        return from_report
    stretch = inside(known.previous, value.unit, value.min, value.max, Direction.LAST)
    if stretch is None or not isinstance(parse(known.previous), Interval):
        return _unresolved(mention, "of what these are the last")
    return _inferred(mention, stretch, f"the last of {in_words(known.previous)}, told before")


def _anchor_of(value: Relative, known: _Known) -> tuple[str | None, str]:
    """What the date counts from, as EDTF, and its name."""
    if value.anchor is Anchor.EVENT:
        return known.events.get(event_key(value.event or "")), f"“{value.event}”"
    if value.anchor is Anchor.PREVIOUS:
        inside_it = value.direction is Direction.SAME and value.unit is not None
        if known.previous is not None or not inside_it:
            return known.previous, _PREVIOUS
        # "The end of the year" in a text that has told no date yet is the end of the year of the report.
    return known.published, _PUBLISHED


def _counted(mention: DateMention, value: Relative, anchor: str) -> str | None:
    if value.unit is None:
        return _beside(anchor, Bound.SINCE if value.direction is Direction.LATER else mention.bound)
    if value.direction is Direction.SAME:
        return _same(value.unit, anchor)
    if value.direction in (Direction.FIRST, Direction.LAST):
        found = inside(anchor, value.unit, value.min, value.max, value.direction)
        # Where the stretch's end is too coarse to count from, that it lies in the whole is still true.
        return found or (anchor if isinstance(parse(anchor), Interval) else None)
    if value.min is None:
        return None
    if value.span:
        return _span(value, anchor)
    whole = parse(anchor)
    if value.anchor is Anchor.PUBLICATION and value.unit is Unit.WEEK and value.min == value.max:
        if not isinstance(whole, Point) or whole.precision is not Precision.DAY:
            return counted(anchor, value.unit, value.min, value.max, value.direction)
        return week_of(whole.first, weeks=-value.min if value.direction is Direction.EARLIER else value.min)
    return counted(anchor, value.unit, value.min, value.max, value.direction)


def _beside(anchor: str, bound: Bound) -> str | None:
    """Since, until, before, after or during what the anchor names; its own days stay possible."""
    if bound is Bound.AT:
        return anchor
    if bound is Bound.AFTER:
        return bounded(ends(anchor) or "", Bound.SINCE) if ends(anchor) else None
    begin = begins(anchor)
    if begin is None:
        return None
    return bounded(begin, Bound.SINCE if bound is Bound.SINCE else Bound.UNTIL)


def _same(unit: Unit, anchor: str) -> str | None:
    """The anchor's own day, week, month or year; the anchor itself where it is coarser."""
    covered = bounds(anchor)
    if covered.earliest is None or covered.latest is None:
        return None
    if unit is Unit.DAY:
        return anchor
    if unit is Unit.WEEK:
        return week_of(covered.earliest) if covered.earliest == covered.latest else anchor
    first, last = (at_precision(day, _UNIT_PRECISION[unit]) for day in (covered.earliest, covered.latest))
    if first == last:
        return str(first)
    return None if isinstance(parse(anchor), Interval) else anchor


def _span(value: Relative, anchor: str) -> str | None:
    """The whole stretch from so many units before the anchor up to it, or from it on."""
    number = value.max if value.max is not None else value.min
    if number is None or value.unit is None:
        return None
    far = counted(anchor, value.unit, number, number, value.direction)
    far_point, near = far and parse(far), parse(anchor)
    if not isinstance(far_point, Point):
        return None
    if value.direction is Direction.LATER:
        start = near.end if isinstance(near, Interval) else near
        return f"{start}/{far_point}" if isinstance(start, Point) else None
    end = near.begin if isinstance(near, Interval) else near
    return f"{far_point}/{end}" if isinstance(end, Point) else None


def _limited(mention: DateMention, edtf: str | None, part: Part | None) -> str | None:
    """With early and late, about, since and until applied; an interval keeps its own ends."""
    if edtf is None or isinstance(parse(edtf), Interval):
        return edtf
    edtf = part_of(edtf, part) if part and mention.bound is Bound.AT else edtf
    return bounded(about(edtf) if mention.about else edtf, mention.bound, part)


def _inferred(mention: DateMention, edtf: str | None, reason: str) -> Resolved:
    """Flagged where the text itself does not say which: "last December" says it, "in December" does not."""
    if edtf is None:
        return _unresolved(mention, _PUBLISHED)
    value = mention.value
    told = isinstance(value, Partial) and value.direction is not None
    note = f"“{mention.text}” is taken as {in_words(edtf)}: {reason}."
    return Resolved(edtf, f"“{mention.text}”, {reason}", None if told else Flag(INFERRED, note))


def _unresolved(mention: DateMention, missing: str) -> Resolved:
    missing = f"the date of {missing}" if missing.startswith("“") else missing
    note = f"“{mention.text}” cannot be dated: {missing} is not known, or not precisely enough."
    return Resolved(None, f"“{mention.text}”", Flag(UNRESOLVED, note))


def _for_each_reading(anchor: str, reckon: Callable[[str], str | None]) -> str | None:
    """The results of all readings of the anchor as one value; None if one of them has none."""
    found = [reckon(reading) for reading in alternatives(anchor)]
    return None if None in found else agreed([edtf for edtf in found if edtf])
