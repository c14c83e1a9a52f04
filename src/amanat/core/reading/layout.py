"""The layout of a page: which of its paragraphs are fields of a record, entries of a list, labels, or prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from amanat.core.reading import looks
from amanat.core.reading.fields import Field, read_fields
from amanat.core.reading.lines import Line
from amanat.core.reading.pieces import Piece, pieces
from amanat.core.reading.registers import sections
from amanat.core.reading.subject import Subject
from amanat.core.reading.taken_down import taken_down
from amanat.core.reading.titled import titled
from amanat.core.reading.zones import Block, Page, Zone


@dataclass
class PageLayout:
    """By where a paragraph begins: the field that it holds, and whom it is about."""

    fields: dict[int, list[Field]] = field(default_factory=dict)
    labels: frozenset[int] = frozenset()
    headings: dict[int, Subject] = field(default_factory=dict)
    demands: frozenset[int] = frozenset()
    """Items of lists of what is demanded."""
    about: dict[int, Subject] = field(default_factory=dict)
    """Whom a paragraph of a register is about, by the heading above it."""
    masthead: dict[int, tuple[int, int] | None] = field(default_factory=dict)
    """Paragraphs that say how a testimony was taken down, and where they describe the witness."""

    def pieces(self, page: Page, block: Block, start: int) -> list[Piece]:
        """What of a paragraph is parsed by itself, from ``start`` on; nothing of a label."""
        if block.zone is Zone.HEADLINE:
            return [Piece(start, block.end)]
        if block.start in self.labels:
            return []
        if block.start in self.masthead:
            described = self.masthead[block.start]
            return [Piece(*described, value=True, portrait=True)] if described is not None else []
        known = self.fields.get(block.start)
        if known is not None:
            ordered = sorted(known, key=lambda one: one.start)
            return [
                each for one in ordered for each in pieces(page.text, one.start, one.end, one, one.subject)
            ]
        found = pieces(page.text, start, block.end, None, self.about.get(block.start))
        return [replace(one, demanded=True) for one in found] if block.start in self.demands else found


def page_layout(page: Page, rows: tuple[int, ...] = ()) -> PageLayout:
    """The fields among the paragraphs of the page's body. ``rows``: where the rows of a table begin."""
    lines: list[Line] = []
    end = 0
    masthead = taken_down(page)
    for block in page.blocks:
        if block.zone is Zone.BODY and block.start not in masthead:
            gap = not lines or page.text.count("\n", end, block.start) > 1
            lines.append(Line(block.start, block.end, page.quote(block), gap))
        end = block.end
    found = read_fields(lines, rows, titled(page))
    about = sections(lines, found.headings) if found.register else {}
    demands = frozenset(_demands(lines))
    return PageLayout(
        {lines[number].start: one for number, one in found.fields.items()},
        frozenset(lines[number].start for number in found.labels),
        {lines[number].start: one for number, one in found.headings.items()},
        demands,
        {lines[number].start: one for number, one in about.items()},
        masthead,
    )


_DEMANDING = re.compile(
    r"(?:.{0,200}\b)?(?:demand\w*|call(?:s|ed|ing)? (?:on|upon|for)|urg(?:e|es|ed|ing)|recommend\w*|request(?:s|ed)?|"
    r"appeals? (?:to|for)|we ask|asks? (?:for|that|the)|take action|please (?:write|act|send|sign|call)|insists?|"
    r"must|should)\b.{0,160}[:：]|"
    r"(?:our |the |key |main )?(?:demands|recommendations|calls(?: to action)?|asks|appeal)[:：]?",
    re.I | re.S,
)


def _demands(lines: list[Line]) -> Iterator[int]:
    """Where each item of a list begins that follows a demand: "We call on the authorities to:"."""
    open_list = False
    for line in lines:
        if len(line.text) < 400 and _DEMANDING.fullmatch(line.text):
            open_list = True
        elif open_list and (looks.is_bullet(line.text) or re.match(r"to [a-z]|that |[a-z]", line.text)):
            yield line.start
        else:
            open_list = False
