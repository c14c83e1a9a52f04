"""Acts noted without a verb: "Fassakhov: 13 years", "A nine-year term for Leo", "Article 205.5 of the Criminal Code",
"Free Brayan!".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from amanat.core.reading.cast import Cast
from amanat.core.reading.event import Event
from amanat.core.reading.frames import is_term
from amanat.core.reading.phrases import child, conjuncts, first_conjunct, prepositions
from amanat.core.reading.sentences import Sentence

_PUNISHMENT = re.compile(
    r"\b(?:prison|jail|imprisonment|sentence[sd]?|term|suspended|probation|regime|colony|judge?ment|verdict|convict\w*"
    r"|outcome|labou?r|correctional|penalty)\b",
    re.I,
)
_CODE = re.compile(
    r"\b(?:Articles?|Section|Art\.)\s+\d[\d.()a-z-]*.*?\b(?:Code|Law|Act|offen[cs]e|charges?)\b", re.S
)
_NEAR = 4
_TERM_NOUNS = ("term", "sentence")


def note_events(sentence: Sentence, cast: Cast) -> Iterator[Event]:
    tokens = list(sentence.tokens())
    for token in tokens:
        if _is_punishment(token) and not _has_verb_above(token) and _of_a_court(sentence, cast):
            yield Event("sentence", sentence, token, token, _for_whom(token, cast), confidence=0.65)
    yield from _gapped(sentence, tokens, cast)
    article = _article(sentence, tokens)
    if article is not None:
        yield Event("prosecution", sentence, article, article, _people(tokens, cast), confidence=0.6)
    yield from _demands(sentence, tokens, cast)


_SENTENCING = ("sentence", "jail", "imprison", "condemn")


def _gapped(sentence: Sentence, tokens: list[Token], cast: Cast) -> Iterator[Event]:
    """ "Sentenced Karim to five years and Aliyev to two and a half": the second has no verb of its own."""
    verb = next((one for one in tokens if one.lemma_ in _SENTENCING and one.tag_.startswith("VB")), None)
    if verb is None:
        return
    for to in tokens:
        if to.lower_ != "to" or to.pos_ != "ADP" or to.i < verb.i + 3:
            continue
        person, ahead = to.nbor(-1), [one for one in tokens if to.i < one.i <= to.i + _TERM_AHEAD]
        joined = [one for one in tokens if person.i - _NAME_LONG <= one.i < person.i]
        joined = [one for one in joined if one.lower_ in ("and", "but") or one.text in (",", ";")]
        known = cast.person_like(person) and person.lower_ not in ("him", "her", "them", "me", "us")
        if known and joined and any(_is_measure(one) for one in ahead):
            court = child(verb, "nsubj")
            yield Event("sentence", sentence, to, verb, [person], [court] if court else [], confidence=0.7)


_TERM_AHEAD, _NAME_LONG = 7, 5


def _is_measure(token: Token) -> bool:
    """Years of a term; life, death."""
    return token.lemma_ in ("year", "month", "life", "death") or token.lower_ == "imprisonment"


def _is_punishment(token: Token) -> bool:
    """Years that are nobody's age and no time that has passed; a term of years."""
    if (
        token.lemma_ in ("imprisonment", "penalty") and token.dep_ == "ROOT"
    ):  # "Life imprisonment.", "Death penalty."
        return any(part.lemma_ in ("life", "death", "year", "month") for part in token.lefts)
    if token.lemma_ in _TERM_NOUNS:
        return any(part.lemma_ in ("year", "month", "life") for part in token.lefts)
    if not is_term(token) or token.dep_ in ("npadvmod", "nmod", "compound") or token.lemma_ == "life":
        return False
    after = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    return after not in ("old", "ago", "later", "earlier", "after", "before") and token.dep_ != "pobj"


def _has_verb_above(token: Token) -> bool:
    return any(above.pos_ in ("VERB", "AUX") for above in token.ancestors)


def _of_a_court(sentence: Sentence, cast: Cast) -> bool:
    """Whether the paragraph speaks of punishments."""
    near = [
        one.text
        for one in cast.sentences
        if one.paragraph == sentence.paragraph and 0 <= sentence.number - one.number <= _NEAR
    ]
    return bool(_PUNISHMENT.search(" ".join(near)))


def _for_whom(token: Token, cast: Cast) -> list[Token]:
    """Whom it is for, else the person named just before it in the same part of the list."""
    given = [
        thing
        for word, thing in prepositions(token)
        if word in ("for", "to", "of") and cast.person_like(thing)
    ]
    if given:
        return given
    for before in reversed([one for one in token.sent if one.i < token.i]):
        if before.text == ";":
            break
        if before.dep_ not in ("compound", "nmod", "poss", "amod") and cast.person_like(before):
            return [first_conjunct(before)] if first_conjunct(before) in token.sent else [before]
    return []


def _article(sentence: Sentence, tokens: list[Token]) -> Token | None:
    """ "Article 205.5 of the Criminal Code" in a note that says no more than that."""
    found = _CODE.search(sentence.text)
    if (
        found is None
        or sentence.span.root.pos_ in ("VERB", "AUX")
        or "criminal" not in sentence.text.casefold()
    ):
        return None
    at = sentence.span.start_char + found.start()
    return next((token for token in tokens if token.idx >= at), None)


def _people(tokens: list[Token], cast: Cast) -> list[Token]:
    found: dict[int, Token] = {}
    for token in tokens:
        referent = cast.of(token)
        if referent is not None and referent.is_individual and referent.names:
            found.setdefault(id(referent), token)
    return list(found.values())


def _demands(sentence: Sentence, tokens: list[Token], cast: Cast) -> Iterator[Event]:
    """ "Free Brayan!", "FREE ALL 16": a call that the parser takes for a name or an adjective."""
    first = next((token for token in tokens if token.is_alpha), None)
    if first is None or first.lower_ not in ("free", "release") or first.i + 1 >= len(first.doc):
        return
    if first.pos_ == "VERB" or first.dep_ in ("nsubj", "nsubjpass"):
        return
    whom = [
        token for token in tokens if token.i > first.i and (cast.person_like(token) or token.pos_ == "NUM")
    ]
    near = [token for token in whom if token.i - first.i <= 3]
    if near and not any(token.pos_ in ("VERB", "AUX") for token in tokens if token != first):
        yield Event(
            "release", sentence, first, first, conjuncts(near[0])[:1], modality="demanded", confidence=0.7
        )
