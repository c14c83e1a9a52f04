"""A web page as the lines a reader sees, each with its place in the page and what of it is linked."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree, html

_UNSEEN = frozenset(
    """script style noscript noframes template head iframe object embed canvas audio video svg math
    select button textarea input dialog datalist""".split()
)
_BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary
    table tbody td tfoot th thead tr ul""".split()
)
ROW = "data-record"
"""The attribute by which ``html_pairs`` marks where a row of a table begins, and where the table is over."""
_AROUND = frozenset(("nav", "footer", "aside"))
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_SPACES = re.compile(r"[ \t\n\r\f\xa0]+")
_RUNS = re.compile(" {2,}")
_CELLS = re.compile(r"[ \t]*\t[ \t]*")


@dataclass(slots=True)
class Line:
    """One line of the page.

    ``linked`` counts its characters inside links; ``parent`` identifies its block's parent.
    """

    text: str
    block: str
    parent: int
    linked: int
    around: bool
    """Inside navigation, footer or a box beside the text."""
    time: bool
    """Holds a <time> element."""
    row: bool = False
    """Begins a row of a table of records, or follows the last one."""

    @property
    def is_links(self) -> bool:
        return self.linked > 0.6 * len(self.text)


@dataclass(slots=True)
class _Walk:
    lines: list[Line] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    time: bool = False
    blocks: list[tuple[str, int]] = field(default_factory=lambda: [("body", 0), ("body", 0)])
    opened: int = 0
    """Blocks opened so far: their numbers, because lxml's elements have no lasting identity of their own."""
    links: int = 0
    around: int = 0
    verbatim: int = 0
    row: bool = False

    def say(self, text: str | None) -> None:
        if not text:
            return
        for number, line in enumerate(text.split("\n") if self.verbatim else [text]):
            if number:
                self.end_line()
            said = _SPACES.sub(" ", line)
            self.pieces.append(said)
            self.linked += len(said.strip()) if self.links else 0

    def open(self, tag: str) -> None:
        self.opened += 1
        self.blocks.append((tag, self.opened))

    def end_line(self) -> None:
        text = _CELLS.sub("\t", _RUNS.sub(" ", "".join(self.pieces))).strip()
        if text:
            block, parent = self.blocks[-1][0], self.blocks[-2][1]
            self.lines.append(Line(text, block, parent, self.linked, self.around > 0, self.time, self.row))
            self.row = False
        self.pieces.clear()
        self.linked, self.time = 0, False


def parsed(untrusted_page: str) -> html.HtmlElement:
    """The page's tree.

    No network, no document type, no entities beyond HTML's own. Raises ValueError if empty.
    """
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        tree = html.document_fromstring(untrusted_page.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError as fault:
        raise ValueError("no element in the page") from fault
    except etree.XMLSyntaxError as fault:
        if "ERR_NO_MEMORY" in str(fault.error_log):
            raise MemoryError from fault
        raise ValueError("no markup in the page") from fault
    return tree


def lines_of(tree: html.HtmlElement) -> list[Line]:
    """The visible lines in the page's order; cells of one row without blocks of their own share a line, by
    tabs.
    """
    walk = _Walk()
    events = etree.iterwalk(tree, events=("start", "end"))
    for event, element in events:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "end":
            _leave(walk, element, tag)
        elif tag in _UNSEEN or _is_hidden(element):
            events.skip_subtree()
            walk.verbatim += tag == "pre"
            _balance(walk, tag)
        else:
            _enter(walk, element, tag)
    walk.end_line()
    return walk.lines


def _balance(walk: _Walk, tag: str) -> None:
    """What leaving a skipped element will take back."""
    walk.links += tag == "a"
    walk.around += tag in _AROUND
    if tag in _BLOCKS:
        walk.end_line()
        walk.open(tag)


def _enter(walk: _Walk, element: html.HtmlElement, tag: str) -> None:
    if tag in _BLOCKS:
        if tag not in ("td", "th"):
            walk.end_line()
        walk.open(tag)
    elif tag == "br":
        walk.end_line()
    walk.links += tag == "a"
    walk.around += tag in _AROUND
    walk.verbatim += tag == "pre"
    walk.time = walk.time or tag == "time"
    walk.row = walk.row or element.get(ROW) is not None
    walk.say(element.text)


def _leave(walk: _Walk, element: html.HtmlElement, tag: str) -> None:
    if tag in ("td", "th"):
        walk.blocks.pop()
        if walk.pieces:
            walk.pieces.append("\t")
    elif tag in _BLOCKS:
        walk.end_line()
        walk.blocks.pop()
    walk.links -= tag == "a"
    walk.around -= tag in _AROUND
    walk.verbatim -= tag == "pre"
    walk.say(element.tail)


def _is_hidden(element: html.HtmlElement) -> bool:
    hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    return hidden or bool(_HIDDEN_STYLE.search(element.get("style") or ""))
