"""Posts on a page: whoever wrote a post tells everything in it, whether or not they say "I".

The head of a post is a line of its own: "Candelaria T., 17 July, 6:12", "Aster B. @aster_b · 5 March". A page that
is one thread names its author once, at the top.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from amanat.core.reading import looks, mastheads, posters
from amanat.core.reading.zones import Block, Page, Zone

_HANDLE = re.compile(r"(?<![\w.])@\w{2,30}")
_HOUR = re.compile(r"\b\d{1,2}[:.]\d\d\b")
_NAME = r"[A-ZÀ-Þ][\w'’.-]*(?: (?:[A-ZÀ-Þ][\w'’.-]*|al|bin|bint|de|del|la|van|von)){0,4}"
_HEAD = re.compile(rf"(?P<name>{_NAME})\s*(?:\(?@\w+\)?|,|·|\||[–—-]|\d|wrote|posted|shared|tweeted|$)")
_WROTE = re.compile(
    r"(?i:posted|written|shared|tweeted|posts?|thread|letter|message|blog) (?i:by|from)\s+"
    rf"(?P<name>{_NAME})"
    rf"|(?P<writer>{_NAME}) (?:wrote|posted|tweeted|shared)(?: (?:on|at|in)\b.{{2,50}})?:?$"
)
_SOCIAL = re.compile(
    r"\b(?:thread|retweets?|reposts?|likes|replies|shares?|comments?|reactions|facebook|twitter"
    r"|telegram)\b|🧵",
    re.I,
)


_PICTURES = frozenset({"So", "Sk", "Cf", "Mn", "Cs", "Co", "Cn"})
_AUDIENCE = re.compile(r"\b(?:public|friends|shared with|followers?|follow|edited|only me)\b|[·|•]", re.I)
_AT = re.compile(r"\b(?:at|um|kl)\b|\b\d{1,2}[:.]\d\d(?: ?[ap]m)?\b", re.I)
_TOP = 6
_LABEL = 120
_STAMP = 60
_REPOST = re.compile(
    rf"(?:[>»↪🔁]|RT|QT|Quote)\ufe0f?:?\s*(?P<name>{_NAME})?\s*\(?(?P<handle>@\w{{2,30}})?\)?[^:\n]{{0,30}}:\s"
)
_COMMENT = re.compile(rf"(?=[^:]* )(?P<name>{_NAME}):\s")


@dataclass(frozen=True, slots=True)
class Post:
    """``text[start:end]`` of the report is told by ``author``, a name as written."""

    start: int
    end: int
    author: str
    head: str = ""


def posts(page: Page) -> list[Post]:
    """Every post with its author, in the page's order; none on a page of another sort."""
    marked = any(_SOCIAL.search(page.quote(block)) for block in page.blocks if block.zone is not Zone.BODY)
    heads = [
        (block, author)
        for block in page.blocks
        if (author := _author(page.quote(block), marked=marked)) is not None
    ]
    found = [
        (block.start + length, block.start, author, page.quote(block)[:length])
        for block, author, length in ((one.block, one.author, one.length) for one in posters.heads(page))
    ]
    known = [(block.end, block.start, author, page.quote(block)) for block, author in heads]
    whole = list(_between(known if len(known) >= len(found) else found, page))
    author = _thread(page) or posters.poster(page) if not whole or whole[0].start > _begin(page) else None
    body = page.of(Zone.BODY)
    if author is not None and body:
        end = min((one.start - len(one.head) for one in whole), default=len(page.text))
        whole = [Post(body[0].start, end, author), *_resumed(whole, author, page)]
    elif len(whole) > 1 and all(one.author != whole[0].author for one in whole[1:]):
        whole = [whole[0], *_resumed(whole[1:], whole[0].author, page)]
    return [*whole, *_inside(page)] if whole else []


def _begin(page: Page) -> int:
    """Where the first post may begin: below what stands above the report."""
    above = [block.end for block in page.blocks[:_TOP] if block.zone is not Zone.BODY]
    return max(above, default=0) + _LABEL


def _between(heads: list[tuple[int, int, str, str]], page: Page) -> Iterator[Post]:
    """A post for each head, up to the next: where it begins, where its head does, author and head."""
    ends = [*(start for _, start, _, _ in heads[1:]), len(page.text)][: len(heads)]
    for (begin, _, author, head), end in zip(heads, ends, strict=True):
        yield Post(begin, end, author, head)


