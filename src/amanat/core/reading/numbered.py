"""People who are only numbered or told apart: "five of the nine", "another was shot", "a seventh walked free"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from amanat.core.reading.nouns import is_person_noun
from amanat.core.reading.phrases import child, children

_ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "conj", "appos", "ROOT", "dative")
_OF_PEOPLE = frozenset({"of", "among", "with", "including", "against", "by"})
"""Prepositions whose bare number may be one of people: "a list of 41", "the release of four"."""
_FOR_A_NUMBER = frozenset(
    "count number total cost age price score figure weigh earn pay reach exceed".split()
)
_NOT_COUNTED = ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "LAW")
_ORDINALS = frozenset("second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split())


def is_count_of_people(token: Token) -> bool:
    """Whether a number or a quantity that stands alone may count people: no date, no paragraph, no price, nobody's
    room ("a cell for four")."""
    if token.ent_type_ in _NOT_COUNTED or token.dep_ in ("nummod", "npadvmod", "compound", "quantmod"):
        return False
    if re.search(r"[/:.]", token.text) or (token.text.isdigit() and token.text[0] == "0"):
        return False
    if token.dep_ == "pobj":
        return token.head.lower_ in _OF_PEOPLE and not _is_age(token)
    if token.dep_ == "attr":
        return child(token.head, "expl") is not None
    return token.dep_ in _ARGUMENTS and token.head.lemma_ not in _FOR_A_NUMBER


def _is_age(token: Token) -> bool:
    """ "A girl of 17", "a mother of three": one person, whose years or children are counted."""
    whose = token.head.head
    return token.head.lower_ == "of" and whose.tag_ == "NN" and is_person_noun(whose)


def is_one_of_several(token: Token) -> bool:
    """ "Another was shot", "a seventh walked free", "the rest were let go": somebody told apart from others."""
    if token.dep_ not in ("nsubj", "nsubjpass", "dobj") or child(token, "amod", "compound") is not None:
        return False
    if token.lower_ == "another":
        return not children(token, "prep")
    determiner = child(token, "det")
    if token.lower_ == "rest":
        return determiner is not None and not any(part.lower_ == "of" for part in token.children)
    return (
        token.lower_ in _ORDINALS and determiner is not None and token.pos_ in ("ADJ", "NOUN", "NUM", "PROPN")
    )
