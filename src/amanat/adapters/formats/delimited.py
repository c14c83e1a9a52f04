"""CSV to records: in whichever encoding, with whichever sign between the cells."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from amanat.adapters.formats.encoding import decoded
from amanat.adapters.formats.rows import Records, Row, add_table, is_heading
from amanat.adapters.sandbox.terms import RefusalError

_SIGNS = ",;\t|"
_LEAST_EVEN = 0.8
"""The share of rows that must have as many cells as the headings."""
_LONGEST_CELL = 2**20


def delimited(untrusted: bytes, options: Mapping[str, Any]) -> dict[str, Any]:
    """A table's text, or the text as it is where only its beginning looked like one. Raises RefusalError."""
    read = decoded(untrusted)
    if read is None:
        raise RefusalError("encoding-unknown")
    found = {"text": read.text, "encoding": read.encoding, "sure": read.sure, "replaced": read.replaced}
    sign = separator_of(read.text, whole=True)
    if sign is None:
        return {**found, "media_type": "text/plain", "hints": {}}
    records = Records()
    add_table(records, list(rows_of(read.text, sign)))
    positions = {"unit": "row", "marks": records.marks}
    return {**found, "text": records.text(), "media_type": "text/csv", "positions": positions, "hints": {}}


def separator_of(text: str, *, whole: bool = False) -> str | None:
    """The sign that parts the cells, if this is a table; ``whole``: not only the beginning of one.

    Prose has commas too, and now and then as many in each line: so the first row must read like headings, with
    no space behind its signs, and nearly all others have as many cells.
    """
    best = max(_SIGNS, key=lambda sign: text[: text.find("\n")].count(sign))
    try:
        rows = [cells for _, cells in rows_of(text, best) if any(cells)]
    except csv.Error:
        return None
    if not whole:
        rows = rows[:-1] if len(rows) > 2 else rows  # the last may be cut off
    if len(rows) < 2 or not is_heading(rows[0]) or len(rows[0]) < 2:
        return None
    if any(each[:1] == " " for each in rows[0][1:]) or not all(rows[0][:-1]):
        return None
    width = len(rows[0])
    even = Counter(len(cells) for cells in rows)[width]
    return best if even >= _LEAST_EVEN * len(rows) and even > 1 else None


def rows_of(text: str, sign: str) -> Iterator[Row]:
    """Rows with the number of their record, as spreadsheets count them."""
    csv.field_size_limit(_LONGEST_CELL)
    yield from enumerate(csv.reader(io.StringIO(text), delimiter=sign, skipinitialspace=False), 1)
