"""Names, dates and numbers in the order in which a text gives them: what a translation keeps.

Whoever reports of the same event has the same names, and often the same dates. So these alone never prove an echo;
together with a credit they make it likely, and across languages they are worth a person's question where they agree
beyond that, in number and in order.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from amanat.core.dates.words import MONTHS
from amanat.core.echo.names_alike import sound
from amanat.core.echo.order import in_order
from amanat.core.echo.words import Word, Words
from amanat.core.reading.marks.lexicon import languages, word_list

_WEIGHTS = {"day": 3.0, "month": 2.0, "number": 1.0, "name": 1.0}
_SHORTEST_SOUND = 3
_SMALLEST = 3
"""Smaller numbers stand in every text."""
_SHORTEST_MONTH = 3

Fact = tuple[str, str]
"""Kind (``day``, ``month``, ``number``, ``name``) and what it is in any language: ``03-15``, ``2019-12``, ``31``."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """``shared``: each fact with the words for it in the left and the right report, in order of the left one.

    ``weight`` of what is shared, ``share`` of what the one with fewer facts has, ``order``: how many of the pairs of
    shared facts come in the same order, from 0 to 1; one half is chance.
    """

    shared: tuple[tuple[Fact, str, str], ...]
    weight: float
    share: float
    order: float

    @property
    def days(self) -> int:
        return sum(kind == "day" for (kind, _), _, _ in self.shared)


def agreement(left: Words, right: Words) -> Agreement:
    """What of the facts of two reports agrees."""
    ours, theirs = facts(left), facts(right)
    shared = [fact for fact in ours if fact in theirs]
    weight = _weight(shared)
    least = min(_weight(ours), _weight(theirs))
    places = {fact: place for place, fact in enumerate(theirs)}
    order = in_order(places[fact] for fact in shared)
    told = tuple((fact, ours[fact], theirs[fact]) for fact in shared)
    return Agreement(told, weight, round(weight / least, 3) if least else 0.0, round(order, 3))


def _weight(found: dict[Fact, str] | list[Fact]) -> float:
    return sum(_WEIGHTS[kind] for kind, _ in found)


def facts(words: Words) -> dict[Fact, str]:
    """Each fact once, in the order of the text, with the words for it."""
    found: dict[Fact, str] = {}
    for fact, said in _all(words):
        found.setdefault(fact, said)
    return found


def _all(words: Words) -> Iterator[tuple[Fact, str]]:
    at, each = 0, words.words
    months = _months(words.report.language)
    while at < len(each):
        taken, fact = _date(each, at, months) or _other(each[at])
        if fact is not None:
            yield fact, words.said(at, at + taken - 1)
        at += taken


def _date(words: tuple[Word, ...], at: int, months: tuple[tuple[str, int], ...]) -> tuple[int, Fact] | None:
    """``15 March``, ``March 15``, ``3月17日``; ``December 2019``, ``2019 жылдың желтоқсаны``. How many words, what."""
    one = words[at].plain
    two = words[at + 1].plain if at + 1 < len(words) else ""
    three = words[at + 2].plain if at + 2 < len(words) else ""
    if _is_day(one) and two == "月" and _is_day(three):
        return 3, ("day", f"{int(one):02}-{int(three):02}")
    if _is_day(one) and (month := _month(two, months)):
        return 2, ("day", f"{month:02}-{int(one):02}")
    if month := _month(one, months):
        if _is_day(two):
            return 2, ("day", f"{month:02}-{int(two):02}")
        if _is_year(two):
            return 2, ("month", f"{two}-{month:02}")
    if _is_year(one) and (month := _month(three, months)) and not _is_day(two):
        return 3, ("month", f"{one}-{month:02}")
    return None


def _other(word: Word) -> tuple[int, Fact | None]:
    if word.is_number and word.plain.isdecimal() and not _is_year(word.plain):
        value = int(word.plain[:9])
        return 1, ("number", str(value)) if value >= _SMALLEST else None
    if word.is_name and len(bones := sound(word.plain)) >= _SHORTEST_SOUND:
        return 1, ("name", bones[:4])
    return 1, None


def _is_day(plain: str) -> bool:
    return plain.isdecimal() and len(plain) <= 2 and 1 <= int(plain) <= 31


def _is_year(plain: str) -> bool:
    return plain.isdecimal() and len(plain) == 4 and plain[:2] in ("19", "20")


def _month(plain: str, months: tuple[tuple[str, int], ...]) -> int | None:
    if len(plain) < _SHORTEST_MONTH:
        return None
    return next((number for name, number in months if plain.startswith(name)), None)


@cache
def _months(language: str) -> tuple[tuple[str, int], ...]:
    """Beginnings of the months' names; of every language where the text's is not known."""
    if language == "en":
        return _ENGLISH
    if language in languages():
        return word_list(language).months or _ENGLISH
    found = dict(_ENGLISH)
    for each in languages():
        found.update(
            {name: number for name, number in word_list(each).months if len(name) >= _SHORTEST_MONTH}
        )
    return tuple(found.items())


_ENGLISH = tuple(
    (name.casefold()[:3] if name != "May" else "may", number) for number, name in enumerate(MONTHS, 1)
)
