"""What is kept of each report in an index, by place: the first one that came in is at 0."""

from __future__ import annotations

from array import array

import numpy as np
from numpy.typing import NDArray

from amanat.core.echo.prints import Print
from amanat.core.names.folding import folded

_SHARES_HELD = 1 << 18
"""Pairs of which it is known how much of their runs they share."""


class Column:
    """One word of each report, as a number: a whole column is compared at once."""

    def __init__(self) -> None:
        self.values: list[str] = []
        self._codes: dict[str, int] = {}
        self._cells = array("i")

    def add(self, value: str) -> None:
        if value not in self._codes:
            self._codes[value] = len(self.values)
            self.values.append(value)
        self._cells.append(self._codes[value])

    def __getitem__(self, place: int) -> str:
        return self.values[self._cells[place]]

    def are(self, value: str) -> NDArray[np.bool_]:
        """For every report, whether it has ``value``."""
        found: NDArray[np.bool_] = np.array(self._cells, dtype=np.int32) == self._codes.get(value, -1)
        return found


class Kept:
    """``levels``: who may read each report, in whatever words the keeper of the reports has for it."""

    def __init__(self) -> None:
        self.ids = array("q")
        self.places: dict[int, int] = {}
        self.prints: list[Print] = []
        self.outlets, self.languages, self.levels = Column(), Column(), Column()
        self._shares: dict[tuple[int, int], float] = {}

    def __len__(self) -> int:
        return len(self.ids)

    def add(self, report: int, outlet: str, language: str, level: str, made: Print) -> None:
        self.places[report] = len(self.ids)
        self.ids.append(report)
        self.prints.append(made)
        self.outlets.add(folded(outlet))
        self.languages.add(language)
        self.levels.add(level)

    def is_as(self, report: int, outlet: str, language: str, level: str) -> bool:
        """Whether the report is kept with this outlet, language and level."""
        place = self.places.get(report)
        if place is None:
            return False
        return (self.outlets[place], self.languages[place], self.levels[place]) == (
            folded(outlet),
            language,
            level,
        )

    def outlet_of(self, report: int) -> str:
        return self.outlets[self.places[report]]

    def print_of(self, report: int) -> Print:
        return self.prints[self.places[report]]

    def level_of(self, report: int) -> str:
        return self.levels[self.places[report]]

    def in_another_language(self, language: str) -> NDArray[np.bool_]:
        """For every report, whether it is known to be in another language than this one."""
        if not language:
            return np.zeros(len(self), dtype=np.bool_)
        found: NDArray[np.bool_] = ~(self.languages.are(language) | self.languages.are(""))
        return found

    def share(self, one: int, other: int) -> float:
        """The runs that two reports have in common, as a share of those of the shorter one."""
        found = self._shares.get((one, other))
        if found is None:
            if len(self._shares) >= _SHARES_HELD:
                self._shares.clear()
            ours, theirs = self.print_of(one).runs, self.print_of(other).runs
            common = len(np.intersect1d(ours, theirs, assume_unique=True))
            found = self._shares[one, other] = common / max(1, min(len(ours), len(theirs)))
        return found