def _resumed(others: list[Post], author: str, page: Page) -> Iterator[Post]:
    """The posts with heads of their own among a thread's, each up to where the thread's numbers go on."""
    for post in others:
        own = next(
            (
                one.start
                for one in page.of(Zone.BODY)
                if post.start < one.start < post.end and posters.is_counted(page.quote(one))
            ),
            post.end,
        )
        yield Post(post.start, own, post.author, post.head)
        if own < post.end:
            yield Post(own, post.end, author)


def _inside(page: Page) -> list[Post]:
    """Others' words in a post or below it: "> Omid R. @omidr: They also took …", "Bek T.: same with my nephew"."""
    found: list[Post] = []
    last = True
    for block in reversed(page.blocks):
        line = page.quote(block)
        quoted = _REPOST.match(line)
        comment = _COMMENT.match(line) if last and block.zone is Zone.BODY else None
        last = last and (block.zone is not Zone.BODY or comment is not None)
        name = quoted["name"] or quoted["handle"] if quoted else comment["name"] if comment else None
        if name and not _is_other(name):
            found.append(Post(block.start, block.end, name.strip(" .") if quoted else name))
    return found


def is_social(page: Page) -> bool:
    """Whether the page is one of posts: it says so, or stands under somebody's handle."""
    around = [page.quote(block) for block in page.blocks if block.zone is not Zone.BODY]
    return any(_SOCIAL.search(line) or looks.is_handle_line(line) for line in around)


def _author(line: str, *, marked: bool) -> str | None:
    """The name in a line that heads a post: with a handle, an hour, or on a page of posts; a name and a date alone
    may be an article's byline, or one of a list of the dead."""
    handled = looks.is_handle_line(line)
    head = handled or (looks.is_post_head(line) and (marked or _HOUR.search(line)))
    found = _HEAD.match(_plain(line)) if head else None
    name = found["name"].strip(" .") if found else None
    return name if name and " " in name and not _is_other(name) else None


def _thread(page: Page) -> str | None:
    """Whose thread or post the whole page is: a name above a handle, or after "posted by"."""
    top = page.blocks[:5]
    marked = any(_SOCIAL.search(page.quote(block)) for block in page.blocks if block.zone is not Zone.BODY)
    for block in top:
        line = page.quote(block)
        said = _WROTE.search(line) if len(line) < 140 and block.zone is not Zone.BODY else None
        name = (said["name"] or said["writer"]) if said else None
        if name and marked and not _is_other(name):
            return str(name)
    if (name := _headed(page, marked=marked)) is not None:
        return name
    handled = any(_HANDLE.search(page.quote(block)) and len(page.quote(block)) < 80 for block in top)
    return _first_name(page, top) if handled else None


def _plain(line: str) -> str:
    """The line without the hearts, birds and flags that people set behind their names."""
    kept = (letter for letter in line if unicodedata.category(letter) not in _PICTURES)
    return " ".join("".join(kept).split())


def _headed(page: Page, *, marked: bool) -> str | None:
    """A name alone on a line, and below it when the post was written: "14 May at 22:10 · Public"."""
    for above, below in pairwise(page.blocks[:_TOP]):
        name = _plain(page.quote(above))
        stamp = _AUDIENCE.sub(" ", _plain(page.quote(below)))
        placed = "·" in page.quote(below) and len(stamp) < _STAMP and looks.full_date(stamp)
        dated = placed or looks.is_date_line(_AT.sub(" ", stamp))
        if not marked and not (placed and posters.are_posts(page)):
            continue
        if dated and " " in name and re.fullmatch(_NAME, name) and not _is_other(name):
            return name
    return None


def _first_name(page: Page, top: tuple[Block, ...]) -> str | None:
    for block in top:
        line = _plain(_HANDLE.sub("", page.quote(block))).strip(" ()·|")
        if block.zone is not Zone.BODY and re.fullmatch(_NAME, line) and " " in line and not _is_other(line):
            return line
    return None


def _is_other(name: str) -> bool:
    """A body or a place that heads posts of its own speaks as the outlet."""
    return mastheads.is_outlet_name(name) or mastheads.is_known_place(name)
