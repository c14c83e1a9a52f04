"""The fields of a page that is not prose: "Name: …", "Name | …", a label on one line and its value on the next.

Pages of this kind tell of one person (or event) after another in lines under known labels (lexicon/records.yaml).
Nothing here parses a sentence: lines come in, and go out with what they are for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from amanat.core.reading.heading import heading_people
from amanat.core.reading.lines import Line
from amanat.core.reading.looks import is_furniture
from amanat.core.reading.mastheads import is_outlet_name
from amanat.core.reading.subject import Subject
from amanat.core.reading.wordlists import lexicon

_LEAST = 3
"""So many different labels must be known before lines are taken for a record."""
_OPENING = r"(?:[-–—•*▪●◦·]+\s*|\(?\d{1,3}[.)]\s+)?\**"
_KEYED = re.compile(
    rf"{_OPENING}(?P<key>[^\W\d_][^:：|\t.;]{{0,45}}?)\**"
    r"(?:(?P<colon>\s*[:：]\**\s*)|\s*\|\s*|\s*\t\s*|\s{3,}|\s+[–—-]\s+)(?P<value>\S.*)",
    re.S,
)
_SHOUTED = re.compile(r"(?P<key>[A-Z][A-Z /]{3,38})(?:\.|\s[–—-])\s+(?P<value>[^\s].*)", re.S)
_BARE = re.compile(rf"{_OPENING}(?P<key>[^\W\d_][^:：|\t;.]{{0,45}}?)\**\s*[:：]?\**")


@dataclass(frozen=True, slots=True)
class Field:
    """``text[start:end]`` of the report is one line of the value of the lexicon's ``key``."""

    key: str
    start: int
    end: int
    subject: Subject
    label: str = ""
    """The key as written."""


@dataclass
class Layout:
    """A page's fields by the line that holds the value, and the lines that are only labels."""

    fields: dict[int, Field] = field(default_factory=dict)
    labels: dict[int, str] = field(default_factory=dict)
    headings: dict[int, Subject] = field(default_factory=dict)

    def telling(self) -> set[int]:
        """The lines that speak of somebody, and not of the page or the document."""
        fields = (number for number, one in self.fields.items() if one.key != "other")
        return {*fields, *(number for number, key in self.labels.items() if key != "other"), *self.headings}


@dataclass(frozen=True, slots=True)
class _Cell:
    """A line's key and where its value begins; no key goes on with the one before."""

    key: str | None
    start: int
    has_value: bool
    label: str = ""


def read_fields(lines: Sequence[Line]) -> Layout:
    """The fields among ``lines``; nothing where too few labels are known or nobody is named."""
    cells = list(_cells(lines))
    keys = {cell.key for cell in cells if cell is not None and cell.key is not None}
    telling = keys - {"other"}
    if len(telling) < _LEAST:
        return Layout()
    return _Walk(lines, cells).layout()


# -- which lines have labels ---------------------------------------------------------------------------------


@cache
def _keys() -> dict[str, str]:
    return {name: key for key, names in lexicon("records")["keys"].items() for name in names}


def known_key(label: str) -> str | None:
    """The lexicon's key of a label as written: "Place(s) of detention", "DATE OF ARREST"."""
    folded = re.sub(r"[’']s\b", "s", label.casefold().replace("(s)", ""))
    plain = re.sub(r"[^a-z ]", "", re.sub(r"[-/&]", " ", folded))
    return _keys().get(" ".join(plain.split()).removeprefix("the "))


def _cells(lines: Sequence[Line]) -> Iterator[_Cell | None]:
    """For each line its label and value, or None for a line that is neither label nor value."""
    stacked = _stacked(lines)
    for number, line in enumerate(lines):
        yield stacked[number] or _inline(line)


def _inline(line: Line) -> _Cell | None:
    for pattern in (_KEYED, _SHOUTED):
        found = pattern.match(line.text)
        key = known_key(found["key"]) if found is not None else None
        if found is not None and key is not None and found["value"].strip(" *"):
            return _Cell(key, line.start + found.start("value"), True, found["key"].strip())
    return None


