"""Every entry of the Russian lexicon is found in its example, and only words of the vocabulary stand in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from amanat.core.claim import Reading
from amanat.core.reading.russian.lexicon import Entry, by_lemma, entries, words
from amanat.core.vocabulary import vocabulary


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: f"{entry.kind}: {entry.example[:40]}")
def test_an_entry_is_found_in_its_example(russian: Callable[[str], Reading], entry: Entry) -> None:
    found = russian(entry.example)
    names = {person.id: person.names[0] for person in found.people}
    kinds = {entry.kind, entry.otherwise}
    told = [[names.get(who, who) for who in claim.who] for claim in found.claims if claim.kind in kinds]
    assert told, found.claims
    if entry.expects:
        assert any(entry.expects in who for who in told), told


def test_every_kind_is_of_the_vocabulary_and_every_word_is_folded() -> None:
    for entry in entries():
        assert entry.kind in vocabulary()
        assert entry.otherwise is None or entry.otherwise in vocabulary()
        assert entry.verbs or entry.nouns
    for lemma in by_lemma():
        assert lemma == lemma.lower().replace("ё", "е")
    assert "сказать" in words("telling")
