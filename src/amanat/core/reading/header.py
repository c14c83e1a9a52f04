"""What a report says of itself: title, outlet, credit, dateline, date of publication, related items.

A header date with two readings keeps both, with a flag: only the page's own other dates may settle it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from amanat.core.claim import Flag, Related, ReportHeader
from amanat.core.dates.header import HeaderDate, header_date
from amanat.core.reading import looks, mastheads
from amanat.core.reading.dateline import Dateline, opening
from amanat.core.reading.day_headings import dated_parts
from amanat.core.reading.fields import known_key
from amanat.core.reading.outlet import credit_of, outlet_of
from amanat.core.reading.posts import is_social
from amanat.core.reading.zones import Block, Page, Zone

__all__ = ["Dateline", "PageHints", "find_dateline", "read_header"]


@dataclass(frozen=True, slots=True)
class PageHints:
    """What a file's own markup says, where it has any; plain text has none.

    ``dates`` are visible date strings near the headline, as written; ``related`` the items of "See also",
    titles and dates each on their own, in order; ``running`` the heads and feet that a PDF repeats; ``rows``
    the offsets at which the records of a table begin: what one row says of itself is true of no other;
    ``is_table``: there is nothing but such records.
    """

    title: str | None = None
    headline: str | None = None
    byline: str | None = None
    site: str | None = None
    dates: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    running: tuple[str, ...] = ()
    rows: tuple[int, ...] = ()
    is_table: bool = False


_LABELLED_PLACE = re.compile(
    r"(?:dateline|place(?: of (?:issue|publication))?)\s*[:：]\s*(?P<place>[^|\n]{2,60})", re.I
)
_BYLINE_PLACE = re.compile(
    r"(?:by|from) .{2,60}? in (?P<place>[A-ZÀ-Þ][\w’' -]+(?:, [A-ZÀ-Þ][\w’' -]+)*)$", re.I
)
_OCCASION = re.compile(
    r"\b(?:conference|briefing|bulletin|digest|newsletter|statement|transcript|remarks|address)\b", re.I
)
"""What is said and published on the same day; the date in other headlines is that of what happened."""
_NUMBERED = re.compile(r"\s*[|;]\s*.*|\s{2,}.*")
_LABELLED = re.compile(r"(?P<label>[^\W\d_][^:：|\t]{0,45}?)(?P<gap>\s*[:：]\s*|\s*\|\s*|\s*\t\s*|\s{3,})\S")
_EVENTS = frozenset("birth detained disappeared released moved tried died sentence".split())
"""Labels of what befell a person (lexicon/records.yaml)."""


def read_header(page: Page, sha256: str, hints: PageHints, language: str) -> ReportHeader:
    """The report's header, from its header lines, its first paragraph and its furniture."""
    if hints.is_table:
        return ReportHeader(hints.title, page.text, sha256, language=language)
    dateline = find_dateline(page)
    dated = _published(page, hints, dateline)
    credit = credit_of(page, dateline)
    outlet = hints.site or outlet_of(page, credit)
    opened = dateline.credit if dateline is not None else ()
    return ReportHeader(
        title=_title(page, hints),
        text=page.text,
        sha256=sha256,
        outlet=outlet,
        credit=tuple(name for name in credit if name in opened or name != outlet),
        dateline=(dateline.place if dateline is not None else None) or _placed(page, outlet),
        published=dated.edtf,
        language=language,
        related=tuple(_related([page.quote(block) for block in page.of(Zone.RELATED)] or hints.related)),
        flags=(Flag(dated.flag.code, dated.flag.note),) if dated.flag is not None else (),
    )


# -- title ---------------------------------------------------------------------------------------------------


def _title(page: Page, hints: PageHints) -> str | None:
    """The headline; without one, what the document calls itself ("RECORD OF INTERVIEW"), or a register's name
    with the number of its entry."""
    headline = page.of(Zone.HEADLINE)
    if headline:
        return " ".join(page.quote(headline[0]).split())
    if hints.headline or hints.title:
        return hints.headline or hints.title
    lines = [page.quote(block) for block in _leading(page)]
    for line in lines:
        if looks.is_kind(line) and not looks.full_date(line):
            return line
    names = [line for line in lines if mastheads.is_outlet_name(line) and not looks.is_placed_date(line)]
    numbers = [line for line in lines if looks.is_designation(line)]
    return f"{names[0]}, {_NUMBERED.sub('', numbers[0])}" if names and numbers else None


def _leading(page: Page) -> list[Block]:
    """The header lines above the report and among its first paragraphs."""
    body = page.of(Zone.BODY)
    limit = body[3].start if len(body) > 3 else len(page.text)
    return [block for block in page.of(Zone.HEADER) if block.start < limit]


_OF_ANOTHER = re.compile(r"(?<=[\"”’»]) ?\([^()]*\d{4}\)")
"""The outlet and date behind a title: "… the article “Picked up and never seen” (Delta Courier, 11 March 2021)"."""
_PREFACE = 3
"""Among so many of the first paragraphs may be what an archive says of an account: who told it, where and when."""
_STAMP = re.compile(
    r"(?:^|[.;] )(?P<stamp>(?:(?:(?i:recorded|interviewed|written down|told|taken|transcribed))\b[^.;]{2,80}?"
    r"|(?P<place>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)*),? )(?:on )?[\w ]{0,14}\b\d{4})(?=[.,;]| by | in |$)",
)


def _stamped(paragraph: str) -> str | None:
    """ "Dnipro, 3 October 2023." as a sentence of its own, "Recorded in Goma on 18 February 2024." """
    found = _STAMP.search(paragraph)
    return found["stamp"] if found is not None and looks.full_date(found["stamp"]) else None


