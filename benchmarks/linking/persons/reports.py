"""What reports tell of people who are nobody: each tells little, in its own script and spelling, and some of it wrong.

A mention is one person in one report, as reading would have it: a name (or half of one, or a description), and some of
sex, birth or age, people, origin, home, kin, work, times and places of what happened. How often each is told, how
closely and how often wrongly is a ``Telling``, set by hand after what reports and registers of such people are like.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from amanat.core.dates.births import Born, aged, born_on
from amanat.core.linking.record import Happened, Kin, Record
from amanat.core.places.one_people import people_told
from linking.persons.bearing import Bearable
from linking.persons.lives import Deed, Life, Relative
from linking.persons.writing import written

_REPORTS = (1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5)
"""In how many reports a person stands, drawn evenly."""

_SCRIPTS = {"latin": 45, "russian": 17, "kazakh": 12, "han": 10, "arabic": 10, "pinyin": 6}
_FIRST, _LAST = date(2017, 6, 1), date(2025, 6, 1)
_PEOPLES = {
    "Uyghur": ("Uyghur", "Uighur", "Uyghurs", "ethnic Uyghur"), "Kazakh": ("Kazakh", "Kazak", "ethnic Kazakh"),
    "Kyrgyz": ("Kyrgyz", "Kirghiz"), "Hui": ("Hui",), "Tatar": ("Tatar",),
}  # fmt: skip


@dataclass(frozen=True)
class Telling:
    """Shares of mentions: what is told, how often it is wrong. ``faults`` multiplies all shares of mistakes."""

    given_only: float = 0.06
    nameless: float = 0.03
    two_scripts: float = 0.10
    sex: float = 0.75
    birth: float = 0.10
    birth_year: float = 0.10
    age: float = 0.35
    people: float = 0.50
    origin: float = 0.35
    residence: float = 0.20
    kin: float = 0.35
    occupation: float = 0.35
    paper: float = 0.02
    faults: float = 1.0

    def sparser(self) -> Telling:
        """Half of what is told besides the name, and twice the mistakes."""
        told = ("birth", "birth_year", "age", "people", "origin", "residence", "kin", "occupation", "paper")
        return Telling(**{each: getattr(self, each) / 2 for each in told}, sex=0.5, faults=2 * self.faults)


@dataclass(frozen=True)
class Mention:
    """``whose`` numbers those whom the casebook is about; ``script`` is that of the name."""

    whose: int
    script: str
    record: Record


def mentions(everyone: Sequence[Life], tellings: Sequence[Telling], draw: random.Random) -> list[Mention]:
    """Of all, each in a report of its own, in the order in which the reports come in; by one of ``tellings`` each."""
    found = [
        _Report(tellings[0] if len(tellings) == 1 else draw.choice(tellings), life, draw).mention(whose)
        for whose, life in enumerate(everyone)
        for _ in range(draw.choice(_REPORTS))
    ]
    draw.shuffle(found)
    return found


class _Report:
    """One report on one life, while it is written."""

    def __init__(self, telling: Telling, life: Life, draw: random.Random) -> None:
        self._telling, self._life, self._draw = telling, life, draw
        known = {script: often for script, often in _SCRIPTS.items() if self._can_write(script)}
        self._script = draw.choices(list(known), list(known.values()))[0]
        self._is_english = self._script in ("latin", "pinyin") or draw.random() < 0.3
        self._language = "latin" if self._is_english else self._script
        earliest = max(_FIRST, life.deeds[0].begin + timedelta(days=20))
        self._published = earliest + timedelta(days=draw.randrange(max(1, (_LAST - earliest).days)))

    def _can_write(self, script: str) -> bool:
        return script in self._life.given.spellings and script in self._life.family.spellings

    def mention(self, whose: int) -> Mention:
        life, telling, often = self._life, self._telling, self._often
        return Mention(
            whose,
            self._script,
            Record(
                names=self._names(),
                born=self._born(),
                sex=(life.sex,) if often(telling.sex) else (),
                ethnicity=self._people() if often(telling.people) else (),
                origin=self._where(origin=True) if often(telling.origin) else (),
                residence=self._where(origin=False) if often(telling.residence) else (),
                kin=tuple(self._kin()) if often(telling.kin) else (),
                occupation=(life.occupation,) if self._is_english and often(telling.occupation) else (),
                acts=tuple(self._acts()),
                numbers=(life.paper,) if often(telling.paper) else (),
            ),
        )

    def _often(self, share: float) -> bool:
        return self._draw.random() < share

    def _wrong(self, share: float) -> bool:
        return self._often(share * self._telling.faults)

    def _names(self) -> tuple[str, ...]:
        if self._often(self._telling.nameless):
            return ()
        if self._often(self._telling.given_only):
            return (self._spelt(self._life.given),)
        names = [self._written(self._script)]
        if self._script != "latin" and self._often(self._telling.two_scripts):
            names.append(self._written("latin"))
        return tuple(names)

    def _written(self, script: str) -> str:
        life = self._life
        slips = 0.04 * self._telling.faults if script in ("latin", "pinyin") else 0.01
        return written(life.given, life.family, life.father, life.sex, script, slips, self._draw)

    def _spelt(self, name: Bearable) -> str:
        return self._draw.choice(name.spellings.get(self._script) or name.spellings["latin"])

    def _people(self) -> tuple[str, ...]:
        told = self._draw.choice(_PEOPLES[self._life.people])
        if self._wrong(0.02):
            told = self._draw.choice([each for each in _PEOPLES if each != self._life.people])
        return (people_told(told),)

    def _where(self, *, origin: bool) -> tuple[object, ...]:
        place = self._life.home if origin is not self._wrong(0.06) else self._life.lives_in
        if self._often(0.2) and place.within:
            place = place.within[0]
        return (place.told(self._language, self._draw, outer=self._draw.choice((0, 1, 2))),)

    def _born(self) -> tuple[Born, ...]:
        telling, born = self._telling, self._misremembered_birth()
        kind = self._draw.random()
        if kind < telling.birth:
            told = born_on(born.isoformat())
        elif kind < telling.birth + telling.birth_year:
            told = born_on(str(born.year))
        elif kind < telling.birth + telling.birth_year + telling.age:
            at = self._published
            years = at.year - born.year - ((at.month, at.day) < (born.month, born.day))
            told = aged((years, years), at.isoformat())
        else:
            told = None
        return (told,) if told else ()

    def _misremembered_birth(self) -> date:
        born, draw = self._life.born, self._draw
        if not self._wrong(0.08):
            return born
        slip = draw.random()
        if slip < 0.5:
            return date(born.year + draw.choice((-1, 1)), born.month, min(born.day, 28))
        if slip < 0.7:
            return date(born.year, draw.randint(1, 12), min(born.day, 28))
        if slip < 0.9:
            return date(born.year + draw.choice((-3, -2, 2, 3)), born.month, min(born.day, 28))
        return date(born.year + draw.choice((-10, 10)), born.month, min(born.day, 28))

    def _kin(self) -> Iterator[Kin]:
        """One or two, the father least often wrong; by a given name alone, or by the whole."""
        for relative in self._draw.sample(
            self._life.kin, min(len(self._life.kin), self._draw.choice((1, 1, 2)))
        ):
            yield Kin(relative.relation, self._called(relative))

    def _called(self, relative: Relative) -> str:
        given, family = self._spelt(relative.given), self._spelt(relative.family)
        if self._wrong(0.02):
            given = self._spelt(self._draw.choice(self._life.kin).given)
        return given if self._often(0.6) else f"{given} {family}"

    def _acts(self) -> Iterator[Happened]:
        known = [deed for deed in self._life.deeds if deed.begin <= self._published]
        told = {
            self._draw.choice(known),
            *self._draw.sample(known, min(len(known), self._draw.choice((0, 1)))),
        }
        for deed in sorted(told, key=lambda each: (each.kind, each.begin)):
            when, where = self._when(deed), None
            if deed.where is not None and self._often(0.6):
                place = deed.where if self._often(0.7) or not deed.where.within else deed.where.within[0]
                where = place.told(self._language, self._draw, outer=self._draw.choice((0, 1, 1)))
            if when or where:
                yield Happened(deed.kind, when, where)

    def _when(self, deed: Deed) -> str:
        """A day, a month, a year, or nothing; a stretch where its end is told too."""
        begin = deed.begin
        if self._wrong(0.06):
            begin += timedelta(days=self._draw.choice((-30, -2, -1, 1, 2, 30, 365)))
        width = self._draw.choices((10, 7, 4, 0), (25, 35, 25, 15))[0]
        stretched = deed.end is not None and deed.end <= self._published and self._often(0.4)
        if width and stretched and deed.end is not None:
            return f"{begin.isoformat()[:width]}/{deed.end.isoformat()[: min(width, 7)]}"
        return begin.isoformat()[:width]
