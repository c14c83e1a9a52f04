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
from amanat.core.reading.wordlists import noun_lemma, words

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
            among = _named_among(token, cast)
            if among:
                cast.at[(sentence.number, token.i)] = among[0] if len(among) == 1 else _several(among)


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


def _named_among(token: Token, cast: Cast) -> tuple[Referent, ...]:
    """Of "among those executed were Ana Ruiz and her aunt", of "Ana Ruiz is one of the 25 persons arrested": whom
    the sentence names."""
    if token.dep_ != "pobj" or not children(token, "acl", "relcl", "amod"):
        return ()
    above = token.head.head
    if token.head.lower_ == "of" and above.lower_ == "one":
        above = above.head
    elif token.head.lower_ != "among" or not (token.lower_ == "those" or _is_the(token)):
        return ()
    if above.lemma_ != "be":
        return ()
    told = [part for part in children(above, "nsubj", "attr") if part != token]
    people = [one for part in told for one in _row_of(part, cast) or _named(part, cast)]
    return tuple(people) if len(people) == 1 or len(told) == 1 else ()


def _row_of(given: Token, cast: Cast) -> tuple[Referent, ...]:
    """Several who are told of in one row, of whom the first has a name."""
    name = cast.name_at(given)
    people = cast.all_of(given) if name is not None and name.sort is Sort.PERSON else []
    return tuple(people) if len(people) > 1 and all(one.is_individual for one in people) else ()


def _several(people: tuple[Referent, ...]) -> Referent:
    found = Referent(Sort.PEOPLE, description=" and ".join(one.label for one in people), many=True)
    found.members = people
    return found


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


_AFTER = 2
"""Within how many sentences kin told of by what they are get their name."""


def name_the_kin_by_family(cast: Cast) -> None:
    """ "Her elder brother was detained. Temir Torov was …", of Aida Torova: the name that comes next, with nothing
    said of who that is, and the family name of the one whose brother was spoken of."""
    for one in list(cast.referents):
        if one.names or not one.is_individual or one.owner is None or not one.owner.names or not one.mentions:
            continue
        following = [
            each
            for each in cast.referents
            if each.is_individual
            and each.names
            and each.mentions
            and 0 < each.mentions[0].sentence - one.mentions[0].sentence <= _AFTER
        ]
        first = min(following, key=lambda each: each.mentions[0].sentence, default=None)
        if (
            first is not None
            and one.noun in words("people", "kin")
            and _is_bare(first)
            and may_be(one, first)
            and _share_family_name(first, one.owner)
        ):
            join(cast, one, first)


def _is_bare(person: Referent) -> bool:
    """Whether a sentence begins with a name of which nothing else is said."""
    return person.mentions[0].subject and person.noun is None and person.owner is None and not person.titles


def _share_family_name(one: Referent, other: Referent) -> bool:
    """ "Torov" and "Torova", behind different given names."""
    first, second = (each.label.casefold().split() for each in (one, other))
    if len(first) < 2 or len(second) < 2 or first[0] == second[0]:
        return False
    shorter, longer = sorted((first[-1], second[-1]), key=len)
    stem = shorter if longer.startswith(shorter) else shorter[:-1]
    return len(stem) > 3 and longer.startswith(stem) and len(longer) - len(stem) <= 2


def own_the_named_kin(cast: Cast) -> None:
    """ "Ines Faria, his partner": whose partner she is, where that is known only behind her name."""
    for sentence in cast.sentences:
        for noun in sentence.tokens():
            owner_token = child(noun, "poss") if noun_lemma(noun) in words("people", "kin") else None
            owner = cast.of(owner_token) if owner_token is not None else None
            one = cast.of(noun)
            if owner is None or one is None or one is owner or not owner.is_individual:
                continue
            if one.is_individual and one.names and one.owner is None and one.noun == noun_lemma(noun):
                one.owner = owner


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
