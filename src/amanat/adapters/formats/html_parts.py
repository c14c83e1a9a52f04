"""The lines of a page sorted into headline, header lines, body, related items and imprint; the rest is
furniture.
"""

from __future__ import annotations

from collections.abc import Iterator

from amanat.adapters.formats.html_lines import Line
from amanat.adapters.formats.page_words import BYLINE, DATE, IMPRINT, RELATED_HEADING

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LONG = 60
_MOST_RELATED = 60
_NEAR = 8
"""How many lines above the headline may still be its header."""
_HEADER_WIDTH = 120


def letters_of(text: str) -> str:
    return "".join(each for each in text.casefold() if each.isalnum())


class Parts:
    """The page's lines, sorted into headline, header, body and related items; the rest is furniture."""

    def __init__(self, lines: list[Line], titles: list[str], main: str) -> None:
        self._lines = lines
        related = dict(_related_lists(lines))
        at = _headline_at(lines, titles)
        rest = [
            number
            for number in range(0 if at is None else at + 1, len(lines))
            if number not in related and not lines[number].is_links
        ]
        body = _body(lines, rest, main)
        header = _header(lines, at, min(body, default=len(lines)))
        header = [number for number in header if number not in related]
        self.headline = lines[at].text if at is not None else (titles[0] if titles else None)
        self.header = [lines[number] for number in header]
        self.body = [lines[number] for number in sorted(body - set(header))]
        self.related = [lines[number] for number in sorted(related) if related[number]]
        last = max((*body, *related), default=0)
        self.imprint = [
            line for line in lines[last + 1 :] if len(line.text) < 160 and IMPRINT.match(line.text)
        ]

    def text(self) -> str:
        """Blocks separated by an empty line; related items one to a line under "See also"; the imprint
        last.
        """
        blocks = [self.headline or "", *(line.text for line in [*self.header, *self.body])]
        if self.related:
            blocks.append("\n".join(["See also", *(line.text for line in self.related)]))
        blocks += [line.text for line in self.imprint]
        return "\n\n".join(block for block in blocks if block.strip()) + "\n"

    def rows(self) -> list[int]:
        """The offsets in ``text`` where rows of tables begin."""
        found = []
        at = len(self.headline) + 2 if self.headline else 0
        for line in [*self.header, *self.body]:
            if line.row:
                found.append(at)
            at += len(line.text) + 2
        return found


def _related_lists(lines: list[Line]) -> Iterator[tuple[int, bool]]:
    """Lines that belong to a list of related items; False for its heading, which is not an item."""
    left = 0
    for number, line in enumerate(lines):
        listed = line.is_links or line.block == "li" or (len(line.text) < 40 and DATE.search(line.text))
        following = lines[number + 1 : number + 3]
        if len(line.text) < 70 and RELATED_HEADING.fullmatch(line.text.strip(" :：")):
            left = _MOST_RELATED if any(each.is_links or each.block == "li" for each in following) else 0
            if left:
                yield number, False
        elif left and listed:
            left -= 1
            yield number, True
        else:
            left = 0


def _headline_at(lines: list[Line], titles: list[str]) -> int | None:
    """The line that shows one of the page's titles; a heading rather than the same words in a path of
    links.
    """
    for title in titles:
        bare = letters_of(title)
        for number in sorted(range(len(lines)), key=lambda each: (lines[each].block not in _HEADINGS, each)):
            line = lines[number]
            shown = letters_of(line.text) if len(line.text) < 400 else ""
            if shown and (
                shown == bare or (len(shown) > 20 and bare.startswith(shown) and line.block in _HEADINGS)
            ):
                return number
    return None


def _body(lines: list[Line], rest: list[int], main: str) -> set[int]:
    """Numbers of the body's lines: trafilatura's, what shares their block, and what stands between them."""
    chosen = {number for number in rest if _in(main, lines[number].text)}
    if not chosen:
        chosen = {number for number in rest if not lines[number].around}
    sure = {number for number in chosen if len(lines[number].text) >= _LONG} or chosen
    parents = {lines[number].parent for number in sure if lines[number].block not in ("li", "td", "th")}
    first, last = min(sure, default=0), max(sure, default=-1)
    return {
        number
        for number in rest
        if number in sure
        or (
            number > first
            and (number in chosen or lines[number].parent in parents)
            and _is_prose(lines[number])
        )
        or (first < number < last and not lines[number].around)
    }


def _is_prose(line: Line) -> bool:
    return line.block in ("p", "blockquote", "li", "td", "dd", "dt", "pre", "div", "article", "section")


def _header(lines: list[Line], at: int | None, first: int) -> list[int]:
    """Lines between headline and body that are not links; above the headline its neighbours, and dates
    nearby.
    """
    if at is None:
        return [number for number in range(max(0, first - _NEAR), first) if not lines[number].is_links]
    above = [
        number
        for number in range(max(0, at - _NEAR), at)
        if len(lines[number].text) < _HEADER_WIDTH
        and not lines[number].is_links
        and not lines[number].around
        and (lines[number].parent == lines[at].parent or DATE.search(lines[number].text))
    ]
    below = [
        number
        for number in range(at + 1, first)
        if not lines[number].around
        and (not lines[number].is_links or BYLINE.fullmatch(lines[number].text) or lines[number].time)
    ]
    return above + below


def _in(main: str, line: str) -> bool:
    bare = letters_of(line)
    return bool(bare) and bare in main
