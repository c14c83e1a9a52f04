from __future__ import annotations

import pytest
from spacy.language import Language

from amanat.adapters.english import load_english
from amanat.adapters.spotter import Spotter
from amanat.core.reading.spots import Spot, kept_spots
from amanat.core.vocabulary import vocabulary


@pytest.fixture(scope="module")
def english() -> Language:
    return load_english()


def spots(english: Language, text: str) -> list[Spot]:
    return kept_spots(english(text))


def test_every_kind_that_it_knows_is_in_the_vocabulary() -> None:
    assert all(vocabulary().term(kind).kind == kind for kind in Spotter().kinds)


def test_a_spot_points_to_words_of_its_sentence(english: Language) -> None:
    text = "It rained in the night. Two soldiers dragged the carpenter off and he was never seen again."
    found = spots(english, text)
    assert {spot.kind for spot in found if spot.probability > 0.5} & {"detention", "enforced disappearance"}
    assert all(text.index("Two") <= spot.start < spot.end <= len(text) for spot in found)


def test_every_sentence_of_a_page_is_looked_at_once(english: Language) -> None:
    told = "The judge gave the two cousins eleven years each."
    around = [
        "They left for Urgench at dawn.",
        "A man of few words.",
        "Nobody had told the family where she lay.",
    ]
    docs = list(english.pipe([told, *around * 9, told, " ".join([*around * 9, told]), told]))
    for doc in docs:
        places = [
            spot.start for spot in kept_spots(doc) if spot.kind == "sentence" and spot.probability > 0.5
        ]
        assert len(places) == doc.text.count(told), doc.text
        assert all(doc.text.index(told) <= at for at in places) or not places


def test_a_page_gives_the_same_each_time(english: Language) -> None:
    page = [
        "Seven men were led off.",
        "Their wives wait.",
        "",
        "Two came home in May. The rest did not.",
    ] * 12
    first, again = ([kept_spots(doc) for doc in english.pipe(page)] for _ in range(2))
    assert first == again
    assert any(first)


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n", ".", "💧" * 300, "ا" * 500, "word " * 2000, "(((((((((", "\u200f\u202eabc\u202c"],
)
def test_odd_texts_pass(english: Language, text: str) -> None:
    assert all(0 <= spot.probability <= 1 for spot in spots(english, text))
