"""Rows that are the same in every column, many times over: the first few are compared, and stand for the others.

What forty rows have in common is too common to look for pairs by, and all their pairs would say one thing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from amanat.core.linking.lists.columns import Table
from amanat.core.linking.lists.fields import Rows

COMPARED = 20
"""Of rows that are the same, how many are compared."""


@dataclass(frozen=True, slots=True)
class Repeated:
    """``kept``: rows that are compared, in order; ``others``: rows that are not, and for each the ``first`` and the
    ``second`` of those that are the same."""

    kept: Rows
    others: Rows
    first: Rows
    second: Rows

    def whole(self, group: Rows) -> Rows:
        """The groups of all rows, from those of the rows that are kept: the others go with the first of the same, where
        that and the second are one person's by what they say, and else with nobody."""
        found = np.arange(len(self.kept) + len(self.others))
        found[self.kept] = self.kept[group]
        together = found[self.first] == found[self.second]
        found[self.others[together]] = found[self.first[together]]
        return found

    def of(self, table: Table) -> Table:
        """The rows that are kept."""
        rows = self.kept.tolist()
        cells = {heading: [those[row] for row in rows] for heading, those in table.cells.items()}
        return replace(table, cells=cells, lists=[table.lists[row] for row in rows])


def repeated(table: Table) -> Repeated:
    """No row is another's where no list has a person twice: what is the same is then two people's by what was said."""
    held: dict[tuple[str, ...], list[int]] = {}
    columns = [table.cells[column.heading] for column in table.columns]
    kept, others = [], []
    for row, values in enumerate(zip(*columns, strict=True)):
        same = held.setdefault(values, [])
        if len(same) < COMPARED or table.each_once:
            same.append(row)
            kept.append(row)
        else:
            others.append((row, same[0], same[1]))
    return Repeated(np.array(kept, np.int64), *np.array(others, np.int64).reshape(-1, 3).T)
