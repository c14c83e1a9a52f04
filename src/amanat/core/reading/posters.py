"""Whose posts a page holds: the name or handle that stands before every post, or once above them all.

"Saule Tokay (@saule_t) · 3 May", "[1/4] Saule Tokay — 21:14", "@saule_t: …", "Account: Saule Tokay (@saule_t)",
"Facebook posts of Saule Tokay". A display name is taken before a handle, and for a handle alone the name that the posts
themselves give: "I am Saule Tokay".
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from amanat.core.reading import looks, mastheads
from amanat.core.reading.self_naming import named_above
from amanat.core.reading.zones import Block, Page, Zone

_HANDLE = re.compile(r"(?<![\w.])@\w[\w.]{1,29}(?<!\.)")
_WORD = r"(?:[A-ZÀ-ÞĀ-ŽА-ЯΑ-ΩƠƯ][\w'’.-]*)"
_SMALL = r"(?:(?:al|el|bin|bint|ibn|de|del|de la|da|dos|van|von|ould|abu|umm)[ -])"
_NAME = rf"{_WORD}(?: {_SMALL}?{_WORD}){{0,4}}"
_NET = (
    r"(?:X|Twitter|Facebook|Telegram|Instagram|TikTok|Weibo|WeChat|VK|VKontakte|YouTube|WhatsApp|Threads|Mastodon"
    r"|Bluesky|social media)"
)
_POSTS = r"(?:thread|posts?|tweets?|account|page|profile|timeline|feed|channel|wall|status(?: updates?)?|story|stories)"
_AUTHORS = tuple(
    re.compile(form)
    for form in (
        r"(?:^|[.;|·]\s*)(?i:(?:original )?(?:account(?: holder| name)?|author|poster|posted by|display name"
        rf"|user(?: ?name)?|profile(?: name)?|posts? by|thread by))\s*[:：]\s*(?P<name>{_NAME})",
        rf"\b(?i:{_POSTS})(?: (?i:on|from) (?:the )?{_NET})?(?: (?i:page|account|channel))?"
        rf" (?i:of|by|from) (?!the )(?P<name>{_NAME})",
        rf"\b(?i:{_POSTS}) (?i:of|by|from) @[\w.]+ \((?P<name>{_NAME})\)",
        rf"^(?!{_NET} )(?P<name>{_NAME})['’]s? (?:{_NET} )?(?i:{_POSTS})\b",
        rf"^(?P<name>{_NAME}),? (?:on|via) (?:[Hh]er |[Hh]is |the )?{_NET}\b",
        rf"^(?!{_NET} )(?P<name>{_NAME}) (?:wrote|posted|writes|shared|published)\b[^.]*:?$",
    )
)
_MARKED = re.compile(
    r"(?i:\b(?:thread|tweets?|retweets?|reposts?|posts?|posted by|poster|handle|unrolled|page|wall|account"
    rf"|replies|likes|followers|{_NET[3:-1]})\b)|🧵"
)
_COUNT = re.compile(
    r"[\[(]?(?:(?:tweet|post|part|message|thread)\s*)?(?:no\.?|#|№)?\s*\d{1,3}\s*(?:/|of|out of)\s*\d{0,3}\s*[\])]?"
    r"[:.]?"
    r"|^\s*(?:[\[(]?\d{1,3}[\]).:]|#\d{1,3})\s|\b(?:tweet|post|message|part)\s+(?:no\.?\s*)?\d{1,3}\b",
    re.I,
)
_TIME = re.compile(
    r"\b\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?\b"
    r"|\b\d{1,3}\s?(?:s|m|h|d|w|min|mins|hrs?|hours?|days?|weeks?)\b(?: ago)?"
    r"|\b(?:wrote|posted|tweeted|shared|writes|at|on|utc|gmt|public|friends|edited|follow|verified|pinned|via"
    rf"|{_NET[3:-1]})\b",
    re.I,
)
_EDGES = " \t,;:·•|()[]<>–—-/*\"'“”"
_AGAIN = re.compile(r"[>»↪🔁]|(?:RT|QT|Quote|Re-?post(?:ed)?)\b")
_INITIAL = re.compile(r"(?:^|[ .])[A-ZÀ-Þ]\.$")
_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")
_TAG = re.compile(r"#\w+")
_STOPS = (": ", " | ", " — ", " – ", " - ", "\n", ") ")
_PICTURES = frozenset({"So", "Sk", "Cf", "Mn", "Cs", "Co", "Cn"})
_TO = re.compile(
    r"\b(?:repl(?:y|ies|ying|ied)|respon\w+|answer\w*|mentions?|to|cc|rt|the|and|of|with|by|from|about)\b",
    re.I,
)
_LONGEST = 110
_TOP = 6

"""How many lines at the top of a page may say whose posts they are."""


@dataclass(frozen=True, slots=True)
class Head:
    """The first ``length`` characters of a block say that ``author`` wrote what follows, and perhaps when."""

    block: Block
    author: str
    length: int


def heads(page: Page) -> list[Head]:
    """What stands before each of several posts; none where no author comes twice, or is known by a handle."""
    found = [
        (block, *read)
        for block in page.blocks
        if not _AGAIN.match(page.quote(block)) and (read := _head(page.quote(block))) is not None
    ]
    often = Counter(name or handle for _, name, handle, _ in found)
    names = {handle: name for _, name, handle, _ in reversed(found) if name and handle}
    for (above, name, none, _), (below, unnamed, handle, _) in pairwise(found):
        if (
            name
            and handle
            and not none
            and not unnamed
            and "\n" not in page.text[above.end : below.start].strip(" ")[1:]
        ):
            names.setdefault(handle, name)
    marked = bool(names) or any(handle for _, _, handle, _ in found)
    kept: list[Head] = []
    for block, name, handle, length in found:
        whole = length >= block.end - block.start
        known = handle or often[name or handle] > 1
        dated = looks.undated(page.quote(block)[:length]) != page.quote(block)[:length]
        sole = often[name] * 4 >= 3 * len(page.of(Zone.BODY)) and not whole
        if (
            not known
            or (not handle and not (marked or dated or sole))
            or (whole and block.zone is Zone.HEADLINE)
        ):
            continue
        kept.append(Head(block, name or names.get(handle) or handle, length))
    if len(kept) < 2 and not any(one.length < one.block.end - one.block.start for one in kept):
        return []
    return [_named(one, page, often) for one in kept]


def _named(head: Head, page: Page, often: Counter[str]) -> Head:
    """The most frequent handle without a name has the one that the page gives it."""
    if not head.author.startswith("@") or often[head.author] < max(often.values()):
        return head
    own = _displayed(page) or _by_itself(page)
    return Head(head.block, own, head.length) if own else head


def is_counted(text: str) -> bool:
    """Whether a paragraph begins or ends with its number among the posts: "3/7 …", "… (3/7)"."""
    return bool(_COUNT.match(text) or _COUNT.search(text[-8:]))


def poster(page: Page) -> str | None:
    """Whose posts the whole page holds, by the lines at its top; None for a page of another sort."""
    top = [page.quote(block) for block in page.blocks[:_TOP] if len(page.quote(block)) < 200]
    handled = any(_HANDLE.search(line) for line in top)
    if not (handled or any(_MARKED.search(line) for line in top)) or not are_posts(page):
        return None
    name = _displayed(page)
    if name is not None:
        return name
    for above, line in zip(["", *top], top, strict=False):
        read = _head(line, whole=True)
        if read is not None and read[1]:
            over = _plain(re.split(r"\s[|·–—]\s", above)[0]).strip(_EDGES)
            named = re.fullmatch(_NAME, over) is not None and not _is_other(over)
            own = read[0] or (over if named else None) or _by_itself(page)
            # A body's name above its handle is the outlet, and no poster's.
            return own or (None if _is_of_a_body(over) else read[1])
    handles = [found.group() for line in top for found in _HANDLE.finditer(line)]
    return (_by_itself(page) or handles[0]) if handles and _HANDLE.match(top[0].strip(_EDGES)) else None


def _is_of_a_body(line: str) -> bool:
    """ "Families of the Missing, Kech", "Radio Dala": capitals throughout, and nobody's name."""
    long = [word for word in re.findall(r"[^\W\d_]+", line) if len(word) > 3]
    return _is_other(line) or (
        len(long) > 1 and all(word[0].isupper() for word in long) and not _MARKED.search(line)
    )


