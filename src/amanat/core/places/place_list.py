"""A user's file of places: a table with a heading, its columns parted by tabs, commas or semicolons.

The file comes from outside: its size, its rows and every cell are bounded, and what is wrong is told with its line.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from amanat.core.places.entry import PlaceEntry, entry
from amanat.core.places.place_errors import BadPlaceListError

MAX_BYTES = 4_000_000
MAX_ROWS = 10_000
_LONGEST_CELL = 8_000
COLUMNS = {
    "name": "name",
    "other names": "also",
    "kind": "kind",
    "lies in": "lies_in",
    "latitude": "latitude",
    "longitude": "longitude",
    "source": "source",
    "note": "note",
}
"""Heading -> field of PlaceEntry. Only ``name`` must be there."""


def read_place_list(untrusted: bytes, item: str) -> tuple[PlaceEntry, ...]:
    """The places in the file called ``item``, in its order. Raises BadPlaceListError, with the line."""
    lines = _text(untrusted, item).splitlines()
    is_said = (bool(line.strip()) and not line.startswith("#") for line in lines)
    heading_at = next((at for at, said in enumerate(is_said) if said), None)
    if heading_at is None:
        raise BadPlaceListError(item, why="it is empty")
    return tuple(_entries(lines, heading_at, item))


def _text(untrusted: bytes, item: str) -> str:
    if len(untrusted) > MAX_BYTES:
        raise BadPlaceListError(item, why=f"it is larger than {MAX_BYTES // 1_000_000} MB")
    try:
        text = untrusted.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = untrusted[: wrong.start].count(b"\n") + 1
        raise BadPlaceListError(item, why=f"line {line} is not UTF-8 text") from None
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise BadPlaceListError(item, why=f"line {line} has a character in it that is no text")
    return text


def _entries(lines: list[str], heading_at: int, item: str) -> Iterator[PlaceEntry]:
    delimiter = max("\t;,", key=lines[heading_at].count)
    fields = _fields(lines[heading_at], delimiter, item, heading_at + 1)
    body = io.StringIO("\n".join(lines[heading_at + 1 :]), newline="")
    rows = csv.reader(body, delimiter=delimiter, strict=True)
    count = 0
    while True:
        line = heading_at + 2 + rows.line_num
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as wrong:
            raise BadPlaceListError(item, why=f"line {line}: {wrong}") from None
        if not any(cell.strip() for cell in row) or row[0].startswith("#"):
            continue
        count += 1
        if count > MAX_ROWS:
            raise BadPlaceListError(item, why=f"it has more than {MAX_ROWS} places")
        yield _entry(row, fields, item, line)


def _fields(heading: str, delimiter: str, item: str, line: int) -> list[str]:
    names = [" ".join(cell.lower().split()).strip('"') for cell in heading.split(delimiter)]
    unknown = [name for name in names if name not in COLUMNS]
    if unknown:
        known = ", ".join(COLUMNS)
        raise BadPlaceListError(item, why=f"line {line}: “{unknown[0][:60]}” is no column; there are {known}")
    if "name" not in names or len(set(names)) < len(names):
        raise BadPlaceListError(item, why=f"line {line}: it needs one column “name”, and none twice")
    return [COLUMNS[name] for name in names]


def _entry(row: list[str], fields: list[str], item: str, line: int) -> PlaceEntry:
    if len(row) > len(fields):
        raise BadPlaceListError(item, why=f"line {line} has more cells than the heading")
    if any(len(cell) > _LONGEST_CELL for cell in row):
        raise BadPlaceListError(item, why=f"line {line} has a cell of more than {_LONGEST_CELL} characters")
    cells = dict(zip(fields, row, strict=False))
    also = tuple(cells.pop("also", "").split("|"))
    try:
        return entry(also=also, **cells)
    except ValueError as wrong:
        raise BadPlaceListError(item, why=f"line {line}: {wrong}") from None
