"""Registers: pages on which one person follows another, each under a line that names them.

"2210. Hoshur Memet, male, 61", "Daulet (brother)", "ENTRY 14: Habibulla Ablikim": what stands below such a line, up
to the next, is about whom it names. One such line makes no register: it may as well be a signature.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from amanat.core.reading import looks
from amanat.core.reading.heading import Entry, read_entry
from amanat.core.reading.lines import Line
from amanat.core.reading.mastheads import is_known_place, is_outlet_name
from amanat.core.reading.subject import Subject
from amanat.core.reading.traits import read_trait, sex_of
from amanat.core.reading.wordlists import words

_LEAST = 2
_LONGEST = 110
_MOST_NAMES = 6
_TRAITS = frozenset({"age", "birth date", "occupation", "kinship", "health"})
_FINITE = re.compile(r"\b(?:was|were|is|are|has|had|have|been|will|said|told|died|fled|he|she|they|we|I)\b")
_TERM = re.compile(r"\b(?:years?|months?|life)\b(?! old)|\d{1,2}[./]\d{1,2}[./]\d{2,4}")
_CLOSING = re.compile(
    r"(?:about (?:the )?(?:informant|submitter|source|author|project|register|us|this)|sources?\b|notes?\b"
    r"|references?\b|contact\b|also this|see also|further|footnotes?\b|submitted by|information (?:provided|given|from)"
    r"|last (?:updated?|contact|changed?)|updated?\b|all (?:the )?(?:information|entries)|demands?|compiled|how you)",
    re.I,
)


def people_by_line(lines: Sequence[Line], is_label: Callable[[str], bool]) -> dict[int, Subject]:
    """By the number of its line, whom each heading of a register names; nothing where the page is none.

    ``is_label``: whether words are a field's label, and no name, however they are written."""
    text = "\n".join(line.text for line in lines)
    found: dict[int, Subject] = {}
    for number, line in enumerate(lines[:-1]):
        entry = _heading(line, text)
        if entry is None or is_label(entry.heads[0].name):
            continue
        if not (number - 1 in found and not lines[number].gap and not entry.marked):
            found[number] = entry.subject(line.start)
    found = {number: one for number, one in found.items() if number + 1 not in found}
    return found if len(found) >= _LEAST else {}


def sections(lines: Sequence[Line], headings: dict[int, Subject]) -> dict[int, Subject]:
    """Whom each line below a heading is about, the heading apart; from a line that closes the list on, nobody."""
    found: dict[int, Subject] = {}
    about: Subject | None = None
    last = max(headings, default=0)
    for number, line in enumerate(lines):
        if number in headings:
            about = headings[number]
            continue
        if about is not None and number > last and line.gap and _closes(line.text):
            about = None
        if about is not None:
            found[number] = about
    return found


def _closes(text: str) -> bool:
    shouted = text.isupper() and len(text.split()) <= 6
    return shouted or _CLOSING.match(text) is not None


def _heading(line: Line, page: str) -> Entry | None:
    text = line.text
    if len(text) > _LONGEST or looks.is_prose(text) or looks.is_date_line(text) or is_outlet_name(text):
        return None
    entry = read_entry(text)
    if entry is None or not _is_short(text[entry.tail :]):
        return None
    name = entry.heads[0].name
    if is_known_place(name) or is_common(name, page):
        return None
    beside = [*(one for head in entry.heads for one in head.traits), *entry.traits]
    told = [one.text for one in beside] + [
        part for part in re.split(r"\s+[–—-]\s+", text[entry.tail :]) if part
    ]
    known = [part for part in told if is_trait(part)]
    if (told and not known) or len(name.split()) > _MOST_NAMES:
        return None
    return (
        entry if known or ((line.gap or entry.marked) and " " in name and _is_spoken_of(name, page)) else None
    )


def _is_spoken_of(name: str, page: str) -> bool:
    """Whether the page's sentences name again whom a line names without a word of who that is."""
    parts = [part for part in name.split() if len(part) > 2]
    return any(len(re.findall(rf"(?<!\w){re.escape(part)}(?!\w)", page)) > page.count(name) for part in parts)


def is_trait(text: str) -> bool:
    """Whether short words beside a name are of the sort that say who somebody is: "younger sister", "b. 1979"."""
    plain = text.strip(" .*[]()").casefold()
    kin = any(word in words("people", "kin") for word in re.findall(r"[a-z]+(?:-in-law)?", plain))
    return bool(kin or sex_of(text) or any(one.kind in _TRAITS for one in read_trait(text)))


def _is_short(tail: str) -> bool:
    """Whether nothing is told in the heading itself: an entry that tells its person's term is read as one line."""
    return len(tail.split()) <= 9 and not _FINITE.search(tail) and not _TERM.search(tail)


def is_common(name: str, page: str) -> bool:
    """ "Court Proceedings": words that the page writes small elsewhere are no name."""
    return any(
        re.search(rf"(?<![\w-]){re.escape(word.lower())}(?![\w-])", page)
        for word in name.split()
        if word.isalpha()
    )