def are_posts(page: Page) -> bool:
    """Whether the paragraphs are somebody's posts: numbers or hashtags among them, or an "I" outside quotations in
    every fourth of them."""
    body = [page.quote(block) for block in page.of(Zone.BODY)]
    counted = sum(map(is_counted, body))
    tagged = sum(bool(_TAG.search(text)) for text in body)
    own = sum(bool(re.search(r"\b(?:I|[Mm]y|[Ww]e|[Oo]ur)\b", _QUOTED.sub("", text))) for text in body)
    return counted > 1 or tagged > 0 or own * 4 >= len(body) > 0


def _displayed(page: Page) -> str | None:
    """The name in a line at the top that says whose posts these are."""
    for block in page.blocks[:_TOP]:
        line = _plain(page.quote(block))
        if len(line) > 200 or (looks.is_prose(line) and len(line) > 140):
            continue
        for found in (each for form in _AUTHORS if (each := form.search(line)) is not None):
            name = found["name"].strip(" ,")
            if name and not _is_other(name) and not re.fullmatch(_NET, name):
                return name if _INITIAL.search(name) else name.rstrip(".")
    return None


def _by_itself(page: Page) -> str | None:
    """What whoever says "I" calls themselves."""
    given = next(iter(named_above(page, 0)), None)
    return given.name.strip(" ,.") if given is not None else None


