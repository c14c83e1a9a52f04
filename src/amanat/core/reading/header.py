"""What a report says of itself: title, outlet, credit, dateline, date of publication, related items.

A header date with two readings keeps both, with a flag: only the page's own other dates may settle it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from amanat.core.claim import Flag, Related, ReportHeader
from amanat.core.dates.header import header_date
from amanat.core.reading.zones import Block, Page, Zone


@dataclass(frozen=True, slots=True)
class PageHints:
    """What a file's own markup says, where it has any; plain text has none."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    dates: tuple[str, ...] = ()
    """Visible date strings near the headline, as written."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """ "Nur-Sultan (The Steppe Courier/Agencies) –": where it was written, and whom it credits."""

    place: str
    credit: tuple[str, ...]
    date: str | None
    block: int
    """Where its paragraph begins in the text."""
    length: int
    """How many characters of the paragraph it takes."""


_NAME = r"[A-ZÀ-Þ][\w.’'-]*(?: [A-ZÀ-Þ][\w.’'-]*){0,3}"
_DATELINE = re.compile(
    rf"(?P<place>{_NAME}(?:, {_NAME}){{0,2}})\s*"
    rf"(?:,\s*(?P<date>(?:\d{{1,2}} )?[A-Z][a-z]{{2,8}}\.?(?: \d{{1,2}})?(?:,? \d{{4}})?)\s*)?"
    rf"(?:\((?P<credit>[^()]{{2,60}})\)\s*)?"
    rf"(?P<dash>[–—-]{{1,2}}|:)\s+(?=\S)"
)
_OUTLET_LABEL = re.compile(
    r"(?:source|outlet|publisher|published (?:by|in)|newspaper)\s*:\s*(?P<name>[^|·\n]{2,80})", re.I
)
_BYLINE_OUTLET = re.compile(r"^by .{2,60}?(?:,| for| \|) (?P<name>[A-Z][^,|\n]{2,60})$", re.I)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?\s*(?P<name>[A-Z][^.,|\n]{2,60}?)(?:\.|,|\||$| all rights)",
    re.I,
)
_SUBSCRIBE = re.compile(
    r"^(?:subscribe to|follow|join|support) (?P<name>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,4})\b"
)
_OUTLET_LINE = re.compile(
    r"^(?:The )?[A-Z][\w'’-]*(?: [\w'’&-]+){0,5} (?:News|Times|Post|Courier|Herald|Gazette|Tribune|Observer|Monitor|Radio|"
    r"Agency|Press|Journal|Daily|Weekly|Chronicle|Review|Wire|Service|Bulletin|Committee|Watch|Archive|Network|Record|Register)"
    r"(?: (?:Service|Agency|Online|International))?$"
)
_CREDIT_LABEL = re.compile(
    r"(?:credit|agencies|with reporting (?:by|from)|additional reporting by)\s*:?\s*(?P<name>.{2,80})", re.I
)
_LINE_DATELINE = re.compile(r"(?:dateline|place|location)\s*:\s*(?P<place>[^|\n]{2,60})", re.I)


def read_header(page: Page, sha256: str, hints: PageHints, language: str) -> ReportHeader:
    """The report's header, from its header lines, its first paragraph and its furniture."""
    headline = page.of(Zone.HEADLINE)
    title = page.quote(headline[0]) if headline else hints.title
    dateline = find_dateline(page)
    date_lines = [*hints.dates, *(page.quote(block) for block in _leading(page))]
    if dateline is not None and dateline.date:
        date_lines.append(dateline.date)
    related_dates = [page.quote(block) for block in page.of(Zone.RELATED)]
    dated = header_date(date_lines, others=related_dates)
    credit = dateline.credit if dateline is not None else _credit(page)
    flags = (Flag(dated.flag.code, dated.flag.note),) if dated.flag is not None else ()
    return ReportHeader(
        title=title,
        text=page.text,
        sha256=sha256,
        outlet=hints.outlet or _outlet(page, credit),
        credit=credit,
        dateline=dateline.place if dateline is not None else _labelled_dateline(page),
        published=dated.edtf,
        language=language,
        related=tuple(_related(page)),
        flags=flags,
    )


def _leading(page: Page) -> list[Block]:
    """Header lines above the first body paragraph, and those directly after the headline."""
    return [block for block in page.blocks if block.zone is Zone.HEADER][:6]


def find_dateline(page: Page) -> Dateline | None:
    """The dateline at the start of one of the first body paragraphs."""
    for block in page.of(Zone.BODY)[:4]:
        found = _DATELINE.match(page.quote(block))
        if (
            found
            and (found["dash"] != ":" or found["credit"])
            and (found["credit"] or _short(found["place"]))
        ):
            credit = tuple(
                part.strip() for part in re.split(r"/|, | and |&", found["credit"] or "") if part.strip()
            )
            return Dateline(
                found["place"].title() if found["place"].isupper() else found["place"],
                credit,
                found["date"],
                block.start,
                found.end(),
            )
    return None


def _short(place: str) -> bool:
    return len(place) <= 40


def _outlet(page: Page, credit: tuple[str, ...]) -> str | None:
    """The outlet's name from a label, a byline, the credit, the copyright line, or a masthead."""
    lines = [(block.zone, page.quote(block)) for block in page.blocks if block.zone is not Zone.RELATED]
    for _, line in lines[:8]:
        for pattern in (_OUTLET_LABEL, _BYLINE_OUTLET):
            found = pattern.match(line)
            if found:
                return found["name"].strip(" .")
    named = [name for name in credit if not _is_agencies(name)]
    if named:
        return named[0]
    for _, line in lines[:4]:
        if _OUTLET_LINE.match(line) and len(line) < 60:
            return line
    for zone, line in lines:
        if zone is Zone.FURNITURE:
            found = _COPYRIGHT.match(line) or _SUBSCRIBE.match(line)
            if found:
                return found["name"].strip(" .")
    return None


def _is_agencies(name: str) -> bool:
    return name.casefold() in (
        "agencies",
        "agency",
        "wire services",
        "wires",
        "ap",
        "afp",
        "reuters",
        "staff",
        "our correspondent",
    )


def _credit(page: Page) -> tuple[str, ...]:
    for block in page.blocks:
        if block.zone in (Zone.HEADER, Zone.FURNITURE):
            found = _CREDIT_LABEL.match(page.quote(block))
            if found:
                return tuple(
                    part.strip(" .") for part in re.split(r"/|,| and ", found["name"]) if part.strip(" .")
                )
    return ()


def _labelled_dateline(page: Page) -> str | None:
    for block in page.of(Zone.HEADER):
        found = _LINE_DATELINE.match(page.quote(block))
        if found:
            return found["place"].strip(" .")
    return None


def _related(page: Page) -> list[Related]:
    """Titles of related items, each with the date line that follows it."""
    found: list[Related] = []
    blocks = page.of(Zone.RELATED)[1:]
    for block in blocks:
        line = page.quote(block)
        dated = header_date([line], others=[page.quote(other) for other in blocks])
        if dated.edtf is not None and len(re.sub(r"[\d\W_]", "", line)) < 12:
            if found and found[-1].published is None:
                found[-1] = Related(found[-1].title, dated.edtf)
        else:
            found.append(Related(line))
    return found
