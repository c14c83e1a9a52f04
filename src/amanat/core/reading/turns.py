"""Who speaks which paragraph of a conversation: "Q." and "A.", "INTERVIEWER:", names, or one's rank.

A transcript labels its turns. The one who asks is known by the label ("Question (Pacific Wire):"), or as the one
whose turns end in question marks; whoever answers is the witness, a person named, or "the cadre".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from string import ascii_lowercase

from amanat.core.reading.wordlists import words
from amanat.core.reading.zones import Block, Page, Zone

_LETTER = re.compile(r"(?P<label>[QA])\s?(?P<number>\d{0,3})\s*[.:)–—-]\s*(?=\S)")
_LABEL = re.compile(
    r"[—–-]?\s?(?P<label>[QA]\d{1,3}|[A-ZÀ-Þ][\w. '’-]{0,40}?)"
    r"(?:,\s*(?P<aside>[^:.]{0,70})|\s*[(\[](?P<bracket>[^()\[\]]{0,60})[)\]]|\s*[\"“«][^\"”»]{2,50}[\"”»])?\s*:\s+(?=\S)"
)


_INNER = re.compile(
    r"(?<!\bMR\.)(?<!\bMS\.)(?<!\bDR\.)(?<!\bMRS\.)(?<!\bM[rs]\.)(?<!\bDr\.)(?<!\bMrs\.)"
    r"(?<=[.?!…:\"”’)\]])\s+(?=(?P<label>[QA]\d{0,3}[.:]\s|[A-ZÀ-Þ][\w. '’-]{0,40}:\s)\S)"
)
"""A label after the end of a sentence: "… five years. Q. And then?"."""
_NUMBER = re.compile(r"[(\[]?(?P<number>\d{1,3})(?:[.)\]]|/\d{0,3})\s+(?=\S)")
_ITEM = re.compile(r"\(?(?P<mark>[a-z]|[ivx]{1,5})\)\s+(?=\S)")
_ITEM_MARKS = (
    tuple(ascii_lowercase),
    ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"),
)


@dataclass(frozen=True, slots=True)
class Turn:
    """One paragraph's label, as written, and how many characters it takes; ``aside`` what the label says of the
    speaker; ``generic`` where it says no more than that somebody answers."""

    label: str
    length: int
    asks: bool
    generic: bool
    aside: str | None = None


def by_turn(page: Page) -> Page:
    """The page with a block for each turn, where several of a conversation stand in one paragraph: a label inside it
    is one that also begins paragraphs, or that comes more than once in capitals."""
    body = {block.start: page.quote(block) for block in page.of(Zone.BODY)}
    begin = Counter(_family(found.label) for text in body.values() if (found := _label(text)) is not None)
    inner = Counter(_inner(match) for text in body.values() for match in _INNER.finditer(text))
    shouted = {
        _inner(match) for text in body.values() for match in _INNER.finditer(text) if match["label"].isupper()
    }
    known = {
        label
        for label in inner
        if (begin[label] and begin[label] + inner[label] > 1) or (label in shouted and inner[label] > 1)
    }  # fmt: skip
    known |= {label for label in shouted if any(set(one.split()) <= set(label.split()) for one in known)}
    if not begin["q"] and not begin["a"]:
        known -= {"q", "a"}
    if len(set(begin) | known) < _SPEAKERS or not known:
        return page
    cut = Page(page.text, tuple(part for block in page.blocks for part in _cut(block, page, known)))
    return cut if turns(cut) else page


def _inner(match: re.Match[str]) -> str:
    return _family(match["label"].rstrip(". :"))


def _cut(block: Block, page: Page, labels: set[str]) -> Iterator[Block]:
    if block.zone is not Zone.BODY:
        yield block
        return
    start = block.start
    for match in _INNER.finditer(page.quote(block)):
        if _inner(match) in labels:
            yield Block(block.zone, start, block.start + match.start())
            start = block.start + match.end()
    yield Block(block.zone, start, block.end)


_SPEAKERS = 2


def turns(page: Page) -> dict[int, Turn]:
    """The labelled paragraphs, by their start in the page's text; none where the page is no conversation."""
    starts = {block.start: page.quote(block) for block in page.of(Zone.BODY)}
    labels = {start: found for start, text in starts.items() if (found := _label(text)) is not None}
    named = {start: found.label for start, found in labels.items()}
    often = Counter(map(_family, named.values()))
    asking = {label for label in often if _asks_by_name(label)}
    asking |= {label for label in often if label not in asking and _only_asks(label, named, starts)}
    if not asking:
        asking |= _asking_once(named, often, starts)
    if often["a"]:
        asking |= {label for label in often if _is_of_a_hearing(label)}
    if not asking or not set(often) - asking:
        return {}
    return {
        start: replace(
            found,
            asks=_family(found.label) in asking,
            generic=_family(found.label) in words("telling", "answerers"),
        )
        for start, found in labels.items()
        if _family(found.label) in asking
        or _answers(_family(found.label), often)
        or (found.label.isupper() and _is_named(found.label, page.text))
    }


