"""What is near by name is found among many; what shares nothing is not handed on."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from test_alike import JOINED, SHOWN_ONLY

from amanat.core.linking.nearby import MOST, NearNames

OTHERS = [
    f"{given} {father}"
    for given in ("Aigerim", "Bekzat", "Dilnoza", "Yerlan", "Saltanat", "Otabek", "Zarina", "Marat")
    for father in ("Turshaganov", "Qalmabetov", "Bermasynov", "Shaykulov", "Iskvodirov", "Dosnekhanov")
]


def test_every_pair_to_be_joined_or_shown_is_found_among_others() -> None:
    names = NearNames()
    for number, name in enumerate(OTHERS):
        names.add(1000 + number, name)
    pairs = [*JOINED, *(pair.values[:2] for pair in SHOWN_ONLY if pair.id not in ("an initial",))]
    for number, (one, _) in enumerate(pairs):
        names.add(number, str(one))
    missed = [pair for number, pair in enumerate(pairs) if number not in names.near(str(pair[1]))]
    assert missed == []


def test_an_empty_index_and_a_name_without_letters() -> None:
    names = NearNames()
    assert names.near("Raushan Sadyrbay") == []
    names.add(1, "…")
    names.add(2, "Raushan Sadyrbay")
    assert names.near("") == []
    assert names.near("Raushan Sadyrbay") == [2]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=30), max_size=8), st.text(max_size=30))
def test_any_strings_can_be_held_and_asked_for(held: list[str], asked: str) -> None:
    names = NearNames()
    for number, name in enumerate(held):
        names.add(number, name)
    found = names.near(asked)
    assert len(found) == len(set(found)) <= MOST
    assert set(found) <= set(range(len(held)))
