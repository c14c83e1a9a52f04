"""Dates of birth in lists: exact, slips of one digit, day and month changed about, only the year."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from amanat.core.linking.lists.fields import (
    Compared,
    Keys,
    Levels,
    Part,
    Rows,
    mixed,
    numbered,
    once,
)
from amanat.core.linking.lists.rarity import by_chance
from amanat.core.linking.lists.taught import TAUGHT, Taught

_LEVELS = (
    "no date to compare",
    "the dates differ",
    "the years differ by one or two",
    "only the year is the same",
    "two of day, month and year are the same",
    "the years differ by a slip, day and month are the same",
    "the dates differ by one slip, or day and month are changed about",
    "the same date",
    "the years differ, of which one is all that is known",
    "the years differ by one or two, of which one is all that is known",
    "the same year, which is all that is known of one",
)
_DIFFER, _NEAR, _YEAR, _TWO, _YEAR_SLIP, _SLIP, _SAME, _YEARS_DIFFER, _YEARS_NEAR, _YEARS_SAME = range(1, 11)
_GROUPS = ((_DIFFER, _NEAR, _YEAR, _TWO, _YEAR_SLIP, _SLIP, _SAME), (_YEARS_DIFFER, _YEARS_NEAR, _YEARS_SAME))
_STRANGERS = (1.0, 0.92, 0.06, 0.014, 0.003, 0.001, 0.001, 0.0005, 0.92, 0.06, 0.02)

_NUMBER = re.compile(r"\d+")
_WORD = re.compile("[a-z]{3}")
_MONTHS = {
    name: f"{at:02}" for at, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)
}

_USUAL_YEAR, _USUAL_DAY = 1 / 60, 1 / 300
_USUAL = _USUAL_YEAR * _USUAL_DAY
"""How likely two strangers were born in the same year, and on the same day of it: not all are as common."""

_YEARS_OF_A_SLIP = 0.15
"""The share of strangers' years that one slip makes of each other: about a dozen in the eighty that most lists span."""

Day = tuple[str, str, str]
"""Year, month and day in digits, each "" where it is not said. They need be none that a calendar has."""


class Days:
    """A column of dates, in figures or with English months, in whichever order the column has them."""

    def __init__(self, called: str, cells: list[str], taught: Taught = TAUGHT) -> None:
        self.called = called
        apart = (_DIFFER, _NEAR, _YEARS_DIFFER)
        self.parts = (Part(called, _LEVELS, _GROUPS, taught.days, _STRANGERS, apart=apart),)
        values = numbered(cells)
        days = days_of(values.texts)
        known = [day if day[0] else ("", "", "") for day in days]
        self._values = numbered(["-".join(day) if day[0] else "" for day in known])
        again = np.array([*self._values.number, -1])
        self._rows: Rows = np.where(values.number >= 0, again[values.number], -1)
        dated = self._rows[self._rows >= 0]
        shares = np.bincount(dated, minlength=len(self._values.texts)) / max(1, len(dated))
        self._dates = by_chance(shares, len(dated), _USUAL)
        split = [text.split("-") for text in self._values.texts]
        self._figures = np.array([[int(each or -1) for each in day] for day in split] or [[-1] * 3], np.int64)
        self._digits = _digits_of(self._figures)
        year, month, day = self._figures.T
        self._years = by_chance(_shares_of(year, shares), len(dated), _USUAL_YEAR)
        self._in_year = by_chance(_shares_of(month * 100 + day, shares), len(dated), _USUAL_DAY)

    def compared(self, left: Rows, right: Rows) -> Compared:
        ones, others = self._rows[left], self._rows[right]
        levels = np.zeros(len(left), np.int8)
        chances = np.zeros(len(left), np.float32)
        at = np.flatnonzero((ones >= 0) & (others >= 0))
        one, other, which = once(ones[at], others[at], len(self._dates) + 1)
        found = self._levels(one, other)
        chance = np.where(found == _SAME, self._dates[one], 0)
        chance = np.where(found == _YEARS_SAME, self._years[one], chance)
        same_in_year = (self._figures[one, 1:] == self._figures[other, 1:]).all(axis=1)
        chance = np.where((found == _TWO) & same_in_year, self._in_year[one], chance)
        chance = np.where(found == _YEAR_SLIP, self._in_year[one] * _YEARS_OF_A_SLIP, chance)
        levels[at], chances[at] = found[which], chance[which]
        return Compared(levels[None], chances[None])

    def _levels(self, one: Rows, other: Rows) -> Levels:
        mine, theirs = self._figures[one], self._figures[other]
        same = mine == theirs
        apart = np.abs(mine[:, 0] - theirs[:, 0])
        swapped = same[:, 0] & (mine[:, 1] == theirs[:, 2]) & (mine[:, 2] == theirs[:, 1])
        slip = is_slip(self._digits[one], self._digits[other])
        whole = (mine >= 0).all(axis=1) & (theirs >= 0).all(axis=1)
        full = np.select(
            [
                one == other,
                slip & same[:, 1:].all(axis=1),
                slip | swapped,
                same.sum(axis=1) >= 2,
                same[:, 0],
                apart <= 2,
            ],
            [_SAME, _YEAR_SLIP, _SLIP, _TWO, _YEAR, _NEAR],
            _DIFFER,
        )
        part = np.select([apart == 0, apart <= 2], [_YEARS_SAME, _YEARS_NEAR], _YEARS_DIFFER)
        return np.where(whole, full, part).astype(np.int8)

    def places(self) -> list[Keys]:
        rows = np.flatnonzero(self._rows >= 0)
        values = self._rows[rows]
        year, month, day = self._figures[values].T
        whole = (month >= 0) & (day >= 0)
        return [
            Keys(self.called, rows[whole], mixed(values[whole], 1), alone=30),
            Keys(self.called, rows, mixed(year, 2)),
            Keys(self.called, rows[whole], mixed((month * 100 + day)[whole], 3)),
        ]


