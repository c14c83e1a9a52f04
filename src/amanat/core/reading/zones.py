"""Page zones: which lines are the headline, the header, the body, related items, or furniture of the page.

A page comes as text with its line breaks. Lines become blocks; hard-wrapped paragraphs are joined, without
changing an offset: a block is always a stretch of the report's own text. In doubt a line is body: a button
read as a sentence yields nothing, a sentence taken for a button is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from amanat.core.reading import looks, mastheads
from amanat.core.reading.headline import (
    head_length,
    headline_of,
    is_above,
    is_echoed,
    recorded,
    repeated_openings,
)
from amanat.core.reading.lines import Line, lines_of


class Zone(StrEnum):
    HEADLINE = "headline"
    HEADER = "header line"
    BODY = "body"
    RELATED = "related items"
    FURNITURE = "page furniture"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or line: ``text[start:end]`` of the report, in code points."""

    zone: Zone
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Page:
    text: str
    blocks: tuple[Block, ...]

    def of(self, zone: Zone) -> tuple[Block, ...]:
        return tuple(block for block in self.blocks if block.zone is zone)

    def quote(self, block: Block) -> str:
        return self.text[block.start : block.end]


def zoned(text: str, title: str | None = None) -> Page:
    """The page's blocks, in order. ``title`` is what the file itself calls its headline, where it does."""
    lines = lines_of(text)
    head = head_length(lines)
    found = headline_of(lines, head, text, title)
    headline, offset = found if found is not None else (None, 0)
    zones = _head_zones(lines[: max(head, (headline or 0) + 1 if found else 0)], lines, headline)
    zones += _Body(lines, len(zones)).zones()
    blocks: list[Block] = []
    for number, (line, zone) in enumerate(zip(lines, zones, strict=True)):
        if number == headline:
            blocks.extend(_headline_blocks(line, offset, text))
        elif zone is Zone.BODY:
            blocks.extend(_body_blocks(line, early=number <= len(zones) and number < head + 3))
        else:
            blocks.append(Block(zone, line.start, line.end))
    return Page(text, tuple(blocks))


# -- above the report ----------------------------------------------------------------------------------------


def _head_zones(head: list[Line], lines: list[Line], headline: int | None) -> list[Zone]:
    return [
        Zone.HEADLINE
        if number == headline
        else _head_zone(lines, number, below=headline is not None and number > headline)
        for number in range(len(head))
    ]


def _head_zone(lines: list[Line], number: int, *, below: bool) -> Zone:
    """A line above the report is of the header if it looks so; else of the report, as a subheading is."""
    text = lines[number].text
    if looks.is_furniture(text):
        return Zone.FURNITURE
    above = (
        is_above(lines, number) or looks.is_kind(text) or looks.is_section(text) or mastheads.is_place(text)
    )
    if above or mastheads.is_name(text) or looks.matches("tagline", text) or looks.full_date(text):
        return Zone.HEADER
    few = len(mastheads.WORD.findall(text)) <= 6
    return Zone.HEADER if few and not below and not mastheads.lower_words(text) else Zone.BODY


# -- the report and what follows it --------------------------------------------------------------------------


