"""CSV and XLSX to cells, row by row, inside the sandbox."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from typing import Any

from amanat.adapters.formats import workbook
from amanat.adapters.formats.delimited import rows_of, separator_of
from amanat.adapters.formats.encoding import decoded
from amanat.adapters.formats.packages import BROKEN, opened, refuse_bombs
from amanat.adapters.formats.rows import Row
from amanat.adapters.sandbox.terms import RefusalError

_ZIP = b"PK\x03\x04"


def list_cells(untrusted: bytes, options: Mapping[str, Any]) -> dict[str, Any]:
    """``headings``: the first row that holds anything; ``rows``: the cells of the others, as many in each; ``numbers``:
    their places as a spreadsheet shows them. Raises RefusalError."""
    rows = _workbook(untrusted) if untrusted.startswith(_ZIP) else _delimited(untrusted)
    filled = [(number, cells) for number, cells in rows if any(each.strip() for each in cells)]
    if not filled:
        raise RefusalError("no-text")
    headings = [each.strip() for each in filled[0][1]]
    width = len(headings)
    return {
        "headings": headings,
        "rows": [[*cells[:width], *[""] * (width - len(cells))] for _, cells in filled[1:]],
        "numbers": [number for number, _ in filled[1:]],
    }


def _workbook(untrusted: bytes) -> list[Row]:
    try:
        with opened(untrusted) as packed:
            names = set(packed.namelist())
            refuse_bombs(packed)
            if not workbook.is_one(packed, names):
                raise RefusalError("unsupported-kind", kind="an archive that is no spreadsheet")
            return workbook.first_sheet(packed, names)
    except BROKEN:
        raise RefusalError("document-damaged") from None


def _delimited(untrusted: bytes) -> list[Row]:
    read = decoded(untrusted)
    if read is None:
        raise RefusalError("encoding-unknown")
    sign = separator_of(read.text, whole=True)
    if sign is None:
        raise RefusalError("unsupported-kind", kind="a text that is no table with headings")
    try:
        return list(rows_of(read.text, sign))
    except csv.Error:
        raise RefusalError("document-damaged") from None
