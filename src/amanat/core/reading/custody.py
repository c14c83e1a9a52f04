"""Whether a passage is about people who are held: then "we sorted tomatoes" is no calling and no choice.

Told from the words around: a camp, a cell, prisoners, in the sentence itself or in the few before it.
"""

from __future__ import annotations

from spacy.tokens import Token

from amanat.core.reading.cast import Cast
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.wordlists import words

_BACK = 5
"""How many sentences back a place of custody still holds."""


def in_custody(token: Token, cast: Cast) -> bool:
    """Whether the sentence or one of the five before it, in the same part of the page, names a place of custody
    or its people."""
    sentence = cast.sentence_of(token)
    return any(_names_custody(one) for one in _near(sentence, cast))


def _near(sentence: Sentence, cast: Cast) -> list[Sentence]:
    first = max(0, sentence.number - _BACK)
    return [one for one in cast.sentences[first : sentence.number + 1] if one.zone is sentence.zone]


def _names_custody(sentence: Sentence) -> bool:
    return any(token.lemma_.casefold() in words("forcing", "custody") for token in sentence.tokens())


def held_people(token: Token, cast: Cast) -> list[Token]:
    """Whom an act without a sufferer of its own befell: the people last spoken of as held, or as the sentences'
    subjects; a group before a single person."""
    sentence = cast.sentence_of(token)
    found: list[Token] = []
    for one in reversed(_near(sentence, cast)):
        for part in one.tokens():
            referent = cast.of(part)
            subject = part.dep_ in ("nsubj", "nsubjpass") and cast.person_like(part)
            keeper = part.lemma_.casefold() in words("forcing", "keepers")
            if subject and referent is not None and not keeper and part.head.i != token.i:
                found.append(part)
        if found:
            break
    return found[-1:]
