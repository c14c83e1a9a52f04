"""Database pages: one person told in lines of "Key: value". What a key means decides what its value claims.

A page is a record where at least three of its lines have keys that are known and one of them gives a name.
Whole sentences inside a line ("Health: diabetic. He has lost his sight.") are left to the readers of prose.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.draft import Draft
from amanat.core.reading.names import Sort
from amanat.core.reading.record_lines import Line, readers
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.where import Places
from amanat.core.reading.wordlists import lexicon

_LINE = re.compile(r"\s*(?P<key>[A-Z][\w ()/'’-]{1,40}?)\s*[:：]\s*(?P<value>\S.*)", re.S)
_NAME = re.compile(
    r"(?P<name>[^()（）\[\];|]+?)\s*(?:[(（\[](?P<also>[^()（）\]]+)[)）\]])?\s*(?:[;|,].*)?$", re.S
)
_LEAST = 3


@dataclass(frozen=True)
class Records:
    """The drafts of a page's records, and the numbers of the sentences that they have read whole."""

    drafts: list[Draft]
    sentences: frozenset[int]


def read_records(
    sentences: list[Sentence], cast: Cast, places: Places, rows: tuple[int, ...] = ()
) -> Records:
    """Every claim of the record lines among ``sentences``; nothing where the page is no record.

    ``rows``: where the rows of a table begin; each is of the person named in it, wherever in it the name
    stands. Without them, a name begins a record.
    """
    lines = list(_lines(sentences))
    keys = {line.key for line in lines}
    if len(keys) < _LEAST or "name" not in keys:
        return Records([], frozenset())
    person: Referent | None = None
    found: list[Draft] = []
    read: set[int] = set()
    named = _named(lines, rows)
    for line in lines:
        if rows:
            first = named.get(bisect_right(rows, line.sentence.start))
            person = _person(first, cast) if first is not None else None
        if line.key == "name":
            person = _person(line, cast)
        elif person is not None:
            if line.key == "sex":
                person.gender = "f" if line.value[:1].casefold() in ("f", "w") else "m"
            found.extend(_claims(line, person, cast, places))
        read.add(line.sentence.number)
    return Records(found, frozenset(read))


def _named(lines: list[Line], rows: tuple[int, ...]) -> dict[int, Line]:
    """The line of each row of a table that names its person."""
    named: dict[int, Line] = {}
    for line in lines:
        if line.key == "name":
            named.setdefault(bisect_right(rows, line.sentence.start), line)
    return named


def _lines(sentences: list[Sentence]) -> Iterator[Line]:
    """The first sentence of each paragraph that begins with a known key; a list goes to the paragraph's end."""
    seen: set[int] = set()
    for sentence in sentences:
        if sentence.paragraph in seen:
            continue
        seen.add(sentence.paragraph)
        text = str(sentence.span.doc.text)
        found = _LINE.match(text)
        key = _keys().get(_folded(found["key"])) if found is not None else None
        if found is not None and key is not None:
            yield Line(key, _first_part(found["value"]), found["value"], found.start("value"), sentence)


def _first_part(value: str) -> str:
    """Up to the first full stop that ends a sentence: what follows is prose."""
    return re.split(r"(?:(?<=[^\W\d_]{3})|(?<=\d))\.(?=\s+[A-Z])|\.$", value, maxsplit=1)[0]


def _keys() -> dict[str, str]:
    return {name: key for key, names in lexicon("records")["keys"].items() for name in names}


def _folded(key: str) -> str:
    return re.sub(
        r"[^a-z ]", "", key.casefold().replace("(s)", "").replace("-", " ").replace("/", " ")
    ).strip()


def _claims(line: Line, person: Referent, cast: Cast, places: Places) -> Iterator[Draft]:
    reader = readers().get(line.key)
    if reader is None:
        return
    start = line.sentence.offset
    for draft in reader(line, person, cast, places):
        in_value = draft.trigger.idx < line.start + len(line.value)
        draft.span = (start, start + line.start + len(line.value if in_value else line.whole.rstrip()))
        draft.timeless = True
        yield draft


def _person(line: Line, cast: Cast) -> Referent | None:
    """Whom the page is about, with the names in every script that stand in brackets after the first."""
    found = _NAME.match(line.whole)
    if found is None:
        return None
    name = found["name"].strip(" ,.")
    also = [part.strip() for part in re.split(r"[,،;/|]", found["also"] or "") if part.strip()]
    for one in cast.referents:
        if one.sort is Sort.PERSON and not one.many and name in one.names:
            one.names += [each for each in also if each not in one.names]
            return one
    one = Referent(Sort.PERSON, [name, *also])
    cast.referents.append(one)
    return one
