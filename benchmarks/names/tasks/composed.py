"""People who are nobody: names composed of tokens by a fixed seed, and how each script would write them."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Script = Literal["kazakh", "latin", "russian", "pinyin", "han", "arabic"]
Style = Literal["given family", "family given", "given father", "family given father"]

# How a record may be asked for: another order, or without the patronymic that it has.
_ASKED: dict[Style, tuple[Style, ...]] = {
    "given family": ("given family", "family given"),
    "family given": ("given family", "family given"),
    "given father": ("given father",),
    "family given father": ("given family", "family given father"),
}
STYLES: tuple[Style, ...] = tuple(_ASKED)
# Patronymics of daughters and sons. None: the father's name alone, as Kazakhs of China are often registered.
_MARKERS: dict[Script, tuple[tuple[str | None, ...], tuple[str | None, ...]]] = {
    "kazakh": (("қызы",), ("ұлы",)),
    "latin": (("kyzy", "qizi", None), ("uly", "oghli", None)),
    "russian": (("кызы", "овна"), ("улы", "ович")),
}
_FEMININE = {"kazakh": "а", "latin": "a", "russian": "а"}
_TAKES_FEMININE = ("ов", "ев", "ин", "ov", "ev", "in")


@dataclass(frozen=True)
class Token:
    """A name's spellings by script, its folded Latin ones, and the keys that it shares with a name it can be."""

    spellings: dict[Script, tuple[str, ...]]
    latin: frozenset[str]
    keys: frozenset[str]


@dataclass(frozen=True)
class Person:
    given: Token
    family: Token
    father: Token
    is_woman: bool


@dataclass(frozen=True)
class Record:
    """A person as one list has them."""

    person: Person
    style: Style
    text: str


def draw_people(
    given: Sequence[Token], family: Sequence[Token], count: int, draw: random.Random
) -> list[Person]:
    """So many, no two with the same given and family name."""
    seen: set[tuple[int, int]] = set()
    found: list[Person] = []
    while len(found) < min(count, len(given) * len(family) // 2):
        pair = (draw.randrange(len(given)), draw.randrange(len(family)))
        if pair not in seen:
            seen.add(pair)
            father = draw.choice(given)
            found.append(Person(given[pair[0]], family[pair[1]], father, draw.random() < 0.5))
    return found


def record(person: Person, script: Script, draw: random.Random, styles: Sequence[Style] = STYLES) -> Record:
    style = draw.choice(styles)
    return Record(person, style, _written(person, style, script, draw))


def asked_for(known: Record, script: Script, draw: random.Random, styles: Sequence[Style] = STYLES) -> Record:
    """The same person as another list may have them."""
    allowed = [style for style in _ASKED[known.style] if style in styles]
    return record(known.person, script, draw, allowed)


class Homonyms:
    """Which records can be the person asked for: the tokens that both show are the same or share a spelling.

    Two tokens in the other order are the same name too: a list does not say which of them is the family's.
    """

    def __init__(self, records: Sequence[Record]) -> None:
        self._by_key: defaultdict[str, list[Record]] = defaultdict(list)
        for each in records:
            for key in each.person.given.keys | each.person.family.keys:
                self._by_key[key].append(each)

    def of(self, asked: Record) -> frozenset[str]:
        near = (each for key in asked.person.given.keys for each in self._by_key[key])
        return frozenset(each.text for each in near if _can_be(asked, each))


def _can_be(one: Record, other: Record) -> bool:
    shown = [set(each.style.split()) for each in (one, other)]
    parts = sorted(shown[0] & shown[1])
    if len(parts) > 1 and all(
        _share(getattr(one.person, each), getattr(other.person, each)) for each in parts
    ):
        return True
    turned = all(each == {"given", "family"} for each in shown)
    first, second = one.person, other.person
    return turned and _share(first.given, second.family) and _share(first.family, second.given)


def _share(one: Token, other: Token) -> bool:
    return bool(one.keys & other.keys)


def _written(person: Person, style: Style, script: Script, draw: random.Random) -> str:
    between = "·" if script == "han" else " "
    return between.join(_part(person, part, script, draw) for part in style.split())


def _part(person: Person, part: str, script: Script, draw: random.Random) -> str:
    if part == "given":
        return _spelt(person.given, script, draw)
    return _family(person, script, draw) if part == "family" else _patronymic(person, script, draw)


def _spelt(token: Token, script: Script, draw: random.Random) -> str:
    return draw.choice(token.spellings[script])


def _family(person: Person, script: Script, draw: random.Random) -> str:
    """With a daughter's ending, where the name is one of the Kazakh list, whose names are a man's."""
    name = _spelt(person.family, script, draw)
    if "kazakh" not in person.family.spellings:
        return name
    return name + _FEMININE[script] if person.is_woman and name.endswith(_TAKES_FEMININE) else name


def _patronymic(person: Person, script: Script, draw: random.Random) -> str:
    name = _spelt(person.father, script, draw)
    marker = draw.choice(_MARKERS[script][0 if person.is_woman else 1])
    return name + marker if marker else name
