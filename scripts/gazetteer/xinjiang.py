"""Xinjiang: the typed prefectures, counties and natural features, and every township below them.

Townships come from two sources that are joined on their Han names: GeoNames (with Uyghur and Latin names and
coordinates, but without the county) and the statistical codes of China (with the county, but Han names only).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from amanat.core.places.generics import taken_apart
from amanat.core.places.syllables import pinyin
from gazetteer.entry import Entry, language_in_xinjiang
from gazetteer.sources import Sources, typed

_ADMINISTRATION = re.compile(
    "管理委员会|管委会|开发区|园区|工业区|试验站|实验站|林场|林业|管理中心|管理站|种畜场|种牛场|良种|繁育|养禽|原种场|"
    "行政区划|区划|监狱|水利|水库|示范|物流|试验场|园艺场|矿区|产业|加工区|服务区"
)
_REGIMENT = re.compile("^(?:新疆)?(?:生产建设)?兵团(?:农?第?[一二三四五六七八九十]+师)?")


_FARTHEST = 6.0
"""Degrees from a county's seat beyond which nothing lies in it."""
_TWICE_OR_MISPLACED = {"13158433", "13158434", "12258245", "11895425"}
"""GeoNames' rows for two districts that are the cities Hami and Turpan here; and two places far from theirs."""


def entries(sources: Sources, cities: Iterable[dict[str, Any]]) -> list[Entry]:
    by_id = {str(city["geonameid"]): city for city in cities}
    for identity in _TWICE_OR_MISPLACED:
        by_id.pop(identity, None)
    units = list(_units(sources, by_id))
    known = {entry.id for _, entry in units}
    parents = dict(units)
    loose = [city for identity, city in by_id.items() if identity not in known]
    towns = list(_towns(sources, parents, loose))
    return [entry for _, entry in units] + towns + list(_nature())


def _units(sources: Sources, by_id: dict[str, dict[str, Any]]) -> Iterator[tuple[str, Entry]]:
    for row in typed("xinjiang.tsv"):
        code, kind, parent, identity, name, also, uly, spelt, other, ug, zh, former, kk, ru, position = row
        city = by_id.get(identity)
        found = Entry(
            identity or f"CN.{code}", kind, name, parent, also=tuple(also.split("|")) if also else ()
        )
        found.mark(name, "*")
        for each in found.also:
            found.mark(each, "*")
        for language, names in (("zh", zh), ("ug", ug), ("kk", kk), ("ru", ru)):
            found.add(language, names, "*")
        found.add("zh-x-former", former)
        found.add("ug-Latn", uly)
        found.add("zh-Latn", spelt)
        found.add("und-Latn", other, "+")
        found.mark(code, "")
        if city:
            found.people = city["population"]
            found.at = (city["latitude"], city["longitude"])
            for each in city["alternatenames"]:
                if language_in_xinjiang(each) and len(each) > 2:
                    found.mark(each, "")
        elif position:
            latitude, longitude = position.split()
            found.at = (float(latitude), float(longitude))
        else:
            found.at = sources.counties_at.get(code)
        yield code, found


def _towns(sources: Sources, units: dict[str, Entry], cities: list[dict[str, Any]]) -> Iterator[Entry]:
    """Every township by its code, with GeoNames' names where it has the place; then what GeoNames has besides."""
    townships = {code: _Township(full) for code, full in sources.townships if _is_place(code, full, units)}
    found: dict[str, dict[str, Any]] = {}
    besides = []
    for city in cities:
        code = _township_of(city, townships, units, sources)
        if code and code not in found:
            found[code] = city
        else:
            besides.append(city)
    for code, township in townships.items():
        yield _town(found.get(code), units[code[:6]].id, code, township)
    prefectures = {code: entry.id for code, entry in units.items() if len(code) == 4}
    for city in besides:
        # What GeoNames puts into none of them are villages of other provinces under the wrong code.
        if around := prefectures.get(_prefecture(city, sources)):
            yield _town(city, around, "", _Township(""))


class _Township:
    """A township's Han name as the statistics write it, and without its regiment's army and its generic word."""

    def __init__(self, full: str) -> None:
        self.full = full
        self.bare = _REGIMENT.sub("", full).removesuffix("分部").removesuffix("片区") or full
        self.short = taken_apart(self.bare).core


def _is_place(code: str, full: str, units: dict[str, Entry]) -> bool:
    return code[:6] in units and not _ADMINISTRATION.search(full)


def _township_of(
    city: dict[str, Any], townships: dict[str, _Township], units: dict[str, Entry], sources: Sources
) -> str:
    """The code of the township of its name, in the nearest county of its prefecture; empty where there is none."""
    names, prefecture = set(city["alternatenames"]), _prefecture(city, sources)
    near = [
        (_distance(city, units[code[:6]]), code)
        for code, township in townships.items()
        if code[:4] in (prefecture, "6590") and names & {township.bare, township.short}
    ]
    distance, code = min(near, default=(0.0, ""))
    return code if distance < _FARTHEST else ""


def _distance(city: dict[str, Any], county: Entry) -> float:
    """In degrees, which is enough to tell the nearest."""
    if county.at is None:
        return _FARTHEST
    return abs(city["latitude"] - county.at[0]) + abs(city["longitude"] - county.at[1])


def _prefecture(city: dict[str, Any], sources: Sources) -> str:
    """GeoNames' code of it is China's: "CN.13.6531" is 6531."""
    inner = sources.lies_in.get(str(city["geonameid"]), [])
    return sources.subdivisions[inner[-1]].code.removeprefix("CN.13.") if inner else ""


def _town(city: dict[str, Any] | None, parent: str, code: str, township: _Township) -> Entry:
    spelt = "".join(pinyin(township.short)).replace("v", "ü").capitalize()
    identity, name = (str(city["geonameid"]), city["name"]) if city else (f"CN.{code}", spelt)
    found = Entry(identity, "town", name, parent)
    found.add("zh", [each for each in (township.bare, township.short) if each])
    found.add("zh-Latn", [spelt])
    if township.full != township.bare:
        found.add("zh-x-former", [township.full])
    if city:
        found.people, found.at = city["population"], (city["latitude"], city["longitude"])
        for each in city["alternatenames"]:
            if (language := language_in_xinjiang(each)) and len(each) > 1:
                found.add(language, [each])
    found.mark(found.name, "")
    return found


def _nature() -> Iterator[Entry]:
    for at, (sort, name, uly, spelt, other, ug, zh, kk, ru) in enumerate(typed("nature.tsv")):
        kind = "region" if sort == "region" else "nature"
        found = Entry(f"CN.13.{sort}.{at}", kind, name, "CN.13")
        found.mark(name, "*" if " " in name else "")
        for language, names in (
            ("zh", zh), ("ug", ug), ("kk", kk), ("ru", ru), ("ug-Latn", uly), ("zh-Latn", spelt), ("und-Latn", other),
        ):  # fmt: skip
            found.add(language, names)
        yield found
