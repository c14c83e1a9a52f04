"""Columns of signs that agree, differ by a slip, or begin alike: postcodes, numbers of cards, addresses of e-mail."""

from __future__ import annotations

import re

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from amanat.core.linking.lists.fields import Compared, Keys, Part, Rows, mixed, numbered, once
from amanat.core.linking.lists.rarity import by_chance
from amanat.core.linking.lists.taught import TAUGHT, Taught
from amanat.core.names.folding import folded

_LEVELS = (
    "nothing to compare",
    "they differ",
    "they begin alike",
    "they differ by two slips",
    "they differ by one slip",
    "the same",
)
_DIFFER, _BEGIN, _TWO, _ONE, _SAME = range(1, 6)
_STRANGERS = (1.0, 0.975, 0.02, 0.002, 0.001, 0.002)
_USUAL = 5e-4
_SHORTEST_FOR_TWO = 6
"""Signs of a code from which on two slips are still less than another code."""

_SPACE = re.compile(r"\s+")


class Codes:
    def __init__(self, called: str, cells: list[str], taught: Taught = TAUGHT) -> None:
        self.called = called
        groups = ((_DIFFER, _BEGIN, _TWO, _ONE, _SAME),)
        self.parts = (Part(called, _LEVELS, groups, taught.codes, _STRANGERS, of_kin=True),)
        raw = numbered(cells)
        self._values = numbered([_signs(text) for text in raw.texts])
        again = np.array([*self._values.number, -1])
        self._rows: Rows = np.where(raw.number >= 0, again[raw.number], -1)
        known = self._rows[self._rows >= 0]
        counts = np.bincount(known, minlength=len(self._values.texts))
        self._chances = by_chance(counts / max(1, len(known)), len(known), _USUAL)
        texts = self._values.texts
        self._begins = numbered([text[: _beginning(text)] for text in texts]).number
        self._lengths = np.array([len(text) for text in texts] or [0])

    def compared(self, left: Rows, right: Rows) -> Compared:
        ones, others = self._rows[left], self._rows[right]
        levels, chances = np.zeros(len(left), np.int8), np.zeros(len(left), np.float32)
        at = np.flatnonzero((ones >= 0) & (others >= 0))
        one, other, which = once(ones[at], others[at], len(self._chances) + 1)
        texts = self._values.texts
        slips = process.cpdist(
            [texts[each] for each in one], [texts[each] for each in other],
            scorer=OSA.distance, score_cutoff=2, dtype=np.uint8, workers=2,
        )  # fmt: skip
        long = np.minimum(self._lengths[one], self._lengths[other])
        found = np.select(
            [
                one == other,
                (slips == 1) & (long >= 3),
                (slips == 2) & (long >= _SHORTEST_FOR_TWO),
                self._begins[one] == self._begins[other],
            ],
            [_SAME, _ONE, _TWO, _BEGIN],
            _DIFFER,
        )
        levels[at] = found[which]
        chances[at] = np.where(found == _SAME, self._chances[one], 0)[which]
        return Compared(levels[None], chances[None])

    def places(self) -> list[Keys]:
        rows = np.flatnonzero(self._rows >= 0)
        values = self._rows[rows]
        return [
            Keys(self.called, rows, mixed(values, 1), alone=30),
            Keys(self.called, rows, mixed(self._begins[values], 2)),
        ]


def _signs(text: str) -> str:
    """Nothing where there is no letter and no figure: a dash is no number."""
    found = _SPACE.sub("", text.casefold())
    return found if any(map(str.isalnum, found)) else ""


def _beginning(text: str) -> int:
    """How much of a code is said to be its beginning: half of it, and three signs at least."""
    return max(3, len(text) // 2)


class Categories:
    """A column of words that agree or do not."""

    def __init__(self, called: str, cells: list[str], taught: Taught = TAUGHT) -> None:
        self.called = called
        self.parts = (
            Part(
                called,
                ("nothing to compare", "they differ", "the same"),
                ((1, 2),),
                taught.categories,
                (1.0, 0.6, 0.4),
                never_enough=True,
            ),
        )
        raw = numbered(cells)
        values = numbered([folded(text) for text in raw.texts])
        again = np.array([*values.number, -1])
        self._rows: Rows = np.where(raw.number >= 0, again[raw.number], -1)
        known = self._rows[self._rows >= 0]
        self._shares = np.bincount(known, minlength=len(values.texts)) / max(1, len(known))

    def compared(self, left: Rows, right: Rows) -> Compared:
        one, other = self._rows[left], self._rows[right]
        levels = np.where(one == other, 2, 1) * ((one >= 0) & (other >= 0))
        chances = np.where(levels == 2, self._shares[one] if len(self._shares) else 0.0, 0.0)
        return Compared(levels.astype(np.int8)[None], chances.astype(np.float32)[None])

    def places(self) -> list[Keys]:
        """None: of what so few words say, too many rows say the same."""
        return []
