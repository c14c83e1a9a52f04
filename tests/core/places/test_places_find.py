"""A place is found under any of its names, in any script and spelling, and the reasons say why."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amanat.core.places import find
from amanat.core.places.double_names import inmost, written_names
from amanat.core.places.generics import segments, taken_apart
from amanat.core.places.own import OwnPlaces
from amanat.core.places.place import GazetteerPlace, PlaceKind
from amanat.core.places.sounds import skeleton, sounds

SLOWEST = 0.5
"""Seconds that any question may take on a busy machine, once the tables are read."""


@pytest.fixture(scope="module", autouse=True)
def _tables_read():
    find("Almaty")


@pytest.mark.parametrize(
    ("asked", "name", "kind"),
    [
        ("Yili Hasake", "Ili Kazakh Autonomous Prefecture", "division"),
        ("Yili Hasake Zizhizhou", "Ili Kazakh Autonomous Prefecture", "division"),
        ("Yilihasake zizhizhou", "Ili Kazakh Autonomous Prefecture", "division"),
        ("伊犁哈萨克自治州", "Ili Kazakh Autonomous Prefecture", "division"),
        ("伊犁州", "Ili Kazakh Autonomous Prefecture", "division"),
        ("Іле қазақ автономиялы облысы", "Ili Kazakh Autonomous Prefecture", "division"),
        ("Kunes", "Künes", "county"),
        ("Künes", "Künes", "county"),
        ("Xinyuan", "Künes", "county"),
        ("Xinyuan xian", "Künes", "county"),
        ("уезд Синьюань", "Künes", "county"),
        ("Күнес ауданы", "Künes", "county"),
        ("كۈنەس ناھىيىسى", "Künes", "county"),
        ("新源县", "Künes", "county"),
        ("新疆伊犁州新源县", "Künes", "county"),
        ("Yili Hasake Zizhizhou Xinyuan Xian", "Künes", "county"),
        ("Nilka", "Nilka", "county"),
        ("Nilqa", "Nilka", "county"),
        ("Nileke", "Nilka", "county"),
        ("Нылқы ауданы", "Nilka", "county"),
        ("Ghulja", "Ghulja", "city"),
        ("Kuldja", "Ghulja", "city"),
        ("Кульджа", "Ghulja", "city"),
        ("Құлжа", "Ghulja", "city"),
        ("غۇلجا", "Ghulja", "city"),
        ("伊宁", "Ghulja", "city"),
        ("伊宁市", "Ghulja", "city"),
        ("伊宁县", "Ghulja County", "county"),
        ("Yining shi", "Ghulja", "city"),
        ("Yiningshi", "Ghulja", "city"),
        ("غۇلجا شەھىرى", "Ghulja", "city"),
        ("Qaraqaş", "Karakax", "county"),
        ("Taxkurgan", "Tashkurgan", "county"),
        ("Şixenze", "Shihezi", "city"),
        ("Куйтунь", "Kuytun", "city"),
        ("قەشقەر ۋىلايىتى يەكەن ناھىيىسى", "Yarkand", "county"),
        ("Kashgar's Yarkand county", "Yarkand", "county"),
        ("Almty", "Almaty", "city"),
        ("Panfilov district, Jetisu Region", "Panfilov District", "county"),
        ("Алмалинский район", "Almaly District", "county"),
        ("Teklimakan qumluqi", "Taklamakan Desert", "nature"),
        ("塔里木河", "Tarim River", "nature"),
        ("654002", "Ghulja", "city"),
    ],
)
def test_the_first_candidate(asked, name, kind):
    first = find(asked)[0]
    assert (first.place.name, first.place.kind) == (name, kind)
    assert first.reasons


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("Ghulja (Yining in Chinese)", "Ghulja"),
        ("Kashgar (in Chinese, Kashi)", "Kashgar"),
        ("Urumchi/Wulumuqi", "Ürümqi"),
        ("Ili Kazakh (in Chinese, Yili Hasake) Autonomous Prefecture", "Ili Kazakh Autonomous Prefecture"),
        ("Hotan, also known as Hetian", "Hotan"),
        ("喀什（قەشقەر）", "Kashgar"),
    ],
)
def test_two_names_are_one_place_and_both_are_reasons(asked, name):
    first = find(asked)[0]
    assert first.place.name == name
    assert len(first.reasons) >= 2
    assert first.score == 1.0


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Құлжа", ("“Құлжа” is the Kazakh name of Ghulja",)),
        ("كۈنەس ناھىيىسى", ("“كۈنەس” is the Uyghur name of Künes", "“ناھىيىسى” = county, as in its name")),
        ("Yilihasake", ("“Yilihasake” = 伊犁 哈萨克 in pinyin",)),
        ("伊宁市", ("“伊宁市” is the name in Han of Ghulja",)),
        ("迪化", ("“迪化” is the former or shortened name in Han of Ürümqi",)),
        ("Qaraqaş", ("“Qaraqaş” sounds like “Karakax” (karakaS ~ karakaS)",)),
    ],
)
def test_reasons_can_be_checked(asked, said):
    assert find(asked)[0].reasons == said


def test_what_is_near_comes_first():
    assert find("Panfilov district", near=["Kyrgyzstan"])[0].place.country == "KG"
    assert find("Panfilov district", near=["Jetisu Region"])[0].place.country == "KZ"


def test_the_word_for_the_kind_tells_namesakes_apart():
    kinds = [
        find(name)[0].place.kind for name in ("Kashgar", "Kashgar prefecture", "Hotan City", "Hotan County")
    ]
    assert kinds == [PlaceKind.CITY, PlaceKind.DIVISION, PlaceKind.CITY, PlaceKind.COUNTY]


def test_scores_fall_and_no_place_comes_twice():
    found = find("Kashgar")
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    assert len({each.place.id for each in found}) == len(found) <= 10


OWN = GazetteerPlace(
    "own:1", "Qaratas Camp", PlaceKind.SITE, None, also=("喀拉塔什",), names=(("kk", "Қаратас лагері"),)
)


@pytest.mark.parametrize("asked", ["Qaratas camp", "Қаратас лагері", "喀拉塔什", "Karatash"])
def test_users_own_places_are_searched_too(asked):
    assert "own:1" in {each.place.id for each in find(asked, own=OwnPlaces([OWN]))[:3]}
    assert "own:1" not in {each.place.id for each in find(asked)}


@pytest.mark.parametrize(
    ("name", "core", "meanings"),
    [
        ("新疆维吾尔自治区", "新疆", {"Uyghur", "autonomous", "region"}),
        ("岳普湖县", "岳普湖", {"county"}),
        ("沙依巴克区", "沙依巴克", {"county"}),
        ("ئۈرۈمچى شەھىرى", "يۈرۈمچى", {"city"}),
        ("р-н Карасай", "карасаи", {"county"}),
        ("City of Almaty", "almaty", {"city"}),
        ("Changji Huizu Zizhizhou", "changji", {"Hui", "autonomous", "prefecture"}),
        ("xian", "xian", set()),
        ("县", "县", set()),
        ("", "", set()),
    ],
)
def test_a_name_is_taken_apart(name, core, meanings):
    apart = taken_apart(name)
    assert (apart.core, apart.meanings) == (core, meanings)


def test_places_strung_together():
    assert segments("乌鲁木齐市沙依巴克区") == ("乌鲁木齐 市", "沙依巴克 区")
    assert inmost("Panfilov District Almaty Region").names == ("Panfilov District",)
    assert written_names("Künes County, Ili, China").near == ("Ili", "China")


@pytest.mark.parametrize(
    "same",
    [
        ("قەشقەر", "Qeshqer", "Қәшқәр", "Qäshqär"),
        ("كۈنەس", "Künes", "Күнес"),
        ("新源", "Xinyuan", "Синьюань"),
        ("昭苏", "Zhaosu", "Чжаосу"),
        ("塔什库尔干", "Tashikuergan"),
        ("ئاتۇش", "Artush".replace("r", ""), "Atux"),
    ],
)
def test_names_that_sound_alike(same):
    first, *others = (set(map(skeleton, sounds(name))) for name in same)
    assert all(first & other for other in others)


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_nothing_asked_raises_or_lasts(anything):
    begun = time.process_time()
    found = find(anything)
    assert time.process_time() - begun < SLOWEST
    assert all(0 < each.score <= 1 and each.reasons for each in found)


ODD = [
    "",
    " ",
    "a",
    "()",
    "((((",
    "A" * 100_000,
    "Ghulja (" * 5000,
    "县" * 5000,
    "/" * 1000,
    "'s " * 1000,
    "\u202eGhulja",
    "\ud800",
]


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_odd_names_cost_little(odd):
    begun = time.process_time()
    find(odd)
    assert time.process_time() - begun < SLOWEST
