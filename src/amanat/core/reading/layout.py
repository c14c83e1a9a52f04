"""The layout of a page: which of its paragraphs are fields of a record, entries of a list, labels, or prose."""

from __future__ import annotations

from dataclasses import dataclass, field

from amanat.core.reading.fields import Field, read_fields
from amanat.core.reading.lines import Line
from amanat.core.reading.pieces import Piece, pieces
from amanat.core.reading.subject import Subject
from amanat.core.reading.zones import Block, Page, Zone


@dataclass
class PageLayout:
    """By where a paragraph begins: the field that it holds, and whom it is about."""

    fields: dict[int, Field] = field(default_factory=dict)
    labels: frozenset[int] = frozenset()
    headings: dict[int, Subject] = field(default_factory=dict)

    def pieces(self, page: Page, block: Block, start: int) -> list[Piece]:
        """What of a paragraph is parsed by itself, from ``start`` on; nothing of a label."""
        if block.zone is Zone.HEADLINE:
            return [Piece(start, block.end)]
        if block.start in self.labels:
            return []
        known = self.fields.get(block.start)
        if known is not None:
            return pieces(page.text, known.start, known.end, known, known.subject)
        return pieces(page.text, start, block.end, None, None)


def page_layout(page: Page) -> PageLayout:
    """The fields among the paragraphs of the page's body."""
    lines = []
    end = 0
    for block in page.blocks:
        if block.zone is Zone.BODY:
            gap = page.text.count("\n", end, block.start) > 1
            lines.append(Line(block.start, block.end, page.quote(block), gap))
        end = block.end
    found = read_fields(lines)
    return PageLayout(
        {lines[number].start: one for number, one in found.fields.items()},
        frozenset(lines[number].start for number in found.labels),
        {lines[number].start: one for number, one in found.headings.items()},
    )
