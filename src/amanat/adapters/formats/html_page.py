"""A web page as the text of a report: headline, header lines, body, and what it points to under "See also".

Which lines are the body is trafilatura's judgement; everything between and beside them in the same blocks
is kept too, so that no sentence of the body is lost. Scripts, styles, hidden and interactive parts,
navigation and footers are left out. Dates are the page's own visible words, never guessed.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lxml import html
from trafilatura import extract

from amanat.adapters.formats.encoding import decoded, newlines, without_controls
from amanat.adapters.formats.html_lines import Line, lines_of, parsed
from amanat.adapters.formats.page_words import (
    BYLINE,
    DATE,
    IMPRINT,
    RELATED_HEADING,
    outlet_in_title,
)
from amanat.adapters.sandbox.terms import RefusalError

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LONG = 60
_MOST_RELATED = 60
_NEAR = 8
"""How many lines above the headline may still be its header."""
_HEADER_WIDTH = 120


def page(untrusted: bytes, options: Mapping[str, Any]) -> dict[str, Any]:
    """The report's text and what the page says of itself (``extracted.Extracted``). Raises RefusalError."""
    declared = _CHARSET.search(untrusted[:4096])
    read = decoded(untrusted, declared[1].decode("ascii") if declared else None)
    if read is None:
        raise RefusalError("encoding-unknown")
    try:
        tree = parsed(read.text)
    except ValueError:
        raise RefusalError("no-text") from None
    lines = [_plain(line) for line in lines_of(tree)]
    if not lines:
        raise RefusalError("no-text")
    title = _first_text(tree.xpath("//head/title"))
    parts = _Parts(lines, _titles(tree), _main_text(tree))
    return {
        "text": parts.text(),
        "encoding": read.encoding,
        "sure": read.sure,
        "replaced": read.replaced,
        "hints": {
            "title": title,
            "headline": parts.headline,
            "byline": next((line.text for line in parts.header if BYLINE.fullmatch(line.text)), None),
            "site": _meta(tree, "og:site_name") or outlet_in_title(title or "", parts.headline or ""),
            "dates": [line.text for line in parts.header if DATE.search(line.text) or line.time][:10],
            "related": [line.text for line in parts.related],
        },
    }


_SAMPLE = (
    "<html><head><title>A page</title></head><body><article><h1>A page</h1><p>By Nobody, 1 January 2000</p>"
    + "<p>A paragraph as long as paragraphs are, with two sentences. This one is the second, said “so”.</p>"
    * 5
    + "</article><h3>See also</h3><ul><li><a href='/'>Another page</a></li></ul></body></html>"
)


def warm_up() -> None:
    """Read a page of our own: trafilatura and the patterns are then ready in every child."""
    page(_SAMPLE.encode("utf-8"), {})
    page(_SAMPLE.encode("cp1252"), {})


def _plain(line: Line) -> Line:
    line.text = without_controls(newlines(line.text))[0].replace("\n", " ")
    return line


def _titles(tree: html.HtmlElement) -> list[str]:
    """What the page calls itself, the most reliable first: its headings, then its metadata."""
    headings = [" ".join(each.text_content().split()) for each in tree.iter("h1")]
    named = [_meta(tree, "og:title"), _meta(tree, "twitter:title"), _first_text(tree.xpath("//head/title"))]
    stated = [each for each in named if each]
    best = sorted(
        (each for each in headings if each), key=lambda each: -max(map(_likeness(each), stated), default=0)
    )
    return [*best, *stated]


def _likeness(heading: str) -> Any:
    words = set(heading.casefold().split())
    return lambda title: len(words & set(title.casefold().split())) / max(1, len(words))


def _meta(tree: html.HtmlElement, name: str) -> str | None:
    for each in tree.iter("meta"):
        if name in (each.get("property"), each.get("name")) and (each.get("content") or "").strip():
            return " ".join(str(each.get("content")).split())
    return None


def _first_text(found: Sequence[Any]) -> str | None:
    text = " ".join(found[0].text_content().split()) if found else ""
    return text or None


def _main_text(tree: html.HtmlElement) -> str:
    """trafilatura's body of the page as one run of words; metadata and dates are not asked for."""
    body = extract(
        copy.deepcopy(tree), fast=True, favor_recall=True, include_comments=False, include_tables=True
    )
    return _bare(body or "")


def _bare(text: str) -> str:
    return "".join(each for each in text.casefold() if each.isalnum())


class _Parts:
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
        bare = _bare(title)
        for number in sorted(range(len(lines)), key=lambda each: (lines[each].block not in _HEADINGS, each)):
            line = lines[number]
            shown = _bare(line.text) if len(line.text) < 400 else ""
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
    bare = _bare(line)
    return bool(bare) and bare in main