def _stacked(lines: Sequence[Line]) -> list[_Cell | None]:
    """Labels that stand alone on their lines, and the lines of values below each; only where there are several."""
    bare = [_bare_key(line) for line in lines]
    labelled = [
        number
        for number, key in enumerate(bare)
        if key is not None and number + 1 < len(lines) and _may_be_value(lines[number + 1], bare[number + 1])
    ]
    found: list[_Cell | None] = [None] * len(lines)
    if len({bare[number] for number in labelled} - {"other"}) < _LEAST:
        return found
    spaced = sum(lines[number].gap and not lines[number + 1].gap for number in labelled) * 3 > 2 * len(
        labelled
    )
    following = [*labelled[1:], len(lines)]
    for number, after in zip(labelled, following, strict=True):
        found[number] = _Cell(bare[number], lines[number].end, False, lines[number].text)
        for below in range(number + 1, after):
            if below > number + 1 and spaced and lines[below].gap:
                break
            found[below] = _Cell(None, lines[below].start, True)
            if not spaced and below == number + 1 and _is_short_key(bare[number]):
                break
    return found


_SHORT = frozenset(
    "name also sex ethnicity nationality citizenship religion birth age detained released disappeared".split()
)


def _is_short_key(key: str | None) -> bool:
    return key in _SHORT


def _bare_key(line: Line) -> str | None:
    found = _BARE.fullmatch(line.text) if len(line.text) < 60 else None
    if found is None or (len(line.text) < 12 and is_furniture(line.text)):
        return None
    return known_key(found["key"])


def _may_be_value(line: Line, key: str | None) -> bool:
    return key is None and bool(re.search(r"\w", line.text)) and _inline(line) is None


# -- whose they are ------------------------------------------------------------------------------------------


class _Walk:
    """Down the lines: each name or heading begins a new person, and every field is about the last."""

    def __init__(self, lines: Sequence[Line], cells: list[_Cell | None]) -> None:
        self._lines = lines
        self._cells = cells
        self._subject: Subject | None = None
        self._key = "other"
        self._label = ""
        self._labels: dict[int, str] = {}
        self._found = Layout()

    def layout(self) -> Layout:
        for number, cell in enumerate(self._cells):
            if cell is None:
                self._heading(number)
            elif cell.key is not None and not cell.has_value:
                self._key, self._label = cell.key, cell.label
                self._labels[number] = cell.key
            else:
                self._key, self._label = (cell.key, cell.label) if cell.key else (self._key, self._label)
                self._field(number, cell)
        if self._subject is None:
            return Layout()
        self._found.labels = self._labels
        return self._found

    def _heading(self, number: int) -> None:
        """A line that names somebody, directly above fields."""
        below = next((cell for cell in self._cells[number + 1 : number + 3]), None)
        text = self._lines[number].text
        if below is None or below.key in (None, "name", "people", "submitter") or is_outlet_name(text):
            return
        people = heading_people(self._lines[number])
        if people is not None:
            self._subject = self._found.headings[number] = people

    def _field(self, number: int, cell: _Cell) -> None:
        line = self._lines[number]
        value = line.text[cell.start - line.start :]
        if self._key == "name":
            named = Subject.named(value, cell.start)
            self._subject = named or self._subject
        if self._subject is None:
            if self._key in ("people", "kin"):
                self._subject = Subject((), line.start)
            else:
                return
        self._learn(value)
        self._found.fields[number] = Field(self._key, cell.start, line.end, self._subject, self._label)

    def _learn(self, value: str) -> None:
        if self._subject is None:
            return
        if self._key == "also":
            self._subject.add(re.split(r"\s*[,;|/、،]\s*", value))
        elif self._key == "sex":
            self._subject.gender = "f" if value[:1].casefold() in ("f", "w", "ж") else "m"
