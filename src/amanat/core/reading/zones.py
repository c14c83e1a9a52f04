"""Page zones: which lines are the headline, the header, the body, related items, or furniture of the page.

A page comes as text with its line breaks. Lines become blocks; hard-wrapped paragraphs are joined, without
changing an offset: a block is always a stretch of the report's own text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Any

import yaml

from amanat.core.dates.english import find_dates


class Zone(StrEnum):
    HEADLINE = "headline"
    HEADER = "header line"
    BODY = "body"
    RELATED = "related items"
    FURNITURE = "page furniture"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or line: ``text[start:end]`` of the report, in code points."""

    zone: Zone
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Page:
    text: str
    blocks: tuple[Block, ...]

    def of(self, zone: Zone) -> tuple[Block, ...]:
        return tuple(block for block in self.blocks if block.zone is zone)

    def quote(self, block: Block) -> str:
        return self.text[block.start : block.end]


_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_BYLINE = re.compile(
    r"(by|from|reported by|written by|text:|author:|correspondent:|translated (by|from)|reporting by)\b.{2,90}",
    re.I,
)
_LABEL = re.compile(
    r"(date|published|posted|updated|last (updated|modified)|issued|source|outlet|credit|original( language)?|language|"
    r"place|location|dateline|author|report(er| no\.?| id)?|ref(erence)?( no\.?)?|document( no\.?)?|index|ua( no\.?)?|"
    r"(ai )?index( number)?|distribution|interviewer|interpreter|recorded|transcript( no\.?)?|publisher|url|file|case no\.?)"
    r"\s*[:：].{0,160}",
    re.I,
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_DATE_WORDS = re.compile(
    r"\b(published|updated|posted|modified|last|on|at|date|of|gmt|utc|cet|est|edt|pst|am|pm|local|time|hours?|hrs|[ap]\.m|the|"
    r"mon|tue|wed|thu|fri|sat|sun)\b",
    re.I,
)


def zoned(text: str, title: str | None = None) -> Page:
    """The page's blocks, in order. ``title`` is what the file itself calls its headline, where it does."""
    lines = [(start, end) for start, end in _lines(text) if text[start:end].strip()]
    if _hard_wrapped(text):
        lines = list(_joined(text, lines))
    zones = _zones([text[start:end] for start, end in lines], title)
    return Page(text, tuple(Block(zone, *span) for zone, span in zip(zones, lines, strict=True)))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Each line without the white space at its ends; an empty line keeps its place as an empty span."""
    for found in re.finditer(r"[^\n]*", text):
        line = found.group()
        stripped = line.strip()
        start = found.start() + (line.index(stripped) if stripped else 0)
        yield start, start + len(stripped)


def _hard_wrapped(text: str) -> bool:
    """Whether paragraphs are broken at a column: most long lines stop mid-sentence before a next line."""
    lines = [line.strip() for line in text.split("\n")]
    broken = whole = 0
    for line, following in pairwise(lines):
        if len(line) > 120:
            whole += 1
        elif (
            len(line) >= 45 and following and not _SENTENCE_END.search(line) and not _is_date_line(following)
        ):
            broken += 1
    return broken > 3 and broken > 3 * whole


def _joined(text: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Lines of one paragraph (no blank line between them) as one span."""
    start, end = lines[0] if lines else (0, 0)
    for following in lines[1:]:
        gap = text[end : following[0]]
        short = end - start < 45 or text[start:end].endswith(":")
        if gap.count("\n") == 1 and not short and not _is_dialogue(text[following[0] : following[1]]):
            end = following[1]
            continue
        yield start, end
        start, end = following
    if lines:
        yield start, end


_DIALOGUE = re.compile(r"(q|a|question|answer|interviewer|witness|i|w)\s*[.:)]\s", re.I)


def _is_dialogue(line: str) -> bool:
    return bool(_DIALOGUE.match(line)) or line.startswith(("- ", "• ", "* ", "– "))


def _zones(lines: list[str], title: str | None) -> list[Zone]:
    zones: list[Zone] = []
    headline_at = _headline(lines, title)
    in_related = False
    seen_body = False
    for number, line in enumerate(lines):
        zone = _line_zone(line, number, headline_at, seen_body)
        if zone is not Zone.HEADLINE and (
            _matches("related_heading", line) and (seen_body or _listed(lines, number))
        ):
            in_related, zone = True, Zone.RELATED
        elif in_related and zone is Zone.BODY:
            in_related = not _reads_like_body(line, lines, number)
            zone = Zone.RELATED if in_related else Zone.BODY
        elif in_related and zone is Zone.HEADER:
            zone = Zone.RELATED
        seen_body = seen_body or (zone is Zone.BODY and len(line) > 80)
        zones.append(zone)
    return zones


def _line_zone(line: str, number: int, headline_at: int | None, seen_body: bool) -> Zone:
    if number == headline_at:
        return Zone.HEADLINE
    if _matches("furniture", line):
        return Zone.FURNITURE
    if _is_date_line(line) or (not seen_body and (_is_byline(line) or _is_label(line))):
        return Zone.HEADER
    return Zone.BODY


def _listed(lines: list[str], number: int) -> bool:
    """A heading at the top of a page is one of related items only if short lines follow it."""
    following = lines[number + 1 : number + 4]
    return bool(following) and all(len(line) < 120 and not _SENTENCE_END.search(line) for line in following)


def _reads_like_body(line: str, lines: list[str], number: int) -> bool:
    """Whether the body goes on after an inserted box of related items: two full paragraphs in a row."""
    following = lines[number + 1] if number + 1 < len(lines) else ""
    full = len(line) > 160 and bool(_SENTENCE_END.search(line))
    return full and len(following) > 120 and bool(_SENTENCE_END.search(following))


def _headline(lines: list[str], title: str | None) -> int | None:
    wanted = _bare(title) if title else ""
    early = range(min(len(lines), 12))
    if wanted:
        for number in early:
            if _bare(lines[number]) == wanted:
                return number
    for number in early:
        line = lines[number]
        if _matches("furniture", line) or _is_date_line(line) or _is_byline(line) or _is_label(line):
            continue
        is_title = len(line) <= 200 and not line.endswith((".", "…", ";", ",")) and len(line.split()) >= 3
        if is_title and number + 1 < len(lines) and not _is_dialogue(line) and not _DATELINED.match(line):
            return number
        if _SENTENCE_END.search(line) or len(line) > 200 or _DATELINED.match(line):
            return None
    return None


_DATELINED = re.compile(
    r"[A-Z][\w .’'-]{1,30}(, [A-Z][\w .]{1,20})?(, \w+\.? \d{1,2})? ?(\([^)]{2,40}\))? ?[–—-]{1,2} \S"
)


def _bare(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _is_date_line(line: str) -> bool:
    """A line that holds a date and hardly another word."""
    if len(line) > 90 or not any(character.isdigit() for character in line):
        return False
    left = line
    for mention in reversed(find_dates(line)):
        left = left[: mention.start] + left[mention.end :]
    if left == line:
        return False
    return len(_WORD.findall(_DATE_WORDS.sub(" ", left))) <= (1 if ":" in line else 0)


def _is_byline(line: str) -> bool:
    return len(line) < 100 and not line.endswith(".") and bool(_BYLINE.fullmatch(line))


def _is_label(line: str) -> bool:
    return bool(_LABEL.fullmatch(line))


def _matches(name: str, line: str) -> bool:
    return len(line) < 200 and bool(_patterns()[name].fullmatch(line))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        name: re.compile("|".join(f"(?:{entry['pattern']})" for entry in entries), re.I)
        for name, entries in zone_lexicon().items()
    }


@cache
def zone_lexicon() -> dict[str, list[dict[str, Any]]]:
    """The patterns of lexicon/zones.yaml, each with the example that tests it."""
    source = resources.files("amanat.core.reading").joinpath("lexicon/zones.yaml").read_text(encoding="utf-8")
    found: dict[str, list[dict[str, Any]]] = yaml.safe_load(source)
    return found
