"""Where people who are nobody come from and are held: counties that the gazetteer knows, villages that it may not,
camps that are nowhere."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from amanat.core.linking.record import Spot
from amanat.core.linking.spots import spot
from amanat.core.places.gazetteer import lookup
from amanat.core.places.place import PlaceKind

_LANGUAGES = {"latin": "en", "pinyin": "en", "russian": "ru", "kazakh": "kk", "han": "zh", "arabic": "ug"}
_COUNTIES = (
    "Tekes,Nilka,Kunes,Tokkuztara,Qapqal,Mongolkure,Korgas,Emin,Toli,Dorbiljin,Chaghantoqay,Qoqek,Altay,Burqin,Jeminay,"
    "Qaba,Koktokay,Burultoqay,Kashgar,Yarkand,Poskam,Kargilik,Maralbexi,Peyziwat,Yengisar,Hotan,Keriya,Lop,Karakax,Guma,"
    "Aksu,Kuqa,Shayar,Onsu,Bay,Uqturpan,Korla,Bugur,Karashahr,Turpan,Pichan,Toksun,Hami,Barkol,Artux,Akto,Ghulja,Urumqi"
).split(",")
_VILLAGES = 40
_IN_LATIN = 0.2


@dataclass(frozen=True, eq=False)
class Where:
    """A place's names by script (first the usual one), and those of what it lies in, inner to outer."""

    names: dict[str, tuple[str, ...]]
    within: tuple[Where, ...] = ()

    def told(self, script: str, draw: random.Random, *, outer: int) -> Spot:
        """As a report tells it, with so many of the places that it lies in."""
        every = (self, *self.within[:outer])
        return spot([(each.name(script, draw), ()) for each in every])

    def name(self, script: str, draw: random.Random) -> str:
        known = self.names.get(script) or self.names["latin"]
        return draw.choice(known) if draw.random() < _IN_LATIN else known[0]


@dataclass(frozen=True)
class World:
    """``homes``: the commonest first; ``camps`` lie in counties."""

    homes: tuple[Where, ...]
    camps: tuple[Where, ...]
    abroad: Where


def world(folder: Path, draw: random.Random) -> World:
    """Counties, and villages of which a list of places has names in several scripts, each laid in a county by lot."""
    counties = [_known(name, "Xinjiang") for name in _COUNTIES if lookup(name, ("Xinjiang",))]
    villages = list(_villages(folder, counties, draw))[:_VILLAGES]
    homes = [*counties, *villages]
    held_in = draw.sample(counties, 16)
    camps = [_camp(county, number, draw) for county in held_in for number in range(1, draw.choice((2, 3)))]
    return World(tuple(draw.sample(homes, len(homes))), tuple(camps), _known("Almaty", "Kazakhstan"))


def _known(name: str, near: str) -> Where:
    place = lookup(name, (near,))[0]
    wanted = {PlaceKind.DIVISION, PlaceKind.COUNTRY}
    outer = [lookup(each.name, (near,))[0] for each in place.within]
    return Where(
        _written(place.names),
        tuple(Where(_written(each.names)) for each in outer if each.kind in wanted),
    )


def _written(names: tuple[tuple[str, str], ...]) -> dict[str, tuple[str, ...]]:
    found = {
        script: tuple(dict.fromkeys(name for each, name in names if each == language))[:3]
        for script, language in _LANGUAGES.items()
    }
    return {script: those for script, those in found.items() if those}


def _villages(folder: Path, counties: list[Where], draw: random.Random) -> Iterator[Where]:
    codes = {"latin": "eng", "russian": "rus", "kazakh": "kaz"}
    with (folder / "kazakhstan-places.jsonl").open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    for row in draw.sample(rows, len(rows)):
        names = {
            script: (row["names"][code][-1][1],) for script, code in codes.items() if code in row["names"]
        }
        if row["type"] == "locality" and len(names) == len(codes) and not lookup(names["latin"][0]):
            county = draw.choice(counties)
            yield Where(names, (county, *county.within))


def _camp(county: Where, number: int, draw: random.Random) -> Where:
    """Reports in English have a name for it; others tell the county that it lies in."""
    called = county.names["latin"][0]
    kind = draw.choice(("camp", "internment camp", "prison"))
    name = f"{called} No. {number} {kind}" if number > 1 else f"{called} {kind}"
    return Where({**county.names, "latin": (name,)}, (county, *county.within))
