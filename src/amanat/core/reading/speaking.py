""" "I", "my", "we": whoever is speaking. In quoted words it is the speaker quoted; in a testimony, its witness."""

from __future__ import annotations

import re

from spacy.tokens import Token

from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.names import Sort
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.telling import Tellers

_FIRST = frozenset({"i", "me", "my", "mine", "myself"})
_FIRST_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
_QUESTION = re.compile(r"(?:q|question|interviewer)\s*[.:)]", re.I)
_ANSWER = re.compile(r"(?:a|answer|witness|w)\s*[.:)]", re.I)


def give_voice(sentences: list[Sentence], cast: Cast, tellers: Tellers) -> None:
    """Resolve every first person to whoever speaks there."""
    narrator: Referent | None = None
    for sentence in sentences:
        for token in sentence.tokens():
            word = token.lower_
            if word not in _FIRST and word not in _FIRST_PLURAL:
                continue
            speaker = tellers.speaker(token, sentence)
            if speaker is None:
                narrator = narrator or _narrator(sentences, cast)
                speaker = narrator
            if speaker is None:
                continue
            cast.set(token, speaker if word in _FIRST else _company(token, speaker))


def _narrator(sentences: list[Sentence], cast: Cast) -> Referent | None:
    """The one who tells in the first person: a testimony's named witness, else somebody without a name."""
    outside = sum(token.lower_ in _FIRST for sentence in sentences for token in sentence.tokens())
    if outside < 3:
        return None
    found = Referent(Sort.PERSON, description="the witness", noun="witness")
    cast.referents.append(found)
    return found


def _company(token: Token, speaker: Referent) -> Referent:
    """ "We" are the speaker and others."""
    return Referent(Sort.PEOPLE, description=f"{speaker.label} and others", many=True, besides=None)
