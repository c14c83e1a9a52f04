"""What a text says of time, before anything outside the text is consulted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Bound(StrEnum):
    """How a date limits what is said: "in 2018", "since", "until" and "by", "before", "after" 2018."""

    AT = "at"
    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"


class Part(StrEnum):
    """Which part of a month, year or decade."""

    BEGINNING = "beginning"
    EARLY = "early"
    MID = "mid"
    LATE = "late"
    END = "end"
    FIRST_HALF = "first half"
    SECOND_HALF = "second half"
    FIRST_QUARTER = "first quarter"
    SECOND_QUARTER = "second quarter"
    THIRD_QUARTER = "third quarter"
    FOURTH_QUARTER = "fourth quarter"


class Anchor(StrEnum):
    """What a relative date counts from."""

    PUBLICATION = "publication"
    PREVIOUS = "previous"
    """The date that the text told last."""
    EVENT = "named event"


class Direction(StrEnum):
    """On which side of the anchor: "last", "next", "this"; or the first or last stretch inside the anchor."""

    EARLIER = "earlier"
    SAME = "same"
    LATER = "later"
    FIRST = "first"
    LAST = "last"


class Unit(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"


@dataclass(frozen=True, slots=True)
class Absolute:
    """A date that needs nothing else: ``edtf`` already holds since, until, about and the other end."""

    edtf: str


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """One writing, several dates: "01/03/2020". ``readings`` are EDTF, day first before month first."""

    readings: tuple[str, ...]

    @property
    def edtf(self) -> str | None:
        """One of them, ``[2020-01-03,2020-03-01]``; None for stretches, which EDTF cannot put in a set."""
        if any("/" in reading for reading in self.readings):
            return None
        return f"[{','.join(sorted(self.readings))}]"


@dataclass(frozen=True, slots=True)
class Partial:
    """A date without its year: "on 5 March", "in July", "last Monday", "from March to May".

    ``month`` is 1-12 or a season's EDTF code (21-24); ``weekday`` is 1 (Monday) to 7. ``direction`` is None
    where nothing is said; ``anchor`` is what last, this or next is seen from. ``until`` is the other end of a
    stretch; ``also`` further days of the month ("on 5 and 7 March"), of which with ``either`` one is meant
    ("5 or 7 March"). ``within`` is the year or month it lies in, where that is told: "in May last year".
    """

    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    direction: Direction | None = None
    anchor: Anchor = Anchor.PUBLICATION
    part: Part | None = None
    until: Partial | None = None
    also: tuple[int, ...] = ()
    either: bool = False
    within: Relative | None = None


@dataclass(frozen=True, slots=True)
class Relative:
    """``min`` to ``max`` units from the anchor: "three days later", "last week" (1 earlier), "this year" (0).

    ``min`` and ``max`` are None where the text gives no number: "shortly after" has neither, "more than two
    years ago" no max. ``unit`` is None for the anchor itself ("since then", "during her detention").
    ``span`` is true for the whole stretch up to, from or inside the anchor: "in the past two years", "the
    last three months of detention"; with the publication as anchor and direction LAST ("in the last three
    months") it may also mean the last of what is told. ``event`` quotes the named event: "his arrest".
    """

    anchor: Anchor
    unit: Unit | None
    min: int | None
    max: int | None
    direction: Direction
    span: bool = False
    event: str | None = None
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Duration:
    """How long, not when: "for six months", "more than a year" (no max)."""

    unit: Unit
    min: int | None
    max: int | None


Value = Absolute | Ambiguous | Partial | Relative | Duration


@dataclass(frozen=True, slots=True)
class DateMention:
    """``text[start:end]`` of the text read, in code points, and what it says.

    The span takes in the words that change the meaning (since, until, early, about) and leaves out those
    that do not (in, on, at). ``bound`` and ``about`` still have to be applied to a Partial or Relative
    value, which `amanat.core.dates.relative.resolve` does; an Absolute's EDTF holds them already.
    """

    start: int
    end: int
    text: str
    value: Value
    bound: Bound = Bound.AT
    about: bool = False
