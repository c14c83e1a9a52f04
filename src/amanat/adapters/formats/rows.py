"""Tables of notes as text: a row is a record, told in lines of "Header: value".

A table without headings gives its rows as they are, cells beside each other. Every record's first character
is marked with the row it comes from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

Row = tuple[int, list[str]]
"""Its number as a spreadsheet shows it, and its cells, with nothing but empty strings for empty ones."""

_LONGEST_HEADING = 60
_NUMBER = re.compile(r"[\d\s.,:/+%-]+")
_SENTENCE = re.compile(r"[.!?…。]$")
_SEARCHED = 20
"""Above the headings may stand a title and remarks, but no more rows than these."""


@dataclass
class Records:
    """The text as it grows, and its marks: offset and row."""

    blocks: list[str] = field(default_factory=list)
    marks: list[tuple[int, str]] = field(default_factory=list)
    length: int = 0

    def add(self, block: str, label: str) -> None:
        if self.blocks:
            self.length += 2
        self.marks.append((self.length, label))
        self.blocks.append(block)
        self.length += len(block)

    def text(self) -> str:
        return "\n\n".join(self.blocks) + "\n"


def add_table(records: Records, rows: Iterable[Row], sheet: str = "") -> None:
    """The rows of one table; ``sheet`` is put before their numbers, where there are several."""
    filled = [(number, cells) for number, cells in rows if any(cells)]
    head = _heading_at(filled)
    headings = filled[head][1] if head is not None else []
    for place, (number, cells) in enumerate(filled):
        if place == head:
            continue
        told = _record(cells, headings) if head is not None and place > head else _as_it_is(cells)
        records.add(told, f"{sheet} {number}".strip())


def is_heading(cells: Sequence[str]) -> bool:
    """Two cells or more, all short, none twice, and none a number, a date or a sentence."""
    filled = [each.strip() for each in cells if each.strip()]
    return (
        len(filled) > 1
        and len({each.casefold() for each in filled}) == len(filled)
        and not any(
            len(each) > _LONGEST_HEADING or _NUMBER.fullmatch(each) or _SENTENCE.search(each)
            for each in filled
        )
    )


def _heading_at(rows: Sequence[Row]) -> int | None:
    """The first row with more than one cell, if it reads like headings, and the rows below it are no wider."""
    for place, (_, cells) in enumerate(rows[:_SEARCHED]):
        filled = sum(bool(each) for each in cells)
        if filled > 1:
            below = rows[place + 1 :]
            wider = sum(sum(bool(each) for each in other) > filled for _, other in below)
            return place if below and is_heading(cells) and wider <= 0.2 * len(below) else None
    return None


def _record(cells: Sequence[str], headings: Sequence[str]) -> str:
    lines = []
    for place, cell in enumerate(cells):
        heading = headings[place].strip(" :：") if place < len(headings) else ""
        if cell:
            lines.append(f"{_one_line(heading)}: {_one_line(cell)}" if heading else _one_line(cell))
    return "\n".join(lines)


def _as_it_is(cells: Sequence[str]) -> str:
    return "\t".join(map(_one_line, cells)).strip()


def _one_line(cell: str) -> str:
    """A cell's own line breaks and tabs as spaces: in a record, a line is a cell."""
    return " ".join(cell.split())
