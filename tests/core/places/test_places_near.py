"""Xinjiang to its townships and Central Asia to its districts: what is there, and how it hangs together."""

from __future__ import annotations

from collections import Counter

import pytest

from amanat.core.places import lookup, within
from amanat.core.places.gazetteer import gazetteer
from amanat.core.places.generics import taken_apart
from amanat.core.places.place import PlaceKind
from amanat.core.places.sounds import sounds
from amanat.core.places.tables import lines_of

PREFECTURES = "6501 6502 6504 6505 6523 6527 6528 6529 6530 6531 6532 6540 6542 6543".split()


def _rows():
    world = gazetteer()._world
    return [world.row(line.partition("\t")[0]) for line in world._rows]


@pytest.fixture(scope="module")
def in_xinjiang():
    return [row for row in _rows() if "CN.13" in gazetteer().lineage(row.id)]


def test_all_of_xinjiang_is_there(in_xinjiang):
    prefectures = {identity for code in PREFECTURES for identity in gazetteer().bearers(code)}
    assert len(prefectures) == 14
    units = [row for row in in_xinjiang if row.kind in (PlaceKind.CITY, PlaceKind.COUNTY)]
    assert len(units) == 112, (
        "107 counties and cities in 2023, two newer ones, Ürümqi and Karamay, and Baiyang"
    )
    assert Counter(row.kind for row in in_xinjiang)[PlaceKind.TOWN] > 1_000


def test_every_county_of_xinjiang_has_its_han_name_and_nearly_every_one_its_uyghur(in_xinjiang):
    units = [row for row in in_xinjiang if row.kind in (PlaceKind.CITY, PlaceKind.COUNTY)]
    assert [row.name for row in units if not _named(row, "zh")] == []
    assert [row.name for row in units if not _named(row, "zh-Latn")] == []
    lacking = {row.name for row in units if not _named(row, "ug")}
    assert lacking == {"He'an County", "Hekang County", "Huyanghe", "Xinxing", "Baiyang"}
    assert [row.name for row in units if row.latitude is None] == ["He'an County", "Hekang County"]


def _named(row, language):
    return [name for each, name in row.names if each == language]


@pytest.mark.parametrize(
    ("name", "chain"),
    [
        ("Künes", ["Ili Kazakh Autonomous Prefecture", "Xinjiang", "China"]),
        ("墩麻扎镇", ["Ghulja County", "Ili Kazakh Autonomous Prefecture", "Xinjiang", "China"]),
        ("沙依巴克区", ["Ürümqi", "Xinjiang", "China"]),
        ("布尔津县", ["Altay Prefecture", "Ili Kazakh Autonomous Prefecture", "Xinjiang", "China"]),
        ("莎车县", ["Kashgar Prefecture", "Xinjiang", "China"]),
        ("Kegen District", ["Almaty Region", "Kazakhstan"]),
        ("Aravan District", ["Osh Region", "Kyrgyzstan"]),
        ("Urgut District", ["Samarkand Region", "Uzbekistan"]),
        ("Darvoz District", ["Gorno-Badakhshan", "Tajikistan"]),
        ("Kaka District", ["Ahal Region", "Turkmenistan"]),
    ],
)
def test_what_lies_in_what(name, chain):
    assert [place.name for place in within(name)] == chain


def test_a_town_lies_where_its_county_does(in_xinjiang):
    """A slip in joining two sources would put a township far from its county."""
    far = []
    for row in in_xinjiang:
        around = gazetteer().place(row.parent) if row.kind is PlaceKind.TOWN and row.parent else None
        if around is None or None in (row.latitude, around.latitude):
            continue
        if abs(row.latitude - around.latitude) + abs(row.longitude - around.longitude) > 6:
            far.append((row.name, around.name))
    assert far == []


def test_names_have_their_languages():
    ghulja = lookup("Ghulja")[0]
    said = {language: ghulja.name_in(language) for language in ("ug", "zh", "kk", "ru", "ug-Latn", "zh-Latn")}
    assert said == {
        "ug": "غۇلجا", "zh": "伊宁", "kk": "Құлжа", "ru": "Кульджа", "ug-Latn": "Ghulja", "zh-Latn": "Yining Shi",
    }  # fmt: skip


@pytest.mark.parametrize("country", ["KZ", "KG", "UZ", "TJ", "TM"])
def test_districts_of_central_asia(country):
    least = {"KZ": 175, "KG": 42, "UZ": 160, "TJ": 60, "TM": 35}
    districts = [row for row in _rows() if row.kind is PlaceKind.COUNTY and row.id.startswith(f"{country}.")]
    assert len(districts) >= least[country]
    assert all(_named(row, "ru") for row in districts)


def test_the_table_of_sounds_is_heard_as_questions_are():
    for line in lines_of("sounds.tsv")[::9]:
        identity, *heard = line.split("\t")
        place = gazetteer().place(identity)
        now = {sound for _, name in place.names for sound in sounds(taken_apart(name).spoken)}
        assert {sound for sound in now if len(sound) > 1} <= set(heard), place.name
