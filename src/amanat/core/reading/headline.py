"""Where a page's head ends and its report begins, and which of the lines above is the headline.

Above a report stand, in any order, the outlet's name and motto, the part of the paper, the kind of document,
its number, date, place and author, and its headline. What is none of the others is likeliest the headline,
above all if it reads like a sentence: small words with a meaning of their own, not names alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from amanat.core.reading import looks, mastheads
from amanat.core.reading.dateline import opening
from amanat.core.reading.fields import read_fields
from amanat.core.reading.lines import Line
from amanat.core.reading.subject import Subject

_HEAD = 30
"""No page's head is longer than this, in lines."""
_NAMED_TITLE = re.compile(
    r"(?:subject|title|headline|re|case (?:file|study|summary)|profile)\s*[:：]\s*(?=\S)", re.I
)


def head_length(lines: list[Line]) -> int:
    """How many lines stand above the first of the report itself."""
    turns = repeated_openings(lines)
    posts = sum(looks.is_post_head(line.text) and not looks.is_date_line(line.text) for line in lines[:400])
    last_sure = 0
    for number, line in enumerate(lines[:_HEAD]):
        text = line.text
        if posts > 1 and looks.is_post_head(text) and not looks.is_date_line(text):
            return number
        if looks.field_label(text) in turns:
            return number
        if is_above(lines, number):
            last_sure = number + 1
            continue
        if looks.is_turn(text) or looks.is_bullet(text):
            return number
        if _starts_record(lines, number) or opening(text, len(text)) or looks.is_prose(text):
            return number
    return min(len(lines) - 1, last_sure + 1) if lines else 0


def is_above(lines: list[Line], number: int) -> bool:
    """A line that by its own look belongs above or below a report, and not in it."""
    text = lines[number].text
    if in_record(lines, number):
        return looks.is_stamp(text) or looks.is_designation(text)
    if looks.is_furniture(text) or looks.is_label(text) or looks.is_note(text) or _NAMED_TITLE.match(text):
        return True
    if looks.matches("loose_label", text):
        return True
    return (
        looks.is_date_line(text)
        or looks.is_byline(text)
        or looks.is_placed_date(text)
        or looks.is_meta(text)
        or looks.is_designation(text)
        or looks.is_dated_start(text)
        or looks.is_handle_line(text)
    )


def repeated_openings(lines: list[Line]) -> frozenset[str]:
    """Labels with a colon that come again on the page: the speakers of a conversation."""
    found = Counter(label for line in lines[:400] if (label := looks.field_label(line.text)))
    return frozenset(label for label, times in found.items() if times > 1)


_ANYBODY = Subject(["somebody"], 0)
"""Fields are fields also where the name stands in the page's title."""


def recorded(lines: list[Line]) -> list[bool]:
    """Which lines are fields among fields that speak of a person or an event, not of the document."""
    return _recorded(lines, _known(lines))


