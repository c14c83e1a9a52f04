"""Forums and walls of messages: who wrote, when, and what, post by post."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from lxml import html

from amanat.adapters.formats.html_lines import Line, lines_of
from amanat.adapters.formats.page_words import DATE

_POST = re.compile(
    r"(?:forum-?)?(post|message|msg|reply|tweet|status)(?:[-_]?(?:container|wrap|wrapper|item|row|box|block))?",
    re.I,
)
_AUTHOR = re.compile(r"(?:^|[-_ ])(?:author|user|username|poster|nick|member|from_name|by)(?:[-_ ]|$)", re.I)
_SIGNATURE = re.compile(r"(?:^|[-_ ])(?:sig|signature)(?:[-_ ]|$)", re.I)
_LEAST = 2
_MOST_OF_PAGE = 0.5
_LONGEST_STAMP = 60


def posts_of(tree: html.HtmlElement) -> list[list[str]]:
    """Each post's lines, the first one who wrote it and when; nothing where the page is no forum.

    Comments under an article are not looked for: they are not what the page is about.
    """
    groups: dict[str, list[html.HtmlElement]] = defaultdict(list)
    for element in tree.iter("div", "li", "article", "tr", "table", "section"):
        for token in (element.get("class") or "").split():
            if _POST.fullmatch(token) and not _stands_in(element, groups[token]):
                groups[token].append(element)
    page = _letters(tree) or 1
    for _, posts in sorted(groups.items(), key=lambda each: -sum(map(_letters, each[1]))):
        if len(posts) >= _LEAST and sum(map(_letters, posts)) > _MOST_OF_PAGE * page:
            return [told for post in posts if len(told := list(_told(post))) > 1]
    return []


def _stands_in(element: html.HtmlElement, others: list[html.HtmlElement]) -> bool:
    return bool(others) and others[-1] in element.iterancestors()


def _letters(element: html.HtmlElement) -> int:
    """Of what is text and not link."""
    whole = len("".join(element.text_content().split()))
    return whole - sum(
        len("".join(each.text_content().split())) for each in element.iter("a", "script", "style")
    )


def _told(post: html.HtmlElement) -> Iterator[str]:
    for signature in [each for each in post.iter() if _SIGNATURE.search(each.get("class") or "")]:
        if signature is not post and (holder := signature.getparent()) is not None:
            holder.remove(signature)
    about = next((each for each in post.iter() if each is not post and _is_author(each)), None)
    author = [line.text for line in lines_of(about)][:1] if about is not None else []
    of_author = {line.text for line in lines_of(about)} if about is not None else set()
    lines = lines_of(post)
    stamp = next((line.text for line in lines if _is_stamp(line)), "")
    yield ", ".join([*author, *([stamp] if stamp else [])])
    yield from (
        line.text for line in lines if not line.is_links and line.text != stamp and line.text not in of_author
    )


def _is_author(element: html.HtmlElement) -> bool:
    return isinstance(element.tag, str) and bool(_AUTHOR.search(element.get("class") or ""))


def _is_stamp(line: Line) -> bool:
    return len(line.text) < _LONGEST_STAMP and (line.time or bool(DATE.search(line.text)))
