"""A user's file of places: what is taken from it, and how each thing that is wrong in it is told."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amanat.core.places.entry import PlaceEntry, entry
from amanat.core.places.place import PlaceKind
from amanat.core.places.place_errors import BadPlaceListError
from amanat.core.places.place_list import MAX_ROWS, read_place_list

LIST = """# camps of the valley
name\tother names\tkind\tlies in\tlatitude\tlongitude\tsource\tnote
Qaratas Camp\tҚаратас лагері|喀拉塔什\tCamp\tKünes County\t43,45\t83.3\tSteppe Wire, 2019\t

Tal Factory\t\tfactory\tGhulja\t\t\t\tmakes gloves
"""


def read(text: str, name: str = "camps.tsv") -> tuple[PlaceEntry, ...]:
    return read_place_list(text.encode(), name)


def test_a_list_is_read():
    camp, factory = read(LIST)
    assert camp == PlaceEntry(
        "Qaratas Camp",
        ("Қаратас лагері", "喀拉塔什"),
        "camp",
        "Künes County",
        43.45,
        83.3,
        "Steppe Wire, 2019",
    )
    assert (factory.name, factory.kind, factory.latitude, factory.note) == (
        "Tal Factory",
        "factory",
        None,
        "makes gloves",
    )


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_columns_may_be_parted_in_three_ways_and_stand_in_any_order(delimiter):
    text = f'\ufeffLies in{delimiter}NAME\r\nGhulja{delimiter}"Tal{delimiter} camp"\r\n'
    (found,) = read(text)
    assert (found.name, found.lies_in) == (" ".join(f"Tal{delimiter} camp".split()), "Ghulja")


def test_a_place_lies_where_its_surroundings_do():
    place = read(LIST)[0].as_place("own:1")
    assert [each.name for each in place.within] == [
        "Künes",
        "Ili Kazakh Autonomous Prefecture",
        "Xinjiang",
        "China",
    ]
    assert (place.kind, place.country) == (PlaceKind.SITE, "CN")
    assert [each.name for each in entry("Tal", lies_in="Nowhere at all").as_place("own:2").within] == [
        "Nowhere at all"
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "it is empty"),
        ("# only words\n", "it is empty"),
        ("Tal camp\n", "line 1: “tal camp” is no column"),
        ("kind\ncamp\n", "line 1: it needs one column “name”"),
        ("name\tname\nTal\tTal\n", "line 1: it needs one column “name”, and none twice"),
        ("name\nTal\tcamp\n", "line 2 has more cells than the heading"),
        ("name\tkind\n\tcamp\n", "line 2: it has no name"),
        ("name\n!?\n", "line 2: it has no name"),
        ("name\tlatitude\tlongitude\nTal\t91\t0\n", "line 2: the latitude is no number"),
        ("name\tlatitude\tlongitude\nTal\tnan\t0\n", "line 2: the latitude is no number"),
        ("name\tlatitude\tlongitude\nTal\t1e400\t0\n", "line 2: the latitude is no number"),
        ("name\tlatitude\tlongitude\nTal\t43\t\n", "line 2: of latitude and longitude only one"),
        ("name\nok\n" + "a" * 201 + "\n", "line 3: the name is longer than 200"),
        ("name\n" + "a" * 9000 + "\n", "line 2 has a cell of more than 8000"),
        ("name\nTal\x1bcamp\n", "line 2: the name has a character in it that is no text"),
        ("name\nTal\0\n", "line 2 has a character in it that is no text"),
        ('name,kind\n"Tal,camp\n', "line 2"),
        (
            "name\tother names\nTal\t" + "|".join(map(str, range(30))) + "\n",
            "line 2: it has more than 20 other names",
        ),
        ("name\n" + "Tal\n" * (MAX_ROWS + 1), f"it has more than {MAX_ROWS} places"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text, said):
    with pytest.raises(BadPlaceListError) as refused:
        read(text)
    assert said in refused.value.message()
    assert "camps.tsv" in refused.value.message()


@pytest.mark.parametrize(
    ("bytes_", "said"),
    [
        (b"name\nTal\xff\n", "line 2 is not UTF-8"),
        ("name\nТал".encode("cp1251"), "line 2 is not UTF-8"),
        (b"PK\x03\x04\x00\x00", "line 1 has a character"),
        (b"a" * 5_000_000, "larger than 4 MB"),
    ],
)
def test_what_is_no_text_is_refused(bytes_, said):
    with pytest.raises(BadPlaceListError, match=said):
        read_place_list(bytes_, "x")


@given(
    st.binary(max_size=400)
    | st.text(max_size=400).map(lambda text: f"name\tkind\n{text}".encode("utf-8", "ignore"))
)
@settings(max_examples=200, deadline=None)
def test_any_file_is_read_or_refused_in_words(untrusted):
    try:
        found = read_place_list(untrusted, "x")
    except BadPlaceListError as refused:
        assert refused.message()
    else:
        assert all(each.name for each in found)
