"""A denial as a draft of a claim: its own words, who makes it, and whom the denied thing would have befallen."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from amanat.core.reading.cast import Cast
from amanat.core.reading.draft import Draft
from amanat.core.reading.names import Sort
from amanat.core.reading.phrases import children, phrase_text, prepositions, subtree_text
from amanat.core.reading.referent import Referent, is_nobody, is_power
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.telling import Told


def denial(
    cast: Cast,
    sentence: Sentence,
    trigger: Token,
    teller: list[Told],
    about: Token | None,
    *,
    rest: Token | None = None,
    confidence: float,
) -> Draft:
    """``about`` is what is denied, a noun or a clause; ``rest`` the clause that says it otherwise, if another."""
    words_ = (
        subtree_text(rest, leaving=frozenset({"nsubj", "mark"} if rest.dep_ != "csubj" else ()))
        if rest is not None
        else None
    )
    who = _whom(about, teller, cast) if about is not None else []
    who = who or (_whom(rest, teller, cast) if rest is not None and _is_pointer(about) else [])
    named = about is None or about.dep_ == "csubj" or bool(who)
    return Draft(
        "denial", sentence, trigger, who, told_by=teller, confidence=confidence,
        who_text=phrase_text(about) if about is not None and not named else None,
        details=words_ or (subtree_text(about) if about is not None else None),
    )  # fmt: skip


def _is_pointer(about: Token | None) -> bool:
    """ "They did not have him": the subject is whoever answers, and says nothing of whom it is about."""
    return about is None or about.pos_ == "PRON"


_WHERE_THEY_STAND = ("nsubjpass", "nsubj", "dobj", "dative")
_BEARING = ("of", "against", "on", "about", "from", "with")


def _whom(about: Token, teller: list[Told], cast: Cast) -> list[Referent]:
    """Whom what is denied would have befallen: the person it names, the subject or object of its clause, the bearer of
    its noun. Nobody who denies it, and nobody where it says "no one"."""
    clause = about.pos_ in ("VERB", "AUX")
    found: list[Referent] = []
    for place in _places(about, cast):
        one = cast.of(place)
        if one is None or one.sort not in (Sort.PERSON, Sort.PEOPLE) or is_power(one) or is_nobody(one):
            continue
        if not any(told.referent is one for told in teller):
            found += [each for each in cast.all_of(place) if each not in found]
    return found[:1] if clause and found and not found[0].many else found


def _places(about: Token, cast: Cast) -> Iterator[Token]:
    if about.pos_ == "PRON" or cast.name_at(about) is not None:
        yield about
        return
    things = [about]
    if about.pos_ in ("VERB", "AUX"):
        yield from children(about, *_WHERE_THEY_STAND)
        things += children(about, "dobj", "nsubj", "nsubjpass")
    for thing in things:
        yield from children(thing, "poss")
        yield from (one for word, one in prepositions(thing) if word in _BEARING)
