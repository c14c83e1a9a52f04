"""What a time line is drawn from, and what it consists of. Lengths are units of the SVG's view box."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Span:
    """From the first to the last possible day, both included; ``None`` is an open end.

    ``lasting`` tells a time that was filled ("July 2017 to October 2018") from a moment somewhere within it
    ("in December 2018").
    """

    start: date | None
    end: date | None
    lasting: bool = False


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing told, with a date. More than one span: the date is one of them ("3 January or 1 March").

    Happenings with the same ``question`` (not empty) are contested answers to it and get rows of their own.
    """

    label: str
    note: str
    spans: tuple[Span, ...]
    href: str = ""
    question: str = ""
    sure: bool = True
    """False where it was said to be possible, planned, feared or demanded, and so has not happened yet."""
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A time that was filled. ``ink``: ``sure``, ``unsure`` (outlined) or ``contested`` (hatched)."""

    x: int
    y: int
    width: int
    height: int
    ink: str
    fades_left: bool = False
    fades_right: bool = False

    @property
    def end(self) -> int:
        return self.x + self.width

    @property
    def middle(self) -> int:
        return self.y + self.height // 2


@dataclass(frozen=True, slots=True)
class Whisker:
    """A moment somewhere between ``x1`` and ``x2``: a line over all that is possible, a dot in its middle."""

    x1: int
    x2: int
    y: int
    dot: int
    ink: str
    fades_left: bool = False
    fades_right: bool = False


@dataclass(frozen=True, slots=True)
class Tie:
    """Joins the spans of one happening: one of them, not both."""

    x1: int
    x2: int
    y: int


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text, and after it, in softer ink, ``note``. ``anchor`` is SVG's ``text-anchor``.

    ``width`` is an upper estimate of both together with the gap between them.
    """

    x: int
    y: int
    width: int
    text: str
    note: str = ""
    anchor: str = "start"
    soft: bool = False

    @property
    def left(self) -> int:
        return self.x - self.width if self.anchor == "end" else self.x


@dataclass(frozen=True, slots=True)
class Row:
    """One happening as drawn: its signs, its labels, and the stretch of its lane that it takes up."""

    happening: Happening
    left: int
    right: int
    top: int
    bars: tuple[Bar, ...]
    whiskers: tuple[Whisker, ...]
    ties: tuple[Tie, ...]
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    x: int
    label: str
    labelled: bool = True


@dataclass(frozen=True, slots=True)
class Bracket:
    """Holds together the rows of one contested question."""

    x: int
    top: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Picture:
    width: int
    height: int
    axis: int
    """The y of the axis."""
    margin: int
    ticks: tuple[Tick, ...]
    rows: tuple[Row, ...]
    brackets: tuple[Bracket, ...]

    @property
    def end(self) -> int:
        """Where the axis ends."""
        return self.width - self.margin

    @property
    def tick_line(self) -> int:
        """The y of the ticks' labels."""
        return self.axis + 20
