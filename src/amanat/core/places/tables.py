"""The gazetteer's tables as they lie in the package: lines of tab-separated columns."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files


def lines_of(table: str) -> list[str]:
    """The lines of a table of this package, in its order."""
    return files("amanat.core.places").joinpath("tables", table).read_text("utf-8").splitlines()


def rows_of(table: str) -> Iterator[list[str]]:
    """The columns of every line that is not a comment."""
    return (line.split("\t") for line in lines_of(table) if line and not line.startswith("#"))


def listed(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several."""
    return tuple(cell.split("|")) if cell else ()