# -- date ----------------------------------------------------------------------------------------------------


def _published(page: Page, hints: PageHints, dateline: Dateline | None) -> HeaderDate:
    """From the lines above the report; else from those below it; else from its headline."""
    related = [page.quote(block) for block in page.of(Zone.RELATED)] or list(hints.related)
    leading = [*hints.dates, *_of_the_report(page, _leading(page))]
    if dateline is not None and dateline.date:
        leading.append(dateline.date)
    dated = header_date(leading, others=related)
    posted = [part.when for part in dated_parts(page, None)] if is_social(page) else []
    # The date above the first of several posts is that post's own.
    if len(posted) > 1 and (dated.edtf is None or posted[0] in dated.edtf):
        return HeaderDate(max(posted), None, "the last post of the page")
    if dated.edtf or dated.flag:
        return dated
    below = _of_the_report(page, page.of(Zone.HEADER))
    below += [stamp for block in page.of(Zone.BODY)[:_PREFACE] if (stamp := _stamped(page.quote(block)))]
    titles = [title for block in page.of(Zone.HEADLINE) if _OCCASION.search(title := page.quote(block))]
    return header_date([*below, *titles], others=related)


def _of_the_report(page: Page, blocks: Iterable[Block]) -> list[str]:
    """The lines without the labelled dates of somebody's life: "Sentenced | May 2020" tells of a person.

    "Released: 12 March 2020" is how offices date what they publish, too: it is a person's where it is the cell of
    a table, or where another such line stands on the page."""
    lines = [page.quote(block) for block in blocks]
    events = {line: found for line in lines if (found := _event_label(line)) is not None}
    alone = len(events) == 1
    kept = [line for line in lines if line not in events or (alone and events[line] == ("released", ":"))]
    return [_OF_ANOTHER.sub(" ", line) for line in kept]


def _event_label(line: str) -> tuple[str, str] | None:
    """The lexicon's key of the line's label, where it is an event's, and what parts label and value."""
    found = _LABELLED.match(line)
    key = known_key(found["label"]) if found is not None else None
    return (key, found["gap"].strip().replace("：", ":")) if found and key in _EVENTS else None


# -- place ---------------------------------------------------------------------------------------------------


def find_dateline(page: Page) -> Dateline | None:
    """The dateline at the start of one of the first body paragraphs."""
    body = page.of(Zone.BODY)
    for block in body[:4]:
        paragraph = page.quote(block)
        found = opening(paragraph, block.start)
        if found is not None and not _recurs(page, body, paragraph[: found.length]):
            return found
    return None


def _recurs(page: Page, body: tuple[Block, ...], start: str) -> bool:
    """What opens several paragraphs is a speaker, or the label of a list."""
    return sum(page.text.startswith(start, block.start) for block in body) > 1


def _placed(page: Page, outlet: str | None) -> str | None:
    """From a label, a line of place and date, a byline, or a line with a town alone."""
    lines = [line for block in _leading(page) if (line := page.quote(block)) != outlet]
    for line in lines:
        found = _LABELLED_PLACE.match(line)
        if found:
            return found["place"].strip(" .")
    for line in lines:
        found = _BYLINE_PLACE.match(line) if looks.is_byline(line) else None
        place = found["place"] if found else _dated_place(line)
        if place:
            return place
    stamped = (_STAMP.search(page.quote(block)) for block in page.of(Zone.BODY)[:_PREFACE])
    return next(
        (found["place"] for found in stamped if found and mastheads.is_place(found["place"] or "")), None
    )


_SPECIAL = re.compile(r"(?P<place>[^-–—]{3,40}) [-–—] (?:special|exclusive|agencies|staff|follow-?up)", re.I)


def _dated_place(line: str) -> str | None:
    marked = _SPECIAL.fullmatch(line)
    if marked is not None and mastheads.WORD.match(marked["place"]) and marked["place"].istitle():
        return marked["place"].strip()
    if looks.is_label(line) or looks.matches("loose_label", line) or looks.is_designation(line):
        return None
    author, _, city = line.rpartition(", ")
    if looks.full_date(line):
        place = next((place for piece in looks.parts(line) if (place := looks.place_in(piece))), None)
    elif author and mastheads.is_name(author) and not mastheads.is_place(line):
        place = city if mastheads.is_known_place(city) and not mastheads.is_outlet_name(line) else None
    else:
        place = line if mastheads.is_place(line) else None
    return None if place is None or mastheads.is_country(place) else place


# -- related items -------------------------------------------------------------------------------------------


def _related(lines: Iterable[str]) -> Iterator[Related]:
    """Titles of related items, each with the date line that follows it."""
    lines = [line for line in lines if not looks.matches("related_heading", line)]
    waiting: str | None = None
    for line in lines:
        dated = header_date([line], others=lines) if looks.is_date_line(line) else None
        if dated is not None:
            if waiting is not None:
                yield Related(waiting, dated.edtf)
            waiting = None
            continue
        if waiting is not None:
            yield Related(waiting)
        *before, waiting = _titles(line)
        yield from (Related(title) for title in before)
    if waiting is not None:
        yield Related(waiting)


def _titles(line: str) -> list[str]:
    """A line of its own is one title; "Read also: one | other" names several."""
    if not looks.matches("related_inline", line):
        return [line]
    listed = re.split(r"[:：>»]\s*", line, maxsplit=1)[-1]
    return [title.strip(" .") for title in re.split(r"\s*[|;•]\s*", listed) if title.strip(" .")] or [line]
