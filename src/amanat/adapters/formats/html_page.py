"""A web page as the text of a report: headline, header lines, body, and what it points to under "See also".

Which lines are the body is trafilatura's judgement; everything between and beside them in the same blocks
is kept too, so that no sentence of the body is lost. Scripts, styles, hidden and interactive parts,
navigation and footers are left out. Dates are the page's own visible words, never guessed.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping, Sequence
from typing import Any

from lxml import html
from trafilatura import extract

from amanat.adapters.formats.encoding import decoded, newlines, without_controls
from amanat.adapters.formats.html_boxes import drop_boxes
from amanat.adapters.formats.html_lines import Line, lines_of, parsed
from amanat.adapters.formats.html_pairs import spell_out
from amanat.adapters.formats.html_parts import Parts, letters_of
from amanat.adapters.formats.html_posts import posts_of
from amanat.adapters.formats.page_words import BYLINE, DATE, outlet_in_title
from amanat.adapters.sandbox.terms import RefusalError

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)

_PICTURES = re.compile(rb"data:[\w/+.;=-]{1,100},[A-Za-z0-9+/=%]{200,}")
_SCRIPTS = re.compile(rb"<(script|style)\b[^>]*>.*?</\1\s*>", re.I | re.S)
_MARKUP_PER_TEXT = 3
"""How much larger than the longest text a page may be: markup is of no use to anybody."""


def page(untrusted: bytes, options: Mapping[str, Any]) -> dict[str, Any]:
    """The report's text and what the page says of itself (``extracted.Extracted``). Raises RefusalError."""
    untrusted = _lean(untrusted, options.get("text_mb", 8))
    declared = _CHARSET.search(untrusted[:4096])
    read = decoded(untrusted, declared[1].decode("ascii") if declared else None)
    if read is None:
        raise RefusalError("encoding-unknown")
    try:
        tree = parsed(read.text)
    except ValueError:
        raise RefusalError("no-text") from None
    posts = posts_of(tree)
    drop_boxes(tree)
    spell_out(tree)
    lines = [_plain(line) for line in lines_of(tree)]
    if not lines:
        raise _without_text(tree)
    title = _first_text(tree.xpath("//head/title"))
    parts = Parts(lines, _titles(tree), "" if posts else _main_text(tree))
    said = {"encoding": read.encoding, "sure": read.sure, "replaced": read.replaced}
    if posts:
        return {**said, **_forum(posts, parts.headline, title)}
    return {
        **said,
        "text": parts.text(),
        "rows": parts.rows(),
        "hints": {
            "title": title,
            "headline": parts.headline,
            "byline": next((line.text for line in parts.header if BYLINE.fullmatch(line.text)), None),
            "site": _site(tree, title or "", parts.headline or ""),
            "dates": [line.text for line in parts.header if DATE.search(line.text) or line.time][:10],
            "related": [line.text for line in parts.related],
        },
    }


def _lean(untrusted: bytes, text_mb: int) -> bytes:
    """Large pages without the pictures and scripts written into them. Raises RefusalError if still too large."""
    if len(untrusted) <= text_mb * 2**20:
        return untrusted
    lean = _SCRIPTS.sub(b"", _PICTURES.sub(b"", untrusted))
    limit = _MARKUP_PER_TEXT * text_mb
    if len(lean) > limit * 2**20:
        raise RefusalError(
            "file-too-large",
            megabytes=len(lean) // 2**20,
            kind="a web page without its pictures and scripts",
            limit=limit,
            setting="AMANAT_MAX_TEXT_MB",
        )
    return lean


def _without_text(tree: html.HtmlElement) -> RefusalError:
    """A page made of frames names the pages where its words are."""
    frames = [str(each.get("src")) for each in tree.iter("frame", "iframe") if each.get("src")]
    return RefusalError("frames-only", frames=", ".join(frames)[:150]) if frames else RefusalError("no-text")


def _forum(posts: list[list[str]], headline: str | None, title: str | None) -> dict[str, Any]:
    """The thread's title, then each post under who wrote it and when."""
    blocks = [headline or "", *(line for post in posts for line in post)]
    text = without_controls("\n\n".join(block for block in blocks if block.strip()) + "\n")[0]
    return {"text": text, "hints": {"title": title, "headline": headline}}


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


def _site(tree: html.HtmlElement, title: str, headline: str) -> str | None:
    """Whose page it is; on old pages the title is the site's name, the same on every page."""
    named = _meta(tree, "og:site_name") or outlet_in_title(title, headline)
    old = headline in _large_type(tree, [title]) and len(title.split()) <= 4
    return named or (title if old and title else None)


def _titles(tree: html.HtmlElement) -> list[str]:
    """What the page calls itself, the most reliable first: its headings, then its metadata."""
    headings = [" ".join(each.text_content().split()) for each in tree.iter("h1")]
    named = [_meta(tree, "og:title"), _meta(tree, "twitter:title"), _first_text(tree.xpath("//head/title"))]
    stated = [each for each in named if each]
    if not headings:
        headings = _large_type(tree, stated)
    best = sorted(
        (each for each in headings if each), key=lambda each: -max(map(_likeness(each), stated), default=0)
    )
    return [*best, *stated]


def _large_type(tree: html.HtmlElement, stated: Sequence[str]) -> list[str]:
    """The headline of a page from before there were headings: the first large words that are not the site's."""
    large = [
        " ".join(each.text_content().split())
        for each in tree.iter("font")
        if re.fullmatch(r"\+\d|[4-7]", (each.get("size") or "").strip())
    ]
    return [each for each in large if len(each.split()) > 2 and not any(each in title for title in stated)][
        :1
    ]


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
    return letters_of(body or "")
