"""Each row of a logged table against the digest in the newest entry that names it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.db import models

from amanat.actions.findings import Finding, Progress, Wrong
from amanat.actions.verify_log import STEP
from amanat.store.canonical_rows import row_digest, table_of
from amanat.store.models import LOGGED, LogEntry

Said = dict[str, dict[int, tuple[int, str]]]
"""Table and primary key -> the newest entry that names the row, and the digest in it."""


def check_rows() -> Iterator[Finding | Progress]:
    said, salts = _said()
    differing: dict[tuple[str, int], models.Model] = {}
    for model in LOGGED:
        table = table_of(model)
        entries = said.pop(table, {})
        total = len(entries)
        rows = model._default_manager.order_by("pk").iterator(chunk_size=100)
        for done, row in enumerate(rows, 1):
            entry, digest = entries.pop(row.pk, (-1, ""))
            if entry < 0:
                yield _finding(table, row.pk, Wrong.ADDED, "is not named by any entry of the log")
            elif row_digest(salts[entry], row) != digest:
                differing[table, row.pk] = row
            if done % STEP == 0:
                yield Progress(table, done, total)
        for pk, (entry, _) in entries.items():
            yield _finding(
                table, pk, Wrong.REMOVED, f"was written by entry {entry} of the log and is not there"
            )
    yield from _of_no_table(said)
    yield from _tell(differing)


def _said() -> tuple[Said, dict[int, bytes]]:
    said: Said = defaultdict(dict)
    salts: dict[int, bytes] = {}
    for index, salt, rows in _entries():
        salts[index] = salt
        for table, named in rows.items():
            said[table].update({pk: (index, digest) for pk, digest in named})
    return said, salts


def _entries() -> Iterator[tuple[int, bytes, dict[str, list[tuple[int, str]]]]]:
    """Index, salt and rows of each entry; one that can't be read (verify_log tells of it) names none."""
    for index, salt, body in (
        LogEntry.objects.order_by("index").values_list("index", "salt", "body").iterator(chunk_size=100)
    ):
        try:
            rows = json.loads(body)["rows"]
        except (ValueError, KeyError, TypeError):
            rows = {}
        yield index, bytes(salt), rows


def _of_no_table(said: Said) -> Iterable[Finding]:
    for table, entries in said.items():
        yield Finding(
            "row", table, Wrong.BROKEN, f"The log names {len(entries)} rows of {table}, an unknown table."
        )


def _tell(differing: dict[tuple[str, int], models.Model]) -> Iterator[Finding]:
    """Whether a row that differs is as an earlier entry had it: one more walk of the log, where need be."""
    former: dict[tuple[str, int], int] = {}
    for index, salt, rows in _entries() if differing else ():
        for table, named in rows.items():
            for pk, digest in named:
                row = differing.get((table, pk))
                if row is not None and row_digest(salt, row) == digest:
                    former[table, pk] = index
    for table, pk in differing:
        if (table, pk) in former:
            words = f"is as entry {former[table, pk]} of the log wrote it, and a later entry wrote it anew"
            yield _finding(table, pk, Wrong.PUT_BACK, words)
        else:
            yield _finding(table, pk, Wrong.CHANGED, "is not what the log says was written")


def _finding(table: str, pk: int, wrong: Wrong, words: str) -> Finding:
    return Finding("row", f"{table} {pk}", wrong, f"Row {pk} of table {table} {words}.")
