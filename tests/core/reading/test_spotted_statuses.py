"""What the spotter adds of what somebody is: work, home, kin, people and faith told in words that no rule knows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from amanat.adapters.english import load_english
from amanat.core.claim import Reading
from amanat.core.reading.reader import read
from amanat.core.reading.spots import Spot, is_spotted, keep_spots


class _Sees:
    """A pipeline whose spotter sees exactly what a test says: ``kind`` at ``words``."""

    def __init__(self, model: Language, kind: str, words: str) -> None:
        self._model, self._kind, self._words = model, kind, words
        self.meta, self.vocab = model.meta, model.vocab

    def __call__(self, text: str) -> Doc:
        return next(self.pipe([text]))

    def pipe(self, texts: list[str], **given: object) -> Iterator[Doc]:
        for doc in self._model.pipe(texts, **given):
            at = doc.text.find(self._words)
            spots = [Spot(self._kind, at, at + len(self._words), 0.97)] if at >= 0 else []
            keep_spots(doc, spots)
            yield doc

    def __getattr__(self, name: str) -> object:
        return getattr(self._model, name)


@pytest.fixture(scope="module")
def model() -> Language:
    return load_english()


def _told(model: Language, sentence: str, kind: str, words: str) -> Reading:
    text = f"News of the day\n\nAida Torova was released in May. {sentence}\n"
    seeing = _Sees(model, kind, words)  # it does what of a pipeline the reader asks, and is none
    return read(text, sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(), nlp=seeing)  # type: ignore[arg-type]


def _spotted(reading: Reading, kind: str) -> list[str]:
    names = {person.id: (person.names or (person.description or "",))[0] for person in reading.people}
    return [
        names.get(who, who)
        for claim in reading.claims
        if claim.kind == kind and is_spotted(claim.reader)
        for who in claim.who
    ]


WHOSE = [
    ("She wove carpets for a merchant of Aktau.", "occupation", "wove", "Aida Torova"),
    ("She spun wool for a cooperative.", "occupation", "spun", "Aida Torova"),
    ("Temur Aliev's bread was known in the whole valley.", "occupation", "bread", "Temur Aliev"),
    ("Two Mundang fishermen, Kofi Bara and Issa Bara, saw it.", "ethnicity", "Mundang", "Kofi Bara"),
]


@pytest.mark.parametrize(("sentence", "kind", "words", "whose"), WHOSE, ids=[row[2] for row in WHOSE])
def test_it_is_told_of_whom_grammar_says(
    model: Language, sentence: str, kind: str, words: str, whose: str
) -> None:
    assert whose in _spotted(_told(model, sentence, kind, words), kind)


NOT_TOLD = [
    ("A nurse came in the morning.", "occupation", "nurse"),
    ("Her mother said that the door was open.", "kinship", "mother"),
    ("Torova, a nurse, mends nets.", "occupation", "nurse"),
    ("Torova was beaten by a merchant.", "occupation", "merchant"),
]


@pytest.mark.parametrize(("sentence", "kind", "words"), NOT_TOLD, ids=[row[0] for row in NOT_TOLD])
def test_a_role_in_passing_and_what_a_rule_has_read_are_not_told_again(
    model: Language, sentence: str, kind: str, words: str
) -> None:
    assert not _spotted(_told(model, sentence, kind, words), kind)


def test_a_headline_says_of_nobody_what_they_are(model: Language) -> None:
    text = "Net mender Aida Torova freed\n\nThe court freed her on Monday, her lawyer said in the evening.\n"
    seeing = _Sees(model, "occupation", "mender")
    reading = read(text, sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(), nlp=seeing)  # type: ignore[arg-type]
    assert not _spotted(reading, "occupation")
