"""Names meet the right places, in every spelling, and what they lie in is known."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amanat.core.claim import PlaceName
from amanat.core.places import (
    PlaceKind,
    facility_kind,
    find_peoples,
    government_of,
    lookup,
    mentions,
    people,
    within,
)
from amanat.core.places.folding import folded
from amanat.core.places.gazetteer import gazetteer

SLOWEST = 0.05
"""Seconds that any question may take, once the tables are read."""


@pytest.fixture(scope="module", autouse=True)
def _tables_read():
    """The promise of speed is for a running program, not for the first question."""
    mentions("Almaty")
    find_peoples("Kazakh")
    facility_kind("camp")
    government_of("Almaty")


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Kazakhstan", ("Kazakhstan", "country", "KZ")),
        ("Republic of Kazakhstan", ("Kazakhstan", "country", "KZ")),
        ("US", ("United States", "country", "US")),
        ("U.S.", ("United States", "country", "US")),
        ("UK", ("United Kingdom", "country", "GB")),
        ("UAE", ("United Arab Emirates", "country", "AE")),
        ("DRC", ("Democratic Republic of the Congo", "country", "CD")),
        ("PRC", ("China", "country", "CN")),
        ("Burma", ("Myanmar", "country", "MM")),
        ("Türkiye", ("Turkey", "country", "TR")),
        ("Côte d'Ivoire", ("Côte d’Ivoire", "country", "CI")),
        ("Ivory Coast", ("Côte d’Ivoire", "country", "CI")),
        ("KAZ", ("Kazakhstan", "country", "KZ")),
        ("Қытай", ("China", "country", "CN")),
        ("中国", ("China", "country", "CN")),
        ("Georgia", ("Georgia", "country", "GE")),
        ("Xinjiang", ("Xinjiang", "division", "CN")),
        ("xinjiang uyghur autonomous region", ("Xinjiang", "division", "CN")),
        ("新疆", ("Xinjiang", "division", "CN")),
        ("شىنجاڭ", ("Xinjiang", "division", "CN")),
        ("Chechnya", ("Chechnya", "division", "RU")),
        ("Karakalpakstan", ("Karakalpakstan", "division", "UZ")),
        ("GBAO", ("Gorno-Badakhshan", "division", "TJ")),
        ("West Bank", ("West Bank", "division", "PS")),
        ("Ghulja", ("Ghulja", "city", "CN")),
        ("Yining", ("Ghulja", "city", "CN")),
        ("伊宁", ("Ghulja", "city", "CN")),
        ("Urumqi", ("Ürümqi", "city", "CN")),
        ("ÜRÜMCHI", ("Ürümqi", "city", "CN")),
        ("Kashi", ("Kashgar", "city", "CN")),
        ("Hetian", ("Hotan", "city", "CN")),
        ("Khotan", ("Hotan", "city", "CN")),
        ("Qaramay", ("Karamay", "city", "CN")),
        ("Kumul", ("Hami", "city", "CN")),
        ("Turfan", ("Turpan", "city", "CN")),
        ("Chöchek", ("Tacheng", "city", "CN")),
        ("Bortala", ("Bole", "city", "CN")),
        ("Atush", ("Artux", "city", "CN")),
        ("Nur-Sultan", ("Astana", "city", "KZ")),
        ("Alma-Ata", ("Almaty", "city", "KZ")),
        ("Beijing", ("Beijing", "city", "CN")),
        ("Tehran", ("Tehran", "city", "IR")),
        ("New York", ("New York City", "city", "US")),
        ("Central Asia", ("Central Asia", "region", None)),
    ],
)
def test_a_name_means_first(name, found):
    first = lookup(name)[0]
    assert (first.name, first.kind, first.country) == found


@pytest.mark.parametrize(
    ("name", "near", "chain"),
    [
        ("Ghulja", (), ["Ili Kazakh Autonomous Prefecture", "Xinjiang", "China"]),
        ("Zharkent", (), ["Jetisu Region", "Kazakhstan"]),
        ("Beijing", (), ["China"]),
        ("Hong Kong", (), ["China"]),
        ("Springfield", ("Illinois",), ["Illinois", "United States"]),
        ("Springfield", ("Missouri",), ["Missouri", "United States"]),
        ("Georgia", ("United States",), ["United States"]),
        ("Aksu", ("Kazakhstan",), ["Pavlodar Region", "Kazakhstan"]),
        ("Aksu", ("Xinjiang",), ["Aksu Prefecture", "Xinjiang", "China"]),
        ("Aksu", ("KZ",), ["Pavlodar Region", "Kazakhstan"]),
        ("Kazakhstan", (), []),
        ("Nowhere at all", (), []),
    ],
)
def test_what_a_place_lies_in(name, near, chain):
    assert [place.name for place in within(name, near)] == chain


def test_second_names_are_shown():
    assert within("Ghulja")[0] == PlaceName("Ili Kazakh Autonomous Prefecture", ("Yili Hasake",))
    assert lookup("Yining")[0].also == ("Yining",)


def test_a_place_knows_its_names_and_where_it_is():
    ghulja = lookup("Ghulja")[0]
    assert (ghulja.name_in("zh"), ghulja.name_in("kk"), ghulja.name_in("xx")) == ("伊宁", "Құлжа", "Ghulja")
    assert ghulja.population and ghulja.population > 100_000
    assert (round(ghulja.latitude or 0), round(ghulja.longitude or 0)) == (44, 81)


def test_all_namesakes_are_given():
    assert {place.kind for place in lookup("Georgia")} >= {PlaceKind.COUNTRY, PlaceKind.DIVISION}
    assert len([place for place in lookup("Springfield") if place.country == "US"]) >= 4


def test_every_row_can_be_told():
    """No place names a parent that is not there."""
    known = gazetteer()
    for line in known._world._names[::7]:
        for identity in known.bearers(line.split("\t")[0]):
            assert known.place(identity).name
    for identity in known._own:
        place = known.place(identity)
        assert place.country is None or len(place.country) == 2
        assert all(each.isascii() or each for each in place.also)


def test_the_table_of_names_is_folded_as_questions_are():
    names = [line.split("\t")[0] for line in gazetteer()._world._names]
    assert [name for name in names if folded(name) != name] == []
    assert sorted(gazetteer()._world._names) == gazetteer()._world._names


TEXT = (
    "Nur-Sultan (Steppe Wire) - China's police took her to Ghulja, also called Yining, in the Ili Kazakh\n"
    "Autonomous Prefecture. The U.S. envoy flew from Washington, D.C. to Xi'an and Côte d’Ivoire. "
    "Most of us were in Bosnia and Herzegovina. A car stood in AND. Mary has a nice reading lamp."
)


def test_places_are_found_in_text():
    found = [(TEXT[each.start : each.end], each.places[0].name) for each in mentions(TEXT)]
    assert found == [
        ("Nur-Sultan", "Astana"),
        ("China", "China"),
        ("Ghulja", "Ghulja"),
        ("Yining", "Ghulja"),
        ("Ili Kazakh\nAutonomous Prefecture", "Ili Kazakh Autonomous Prefecture"),
        ("U.S.", "United States"),
        ("Washington, D.C.", "Washington"),
        ("Xi'an", "Xi’an"),
        ("Côte d’Ivoire", "Côte d’Ivoire"),
        ("Bosnia and Herzegovina", "Bosnia and Herzegovina"),
    ]


def test_what_is_near_decides_in_text_too():
    (mention,) = mentions("They live in Aksu.", near=("Kazakhstan",))
    assert mention.places[0].country == "KZ"


def test_text_is_searched_fast():
    text = TEXT * 60
    best = min(_seconds(lambda: mentions(text)) for _ in range(3))
    assert len(text.split()) / best > 20_000, (
        "50,000 words a second are promised; this leaves room for a busy machine"
    )


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Beijing", "China"),
        ("Moscow", "Russia"),
        ("the Kremlin", "Russia"),
        ("Kremlin", "Russia"),
        ("Washington", "United States"),
        ("Tehran", "Iran"),
        ("Ankara", "Turkey"),
        ("Downing Street", "United Kingdom"),
        ("Nur-Sultan", "Kazakhstan"),
        ("Astana", "Kazakhstan"),
        ("Kiev", "Ukraine"),
        ("Almaty", None),
        ("", None),
    ],
)
def test_a_capital_stands_for_its_government(name, country):
    assert government_of(name) == country


@given(st.text(max_size=200))
@settings(max_examples=200)
def test_nothing_asked_raises_or_lasts(anything):
    for question in (lookup, within, mentions, find_peoples, people, facility_kind, government_of):
        assert min(_seconds(lambda ask=question: ask(anything)) for _ in range(2)) < SLOWEST


ODD = {
    "one word": "A" * 100_000,
    "many words": "Saint " * 5000,
    "no word": "'" * 100_000,
    "apostrophes": "Côte d'" * 5000,
    "hyphens": "a.b-" * 20_000,
}


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_long_and_odd_names_cost_little(odd):
    for question in (lookup, within, people, facility_kind, government_of):
        assert _seconds(lambda ask=question: ask(odd)) < SLOWEST


def _seconds(work):
    begun = time.process_time()
    work()
    return time.process_time() - begun