def _digits_of(figures: NDArray[np.int64]) -> NDArray[np.int8]:
    """(dates, 8): of year, month and day; only those of whole dates mean anything."""
    whole = figures @ np.array([10_000, 100, 1])
    return np.asarray(whole[:, None] // 10 ** np.arange(7, -1, -1) % 10, np.int8)


def is_slip(one: NDArray[np.int8], other: NDArray[np.int8]) -> NDArray[np.bool_]:
    """One digit is another, or two beside each other are changed about."""
    unlike = one != other
    count = unlike.sum(axis=1)
    changed = unlike[:, 1:] & unlike[:, :-1] & (one[:, 1:] == other[:, :-1]) & (one[:, :-1] == other[:, 1:])
    return np.asarray((count == 1) | ((count == 2) & changed.any(axis=1)))


def _shares_of(values: Rows, shares: NDArray[np.float64]) -> NDArray[np.float64]:
    """For each value, the sum of the shares of all that are like it."""
    if not len(shares):
        return np.zeros(len(values))
    _, which = np.unique(values, return_inverse=True)
    return np.asarray(np.bincount(which, weights=shares)[which], float)


def days_of(texts: Iterable[str]) -> list[Day]:
    """Each text as a date. Which of two figures is the day is asked of the whole column: where the first is now and
    then above twelve, and the second never is, the first is."""
    found = [_figures(text) for text in texts]
    first = sum(int(two[0]) > 12 for _, two, _ in found if len(two) == 2)
    second = sum(int(two[1]) > 12 for _, two, _ in found if len(two) == 2)
    ahead = sum(is_ahead for year, two, is_ahead in found if year and len(two) == 2)
    behind = sum(not is_ahead for year, two, is_ahead in found if year and len(two) == 2)
    day_first = first > second if first != second else behind > ahead
    return [_day(year, two, day_first) for year, two, _ in found]


def _day(year: str, two: list[str], day_first: bool) -> Day:
    if len(two) == 2 and day_first:
        two = two[::-1]
    month, day = (*(each.zfill(2) for each in two), "", "")[:2]
    return year, month, day


def _figures(text: str) -> tuple[str, list[str], bool]:
    """The year, the other figures as they stand, and whether the year stands before them."""
    text = unicodedata.normalize("NFKC", text).casefold()
    digits = "".join(str(unicodedata.digit(each)) if each.isdigit() else each for each in text)
    numbers = _NUMBER.findall(digits)
    months = [_MONTHS[word] for word in _WORD.findall(digits) if word in _MONTHS][:1]
    if len(numbers) == 1 and len(numbers[0]) == 8:
        whole = numbers[0]
        return whole[:4], [whole[4:6], whole[6:]], True
    year = next((each for each in numbers if len(each) == 4), "")
    others = [each for each in numbers if len(each) <= 2][:2]
    is_ahead = bool(numbers) and numbers[0] == year
    if months:
        return year, [*months, *others[:1]] if is_ahead else [*others[:1], *months], is_ahead
    return year, others, is_ahead
