"""The reading lexicon's word lists, loaded once: nouns for people, titles, verbs of telling, facility words."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:  # a page's head is told without a language model, also in the sandbox: it need not load one
    from spacy.tokens import Token

MONTHS_AND_DAYS = frozenset(
    "january february march april may june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday "
    "feb aug sept oct nov dec fri tues thurs spring summer autumn winter ramadan christmas easter".split()
)
"""Words with a capital that name no person and no place."""


@cache
def lexicon(name: str) -> Any:
    """The parsed YAML of ``lexicon/<name>.yaml``."""
    source = resources.files("amanat.core.reading").joinpath(f"lexicon/{name}.yaml")
    return yaml.load(source.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


@cache
def words(name: str, entry: str) -> frozenset[str]:
    """One list of a lexicon file as a set: ``words("people", "kin")``."""
    return frozenset(lexicon(name)[entry])


def noun_lemma(token: Token) -> str:
    """The noun's singular in lower case; a capital at a sentence's start often hides it from the tagger, and so does
    a rare noun."""
    lemma = token.lemma_.casefold()
    if token.pos_ == "NOUN" and lemma.endswith("s") and lemma not in person_nouns() and len(lemma) > 5:
        return lemma[:-1] if lemma[:-1] in person_nouns() else lemma
    if token.pos_ == "PROPN" and lemma.endswith("s") and lemma not in person_nouns():
        for singular in (
            lemma[:-1],
            lemma[:-3] + "y" if lemma.endswith("ies") else lemma,
            lemma[:-3] + "man",
        ):
            if singular in person_nouns():
                return singular
    return lemma


@cache
def person_nouns() -> frozenset[str]:
    """Every noun that stands for a person or several."""
    entries = ("person", "female", "male", "kin", "groups", "official", "witness", "unnamed", "quantity")
    return frozenset().union(*(words("people", entry) for entry in entries))
