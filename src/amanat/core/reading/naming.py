"""Sentences whose whole sense is a name: "The author is Ana Ruiz", "a relative identified him as Ana Ruiz"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from amanat.core.reading.cast import Cast
from amanat.core.reading.joining import join
from amanat.core.reading.names import Sort
from amanat.core.reading.parties import may_be
from amanat.core.reading.phrases import child, children, conjuncts
from amanat.core.reading.referent import Referent
from amanat.core.reading.wordlists import words

_NAMING = frozenset({"identify", "name", "know", "recognise", "recognize"})
_APART = frozenset(
    "other second third fourth elder eldest older oldest younger youngest late half another".split()
)
"""Marks by which one brother is told from another."""


def name_by_sentences(cast: Cast) -> None:
    """Joins whom a sentence names to the name that it gives them."""
    for sentence in cast.sentences:
        for token in sentence.tokens():
            for given in _names_given(token):
                _give(token, given, cast)
            one = _one_among(token, cast)
            if one is not None:
                cast.at[(sentence.number, token.i)] = one


def _names_given(token: Token) -> Iterator[Token]:
    """Where the name stands for somebody whom the clause names."""
    verb = token.head
    if token.dep_ == "nsubj" and verb.lemma_ == "be" and child(verb, "neg") is None:
        yield from children(verb, "attr")
    if token.dep_ in ("nsubjpass", "dobj") and verb.lemma_ in _NAMING:
        yield from children(verb, "oprd", "attr")
        for preposition in children(verb, "prep"):
            if preposition.lower_ == "as":
                yield from children(preposition, "pobj")


def _give(token: Token, given: Token, cast: Cast) -> None:
    known, people = cast.of(token), _named(given, cast)
    if known is None or known.names or not people or known in people:
        return
    if known.many and not known.members and len(people) > 1:
        known.members = people
    elif known.is_individual and len(people) == 1 and may_be(known, people[0]):
        join(cast, known, people[0])


def _one_among(token: Token, cast: Cast) -> Referent | None:
    """Of "among those executed was Ana Ruiz", of "Ana Ruiz is one of the 25 persons arrested": her."""
    if token.dep_ != "pobj" or not children(token, "acl", "relcl", "amod"):
        return None
    above = token.head.head
    if token.head.lower_ == "of" and above.lower_ == "one":
        above = above.head
    elif token.head.lower_ != "among" or not (token.lower_ == "those" or _is_the(token)):
        return None
    if above.lemma_ != "be":
        return None
    people = [one for part in children(above, "nsubj", "attr") for one in _named(part, cast) if part != token]
    return people[0] if len(people) == 1 else None


def _is_the(noun: Token) -> bool:
    return any(part.lower_ == "the" for part in children(noun, "det")) and not children(noun, "nummod")


def _named(given: Token, cast: Cast) -> tuple[Referent, ...]:
    """Those named by the words given, each once; nobody where some are no persons."""
    found: list[Referent] = []
    for part in conjuncts(given):
        name, one = cast.name_at(part), cast.of(part)
        if name is None or name.sort is not Sort.PERSON or one is None or not one.names:
            return ()
        found.append(one)
    return tuple(dict.fromkeys(found))


def name_the_kin(cast: Cast) -> None:
    """ "The arrest of his sister", who is afterwards named: "his sister, Hani Langove"."""
    named: dict[tuple[int, str], list[Referent]] = {}
    for one in cast.referents:
        if one.names and one.owner is not None and one.noun in words("people", "kin"):
            named.setdefault((id(one.owner), one.noun), []).append(one)
    for one in list(cast.referents):
        if one.names or one.owner is None or not one.is_individual or not one.mentions:
            continue
        same = named.get((id(one.owner), one.noun or ""), [])
        set_apart = any(part.lower_ in _APART for part in cast.token(one.mentions[0]).children)
        if len(same) == 1 and not set_apart:
            join(cast, one, same[0])
