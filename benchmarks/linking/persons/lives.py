"""Lives of people who are nobody: what is true of each, before any report tells of it.

Some are brothers and sisters, who share father, mother, home, and often the day of arrest; some bear another's whole
name and have a life of their own. Many are held in the same few camps, in waves.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from amanat.core.names.parsing import parse
from linking.persons.bearing import Bearable, Names
from linking.persons.places import Where, World

Thing = TypeVar("Thing")

_SIBLINGS, _NAMESAKES = 0.18, 0.03
_TAKEN_TOGETHER = 0.35
_PEOPLES = {"Uyghur": 48, "Kazakh": 38, "Kyrgyz": 7, "Hui": 4, "Tatar": 3}
_WAVES = (
    date(2014, 8, 1),
    date(2016, 11, 1),
    date(2017, 4, 1),
    date(2017, 9, 1),
    date(2018, 3, 1),
    date(2019, 6, 1),
)
_OCCUPATIONS = (
    "farmer", "herder", "teacher", "student", "trader", "businessman", "housewife", "imam", "driver", "journalist",
    "doctor", "nurse", "worker", "retired", "civil servant", "cook", "shopkeeper", "engineer", "police officer",
    "veterinary assistant", "goldsmith", "folk singer", "dutar maker", "university lecturer in literature", "poet",
    "pharmacist", "carpet weaver", "electrician", "crane operator", "book publisher", "website editor", "surgeon",
    "restaurant owner", "accountant", "truck mechanic", "wedding photographer", "beekeeper", "football player",
    "court interpreter", "kindergarten head",
)  # fmt: skip
"""The commonest first."""


@dataclass(frozen=True, eq=False)
class Relative:
    """``relation``: what they are to the person (core/linking/record.Kin)."""

    relation: str
    given: Bearable
    family: Bearable


@dataclass(frozen=True, eq=False)
class Deed:
    kind: str
    begin: date
    end: date | None
    where: Where | None


@dataclass(frozen=True, eq=False)
class Life:
    given: Bearable
    family: Bearable
    father: Bearable
    sex: str
    born: date
    people: str
    home: Where
    lives_in: Where
    occupation: str
    kin: tuple[Relative, ...]
    deeds: tuple[Deed, ...]
    paper: str


def lives(names: Names, world: World, count: int, draw: random.Random) -> list[Life]:
    found: list[Life] = []
    for _ in range(count):
        life = _life(names, world, draw)
        kind = draw.random() if found else 1.0
        if kind < _SIBLINGS:
            life = _sibling_of(found[-1], life, draw)
        elif kind < _SIBLINGS + _NAMESAKES:
            other = draw.choice(found)
            life = replace(life, given=other.given, family=other.family, sex=other.sex)
        found.append(life)
    return found


def _life(names: Names, world: World, draw: random.Random) -> Life:
    given, family, father = names.a_given(draw), names.a_family(draw), names.a_given(draw)
    born = date(1942, 1, 1) + timedelta(days=int(365.25 * draw.triangular(0, 62, 38)))
    home = _often(world.homes, draw)
    return Life(
        given=given,
        family=family,
        father=father,
        sex=parse(given.latin).gender or draw.choices("mf", (65, 35))[0],
        born=born,
        people=draw.choices(list(_PEOPLES), list(_PEOPLES.values()))[0],
        home=home,
        lives_in=home if draw.random() < 0.7 else _often(world.homes, draw),
        occupation=_often(_OCCUPATIONS, draw),
        kin=tuple(_kin(names, family, father, draw)),
        deeds=tuple(_deeds(world, home, draw)),
        paper=f"{draw.choice('GEK')}{draw.randrange(10**7, 10**8)}",
    )


def _kin(names: Names, family: Bearable, father: Bearable, draw: random.Random) -> list[Relative]:
    """Of one's own generation and the parents' by one's family name; whom one married bears another."""
    found = [
        Relative("father", father, family),
        Relative("mother", names.a_given(draw), names.a_family(draw)),
    ]
    if draw.random() < 0.7:
        found.append(Relative("spouse", names.a_given(draw), names.a_family(draw)))
    found += [Relative("sibling", names.a_given(draw), family) for _ in range(draw.choice((0, 1, 2, 3)))]
    return found + [Relative("child", names.a_given(draw), family) for _ in range(draw.choice((0, 1, 2, 3)))]


def _deeds(world: World, home: Where, draw: random.Random) -> list[Deed]:
    begin = draw.choice(_WAVES) + timedelta(days=int(draw.expovariate(1 / 60)))
    end = begin + timedelta(days=draw.randrange(60, 900)) if draw.random() < 0.6 else None
    near = [camp for camp in world.camps if camp.within[0] is home or camp.within[0] in home.within]
    camp = draw.choice(near) if near and draw.random() < 0.5 else _often(world.camps, draw)
    found = [Deed("detention", begin, end, camp)]
    if draw.random() < 0.3:
        found.append(Deed("torture", begin + timedelta(days=draw.randrange(5, 60)), None, camp))
    if draw.random() < 0.25:
        found.append(Deed("forced labour", begin + timedelta(days=50), end, camp))
    if draw.random() < 0.25:
        found.append(Deed("sentence", begin + timedelta(days=draw.randrange(60, 400)), None, home))
    if end is not None:
        found.append(Deed("release", end, None, camp))
        if draw.random() < 0.3:
            found.append(Deed("flight", end + timedelta(days=draw.randrange(20, 500)), None, world.abroad))
    elif draw.random() < 0.1:
        found.append(Deed("death in custody", begin + timedelta(days=draw.randrange(90, 900)), None, camp))
    return found


def _sibling_of(elder: Life, life: Life, draw: random.Random) -> Life:
    """Their own given name, birth, work and marriage; parents, home and often the day of arrest shared."""
    parents = [each for each in elder.kin if each.relation in ("father", "mother", "sibling")]
    own = [each for each in life.kin if each.relation in ("spouse", "child")]
    own = [replace(each, family=elder.family) if each.relation == "child" else each for each in own]
    together = draw.random() < _TAKEN_TOGETHER
    return replace(
        life,
        family=elder.family,
        father=elder.father,
        people=elder.people,
        home=elder.home,
        born=elder.born + timedelta(days=draw.choice((-1, 1)) * draw.randrange(300, 3000)),
        kin=(*parents, Relative("sibling", elder.given, elder.family), *own),
        deeds=elder.deeds[:1] + life.deeds[1:2] if together else life.deeds,
    )


def _often(ranked: Sequence[Thing], draw: random.Random) -> Thing:
    return draw.choices(ranked, [1 / (rank + 6) for rank in range(len(ranked))])[0]
