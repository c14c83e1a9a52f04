"""What belongs to a noun phrase, and what stands in brackets beside it."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from amanat.core.reading.phrases import noun_phrase, phrase_text

# The parser makes now the code the head and now the worker: the arrows are drawn by hand, both ways.
WORDS = ["SWA-0212", "(", "kitchen", "worker", ",", "name", "withheld", ")", "mentions", "her"]


@pytest.mark.parametrize(
    ("head", "heads", "deps"),
    [
        (3, [3, 3, 3, 8, 3, 3, 5, 3, 8, 8],
         ["compound", "punct", "compound", "nsubj", "punct", "appos", "acl", "punct", "ROOT", "dobj"]),
        (0, [8, 0, 3, 0, 3, 3, 5, 0, 8, 8],
         ["nsubj", "punct", "compound", "dep", "punct", "appos", "acl", "punct", "ROOT", "dobj"]),
    ],
    ids=["headed by the worker", "headed by the code"],
)  # fmt: skip
def test_what_stands_in_brackets_is_no_part_of_a_name(
    english: Language, head: int, heads: list[int], deps: list[str]
) -> None:
    doc = Doc(english.vocab, WORDS, heads=heads, deps=deps)
    first, last = noun_phrase(doc[head])
    assert doc[first.i : last.i + 1].text == "SWA-0212"


DATED = [
    ("On 3 May 2021 men in masks took her.", "men", "men"),
    ("In 2019 protesters were beaten.", "protesters", "protesters"),
    ("Five of the 2019 protesters were beaten.", "protesters", "the 2019 protesters"),
    ("On 3 May 2021 three men took her.", "men", "three men"),
]


@pytest.mark.parametrize(("sentence", "word", "phrase"), DATED)
def test_a_date_without_a_comma_is_no_part_of_whoever_stands_behind_it(
    english: Language, sentence: str, word: str, phrase: str
) -> None:
    head = next(token for token in english(sentence) if token.text == word)
    assert phrase_text(head) == phrase
