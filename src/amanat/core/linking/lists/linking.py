"""Linking whole lists, from tables to pairs and groups, with nothing told but what stands in which column."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from amanat.core.linking.lists.candidates import candidates, drawn, pairs_in_all
from amanat.core.linking.lists.codes import Categories, Codes
from amanat.core.linking.lists.columns import NAMES, Column, Kind, Table
from amanat.core.linking.lists.days import Days
from amanat.core.linking.lists.estimating import Model, estimated
from amanat.core.linking.lists.fields import Compared, Field, Part, Rows
from amanat.core.linking.lists.groups import groups
from amanat.core.linking.lists.places import Places
from amanat.core.linking.lists.words import Words
from amanat.core.names.tokens import spellings

STRANGERS = 400_000
"""Pairs drawn by chance, to see how often strangers agree."""

KEPT = -4.0
"""Log-odds below which a pair is forgotten once groups are made: less likely than two in a hundred."""

_AT_ONCE = 2_000_000
"""Candidates compared at once, which bounds the memory that it takes."""

_SURELY = 1e-9

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Linked:
    """``left``, ``right``: rows of likely pairs, the likeliest first; ``levels``: what was found (parts, pairs);
    ``nats``: what each speaks for or against (parts, pairs). ``group``: for each row the lowest row of its group."""

    left: Rows
    right: Rows
    odds: NDArray[np.float64]
    levels: NDArray[np.int8]
    nats: NDArray[np.float32]
    group: Rows
    parts: tuple[Part, ...]
    model: Model
    compared: int
    """How many pairs were looked at."""

    @property
    def probability(self) -> NDArray[np.float64]:
        return np.asarray(1 / (1 + np.exp(-np.clip(self.odds, -500, 500))))


def link(table: Table, told: Progress = lambda stage: None) -> Linked:
    """``told`` is called with each stage as it begins: raise in it to stop. A table of no name and no code, or of
    fewer than two rows, has no pairs."""
    lists, within = np.asarray(table.lists, np.int64), not table.each_once
    told("reading the columns")
    fields = list(fields_of(table))
    told("looking for pairs")
    left, right = candidates([key for field in fields for key in field.places()], lists, within=within)
    told("comparing strangers")
    strangers = _compared(fields, *drawn(lists, STRANGERS, within=within)).levels
    told(f"comparing {len(left)} pairs")
    found = _in_parts(fields, left, right, told)
    told("learning what agreement is worth")
    parts = tuple(part for field in fields for part in field.parts)
    model = estimated(parts, found.levels, strangers, max(pairs_in_all(lists, within=within), 1.0))
    nats = weighed(model, found)
    odds = np.log(model.prior / (1 - model.prior)) + nats.sum(axis=0, dtype=np.float64)
    told("making groups")
    group = groups(len(table), left, right, odds, lists if table.each_once else None)
    order = np.argsort(-odds, kind="stable")
    order = order[: int((odds >= KEPT).sum())]
    return Linked(
        left[order],
        right[order],
        odds[order],
        found.levels[:, order],
        nats[:, order],
        group,
        parts,
        model,
        len(left),
    )


def fields_of(table: Table) -> Iterator[Field]:
    """What is compared: all columns of names together, since one list has in two columns what another has in one."""
    cells = {column: list(table.cells[column.heading]) for column in table.columns}
    if names := [those for column, those in cells.items() if column.kind in NAMES]:
        yield Words("name", names, spellings)
    for column, those in cells.items():
        if column.kind not in NAMES:
            yield _field(column, those)


def _field(column: Column, cells: list[str]) -> Field:
    match column.kind:
        case Kind.BIRTH:
            return Days(column.heading, cells)
        case Kind.PLACE:
            return Places(column.heading, cells)
        case Kind.CODE:
            return Codes(column.heading, cells)
        case _:
            return Categories(column.heading, cells)


def _compared(fields: list[Field], left: Rows, right: Rows) -> Compared:
    found = [field.compared(left, right) for field in fields]
    return Compared(
        np.concatenate([each.levels for each in found]), np.concatenate([each.chances for each in found])
    )


def _in_parts(fields: list[Field], left: Rows, right: Rows, told: Progress) -> Compared:
    found = []
    for begin in range(0, max(1, len(left)), _AT_ONCE):
        to = begin + _AT_ONCE
        found.append(_compared(fields, left[begin:to], right[begin:to]))
        told(f"compared {min(to, len(left))} of {len(left)} pairs")
    return Compared(
        np.concatenate([each.levels for each in found], axis=1),
        np.concatenate([each.chances for each in found], axis=1),
    )


def weighed(model: Model, found: Compared) -> NDArray[np.float32]:
    """Nats for each part of each pair. Agreeing in what is rare says more than agreeing in what many have."""
    nats = np.zeros(found.levels.shape, np.float32)
    for part, (levels, chances) in enumerate(zip(found.levels, found.chances, strict=True)):
        by_value = np.log(model.same[part])[levels] - np.log(np.maximum(chances, _SURELY))
        nats[part] = np.where(chances > 0, by_value, model.weights(part)[levels])
    return nats