class _Body:
    """Walks down the lines below the head; what a line is can depend on what it stands in."""

    def __init__(self, lines: list[Line], head: int) -> None:
        self._lines = lines
        self._head = head
        self._recorded = recorded(lines)
        self._furniture = [number >= head and self._is_furniture(number) for number in range(len(lines))]
        self._last = max((number for number in range(head, len(lines)) if self._tells(number)), default=head)
        self._longer = "\n".join(line.text for line in lines[head:] if len(line.text) > 60).casefold()
        self._looked_for = 0
        self._speakers = repeated_openings(lines)
        self._diary = sum(self._dates_prose(number) for number in range(head, len(lines) - 1)) > 1
        self._related = self._comments = self._teasers = self._ended = False

    def zones(self) -> list[Zone]:
        return [self._zone(number) for number in range(self._head, len(self._lines))]

    def _is_furniture(self, number: int) -> bool:
        return not self._recorded[number] and looks.is_furniture(self._lines[number].text)

    def _dates_prose(self, number: int) -> bool:
        return looks.is_date_line(self._lines[number].text) and looks.is_prose(self._lines[number + 1].text)

    def _tells(self, number: int) -> bool:
        text = self._lines[number].text
        if self._furniture[number] or looks.matches("related_inline", text) or looks.is_label(text):
            return False
        told = looks.is_prose(text) or looks.is_turn(text) or looks.is_bullet(text)
        return told or self._recorded[number]

    def _zone(self, number: int) -> Zone:
        text = self._lines[number].text
        if self._is_comments(number):
            self._comments, self._related = True, False
        elif looks.matches("related_heading", text) and self._heads_list(number):
            self._related, self._comments, self._teasers = True, False, False
            return Zone.RELATED
        if self._comments:
            return Zone.FURNITURE
        if looks.matches("related_inline", text):
            return Zone.RELATED
        if self._furniture[number]:
            self._related, self._ended = False, number > self._last
            return Zone.FURNITURE
        if self._related:
            self._related = self._is_item(number)
        if self._related:
            return Zone.RELATED
        return self._of_report(number)

    def _of_report(self, number: int) -> Zone:
        text = self._lines[number].text
        early, late = number < self._head + 4, number > self._last
        if looks.is_date_line(text) and number and _STAMP.fullmatch(self._lines[number - 1].text):
            return Zone.HEADER
        if self._recorded[number]:
            return Zone.HEADER if looks.is_stamp(text) else Zone.BODY
        spoken = looks.field_label(text) in self._speakers
        spoken = spoken or (self._diary and looks.is_date_line(text))
        if (early or late) and not spoken and self._is_header(text):
            return Zone.HEADER
        if (late and self._ended) or _ABOUT.fullmatch(self._lines[number - 1].text if number else ""):
            return Zone.FURNITURE
        return Zone.FURNITURE if self._repeats(text) else Zone.BODY

    @staticmethod
    def _is_header(text: str) -> bool:
        short = not looks.is_prose(text) or looks.is_label(text)
        return short and (
            looks.is_date_line(text)
            or looks.is_byline(text)
            or looks.is_placed_date(text)
            or looks.is_meta(text)
            or looks.is_label(text)
            or looks.is_dated_start(text)
            or looks.is_stamp(text)
        )

    def _repeats(self, text: str) -> bool:
        """A pull quote: a line that says again, word for word, what a paragraph of the report says."""
        bare = text.strip(" \"'“”‘’«»„").casefold().rstrip(".")
        quoted = len(bare) < len(text.rstrip(".")) or not looks.SENTENCE_END.search(text)
        if (
            not (quoted and 25 <= len(text) <= 150 and len(bare.split()) >= 5)
            or self._looked_for > _MOST_QUOTES
        ):
            return False
        self._looked_for += 1
        return self._longer.count(bare) > (len(text) > 60)

    def _heads_list(self, number: int) -> bool:
        """A heading of related items has short lines below it; "Related" over a paragraph is none."""
        following = self._lines[number + 1 : number + 3]
        if not following:
            return True
        return not looks.is_prose(following[0].text) or (
            len(following) > 1 and looks.is_date_line(following[1].text)
        )

    def _is_item(self, number: int) -> bool:
        """Whether a line under "See also" is one more item, a title, its date or its teaser, or the report
        going on below a box."""
        text = self._lines[number].text
        if looks.is_date_line(text):
            return True
        if looks.is_turn(text) or len(text) > 300:
            return False
        if not looks.is_prose(text):
            return True
        if len(text) <= 120 and self._is_dated_next(number):
            return True
        teaser = self._teasers or (
            number + 2 < len(self._lines) and self._is_title(number + 1) and not self._is_title(number + 2)
        )
        self._teasers = teaser and self._is_title(number - 1)
        return self._teasers

    def _is_dated_next(self, number: int) -> bool:
        return number + 1 < len(self._lines) and looks.is_date_line(self._lines[number + 1].text)

    def _is_title(self, number: int) -> bool:
        return not looks.is_prose(self._lines[number].text) and not self._furniture[number]

    def _is_comments(self, number: int) -> bool:
        """A heading of readers' comments, with something below it that comments have."""
        if not looks.matches("comments_heading", self._lines[number].text) or number < self._head + 2:
            return False
        below = [line.text for line in self._lines[number + 1 : number + 7]]
        return any(
            _SIGNED.search(text) or looks.is_post_head(text) or looks.is_handle_line(text) for text in below
        )


_ABOUT = re.compile(r"about (?:the )?(?:authors?|writers?|reporters?|photographers?)[:.]?", re.I)
_STAMP = re.compile(
    r"(?:date |last |record |entry |page )*(?:published|publication|update[ds]?|changed?|edit(?:ed)?|modified|revised|"
    r"posted|created|entered|reviewed)(?: (?:on|of|to|in|this|the|record|entry|page|case))*\s*:?",
    re.I,
)
_MOST_QUOTES = 100
"""Pull quotes are few; to look for every line of a long list in all the others would take long."""
_SIGNED = re.compile(
    r"^(?:reply|like|report|share)$|\b(?:says|said|writes|wrote):$"
    r"|\b(?:\d+|an?) (?:min(?:ute)?|hour|day|week|month|year)s? ago$",
    re.I,
)


# -- pieces of a line ----------------------------------------------------------------------------------------

_CREDITED = re.compile(r"(?P<own>.*\S)\s*(?:\((?P<bracket>[^()]{3,60})\)|\s[|–—-]\s+(?P<site>[^|–—]{3,50}))$")
_AFTER_SENTENCE = re.compile(r"[.!?…\])][\"'”’»]?\s+(?=\S)")


def _headline_blocks(line: Line, offset: int, text: str) -> Iterator[Block]:
    """The headline, without a label before it ("Subject:") and without the outlet's name behind it."""
    start, end = line.start + offset, line.end
    if offset:
        label = line.text[:offset].rstrip()
        yield Block(Zone.HEADER, line.start, line.start + len(label))
    found = _CREDITED.fullmatch(text, start, end)
    name = (found["bracket"] or found["site"]).strip() if found else ""
    if found and len(found["own"].split()) >= 3 and (mastheads.is_outlet_name(name) or is_echoed(name, text)):
        yield Block(Zone.HEADLINE, start, found.end("own"))
        yield Block(Zone.HEADER, *_stripped(text, found.end("own"), end))
    else:
        yield Block(Zone.HEADLINE, start, end)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return end - len(piece.lstrip(" |–—-")), end


def _body_blocks(line: Line, *, early: bool) -> Iterator[Block]:
    """A paragraph, without the byline or the row of buttons that stands behind its last sentence."""
    for found in reversed(list(_AFTER_SENTENCE.finditer(line.text, max(0, len(line.text) - 200)))):
        rest = line.text[found.end() :]
        row = len(looks.parts(rest)) > 1 and looks.is_furniture(rest)
        if row or (early and looks.is_byline(rest)):
            end = found.end() - len(found.group()) + len(found.group().rstrip())
            own = line.text[:end]
            zone = Zone.FURNITURE if looks.is_furniture(own) else Zone.BODY
            yield Block(zone, line.start, line.start + end)
            yield Block(Zone.FURNITURE if row else Zone.HEADER, line.start + found.end(), line.end)
            return
    yield Block(Zone.BODY, line.start, line.end)