def _head(text: str, *, whole: bool = False) -> tuple[str, str, int] | None:
    """Name, handle and length of what stands before a post; of a line that is nothing else all of it."""
    if len(text) <= _LONGEST and (alone := _author(text)) is not None and (alone[1] or not whole):
        return (*alone, len(text))
    ends = sorted({at + len(stop) for stop in _STOPS for at in _all(text[:_LONGEST], stop)}, reverse=True)
    for end in () if whole else ends:
        if text[end:].strip() and (found := _author(text[:end])) is not None:
            return (*found, end)
    return None


def _all(text: str, stop: str) -> Iterator[int]:
    at = text.find(stop)
    while at >= 0:
        yield at
        at = text.find(stop, at + 1)


def _author(head: str) -> tuple[str, str] | None:
    """Name and handle, where the words are nothing but these, a number, a date and a time."""
    handles = _HANDLE.findall(head)
    if len(handles) > 1 or looks.is_byline(head):
        return None
    left = _TIME.sub(" ", looks.undated(_COUNT.sub(" ", _HANDLE.sub(" | ", _TAG.sub(" ", _plain(head))))))
    parts = [part.strip(_EDGES) for part in re.split(r"\s[|·–—]\s|[|·()]", left)]
    parts = [part for part in parts if part.strip(_EDGES + "0123456789")]
    handle = handles[0] if handles else ""
    if not parts:
        return ("", handle) if handle else None
    name = parts[0].strip(" ,:")
    shaped = re.fullmatch(_NAME, name) or (handle and re.fullmatch(r"\w[\w'’.-]*(?: \w[\w'’.-]*){0,3}", name))
    if (
        not shaped
        or _TO.search(name)
        or (len(parts) > 1 and not handle)
        or any(len(one) > 30 for one in parts)
    ):
        return None
    if _is_other(name) or (not handle and " " not in name):
        return None
    return (name if _INITIAL.search(name) else name.rstrip(".")), handle


def _plain(line: str) -> str:
    """The line without the hearts, birds and flags that people set beside their names."""
    return "".join(letter for letter in line if unicodedata.category(letter) not in _PICTURES).strip()


def _is_other(name: str) -> bool:
    """A body or a place that posts speaks as the outlet."""
    return mastheads.is_outlet_name(name) or mastheads.is_known_place(name)
