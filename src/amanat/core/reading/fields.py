"""The fields of a page that is not prose: "Name: …", "Name | …", a label on one line and its value on the next.

Pages of this kind tell of one person (or event) after another in lines under known labels (lexicon/records.yaml).
Nothing here parses a sentence: lines come in, and go out with what they are for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from amanat.core.reading.heading import heading_people, read_entry
from amanat.core.reading.lines import Line
from amanat.core.reading.looks import is_furniture
from amanat.core.reading.mastheads import is_outlet_name
from amanat.core.reading.registers import people_by_line
from amanat.core.reading.run_on import run_on
from amanat.core.reading.subject import Subject
from amanat.core.reading.wordlists import lexicon, person_nouns, words

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

    fields: dict[int, list[Field]] = field(default_factory=dict)
    labels: dict[int, str] = field(default_factory=dict)
    headings: dict[int, Subject] = field(default_factory=dict)
    register: bool = False
    """Whether the headings are those of a register, each above all that is said of somebody."""

    def telling(self) -> set[int]:
        """The lines that speak of somebody, and not of the page or the document."""
        fields = (number for number, row in self.fields.items() if any(one.key != "other" for one in row))
        return {*fields, *(number for number, key in self.labels.items() if key != "other"), *self.headings}


@dataclass(frozen=True, slots=True)
class _Cell:
    """A key and where its value begins and ends; no key goes on with the one before."""

    key: str | None
    start: int
    end: int
    has_value: bool
    label: str = ""


def read_fields(lines: Sequence[Line], rows: tuple[int, ...] = (), titled: Subject | None = None) -> Layout:
    """The fields among ``lines``; nothing where too few labels are known or nobody is named.

    ``rows``: where the rows of a table begin; each is of the person named in it, wherever in it the name stands.
    Without them, a name begins a record, and so does a register's heading. ``titled``: whom the page's title names,
    for fields among which there is no name."""
    cells = list(_cells(lines))
    keys = {cell.key for row in cells for cell in row if cell.key is not None}
    telling = keys - {"other"}
    headings = (
        {} if rows or "name" in keys else people_by_line(lines, lambda name: known_key(name) is not None)
    )
    if len(telling) < (1 if headings else _LEAST):
        return Layout(headings=headings, register=bool(headings))
    walk = _Walk(lines, cells, rows, headings)
    walk.begin_with(titled)
    return walk.layout()


# -- which lines have labels ---------------------------------------------------------------------------------


@cache
def _keys() -> dict[str, str]:
    return {name: key for key, names in lexicon("records")["keys"].items() for name in names}


def known_key(label: str) -> str | None:
    """The lexicon's key of a label as written: "Place(s) of detention", "DATE OF ARREST"."""
    folded = re.sub(r"[’']s\b", "s", label.casefold().replace("(s)", ""))
    plain = re.sub(r"[^a-z ]", "", re.sub(r"[-/&]", " ", folded))
    return _keys().get(" ".join(plain.split()).removeprefix("the "))


def _cells(lines: Sequence[Line]) -> Iterator[list[_Cell]]:
    """For each line its labels and values; none for a line that is neither label nor value."""
    stacked = _stacked(lines)
    columns: list[tuple[str | None, str]] = []
    for number, line in enumerate(lines):
        heads = _columns(line)
        row = _row(line, columns) if columns and heads is None else []
        if heads is not None:
            columns = heads
            yield [_Cell("table", line.end, line.end, False, line.text)]
        elif row:
            yield row
        else:
            columns = []
            beneath = stacked[number]
            yield [beneath] if beneath is not None else _inline(line)


_GUTTER = re.compile(r" *\| *| *\t *| {3,}")


def _parts(line: Line, gutter: re.Pattern[str]) -> list[tuple[str, int]]:
    """The pieces of a line between strokes or tabs, each with where it begins."""
    found: list[tuple[str, int]] = []
    at = 0
    for gap in [*gutter.finditer(line.text), None]:
        end = gap.start() if gap is not None else len(line.text)
        found.append((line.text[at:end], line.start + at))
        at = gap.end() if gap is not None else end
    return found


