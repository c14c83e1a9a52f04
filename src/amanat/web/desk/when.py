"""The dates of claims, as the desk says them and as a time line draws them."""

from __future__ import annotations

from datetime import date

from django.utils.translation import get_language

from amanat.core.dates.edtf import Interval, alternatives, bounds, parse
from amanat.core.dates.point import NotADateError
from amanat.core.dates.words import in_words
from amanat.web.desk.timeline import Span


def spoken(edtf: str) -> str:
    """``2017-07/2018-10`` as "July 2017 to October 2018"; what is not EDTF is shown as it is written."""
    try:
        return in_words(edtf, (get_language() or "en").partition("-")[0]) if edtf else ""
    except NotADateError:
        return edtf


def spans(edtf: str, earliest: date | None = None, latest: date | None = None) -> tuple[Span, ...]:
    """What a time line draws, one span for each reading; the bounds given where ``edtf`` cannot be read."""
    try:
        readings = [(parse(reading), bounds(reading)) for reading in alternatives(edtf)]
    except NotADateError:
        return (Span(earliest, latest),)
    return tuple(
        Span(found.earliest, found.latest, lasting=isinstance(value, Interval)) for value, found in readings
    )
