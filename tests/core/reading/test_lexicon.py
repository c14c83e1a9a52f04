"""Every entry of the act lexicon finds its own example, and every forced deed is the act it should be."""

from __future__ import annotations

import pytest

from amanat.core.reading.frames import frames
from amanat.core.reading.wordlists import lexicon
from amanat.core.vocabulary import vocabulary

FRAMES = [(frame.kind, frame.example) for frame in frames()]
FORCED = [(entry["kind"], example) for entry in lexicon("forcing")["kinds"] for example in entry["examples"]]


@pytest.mark.parametrize(("kind", "example"), FRAMES, ids=[example for _, example in FRAMES])
def test_an_entry_finds_its_example(kind, example, reading):
    assert kind in [claim.kind for claim in reading(example).claims]


@pytest.mark.parametrize(("kind", "example"), FORCED, ids=[example for _, example in FORCED])
def test_a_forced_deed_is_the_act_it_should_be(kind, example, reading):
    assert [claim.kind for claim in reading(example).claims] == [kind]


def test_every_kind_of_the_lexicon_is_in_the_vocabulary():
    kinds = {frame.kind for frame in frames()} | {kind for kind, _ in FORCED}
    assert kinds <= set(vocabulary().kinds("act"))


NOT_IN_ENGLISH = {"search"}
"""Read in Russian and marked in other languages; English knows searches of the body alone so far."""


def test_every_act_of_the_vocabulary_can_be_read():
    readable = (
        {frame.kind for frame in frames()}
        | {frame.as_kind for frame in frames()}
        | {kind for kind, _ in FORCED}
    )
    assert set(vocabulary().kinds("act")) - NOT_IN_ENGLISH <= readable


NOTHING = [
    "The police held a briefing on Monday.",
    "The company released its annual report.",
    "The students were expelled from the university.",
    "She was handed back her passport.",
    "Two policemen came to the clinic.",
    "The minister charged the battery of his car.",
    "The film was shot in Georgia in 2012.",
    "The team beat its rivals by two goals.",
    "The committee tried a new procedure.",
    "The bank seized the opportunity.",
    "The storm killed the power supply.",
    "The court sentenced nobody.",
    "Prices escaped all control.",
    "The law was executed faithfully.",
    "The lawyer's arrest record book was lost.",
    "They took the bus to the market.",
]


@pytest.mark.parametrize("sentence", NOTHING)
def test_words_of_the_lexicon_with_nobody_to_suffer_them_claim_nothing(sentence, reading):
    acts = set(vocabulary().kinds("act"))
    claimed = [
        claim for claim in reading(sentence).claims if claim.kind in acts and claim.polarity == "affirmed"
    ]
    assert claimed == []