def _columns(line: Line) -> list[tuple[str | None, str]] | None:
    """The heads of a table's columns: at least three pieces, nearly all of them known labels."""
    parts = [text for text, _ in _parts(line, _GUTTER)]
    keys = [known_key(text) for text in parts]
    known = sum(key is not None for key in keys)
    if known < _LEAST or known * 3 < len(parts) * 2:
        return None
    return list(zip(keys, parts, strict=True))


def _row(line: Line, columns: list[tuple[str | None, str]]) -> list[_Cell]:
    parts = _parts(line, _GUTTER)
    if not 2 <= len(parts) <= len(columns) or len(parts) * 2 < len(columns):
        return []
    return [
        _Cell(key or "other", start, start + len(text), True, label)
        for (text, start), (key, label) in zip(parts, columns, strict=False)
        if text.strip()
    ]


_JOINT = re.compile(r"\s*[|;•·]\s*|\s*\t\s*|\s{2,}(?=[A-Z][\w ]{1,25}:\s)|\s{3,}|,\s+(?=[A-Z][\w ]{2,25}:\s)")


def _inline(line: Line) -> list[_Cell]:
    """The field of a line, or the several fields of "Age: 34 | Sex: F | Occupation: teacher"."""
    several = [
        cell
        for text, start in _parts(line, _JOINT)
        if ":" in text and (cell := _keyed(text, start)) is not None
    ]
    if len(several) > 1 and len(several) == sum(bool(text.strip()) for text, _ in _parts(line, _JOINT)):
        return several
    if joined := run_on(line.text, known_key):
        return [
            _Cell(one.key, line.start + one.start, line.start + one.end, True, one.label) for one in joined
        ]
    one = _keyed(line.text, line.start)
    return [one] if one is not None else []


def _keyed(text: str, start: int) -> _Cell | None:
    for pattern in (_KEYED, _SHOUTED):
        found = pattern.match(text)
        key = known_key(found["key"]) if found is not None else None
        if found is not None and key is not None and found["value"].strip(" *"):
            return _Cell(key, start + found.start("value"), start + len(text), True, found["key"].strip())
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
        found[number] = _Cell(bare[number], lines[number].end, lines[number].end, False, lines[number].text)
        for below in range(number + 1, after):
            if below > number + 1 and spaced and lines[below].gap:
                break
            found[below] = _Cell(None, lines[below].start, lines[below].end, True)
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
    return key is None and bool(re.search(r"\w", line.text)) and not _inline(line)


# -- whose they are ------------------------------------------------------------------------------------------


def _listed(value: str, start: int) -> Subject:
    """Everybody whom a list in one value names: "Defendants: A. Petrov (b. 1984), driver; B. Orlov (b. 1991)"."""
    people: list[Subject] = []
    for part in re.finditer(r"[^;]+", value):
        entry = read_entry(part.group().strip())
        if entry is not None:
            people.extend(entry.subject(start + part.start()).everybody)
    first = people[0] if people else Subject((), start)
    whole = Subject(first.names, start, first.gender)
    whole.others = people[1:]
    return whole


def _callings(value: str) -> Iterator[str]:
    """The nouns of "farmer; community leader of El Naranjal until 2014": farmer, leader."""
    for part in re.split(r"[;,/]|\band\b", value.casefold()):
        head = re.split(r"\s+(?:of|at|in|for|from|until|since|with|on)\b|\s*\(", part.strip(), maxsplit=1)[0]
        noun = head.split()[-1].strip(".\"'“”") if head.split() else ""
        if noun in person_nouns():
            yield noun


def _gender_of(value: str) -> str | None:
    """What "elder brother" tells of whoever is that."""
    nouns = re.findall(r"[a-z]+(?:-in-law)?", value.casefold())
    told = {sex for noun in nouns for sex in ("female", "male") if noun in words("people", sex)}
    return told.pop()[0] if len(told) == 1 else None


