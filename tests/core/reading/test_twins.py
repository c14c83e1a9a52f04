"""One fact, one claim: which two of a sentence's claims are one too many."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from amanat.core.reading.draft import Draft
from amanat.core.reading.names import Sort
from amanat.core.reading.referent import Referent
from amanat.core.reading.twins import CONFUSED, TOGETHER, are_twins
from amanat.core.vocabulary import vocabulary


def test_the_tables_name_kinds_of_the_vocabulary_and_say_one_thing_of_a_pair() -> None:
    words = vocabulary()
    for pair in TOGETHER | CONFUSED:
        assert len(pair) == 2
        assert all(words.term(kind).kind == kind for kind in pair)
    assert not TOGETHER & CONFUSED


ANA, BEK = Referent(Sort.PERSON, names=["Ana Lim"]), Referent(Sort.PERSON, names=["Bek Osh"])


def _draft(word: str, kind: str, parsed: list[SimpleNamespace], *who: Referent) -> Draft:
    trigger = next(token for token in parsed if token.text == word)
    return Draft(kind, None, trigger, list(who))  # type: ignore[arg-type]


@pytest.fixture
def words() -> list[SimpleNamespace]:
    """ "was led away and beaten": two verbs, one with an adverb."""
    tokens = [
        SimpleNamespace(text=text, pos_=pos, i=at, ancestors=[])
        for at, (text, pos) in enumerate(
            [("led", "VERB"), ("away", "ADV"), ("and", "CCONJ"), ("beaten", "VERB")]
        )
    ]
    tokens[1].ancestors = [tokens[0]]
    for token, head, dep in zip(tokens, (0, 0, 0, 0), ("ROOT", "advmod", "cc", "conj"), strict=True):
        token.head, token.dep_ = tokens[head], dep
    return tokens


def test_what_is_said_by_means_of_another_word_is_one_fact(words: list[SimpleNamespace]) -> None:
    """As if it were "made him apologise", both a coercion."""
    words[3].dep_ = "ccomp"
    assert are_twins(_draft("led", "coercion", words, ANA), _draft("beaten", "coercion", words, ANA))
    assert not are_twins(_draft("led", "coercion", words, ANA), _draft("beaten", "coercion", words, BEK))


@pytest.mark.parametrize(
    ("one", "other", "twins"),
    [
        (("led", "detention", ANA), ("led", "transfer", ANA), True),
        (("led", "detention", ANA), ("led", "separation of family", ANA), False),
        (("led", "detention", ANA), ("led", "reprisal against relatives", ANA), False),
        (("led", "detention", ANA), ("away", "enforced disappearance", ANA), True),
        (("led", "detention", ANA), ("away", "enforced disappearance", BEK), False),
        (("led", "detention", ANA), ("away", "health", ANA), False),
        (("led", "detention", ANA), ("away", "detention", ANA), True),
        (("led", "detention", ANA), ("beaten", "torture and ill-treatment", ANA), False),
        (("led", "detention", ANA), ("beaten", "detention", ANA), False),
    ],
)
def test_what_is_one_fact(words: list[SimpleNamespace], one: tuple, other: tuple, twins: bool) -> None:
    first = _draft(one[0], one[1], words, one[2])
    second = _draft(other[0], other[1], words, other[2])
    assert are_twins(first, second) is twins
    assert are_twins(second, first) is twins