def _known(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines that are known fields."""
    return frozenset(read_fields(lines, titled=_ANYBODY).telling())


def _recorded(lines: Sequence[Line], known: frozenset[int]) -> list[bool]:
    runs: list[list[Line]] = []
    for line in lines:
        keyed = looks.field_label(line.text) is not None
        if not (runs and keyed and not line.gap and looks.field_label(runs[-1][-1].text) is not None):
            runs.append([])
        runs[-1].append(line)
    found = [record for run in runs for record in [_is_record(run)] * len(run)]
    return [record or number in known for number, record in enumerate(found)]


def _is_record(run: list[Line]) -> bool:
    of_document = sum(looks.is_label(line.text) or looks.matches("loose_label", line.text) for line in run)
    return len(run) >= 3 and of_document * 3 <= len(run) * 2


def in_record(lines: list[Line], number: int) -> bool:
    """Whether one line near the top is such a field."""
    return _head_of(lines, number)[0][number]


def _head_of(lines: list[Line], number: int) -> tuple[list[bool], frozenset[int]]:
    return _looked_over(tuple(lines[: max(number, _HEAD) + 40]))


@lru_cache(maxsize=1)
def _looked_over(lines: tuple[Line, ...]) -> tuple[list[bool], frozenset[int]]:
    """Which lines are of a record, and which of known fields; asked of every line of a head, so kept for one page."""
    known = _known(lines)
    return _recorded(lines, known), known


def _starts_record(lines: list[Line], number: int) -> bool:
    if number in _head_of(lines, number)[1]:
        return True
    return looks.field_label(lines[number].text) is not None and in_record(lines, number)


# -- the headline --------------------------------------------------------------------------------------------


def headline_of(lines: list[Line], head: int, text: str, title: str | None = None) -> tuple[int, int] | None:
    """The headline's line among the first ``head``, and at which character of it the headline begins.

    ``title`` is what the file itself calls its headline, where it does.
    """
    marked = _marked(lines[: max(head + 2, 12)], title)
    if marked is not None:
        return marked, 0
    for number, line in enumerate(lines[:head]):
        named = _NAMED_TITLE.match(line.text)
        if named and not in_record(lines, number):
            return number, named.end()
    candidates = [number for number in range(head) if _may_be(lines, number)]
    if not candidates or head >= len(lines):
        return None
    scores = {number: _score(lines, number, candidates, text) for number in candidates}
    best = max(candidates, key=lambda number: (scores[number], _late(lines, number, scores)))
    return (best, 0) if scores[best] >= -1 else None


def _marked(lines: list[Line], title: str | None) -> int | None:
    """The line that says what the file's title says, or how the title begins ("Headline – The Outlet")."""
    wanted = _bare(title or "")
    if not wanted:
        return None
    for number, line in enumerate(lines):
        said = _bare(line.text)
        if said == wanted or (len(said.split()) >= 3 and wanted.startswith(said + " ")):
            return number
    return None


def _bare(text: str) -> str:
    return " ".join(mastheads.WORD.findall(text.casefold()))


def _may_be(lines: list[Line], number: int) -> bool:
    text = lines[number].text
    below = lines[number + 1].text if number + 1 < len(lines) else ""
    if below.startswith("@") and looks.is_handle_line(below):
        return False  # whose account it is
    return len(text) <= 220 and bool(mastheads.WORD.search(text)) and not is_above(lines, number)


def _score(lines: list[Line], number: int, candidates: list[int], text: str) -> float:
    """How much a line is like a headline: above zero for a sentence, below for a name or a designation."""
    line = lines[number].text
    count = len(mastheads.WORD.findall(line))
    small = len(mastheads.lower_words(line))
    score = 4.0 if small >= 2 else 2.0 * small
    if mastheads.is_capitals(line):
        score += 3.0 if count >= 5 else 0.0
    elif small < 2 and count >= 6:
        score += 2.0
    if small < 2 and re.search(r"[:?!\"“”«»,;]|\s[–—]\s", line):
        score += 1.0
    score -= 1.0 * (count <= 2)
    score += 0.5 * lines[number].gap
    return score - _against(lines, number, candidates, text)


def _against(lines: list[Line], number: int, candidates: list[int], text: str) -> float:
    found, line = 0.0, lines[number].text
    if looks.is_kind(line):
        found += 9.0
    if looks.is_section(line) or looks.matches("tagline", line) or (number and line[0].islower()):
        found += 6.0
    if mastheads.is_place(line) or line.endswith((",", ";")):
        found += 6.0
    numbered = any(looks.is_designation(other.text) for other in lines[number + 1 : number + 3])
    if len(candidates) > 1 or len(line.split()) <= 4 or numbered:
        found += 5.0 * (mastheads.is_outlet_name(line) or is_echoed(line, text))
    if looks.full_date(line):
        found += 2.0
    return found + 1.0 * (number == candidates[0] and len(candidates) > 1)


def _late(lines: list[Line], number: int, scores: dict[int, float]) -> int:
    """Of two that are as good, the first sentence (the second is what stands under a headline), but the last
    name (the first is the masthead)."""
    return -number if scores[number] >= 3 else number


def is_echoed(line: str, text: str) -> bool:
    """Whether the report says again, as a name, what the line says: "told The Steppe Courier"."""
    name = re.sub(r"^the ", "", mastheads.name_of(line), flags=re.I)
    if not mastheads.is_name(line) or len(name) < 3:
        return False
    several = " " in name
    lead = r"\b" if several else r"\b(?:told|to|with|by|from|for|©|of)(?: the)? "
    pattern = re.compile(
        lead + re.escape(name) + r"\b", re.I if mastheads.is_capitals(name) and several else 0
    )
    own = text.find(line)
    return any(not own <= found.start() < own + len(line) for found in pattern.finditer(text))
