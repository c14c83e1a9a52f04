"""From happenings to a picture: signs on the axis, labels beside or above them, lanes that never collide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from amanat.web.desk.timeline import lettering
from amanat.web.desk.timeline.axis import Axis, axis_for, ticks
from amanat.web.desk.timeline.placing import lanes
from amanat.web.desk.timeline.values import (
    Bar,
    Bracket,
    Happening,
    Label,
    Picture,
    Row,
    Span,
    Tie,
    Whisker,
)

_MARGIN = 24
_LANE = 42
_TOP = 6
_LABEL_SIZE = 12.5
_NOTE_SIZE = 12.0
_BAR_HEIGHT = 12
_SIGN = 24
"""The y of a sign's middle within its lane, where its label stands above it."""
_AIR = 8
NOTE_GAP = 8
"""Between a title and the note in its line; the template sets the same."""
_FADE = 18
_STUB = 60
"""Of what ends on a known day and began nobody knows when: long enough to fade, and no claim of how long."""
_SHORT = 46
"""A sign narrower than this has its label beside it."""
_AXIS_ROOM = 34
_LEAST_TITLE = 100
"""Room that a title keeps, however long the note beside it is."""


def draw(happenings: Sequence[Happening], width: int = 820) -> Picture | None:
    """The picture, or ``None`` where nothing has a known day. Nothing overlaps, nothing leaves ``width``."""
    dated = [h for h in happenings if any(s.start or s.end for s in h.spans)]
    if not dated:
        return None
    axis = axis_for([span for h in dated for span in h.spans], _MARGIN, width - _MARGIN)
    dated = _in_order(dated)
    flat = [_row(h, axis, width) for h in dated]
    which = lanes([(row.left, row.right) for row in flat], [h.question for h in dated])
    rows = tuple(_lowered(row, _TOP + lane * _LANE) for row, lane in zip(flat, which, strict=True))
    bottom = _TOP + (max(which) + 1) * _LANE
    return Picture(
        width, bottom + _AXIS_ROOM, bottom + 8, _MARGIN, ticks(axis), rows, _brackets(rows, _MARGIN)
    )


def _in_order(happenings: Sequence[Happening]) -> list[Happening]:
    """By the first known day; the answers to one question together, in the order in which they were given."""
    first: dict[str, date] = {}
    for each in happenings:
        first[each.question] = min(first.get(each.question, date.max), _first_day(each))
    return sorted(
        happenings,
        key=lambda each: (first[each.question], each.question) if each.question else (_first_day(each), ""),
    )


def _first_day(happening: Happening) -> date:
    return min(day for span in happening.spans if (day := span.start or span.end))


def _row(happening: Happening, axis: Axis, width: int) -> Row:
    """The happening in a lane at y 0, to be lowered into its own."""
    ink = "contested" if happening.question else "sure" if happening.sure else "unsure"
    bars = tuple(_bar(s, axis, ink) for s in happening.spans if s.lasting)
    whiskers = tuple(_whisker(s, axis, ink) for s in happening.spans if not s.lasting)
    edges = sorted([(b.x, b.x + b.width) for b in bars] + [(w.x1, w.x2) for w in whiskers])
    left, right = edges[0][0], max(edge[1] for edge in edges)
    ties = tuple(Tie(a[1], b[0], _SIGN) for a, b in pairwise(edges) if a[1] < b[0])
    labels = _labels(happening, left, right, width)
    left = min(left, *(label.left for label in labels))
    right = max(right, *(label.left + label.width for label in labels))
    return Row(happening, left, right, 0, bars, whiskers, ties, labels)


