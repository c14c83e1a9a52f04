"""What a Russian page says of itself beyond what its form shows: the date in words, the outlet in «marks»."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from amanat.core.claim import Flag, ReportHeader
from amanat.core.dates.mention import Absolute, DateMention
from amanat.core.dates.point import Precision, parse_point
from amanat.core.dates.relative import AMBIGUOUS, INFERRED
from amanat.core.dates.words import in_words
from amanat.core.reading.zones import Page, Zone

FindDates = Callable[[str], Sequence[DateMention]]

_LINES = 7
_SHORT = 90
_LONG = 160
_DATED = re.compile(r"(?:записано|опубликовано|подготовлено|дата|обновлено|составлено)\b", re.IGNORECASE)
_QUOTED = re.compile(r"«([^«»]{2,60})»")
_POINTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.\d{2,4}")


def with_russian_head(header: ReportHeader, page: Page, find_dates: FindDates) -> ReportHeader:
    """The header with the date of the first lines, as Russian writes it, and the outlet beside it or above."""
    dated = _dated_line(page, find_dates)
    if dated is not None:
        line, edtf, written = dated
        flags = tuple(flag for flag in header.flags if flag.code != AMBIGUOUS)
        header = replace(header, published=edtf, flags=(*flags, *_read_as(written, edtf)))
        if header.outlet is None:
            header = replace(header, outlet=_outlet(line) or _named_alone(page))
        if header.title is not None and header.title in line:
            header = replace(header, title=_title_beside(page, line))
    elif header.outlet is None:
        header = replace(header, outlet=_named_alone(page))
    return header


def _first_lines(page: Page) -> list[str]:
    blocks = [block for block in page.blocks if block.zone is not Zone.FURNITURE][:_LINES]
    return [page.quote(block).split("\n")[0] for block in blocks]


def _dated_line(page: Page, find_dates: FindDates) -> tuple[str, str, str] | None:
    """The line, its date to the day, and how that is written."""
    for line in _first_lines(page):
        if len(line) > (_LONG if _DATED.match(line) else _SHORT):
            continue
        for mention in find_dates(line):
            value = mention.value
            if isinstance(value, Absolute) and _is_day(value.edtf):
                return line, value.edtf, mention.text
    return None


def _is_day(edtf: str) -> bool:
    return "/" not in edtf and edtf[0] not in "[{" and parse_point(edtf).precision is Precision.DAY


def _read_as(written: str, edtf: str) -> tuple[Flag, ...]:
    """A date in figures that another country would read otherwise: how it is read, and why."""
    figures = _POINTED.match(written)
    if figures is None or int(figures[1]) > 12 or int(figures[1]) == int(figures[2]):
        return ()
    note = f"“{written}” is taken as {in_words(edtf)}: Russian puts the day first where points stand between."
    return (Flag(INFERRED, note),)


def _outlet(line: str) -> str | None:
    found = _QUOTED.search(line)
    return found[1] if found else None


def _title_beside(page: Page, dated: str) -> str | None:
    """The headline where the dated line was taken for it: the first other line of three words or more."""
    return next((line for line in _first_lines(page)[:3] if line != dated and len(line.split()) > 2), None)


def _named_alone(page: Page) -> str | None:
    """A line of the head that is nothing but a name in marks: «Вестник Семиречья», Газета «Заря»."""
    for line in _first_lines(page)[:3]:
        found = _QUOTED.search(line)
        if found and len(line) - len(found[0]) <= 10:
            return found[1]
    return None
