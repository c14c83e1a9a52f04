"""How often linking by sound joins persons who are not one, and how many of those who are one it brings together.

The task "by-sound" of benchmarks/linking.py. A casebook is composed of people who are nobody: given names
and fathers' or family names are drawn as unevenly as names are borne (a few by very many), each person stands in one
to six reports, each time in one of the scripts and spellings that the data has for the name. They come in one after
another and go through the two rules as the persons of reports do. Wrong is a join of two whose names cannot be one:
the given name, or the father's or family name beside it, is another, which shares no spelling with it in the data nor
in the table of common names. That two people bear one name is no error that a rule on names could see; how many such
joins there are is told beside.

Figure to reach: fewer than 1 in 200 joins wrong.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

from amanat.core.linking.joining import Partition
from amanat.core.linking.nearby import NearNames
from amanat.core.linking.sounding import proposals
from amanat.core.names.common import same_name
from amanat.core.names.folding import folded_name, is_full
from names.scoring import share
from names.tasks.composed import STYLES, Person, Record, Script, Style, Token, record
from names.tasks.people import Source, arabic_names, han_names, kazakh_names, russian_names, tested
from names.tasks.task import SEED
from speed.tables import mark, table

WRONG = 1 / 200
_EVENNESS = 5
"""The nth most common name is borne by 1 / (n + this) as many as there would be of the first."""

_REPORTS = (1, 1, 1, 2, 2, 3, 4, 6)
"""In how many reports a person stands, drawn evenly."""

_ENDS_A_FAMILY_NAME = re.compile("(?:[oe]va?|ogh?lo?u|ina?|zadeh?|zada|yan|skiy|chuk|enko|i)$")
"""Two of the lists mix given names and family names; nobody is called by a family name alone."""

_RAMADAN = {"ramadan", "ramazan", "ramdan", "ramdhan", "ramzan", "ramadhan"}
"""Forms of one name that share no spelling in the data."""

SOURCES: dict[str, tuple[Source, tuple[Script, ...], tuple[Style, ...]]] = {
    "Kazakh and Latin": (kazakh_names, ("latin", "latin", "kazakh"), STYLES),
    "Kazakh, Russian and Latin": (russian_names, ("latin", "kazakh", "russian"), STYLES),
    "Han, pinyin and Latin": (han_names, ("latin", "latin", "han", "pinyin"), STYLES[:1]),
    "Arabic and Latin": (arabic_names, ("latin", "latin", "arabic"), STYLES[:1]),
}


@dataclass(frozen=True)
class Mention:
    """A person in a report, which has no other; ``whose`` numbers those whom the casebook is about."""

    whose: int
    record: Record


@dataclass
class Linked:
    """``joins`` and ``shown`` by sound: whether each is right; ``namesakes``: right by name, of different people."""

    joins: list[bool] = field(default_factory=list)
    shown: list[bool] = field(default_factory=list)
    namesakes: int = 0
    compared: int = 0
    together: list[bool] = field(default_factory=list)
    """Of each two mentions of one person that are not written alike, whether they came together."""
    before: list[bool] = field(default_factory=list)
    """The same by the rule of the same folded name alone."""
    wrong: list[str] = field(default_factory=list)


def mentions(folder: Path, source: str, people: int) -> list[Mention]:
    draw = random.Random(f"{SEED} {source}")
    names, scripts, styles = SOURCES[source]
    given, family = (_ranked(tested(tokens), draw) for tokens in names(folder))
    given = [token for token in given if not any(map(_ENDS_A_FAMILY_NAME.search, token.latin))]
    found: list[Mention] = []
    for whose in range(people):
        person = Person(_drawn(given, draw), _drawn(family, draw), _drawn(given, draw), draw.random() < 0.5)
        for _ in range(draw.choice(_REPORTS)):
            found.append(Mention(whose, record(person, draw.choice(scripts), draw, styles)))
    draw.shuffle(found)
    return found


def _ranked(tokens: Sequence[Token], draw: random.Random) -> list[Token]:
    """The commonest first."""
    return draw.sample(list(tokens), len(tokens))


def _drawn(ranked: list[Token], draw: random.Random) -> Token:
    return draw.choices(ranked, [1 / (rank + _EVENNESS) for rank in range(len(ranked))])[0]


def linked(casebook: Sequence[Mention]) -> Linked:
    found, near, firsts = Linked(), NearNames(), dict[str, int]()
    known, alone = Partition(range(len(casebook))), Partition(range(len(casebook)))
    names = {number: (each.record.text,) for number, each in enumerate(casebook)}
    reports = {number: number for number in names}
    for number, each in enumerate(casebook):
        folded = folded_name(each.record.text)
        first = firsts.setdefault(folded, number)
        if first != number and is_full(folded):
            known.join(first, number)
            alone.join(first, number)
        elif first == number:
            others = near.near(each.record.text)
            near.add(number, each.record.text)
            found.compared += len(others)
            _tally(found, casebook, proposals(number, others, known, reports, names))
    found.together, found.before = (list(_together(casebook, groups)) for groups in (known, alone))
    return found


def _tally(found: Linked, casebook: Sequence[Mention], made: Sequence[Any]) -> None:
    for each in made:
        one, other = casebook[each.left], casebook[each.right]
        same_person = one.whose == other.whose
        right = same_person or can_be_one(one.record, other.record)
        (found.joins if each.same else found.shown).append(right)
        found.namesakes += each.same and right and not same_person
        if each.same and not right:
            found.wrong.append(f"{one.record.text} | {other.record.text}")


def can_be_one(one: Record, other: Record) -> bool:
    """Whether the given names are forms of one, and some second part of the one name and of the other; or what is
    written is one name, though one list means by its first part what the other means by its second."""
    written = [[_token(each, part) for part in each.style.split()] for each in (one, other)]
    if len(written[0]) == len(written[1]) and all(map(_is_one, *written)):
        return True
    seconds = [
        [_token(each, part) for part in each.style.split() if part != "given"] for each in (one, other)
    ]
    return _is_one(one.person.given, other.person.given) and any(
        _is_one(mine, theirs) for mine in seconds[0] for theirs in seconds[1]
    )


def _token(record: Record, part: str) -> Token:
    token: Token = getattr(record.person, part)
    return token


def _is_one(one: Token, other: Token) -> bool:
    if one.keys & other.keys or one is other:
        return True
    alike = (
        same_name(left, right) or {left, right} <= _RAMADAN for left in one.latin for right in other.latin
    )
    return any(alike)


def _together(casebook: Sequence[Mention], groups: Partition[int]) -> Iterator[bool]:
    of: dict[int, list[int]] = {}
    for number, each in enumerate(casebook):
        of.setdefault(each.whose, []).append(number)
    for those in of.values():
        for one, other in combinations(those, 2):
            if folded_name(casebook[one].record.text) != folded_name(casebook[other].record.text):
                yield other in groups.group(one)


def by_sound(folder: Path, people: int) -> tuple[dict[str, Any], bool]:
    """The figures, printed as a table on the way, and whether the one to reach is reached. ``people``: of each kind."""
    found = {source: linked(mentions(folder, source, people)) for source in SOURCES}
    everything = [right for each in found.values() for right in each.joins]
    wrong = share([not right for right in everything])
    rows = [_row(source, each) for source, each in found.items()]
    heads = ("names", "compared", "joined", "wrong", "namesakes", "shown", "right", "found", "before")
    print(table(heads, rows))
    held = wrong.value < WRONG
    print(f"\nWrong joins: {wrong.value:.2%} ({wrong.low:.2%} to {wrong.high:.2%}) of {len(everything)}; "
          f"wanted under {WRONG:.2%}: {mark(held)}")  # fmt: skip
    for source, each in found.items():
        print("\n".join(f"  wrong, {source}: {pair}" for pair in each.wrong[:10]))
    figures = {source: _figures(each) for source, each in found.items()}
    return {"people": people, "sources": figures, "wrong": [wrong.value, wrong.low, wrong.high]}, held


def _row(source: str, found: Linked) -> tuple[object, ...]:
    figures = _figures(found)
    shares = (f"{figures[key]:.1%}" for key in ("shown right", "found", "found before"))
    counted = (found.compared, len(found.joins), found.joins.count(False), found.namesakes, len(found.shown))
    return (source, *counted, *shares)


def _figures(found: Linked) -> dict[str, float]:
    def part(of: list[bool]) -> float:
        return Counter(of)[True] / max(1, len(of))

    return {
        "compared": found.compared,
        "joined": len(found.joins),
        "wrong": found.joins.count(False),
        "namesakes": found.namesakes,
        "shown": len(found.shown),
        "shown right": part(found.shown),
        "found": part(found.together),
        "found before": part(found.before),
    }
