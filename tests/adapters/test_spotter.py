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


def test_a_sentence_gives_the_same_alone_and_among_others(english: Language) -> None:
    sentence = "The judge gave the two cousins eleven years each."
    others = [
        "They left for Urgench at dawn.",
        "A man of few words.",
        "Nobody had told the family where she lay.",
    ]
    alone = {spot.kind: spot.probability for spot in spots(english, sentence)}
    docs = list(english.pipe([*others, sentence, *others * 9]))
    among = {spot.kind: spot.probability for spot in kept_spots(docs[3])}
    assert "sentence" in alone
    for kind in alone:
        # eight-bit steps are laid out anew for each batch, so that the last digits may move
        assert among.get(kind, 0) == pytest.approx(alone[kind], abs=0.15)


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n", ".", "💧" * 300, "ا" * 500, "word " * 2000, "(((((((((", "\u200f\u202eabc\u202c"],
)
def test_odd_texts_pass(english: Language, text: str) -> None:
    assert all(0 <= spot.probability <= 1 for spot in spots(english, text))
