"""Linking whole lists, from tables to pairs and groups, with nothing told but what stands in which column."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from amanat.core.linking.lists.candidates import Pairs, candidates
from amanat.core.linking.lists.codes import Categories, Codes
from amanat.core.linking.lists.columns import NAMES, Column, Kind, Table
from amanat.core.linking.lists.comparing import AT_ONCE, Progress, compared, levels_of, weighed_pairs
from amanat.core.linking.lists.days import Days
from amanat.core.linking.lists.estimating import Among, Model, estimated
from amanat.core.linking.lists.fields import Field, Levels, Part, Rows
from amanat.core.linking.lists.groups import JOINED, components, groups
from amanat.core.linking.lists.keeping import NOWHERE, Arrays, Keeping, once_done
from amanat.core.linking.lists.kin import of_one_word, relatives
from amanat.core.linking.lists.names import spelt_name
from amanat.core.linking.lists.places import Places
from amanat.core.linking.lists.repeated import repeated
from amanat.core.linking.lists.strangers import drawn, pairs_in_all
from amanat.core.linking.lists.taught import TAUGHT, Taught
from amanat.core.linking.lists.words import Words
from amanat.core.names.tokens import spellings

STRANGERS = 400_000
"""Pairs drawn by chance, to see how often strangers agree."""

LEARNT_FROM = 2_000_000
"""Candidates, evenly taken of all, that the worth of agreement is learnt from."""


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


def link(
    table: Table,
    told: Progress = lambda stage: None,
    keeping: Keeping = NOWHERE,
    taught: Taught = TAUGHT,
) -> Linked:
    """``told`` is called with each stage as it begins: raise in it to stop; with ``keeping``, the same call goes on
    from there. A table of no name and no code, or of fewer than two rows, has no pairs."""
    same = repeated(table)
    if not len(same.others):
        return _linked(table, told, keeping, taught)
    found = _linked(same.of(table), told, keeping, taught)
    left, right = same.kept[found.left], same.kept[found.right]
    return replace(found, left=left, right=right, group=same.whole(found.group))


def _linked(table: Table, told: Progress, keeping: Keeping, taught: Taught) -> Linked:
    lists, within = np.asarray(table.lists, np.int64), not table.each_once
    told("reading the columns")
    fields = list(fields_of(table, taught))
    parts = tuple(part for field in fields for part in field.parts)
    told("looking for pairs")
    pairs = _pairs(fields, lists, within, keeping)
    told("learning what agreement is worth")
    strangers = compared(fields, *drawn(lists, STRANGERS, within=within)).levels
    kin = [
        compared(fields, *of_one_word(each, STRANGERS)).levels for each in fields if isinstance(each, Words)
    ]
    step = max(1, -(-len(pairs) // LEARNT_FROM))
    some = levels_of(fields, pairs, step)
    every = Among(pairs_in_all(lists, within=within), len(table), 1 / step)
    model = estimated(parts, some, strangers, relatives(parts, kin[0] if kin else strangers[:, :0]), every)
    told(f"comparing {len(pairs)} pairs")
    odds, likely = weighed_pairs(fields, pairs, model, told, keeping)
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


def fields_of(table: Table, taught: Taught = TAUGHT) -> Iterator[Field]:
    """What is compared: all columns of names together, since one list has in two columns what another has in one."""
    cells = {column: list(table.cells[column.heading]) for column in table.columns}
    if names := [(column.kind, those) for column, those in cells.items() if column.kind in NAMES]:
        spelt = [spelt_name if kind is Kind.NAME else spellings for kind, _ in names]
        yield Words("name", [those for _, those in names], *spelt, taught=taught)
    for column, those in cells.items():
        if column.kind not in NAMES:
            yield _field(column, those, taught)


def _field(column: Column, cells: list[str], taught: Taught) -> Field:
    match column.kind:
        case Kind.BIRTH:
            return Days(column.heading, cells, taught)
        case Kind.PLACE:
            return Places(column.heading, cells, taught)
        case Kind.CODE:
            return Codes(column.heading, cells, taught)
        case _:
            return Categories(column.heading, cells, taught)


def _pairs(fields: list[Field], lists: Rows, within: bool, keeping: Keeping) -> Pairs:
    def found() -> Arrays:
        keys = [key for field in fields for key in field.places()]
        pairs = candidates(keys, lists, within=within)
        return {"codes": pairs.codes, "bits": np.array(pairs.bits)}

    arrays = once_done(keeping, "pairs", found)
    return Pairs(arrays["codes"], int(arrays["bits"]))


def _hanging_together(
    size: int, pairs: Pairs, odds: NDArray[np.float32]
) -> tuple[Rows, Rows, NDArray[np.float32]]:
    """The pairs, and their log-odds, of rows that likely pairs lead from one to the other."""
    reached = components(size, *pairs.rows(np.flatnonzero(odds >= JOINED)))
    inside = [np.zeros(0, np.int64)]
    for begin in range(0, len(pairs), AT_ONCE):
        left, right = pairs.rows(slice(begin, begin + AT_ONCE))
        inside.append(np.flatnonzero(reached[left] == reached[right]) + begin)
    at = np.concatenate(inside)
    return *pairs.rows(at), odds[at]
