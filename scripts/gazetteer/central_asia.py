"""Kazakhstan, Kyrgyzstan, Uzbekistan, Tajikistan and Turkmenistan: their districts, towns and cities.

Districts are the project's own table; GeoNames' districts of the same name in the same region lend theirs
further spellings, and its towns lie in the district that GeoNames puts them in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from typing import Any

from rapidfuzz.distance import Levenshtein

from amanat.core.places.folding import folded
from amanat.core.places.generics import taken_apart
from amanat.core.places.sounds import skeleton, sounds
from gazetteer.entry import Entry, language_in_central_asia
from gazetteer.sources import Sources, typed

LOCAL = {"KZ": "kk", "KG": "ky", "UZ": "uz", "TJ": "tg", "TM": "tk"}
_CITY = 15_000
"""A place of at least so many people is a city here, a smaller one a town."""


_ALIKE = 0.86
"""Likeness of sound from which two districts of one region are one."""


def entries(sources: Sources, cities: Iterable[dict[str, Any]], divisions: Container[str]) -> list[Entry]:
    districts = list(_districts())
    by_number = _joined(sources, districts)
    towns = [_town(city, sources, by_number, divisions) for city in cities]
    _set_at(districts, towns)
    return districts + towns


def _districts() -> Iterator[Entry]:
    for parent, language, name, local, russian, former in typed("central-asia.tsv"):
        core = name.removesuffix(" district").removesuffix(" District")
        found = Entry(f"{parent}.{folded(core).replace(' ', '-')}", "county", f"{core} District", parent)
        found.mark(found.name, "*")
        for each in local.split("|"):
            cyrillic = language == "uz" and any("\u0400" <= letter <= "\u052f" for letter in each)
            tag = "uz-Cyrl" if cyrillic else language
            found.add(tag, [each, each.removesuffix(" tumani").removesuffix(" тумани")])
        found.add("ru", russian)
        found.add("und-Latn", core)
        found.add("und-x-former", former)
        yield found


def _joined(sources: Sources, districts: list[Entry]) -> dict[int, Entry]:
    """GeoNames' districts by their number here -> the typed district each is, which takes over its names."""
    inside: dict[str, list[Entry]] = defaultdict(list)
    for each in districts:
        inside[each.parent].append(each)
    found: dict[int, Entry] = {}
    for number, subdivision in sources.subdivisions.items():
        parts = subdivision.code.split(".")
        if parts[0] not in LOCAL or len(parts) != 3 or _is_rural(subdivision.name):
            continue
        is_it = _alike((subdivision.name, *subdivision.names), inside[".".join(parts[:2])])
        if is_it is None:
            continue
        found[number] = is_it
        for name in (subdivision.name, *subdivision.names):
            if language := language_in_central_asia(name, LOCAL[parts[0]]):
                is_it.add(language, [name])
    return found


def _is_rural(name: str) -> bool:
    return any(word in name for word in ("Okrūgi", "Okrug", "Administrats", "kimshiligi", "Ramon", "Sovet"))


def _alike(names: Iterable[str], districts: list[Entry]) -> Entry | None:
    """The district whose consonants are nearest, if they are near enough."""
    asked = {key for name in names for key in _keys(name)}
    scored = [(_likeness(asked, _keys_of(each)), each) for each in districts]
    best, district = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return district if best >= _ALIKE else None


def _likeness(keys: set[str], others: set[str]) -> float:
    return max((Levenshtein.normalized_similarity(a, b) for a in keys for b in others), default=0.0)


def _keys_of(entry: Entry) -> set[str]:
    return {key for _, name in entry.names for key in _keys(name)}


def _keys(name: str) -> set[str]:
    core = taken_apart(name).core
    for ending in ("skiy", "ский", "skij"):
        core = core.removesuffix(ending)
    return {sound for sound in sounds(core) if len(skeleton(sound)) > 1}


def _town(
    city: dict[str, Any], sources: Sources, by_number: dict[int, Entry], divisions: Container[str]
) -> Entry:
    country = city["countrycode"]
    numbers = sources.lies_in.get(str(city["geonameid"]), [])
    district = next((by_number[number] for number in reversed(numbers) if number in by_number), None)
    code = f"{country}.{city['admin1code']}"
    region = code if code in divisions else country
    is_city = city["population"] >= _CITY
    found = Entry(
        str(city["geonameid"]),
        "city" if is_city else "town",
        city["name"],
        district.id if district is not None and district.parent == region else region,
        city["population"],
        (city["latitude"], city["longitude"]),
    )
    found.mark(city["name"], "*" if is_city else "")
    for each in city["alternatenames"]:
        if (language := language_in_central_asia(each, LOCAL[country])) and len(each) > 2:
            found.add(language, [each])
    return found


def _set_at(districts: list[Entry], towns: list[Entry]) -> None:
    """A district stands where the largest town of its name in its region does, or amid the towns in it."""
    inside: dict[str, list[tuple[float, float]]] = defaultdict(list)
    named: dict[tuple[str, str], tuple[float, float]] = {}
    for town in sorted(towns, key=lambda town: town.people):
        if town.at:
            inside[town.parent].append(town.at)
            region = ".".join(town.parent.split(".")[:2])
            named.update(
                {(region, folded(name)): town.at for name in (town.name, *(name for _, name in town.names))}
            )
    for district in districts:
        own = (named.get((district.parent, folded(name))) for _, name in district.names)
        points = inside[district.id]
        amid = [sum(each) / len(points) for each in zip(*points, strict=True)]
        district.at = next((at for at in own if at), (amid[0], amid[1]) if amid else None)