def _bar(span: Span, axis: Axis, ink: str) -> Bar:
    x1, x2 = _edges(span, axis)
    if x2 - x1 < 4:
        x1 = max(axis.left, x1 - 2)
        x2 = x1 + 4
    return Bar(x1, _SIGN - _BAR_HEIGHT // 2, x2 - x1, _BAR_HEIGHT, ink, span.start is None, span.end is None)


def _whisker(span: Span, axis: Axis, ink: str) -> Whisker:
    x1, x2 = _edges(span, axis)
    dot = x2 if span.start is None else x1 if span.end is None else (x1 + x2) // 2
    return Whisker(min(x1, dot - 5), max(x2, dot + 5), _SIGN, dot, ink, span.start is None, span.end is None)


def _edges(span: Span, axis: Axis) -> tuple[int, int]:
    x1 = axis.x(_ordinal(span.start, axis.first))
    x2 = axis.x(_ordinal(span.end, axis.last - 1) + 1)
    if span.start is None:
        x1 = max(axis.left, x2 - _STUB)
    if span.end is None:
        x2 = min(axis.right, max(x2, x1 + _FADE))
    return x1, x2


def _ordinal(day: date | None, otherwise: int) -> int:
    return otherwise if day is None else day.toordinal()


def _labels(happening: Happening, left: int, right: int, width: int) -> tuple[Label, ...]:
    """Beside a short sign where there is room on either side, title over note; else above it, in one line."""
    title, note = happening.label, happening.note
    broad = max(lettering.width(title, _LABEL_SIZE), lettering.width(note, _NOTE_SIZE))
    if right - left < _SHORT and right + _AIR + broad <= width:
        return _stacked(title, note, right + _AIR, "start")
    if right - left < _SHORT and left - _AIR - broad >= 0:
        return _stacked(title, note, left - _AIR, "end")
    return _in_line(title, note, left, width)


def _stacked(title: str, note: str, x: int, anchor: str) -> tuple[Label, ...]:
    if not note:
        return (Label(x, _SIGN + 4, lettering.width(title, _LABEL_SIZE), title, anchor=anchor),)
    upper = Label(x, _SIGN - 4, lettering.width(title, _LABEL_SIZE), title, anchor=anchor)
    lower = Label(x, _SIGN + 10, lettering.width(note, _NOTE_SIZE), note, anchor=anchor, soft=True)
    return upper, lower


def _in_line(title: str, note: str, left: int, width: int) -> tuple[Label, ...]:
    """Where both have no room, the title is cut: half a date is worse than half a place's name."""
    room = width - 4
    dated = lettering.width(note, _NOTE_SIZE) + NOTE_GAP if note else 0
    if dated > room - _LEAST_TITLE:
        note = lettering.fitted(note, _NOTE_SIZE, room - _LEAST_TITLE - NOTE_GAP)
        dated = lettering.width(note, _NOTE_SIZE) + NOTE_GAP
    title = lettering.fitted(title, _LABEL_SIZE, room - dated)
    whole = lettering.width(title, _LABEL_SIZE) + dated
    return (Label(max(2, min(left, width - 2 - whole)), 13, whole, title, note),)


def _lowered(row: Row, by: int) -> Row:
    return replace(
        row,
        top=by,
        bars=tuple(replace(bar, y=bar.y + by) for bar in row.bars),
        whiskers=tuple(replace(w, y=w.y + by) for w in row.whiskers),
        ties=tuple(replace(tie, y=tie.y + by) for tie in row.ties),
        labels=tuple(replace(label, y=label.y + by) for label in row.labels),
    )


def _brackets(rows: Sequence[Row], margin: int) -> tuple[Bracket, ...]:
    """One to the left of each contested question's rows; they are adjoining, and nothing else is in them."""
    tops: dict[str, list[int]] = {}
    lefts: dict[str, int] = {}
    for row in rows:
        question = row.happening.question
        if question:
            tops.setdefault(question, []).append(row.top)
            lefts[question] = min(lefts.get(question, row.left), row.left)
    return tuple(
        Bracket(max(1, lefts[q] - 7), min(found) + 4, max(found) + _LANE - 6) for q, found in tops.items()
    )
