"""Whether a date that a model proposes is one that the text allows: as coarse as its words, or coarser."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from amanat.core.dates.edtf import Edge, Edtf, Interval, bounds_of, parse
from amanat.core.dates.english import find_dates
from amanat.core.dates.mention import Bound, DateMention
from amanat.core.dates.point import NotADateError, Point
from amanat.core.dates.relative import resolve


def allowed_date(untrusted: str, text: str, published: str | None) -> str | None:
    """The proposed EDTF date in canonical form, where ``text`` allows it; None where it does not.

    Each end of it must cover, whole, a date that stands in ``text`` (as ``core/dates`` reads it, relative ones from
    ``published``) or that begins or ends a stretch which stands there. "About", "before", "since" and two readings
    of one writing widen what must be covered. What ``core/dates`` can't read allows nothing.
    """
    try:
        wanted = parse(untrusted)
    except NotADateError:
        return None
    told = [(mention, parse(edtf)) for mention, edtf in _told(text, published)]
    if any(str(wanted) == str(each) for _, each in told):
        return str(wanted)
    return str(wanted) if _covers(wanted, told) else None


def _told(text: str, published: str | None) -> Iterator[tuple[DateMention, str]]:
    for mention in find_dates(text):
        edtf = resolve(mention, published=published).edtf
        if edtf is not None:
            yield mention, edtf


def _covers(wanted: Edtf, told: Iterable[tuple[DateMention, Edtf]]) -> bool:
    told = list(told)
    if isinstance(wanted, Point):
        return _is_told(wanted, told)
    if isinstance(wanted, Interval):
        open_ends = [end for end in (wanted.begin, wanted.end) if end is Edge.OPEN]
        points = [end for end in (wanted.begin, wanted.end) if isinstance(end, Point)]
        # An open end says "and still going on", which only a text that says so allows; then it is one of `told`.
        return not open_ends and all(_is_told(point, told) for point in points)
    return False


def _is_told(wanted: Point, told: Iterable[tuple[DateMention, Edtf]]) -> bool:
    first, last = wanted.reach
    for mention, value in told:
        for part in (value, *_ends(mention, value)):
            reach = bounds_of(part, play=True)
            inside = reach.earliest is not None and reach.latest is not None
            if inside and first <= reach.earliest and reach.latest <= last:  # type: ignore[operator]
                return True
    return False


def _ends(mention: DateMention, value: Edtf) -> Iterator[Point]:
    """Begin and end of a stretch that is told with both, and what something is told to last since, or until.

    "By 2018" and "before May" name a limit and not the day itself.
    """
    if not isinstance(value, Interval):
        return
    ends = [end for end in (value.begin, value.end) if isinstance(end, Point)]
    lasts = mention.bound is Bound.SINCE or mention.text.casefold().startswith(("until", "till"))
    if len(ends) == 2 or lasts:
        yield from ends
