"""Pages that are dated piece by piece: posts, the days of a digest or a diary, the entries of a chronology.

"Yesterday" under such a date is the day before it; and what a digest tells plainly below "MONDAY, 7 OCTOBER", or a
chronology behind "3 March:", was on that day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from amanat.core.dates.edtf import Interval, bounds, parse
from amanat.core.dates.english import find_dates
from amanat.core.dates.mention import Absolute, DateMention, Partial
from amanat.core.dates.relative import resolve
from amanat.core.reading import looks
from amanat.core.reading.posts import is_social, posts
from amanat.core.reading.zones import Block, Page, Zone

_SOON = timedelta(days=183)
_LONGEST = 60
_BESIDE = re.compile(r"\b(?:weekend|week of|night (?:of|to)|day \d{1,3}|the)\b|[\W_]", re.I)
"""What else may stand in a line that is only a date."""
_BULLET = re.compile(r"(?:[-–—•*●▪◦‣·]\ufe0f?\s*)?")
_OPENS = re.compile(r"\s*(?:[:–—]|\.|-\s|\n)")
_LEAST = 2
"""So many dates must head something before they head the parts of a page."""
_LEAST_ENTRIES = 3


@dataclass(frozen=True, slots=True)
class Dated:
    """``text[start:end]`` of the report is dated ``when`` (EDTF); ``tells`` where what it tells plainly was then."""

    start: int
    end: int
    when: str
    tells: bool


def dated_parts(page: Page, published: str | None) -> list[Dated]:
    """The dated parts of a page, in its order; none of a page that is dated as a whole. A date without a year has
    that of the part before it, or the nearest to the report's."""
    heads = [
        (post.start, post.end, post.head, False)
        for post in posts(page)
        if post.head and find_dates(post.head)
    ]
    heads = heads or list(_days(page)) or list(_entries(page))
    return list(_resolved(heads, published or _covered(page))) if heads else []


def _covered(page: Page) -> str | None:
    """The last day of the time that an undated page says it covers: "Bulletin no. 9: 3–9 June 2024"."""
    for block in page.blocks:
        if block.zone not in (Zone.HEADER, Zone.HEADLINE):
            continue
        for mention in find_dates(page.quote(block)):
            last = bounds(mention.value.edtf).latest if isinstance(mention.value, Absolute) else None
            if last is not None:
                return last.isoformat()
    return None


def _resolved(heads: list[tuple[int, int, str, bool]], published: str | None) -> Iterator[Dated]:
    before: str | None = None
    for start, end, head, tells in heads:
        for mention in find_dates(head)[:1]:
            when = _dated(mention, before, published)
            if when is not None:
                before = when
                yield Dated(start, end, when, tells)


def _dated(mention: DateMention, before: str | None, published: str | None) -> str | None:
    later = resolve(mention, previous=before).edtf if before else None
    earlier = resolve(mention, published=before or published).edtf
    return later if later and before and _is_soon(before, later) else earlier


def _is_soon(one: str, other: str) -> bool:
    first, last = bounds(one).latest, bounds(other).earliest
    return first is not None and last is not None and last - first < _SOON


def within(when: str) -> str:
    """Of what was at a weekend or in a week: some day of it."""
    whole = parse(when)
    return f"[{whole.begin}..{whole.end}]" if isinstance(whole, Interval) else when


# -- lines that are a date alone -----------------------------------------------------------------------------


def _days(page: Page) -> Iterator[tuple[int, int, str, bool]]:
    """Each day's part, from below its heading to the next heading."""
    blocks = page.blocks
    heads = [
        number
        for number, block in enumerate(blocks[:-1])
        if is_day_heading(page.quote(block)) and blocks[number + 1].zone is Zone.BODY
    ]
    if len(heads) < _LEAST:
        return
    social = is_social(page)
    for number in heads:
        end = next(
            (block.start for block in blocks[number + 1 :] if _ends(block, page, social=social)),
            len(page.text),
        )
        yield blocks[number].end, end, page.quote(blocks[number]), not social


def is_day_heading(line: str) -> bool:
    """ "MONDAY, 7 OCTOBER", "Weekend, 12–13 October", "3 March 2021": a day, or a few, and nothing else."""
    if len(line) > _LONGEST or looks.is_bullet(line):
        return False
    found = find_dates(line)
    if len(found) != 1 or not _is_day(found[0]):
        return False
    return not _BESIDE.sub("", line[: found[0].start] + line[found[0].end :])


def _is_day(mention: DateMention) -> bool:
    value = mention.value
    if isinstance(value, Partial):
        return value.month is not None and value.day is not None and value.direction is None
    return isinstance(value, Absolute) and value.edtf.count("-") >= 2 and value.edtf[:1].isdigit()


def _ends(block: Block, page: Page, *, social: bool) -> bool:
    line = page.quote(block)
    if is_day_heading(line):
        return True
    heading = len(line.split()) <= 6 and line.isupper() and not looks.is_bullet(line)
    return heading and not social


# -- entries that begin with a date --------------------------------------------------------------------------


def _entries(page: Page) -> Iterator[tuple[int, int, str, bool]]:
    """Paragraphs of a chronology: "3 March 2020: police came …", one for each date."""
    found = [
        (block, mention)
        for block in page.of(Zone.BODY)
        if (mention := _opening(page.quote(block))) is not None
    ]
    if len(found) < _LEAST_ENTRIES:
        return
    for block, mention in found:
        yield block.start, block.end, mention, True


def _opening(paragraph: str) -> str | None:
    mark = _BULLET.match(paragraph)
    at = mark.end() if mark is not None else 0
    for mention in find_dates(paragraph[: at + _LONGEST])[:1]:
        opens = paragraph[at : mention.start].strip() == "" and _OPENS.match(paragraph, mention.end)
        return mention.text if opens and _is_day(mention) else None
    return None
