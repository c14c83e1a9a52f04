"""Linking whole lists, from tables to pairs and groups, with nothing told but what stands in which column."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from amanat.core.linking.lists.abreast import abreast
from amanat.core.linking.lists.candidates import Pairs, candidates
from amanat.core.linking.lists.codes import Categories, Codes
from amanat.core.linking.lists.columns import NAMES, Column, Kind, Table
from amanat.core.linking.lists.days import Days
from amanat.core.linking.lists.estimating import Model, estimated, weighed
from amanat.core.linking.lists.fields import Compared, Field, Levels, Part, Rows
from amanat.core.linking.lists.groups import JOINED, components, groups
from amanat.core.linking.lists.kin import of_one_word, relatives
from amanat.core.linking.lists.names import spelt_name
from amanat.core.linking.lists.places import Places
from amanat.core.linking.lists.strangers import drawn, pairs_in_all
from amanat.core.linking.lists.words import Words
from amanat.core.names.tokens import spellings

STRANGERS = 400_000
"""Pairs drawn by chance, to see how often strangers agree."""

LEARNT_FROM = 2_000_000
"""Candidates, evenly taken of all, that the worth of agreement is learnt from."""

KEPT = -4.0
"""Log-odds below which a pair is forgotten once groups are made: less likely than two in a hundred."""

_AT_ONCE = 500_000
"""Candidates compared at once, which bounds the memory that it takes."""

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Linked:
    """``left``, ``right``: rows of likely pairs, the likeliest first; ``levels``: what was found (parts, pairs);
    ``nats``: what each speaks for or against (parts, pairs). ``group``: for each row the lowest row of its group."""

    left: Rows
    right: Rows
    odds: NDArray[np.float32]
    levels: Levels
    nats: NDArray[np.float32]
    group: Rows
    parts: tuple[Part, ...]
    model: Model
    compared: int
    """How many pairs were looked at."""

    @property
    def probability(self) -> NDArray[np.float64]:
        return np.asarray(1 / (1 + np.exp(-np.clip(self.odds.astype(float), -500, 500))))


def link(table: Table, told: Progress = lambda stage: None) -> Linked:
    """``told`` is called with each stage as it begins: raise in it to stop. A table of no name and no code, or of
    fewer than two rows, has no pairs."""
    lists, within = np.asarray(table.lists, np.int64), not table.each_once
    told("reading the columns")
    fields = list(fields_of(table))
    parts = tuple(part for field in fields for part in field.parts)
    told("looking for pairs")
    pairs = candidates([key for field in fields for key in field.places()], lists, within=within)
    told("learning what agreement is worth")
    strangers = compared(fields, *drawn(lists, STRANGERS, within=within)).levels
    kin = [
        compared(fields, *of_one_word(each, STRANGERS)).levels for each in fields if isinstance(each, Words)
    ]
    step = max(1, -(-len(pairs) // LEARNT_FROM))
    some = _in_parts(fields, pairs, step)
    every = max(pairs_in_all(lists, within=within), 1.0) / step
    model = estimated(parts, some, strangers, relatives(parts, kin[0] if kin else strangers[:, :0]), every)
    told(f"comparing {len(pairs)} pairs")
    odds, likely = weighed_pairs(fields, pairs, model, told)
    told("making groups")
    group = groups(
        len(table), *_hanging_together(len(table), pairs, odds), lists if table.each_once else None
    )
    order = np.argsort(-odds[likely.at], kind="stable")
    at = likely.at[order]
    return Linked(
        *pairs.rows(at),
        odds[at],
        likely.levels[:, order],
        likely.nats[:, order],
        group,
        parts,
        model,
        len(pairs),
    )


def fields_of(table: Table) -> Iterator[Field]:
    """What is compared: all columns of names together, since one list has in two columns what another has in one."""
    cells = {column: list(table.cells[column.heading]) for column in table.columns}
    if names := [(column.kind, those) for column, those in cells.items() if column.kind in NAMES]:
        spelt = [spelt_name if kind is Kind.NAME else spellings for kind, _ in names]
        yield Words("name", [those for _, those in names], *spelt)
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


def compared(fields: list[Field], left: Rows, right: Rows) -> Compared:
    found = [field.compared(left, right) for field in fields]
    return Compared(
        np.concatenate([each.levels for each in found]), np.concatenate([each.chances for each in found])
    )


def _in_parts(fields: list[Field], pairs: Pairs, step: int) -> Levels:
    """Levels of every ``step``-th pair."""
    every = np.arange(0, len(pairs), step)
    parts = np.split(every, range(_AT_ONCE, len(every), _AT_ONCE))
    return np.concatenate([compared(fields, *pairs.rows(at)).levels for at in parts], axis=1)


@dataclass(frozen=True, slots=True)
class Likely:
    """Pairs worth keeping: ``at`` which places of all; ``levels`` and ``nats`` (parts, pairs)."""

    at: Rows
    levels: Levels
    nats: NDArray[np.float32]


def weighed_pairs(
    fields: list[Field], pairs: Pairs, model: Model, told: Progress
) -> tuple[NDArray[np.float32], Likely]:
    """The log-odds of all pairs, and more only of the likely ones: there are fifty times as many others."""
    odds = np.empty(len(pairs), np.float32)

    def some(begin: int) -> Likely:
        found = compared(fields, *pairs.rows(slice(begin, begin + _AT_ONCE)))
        nats = weighed(model, found)
        mine = odds[begin : begin + _AT_ONCE]
        mine[:] = np.log(model.prior / (1 - model.prior)) + nats.sum(axis=0, dtype=np.float64)
        at = np.flatnonzero(mine >= KEPT)
        return Likely(at + begin, found.levels[:, at], nats[:, at])

    kept = []
    with closing(abreast(some, range(0, max(1, len(pairs)), _AT_ONCE))) as each_done:
        for each in each_done:
            kept.append(each)
            told(f"compared {min(len(kept) * _AT_ONCE, len(pairs))} of {len(pairs)} pairs")
    return odds, Likely(
        np.concatenate([each.at for each in kept]),
        np.concatenate([each.levels for each in kept], axis=1),
        np.concatenate([each.nats for each in kept], axis=1),
    )


def _hanging_together(
    size: int, pairs: Pairs, odds: NDArray[np.float32]
) -> tuple[Rows, Rows, NDArray[np.float32]]:
    """The pairs, and their log-odds, of rows that likely pairs lead from one to the other."""
    reached = components(size, *pairs.rows(np.flatnonzero(odds >= JOINED)))
    inside = [np.zeros(0, np.int64)]
    for begin in range(0, len(pairs), _AT_ONCE):
        left, right = pairs.rows(slice(begin, begin + _AT_ONCE))
        inside.append(np.flatnonzero(reached[left] == reached[right]) + begin)
    at = np.concatenate(inside)
    return *pairs.rows(at), odds[at]
