"""XLSX to records: each row of each sheet, in order. Formulas are not worked out: what was last shown counts.

openpyxl reads the cells; every part is looked at first, because a document type definition in one is an
attack, and openpyxl's own parser would follow it.
"""

from __future__ import annotations

import datetime
import io
import warnings
import zipfile
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from openpyxl import load_workbook  # type: ignore[import-untyped]  # ships no types
from openpyxl.utils.exceptions import InvalidFileException  # type: ignore[import-untyped]

from amanat.adapters.formats.encoding import newlines, without_controls
from amanat.adapters.formats.rows import Records, Row, add_table
from amanat.adapters.sandbox.terms import RefusalError

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MOST_ROWS = 200_000

Found = TypeVar("Found")


def is_one(packed: zipfile.ZipFile, names: set[str]) -> bool:
    return "xl/workbook.xml" in names


def text_of(packed: zipfile.ZipFile, names: set[str]) -> dict[str, Any]:
    """All sheets' records, and the row each comes from. Raises RefusalError."""
    return _safely(packed, names, _read)


def _safely(packed: zipfile.ZipFile, names: set[str], read: Callable[[io.BytesIO], Found]) -> Found:
    for name in names:
        if name.endswith((".xml", ".rels")):
            _refuse_definitions(packed.read(name))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of styles and extensions that do not change what a cell says
        try:
            return read(_bytes_of(packed))
        except (InvalidFileException, LookupError, ValueError, TypeError, AttributeError, SyntaxError):
            # SyntaxError is that of XML; the rest is what openpyxl falls over where a part is not as it should be
            raise RefusalError("document-damaged") from None


def _refuse_definitions(part: bytes) -> None:
    narrow = part.replace(b"\x00", b"") if part[:2] in (b"\xff\xfe", b"\xfe\xff") else part
    if b"<!DOCTYPE" in narrow or b"<!ENTITY" in narrow:
        raise RefusalError("document-unsafe", reason="a document type definition where none belongs")


def _bytes_of(packed: zipfile.ZipFile) -> io.BytesIO:
    file = packed.fp
    if not isinstance(file, io.BytesIO):
        raise KeyError("an archive that was not opened from memory")
    return file


def first_sheet(packed: zipfile.ZipFile, names: set[str]) -> list[Row]:
    """The rows of the first sheet that is shown. Raises RefusalError."""
    return _safely(packed, names, lambda file: list(_rows(_opened(file)[1][0])))


def _opened(file: io.BytesIO) -> tuple[Any, list[Any]]:
    """The workbook, and its sheets that are shown."""
    book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
    return book, [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]


def _read(file: io.BytesIO) -> dict[str, Any]:
    book, sheets = _opened(file)
    records, hidden = Records(), len(book.worksheets) - len(sheets)
    for sheet in sheets:
        add_table(records, _rows(sheet), sheet.title if len(sheets) > 1 else "")
    text, replaced = without_controls(newlines(records.text()))
    if not text.strip():
        raise RefusalError("no-text")
    return {
        "text": text,
        "replaced": replaced,
        "media_type": _MEDIA_TYPE,
        "positions": {"unit": "row", "marks": records.marks},
        "hidden_sheets": hidden,
        "hints": {"title": (book.properties.title or "").strip() or None},
    }


def _rows(sheet: Any) -> Iterator[Row]:
    """Numbered as the sheet shows them. The sheet's own word for its size is not believed."""
    sheet.reset_dimensions()
    for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
        if number > _MOST_ROWS:
            raise RefusalError("text-too-long")
        shown = [_shown(each) for each in cells]
        if any(shown):
            yield number, shown


def _shown(value: object) -> str:
    """A cell's value in words that lose nothing: dates as ISO 8601, whole numbers without a fraction."""
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case float() if value.is_integer():
            return str(int(value))
        case datetime.datetime() if value.time() == datetime.time():
            return value.date().isoformat()
        case datetime.datetime():
            return value.isoformat(" ", "minutes")
        case _:
            return str(value).strip()
