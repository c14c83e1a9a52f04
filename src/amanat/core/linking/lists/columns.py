"""What a list is to the linking: rows, and for each column what kind of thing stands in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What stands in a column. The headings of a list are its own; these are ours."""

    NAME = "name"
    """A person's whole name."""
    GIVEN = "given"
    FAMILY = "family"
    BIRTH = "birth"
    """A date of birth, or a part of one; any other date that is a person's for life."""
    PLACE = "place"
    CODE = "code"
    """Short signs that are mistyped: a postcode, the number of a card, a telephone, an address of e-mail."""
    CATEGORY = "category"
    """One of a few words that agree or do not: a sex, an occupation, the number of a house."""


NAMES = frozenset({Kind.NAME, Kind.GIVEN, Kind.FAMILY})


@dataclass(frozen=True, slots=True)
class Column:
    kind: Kind
    heading: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of all lists, one after another.

    ``cells``: for each heading, the cell of each row, "" where there is none. ``lists``: for each row, the number of
    the list it is of. ``each_once``: whoever gave the lists says that none of them has a person twice.
    """

    columns: tuple[Column, ...]
    cells: Mapping[str, Sequence[str]]
    lists: Sequence[int]
    each_once: bool = False

    def __post_init__(self) -> None:
        lengths = {len(self.cells[column.heading]) for column in self.columns} | {len(self.lists)}
        if len(lengths) != 1:
            raise ValueError("columns of different lengths")

    def __len__(self) -> int:
        return len(self.lists)