def numbering(page: Page) -> dict[int, int]:
    """How many characters the number takes at the start of every paragraph that is counted: "12. ", "3/ ", and of
    every one that is lettered: "a) ", "(ii) "."""
    return _numbered(page) | _lettered(page)


def _lettered(page: Page) -> dict[int, int]:
    found = [(block.start, _ITEM.match(page.quote(block))) for block in page.of(Zone.BODY)]
    marked = [(start, match) for start, match in found if match]
    known: dict[int, int] = {}
    for before, after in pairwise(marked):
        if any((before[1]["mark"], after[1]["mark"]) in pairwise(order) for order in _ITEM_MARKS):
            known |= {start: match.end() for start, match in (before, after)}
    return known


def _numbered(page: Page) -> dict[int, int]:
    found = [(block.start, _NUMBER.match(page.quote(block))) for block in page.of(Zone.BODY)]
    counted = [(start, match) for start, match in found if match]
    follows = sum(
        int(after[1]["number"]) - int(before[1]["number"]) == 1 for before, after in pairwise(counted)
    )
    return {start: match.end() for start, match in counted} if follows >= _COUNTED else {}


_COUNTED = 2
"""How often one number must follow the last before numbers at the start of paragraphs are a count."""


def _label(text: str) -> Turn | None:
    found = _LETTER.match(text) or _LABEL.match(text)
    if found is None:
        return None
    said = found.groupdict()
    return Turn(
        found["label"].rstrip(". "), found.end(), False, False, said.get("aside") or said.get("bracket")
    )


def _family(label: str) -> str:
    """A label without its number, in lower case: "Q12" and "Q." are one."""
    return re.sub(r"[\s.]*\d+$", "", label).casefold() or label.casefold()


def _asks_by_name(label: str) -> bool:
    return any(
        part in words("telling", "askers")
        for part in (label, label.rsplit(" ", 1)[-1], label.split(" ", 1)[0])
    )


def _is_of_a_hearing(label: str) -> bool:
    """ "Mr. Moreau", "The President": whoever is not "A." there asks."""
    return label.removeprefix("the ").split(". ")[0].split(" ")[0] in words("people", "titles")


def _only_asks(label: str, labels: dict[int, str], paragraphs: dict[int, str]) -> bool:
    """Twice or more, and nearly always with a question mark at the end."""
    own = [paragraphs[number] for number, each in labels.items() if _family(each) == label]
    return len(own) > 1 and _asking_share(own) >= _NEARLY_ALL


def _asking_share(paragraphs: Sequence[str]) -> float:
    """Of how many the end is a question mark."""
    return sum(text.rstrip(" ”\"'’»").endswith("?") for text in paragraphs) / max(1, len(paragraphs))


_NEARLY_ALL, _MANY = 0.75, 0.5


def _is_named(label: str, text: str) -> bool:
    """Whether a label in capitals is the end of a name that the page gives: "HAQUE" of Fazle Haque."""
    last = re.escape(label.rsplit(" ", 1)[-1].title())
    return re.search(rf"\b[A-ZÀ-Þ][\w'’-]+ {last}\b", text) is not None


def _asking_once(labels: dict[int, str], often: Counter[str], paragraphs: dict[int, str]) -> set[str]:
    """The papers of a press conference, each with one question, that one and the same speaker answers. The fields of a
    record, some of which come but once, ask nothing."""
    order = [(_family(label), paragraphs[start]) for start, label in sorted(labels.items())]
    once = {one: text for (one, text), (below, _) in pairwise(order) if often[one] == 1 and often[below] > 1}
    answerers = {below for (one, _), (below, _) in pairwise(order) if one in once}
    asks = _asking_share([*once.values()]) >= _MANY
    return set(once) if asks and len(once) > 1 and len(answerers) == 1 else set()


def _answers(label: str, often: Counter[str]) -> bool:
    """A label that is no heading with a colon ("Background: …"): known as a speaker's, or come again."""
    return often[label] > 1 or label in words("telling", "answerers") or label in words("people", "person")
