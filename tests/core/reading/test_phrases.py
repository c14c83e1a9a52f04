"""What belongs to a noun phrase, and what stands in brackets beside it."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from amanat.core.reading.phrases import noun_phrase

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
