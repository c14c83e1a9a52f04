"""Linking whole lists: files in, likely pairs and groups out, with their reasons. Nothing enters a casebook."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from amanat import __version__
from amanat.adapters.formats.lists import ReadList, read_list
from amanat.adapters.kept_work import KeptWork
from amanat.core.linking.lists.columns import Column, Table
from amanat.core.linking.lists.comparing import Progress
from amanat.core.linking.lists.linking import Linked, link
from amanat.core.linking.lists.telling import reasons
from amanat.core.list_errors import NoColumnError


@dataclass(frozen=True)
class ListsLinked:
    lists: tuple[ReadList, ...]
    table: Table
    linked: Linked
    least: float
    """The probability from which on a pair is told."""
    work: KeptWork | None = None
    """What was kept on the way."""

    def where(self, row: int) -> dict[str, object]:
        """The file a row of the table is of, and its number there."""
        of = self.table.lists[row]
        before = sum(len(each.numbers) for each in self.lists[:of])
        return {"file": self.lists[of].name, "row": self.lists[of].numbers[row - before]}

    @property
    def count(self) -> int:
        """How many pairs are told."""
        return int((self.linked.probability >= self.least).sum())

    def pairs(self) -> Iterator[dict[str, Any]]:
        """The likeliest first."""
        likely = self.linked.probability
        for at in range(self.count):
            left, right = int(self.linked.left[at]), int(self.linked.right[at])
            yield {
                "left": self.where(left),
                "right": self.where(right),
                "probability": round(float(likely[at]), 4),
                "one_group": bool(self.linked.group[left] == self.linked.group[right]),
                "reasons": list(reasons(self.table, self.linked, at)),
            }

    def groups(self) -> list[list[dict[str, object]]]:
        """Those of two rows or more."""
        found: dict[int, list[int]] = {}
        for row, group in enumerate(self.linked.group.tolist()):
            found.setdefault(group, []).append(row)
        return [[self.where(row) for row in rows] for rows in found.values() if len(rows) > 1]

    def as_lines(self) -> Iterator[str]:
        """``as_json`` as text, a pair a line, so that a million pairs need not be held at once."""
        head = json.dumps(self._counts(), ensure_ascii=False)
        yield f'{head[:-1]}, "pairs": ['
        for at, pair in enumerate(self.pairs()):
            yield f"{',' if at else ''}\n{json.dumps(pair, ensure_ascii=False)}"
        yield f'\n], "groups": {json.dumps(self.groups(), ensure_ascii=False)}}}\n'

    def done(self) -> None:
        """To be called when what was found is safe: what was kept on the way is not needed any more."""
        if self.work is not None:
            self.work.done()

    def _counts(self) -> dict[str, Any]:
        return {
            "files": [{"name": each.name, "rows": len(each.numbers)} for each in self.lists],
            "compared": self.linked.compared,
        }

    def as_json(self) -> dict[str, Any]:
        return {**self._counts(), "pairs": list(self.pairs()), "groups": self.groups()}


def link_lists(
    paths: Sequence[Path],
    columns: Sequence[Column],
    *,
    each_once: bool = False,
    least: float = 0.5,
    told: Progress = lambda stage: None,
    keep: Path | None = None,
) -> ListsLinked:
    """``columns``: what is compared, and what it is; a list may lack one that another list has. ``told``: each stage
    as it begins. ``keep``: a folder for what is done, so that the same call goes on there after it
    was stopped; it stays until ``done``. Raises FormatError, NoListError, NoColumnError, StorageError."""
    lists = tuple(read_list(path) for path in paths)
    for column in columns:
        if not any(column.heading in each.headings for each in lists):
            raise NoColumnError(
                lists[0].name,
                heading=column.heading,
                headings=", ".join(filter(None, lists[0].headings)) or "none",
            )
    table = table_of(lists, columns, each_once=each_once)
    if keep is None:
        return ListsLinked(lists, table, link(table, told), least)
    work = KeptWork(keep, _digest(table))
    return ListsLinked(lists, table, link(table, told, work), least, work)


def _digest(table: Table) -> str:
    """Of all that decides what is found: the columns, the cells, and how this version of the program looks at them."""
    whole = hashlib.sha256(repr((__version__, table.columns, table.each_once)).encode())
    for column in table.columns:
        for cell in table.cells[column.heading]:
            content = cell.encode("utf-8", "surrogatepass")
            whole.update(f"{len(content)}:".encode() + content)
    whole.update(repr(list(table.lists)).encode())
    return whole.hexdigest()[:32]


def table_of(lists: Sequence[ReadList], columns: Sequence[Column], *, each_once: bool) -> Table:
    cells = {
        column.heading: [cell for each in lists for cell in _cells(each, column.heading)]
        for column in columns
    }
    numbers = [at for at, each in enumerate(lists) for _ in each.numbers]
    return Table(tuple(columns), cells, numbers, each_once)


def _cells(of: ReadList, heading: str) -> list[str]:
    if heading not in of.headings:
        return [""] * len(of.numbers)
    at = of.headings.index(heading)
    return [row[at].strip() for row in of.untrusted_rows]