class _Walk:
    """Down the lines: each name or heading begins a new person, and every field is about the last."""

    def __init__(
        self,
        lines: Sequence[Line],
        cells: list[list[_Cell]],
        rows: tuple[int, ...],
        headings: dict[int, Subject],
    ) -> None:
        self._lines = lines
        self._cells = cells
        self._rows = rows
        self._row = 0
        self._named = dict(self._names_of_rows()) if rows else {}
        self._subject: Subject | None = None
        self._key = "other"
        self._label = ""
        self._only: Subject | None = None
        self._labels: dict[int, str] = {}
        self._register = headings
        self._found = Layout(headings=dict(headings), register=bool(headings))

    def begin_with(self, titled: Subject | None) -> None:
        """Whom the fields above the first name are about: the one person whom the page's fields name, else whom its
        title does."""
        named = [
            (number, cell)
            for number, row in enumerate(self._cells)
            for cell in row
            if cell.has_value and cell.key == "name"
        ]
        if len(named) == 1 and not self._rows:
            number, cell = named[0]
            self._subject = self._only = Subject.named(self._value(number, cell), cell.start)
        elif not named:
            self._subject = titled

    def layout(self) -> Layout:
        for number, row in enumerate(self._cells):
            self._begin_row(number)
            if number in self._register:
                self._subject = self._register[number]
                continue
            if not row:
                self._heading(number)
            for cell in sorted(row, key=lambda cell: cell.key != "name"):
                self._cell(number, cell)
        if not self._found.fields:
            return Layout(headings=self._register, register=bool(self._register))
        self._found.labels = self._labels
        return self._found

    def _row_of(self, number: int) -> int:
        return bisect_right(self._rows, self._lines[number].start)

    def _names_of_rows(self) -> Iterator[tuple[int, Subject]]:
        """Whom each row of a table names; of several, the first."""
        seen: set[int] = set()
        for number, cells in enumerate(self._cells):
            for cell in cells:
                if cell.key == "name" and cell.has_value and self._row_of(number) not in seen:
                    named = Subject.named(self._value(number, cell), cell.start)
                    if named is not None:
                        seen.add(self._row_of(number))
                        yield self._row_of(number), named

    def _begin_row(self, number: int) -> None:
        """What a row says is of the person it names, and of no other row."""
        if self._rows and self._row_of(number) != self._row:
            self._row = self._row_of(number)
            self._subject = self._named.get(self._row)

    def _value(self, number: int, cell: _Cell) -> str:
        line = self._lines[number]
        return line.text[cell.start - line.start : cell.end - line.start]

    def _cell(self, number: int, cell: _Cell) -> None:
        if cell.key is not None and not cell.has_value:
            self._key, self._label = cell.key, cell.label
            self._labels[number] = cell.key
        else:
            self._key, self._label = (cell.key, cell.label) if cell.key else (self._key, self._label)
            self._field(number, cell)

    def _heading(self, number: int) -> None:
        """A line that names somebody, directly above fields."""
        below = (
            self._cells[number + 1][0] if number + 1 < len(self._cells) and self._cells[number + 1] else None
        )
        text = self._lines[number].text
        if below is None or below.key in (None, "name", "people", "submitter") or is_outlet_name(text):
            return
        people = heading_people(self._lines[number])
        if people is not None:
            self._subject = self._found.headings[number] = people

    def _field(self, number: int, cell: _Cell) -> None:
        value = self._value(number, cell)
        row = self._named.get(self._row)
        if self._key == "name" and not (row is not None and row.start == cell.start):
            same = self._only is not None and self._only.start == cell.start
            named = self._only if same else Subject.named(value, cell.start)
            self._subject = named or self._subject
        if self._subject is None:
            if self._key not in ("people", "kin"):
                return
            self._subject = _listed(value, cell.start)
        self._learn(value)
        one = Field(self._key, cell.start, cell.end, self._subject, self._label)
        self._found.fields.setdefault(number, []).append(one)

    def _learn(self, value: str) -> None:
        if self._subject is None:
            return
        if self._key == "also":
            self._subject.add(re.split(r"\s*[,;|/、،]\s*", value))
        elif self._key == "sex":
            self._subject.gender = "f" if value[:1].casefold() in ("f", "w", "ж") else "m"
        elif self._key == "occupation":
            self._subject.callings |= set(_callings(value))
        elif self._key == "relation":
            self._subject.gender = _gender_of(value) or self._subject.gender
