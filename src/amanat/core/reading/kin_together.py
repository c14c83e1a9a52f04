"""Kin who are told of together: "the brothers" after "Habib and his brother Yunus", "his nephews" of whom he was
called the uncle, "the elder son" of whose sons were spoken of.
"""

from __future__ import annotations

from spacy.tokens import Token

from amanat.core.reading.cast import Cast
from amanat.core.reading.nouns import is_plural
from amanat.core.reading.phrases import child
from amanat.core.reading.referent import Referent
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.together import number_of, together
from amanat.core.reading.wordlists import noun_lemma, words

_ALIKE = {
    "brother": frozenset({"brother"}),
    "sister": frozenset({"sister"}),
    "sibling": frozenset({"brother", "sister", "sibling"}),
    "twin": frozenset({"twin", "brother", "sister"}),
    "cousin": frozenset({"cousin"}),
}
"""What somebody is to those together with whom he is one of "the brothers"."""
_SEX = {"brother": "m", "sister": "f"}
_LATELY = 6


def kin_together(cast: Cast, sentence: Sentence, noun: Token) -> Referent | None:
    """ "The brothers", "both sisters": somebody and all who were lately called their brothers or sisters."""
    lemma = noun_lemma(noun)
    near = [
        one
        for one in cast.referents
        if one.is_individual
        and one.noun in _ALIKE.get(lemma, ())
        and one.owner is not None
        and one.owner.is_individual
        and one.owner.gender in (None, _SEX.get(lemma, one.owner.gender))
        and one.mentions
        and 0 <= sentence.number - one.mentions[-1].sentence <= _LATELY
    ]
    if not near:
        return None
    first = max(near, key=lambda one: one.mentions[-1].sentence).owner
    if first is None:
        return None
    members = tuple(dict.fromkeys([first, *(one for one in near if one.owner is first)]))
    number = number_of(noun)
    if number not in (None, len(members)) or _were_told_since(cast, lemma, near):
        return None
    return together(cast, sentence, members)


def _were_told_since(cast: Cast, lemma: str, near: list[Referent]) -> bool:
    """Whether others have since been called "the brothers"."""
    last = max(one.mentions[-1].sentence for one in near)
    return any(
        one.many and one.noun == lemma and one.mentions and one.mentions[-1].sentence >= last
        for one in cast.referents
    )


def whose_children(noun: Token, cast: Cast) -> Referent | None:
    """ "The elder son": the one person whose sons were spoken of."""
    article = child(noun, "det")
    lemma = noun_lemma(noun)
    if article is None or article.lower_ != "the" or is_plural(noun) or lemma not in words("people", "kin"):
        return None
    owners = {
        one.owner for one in cast.referents if one.many and one.owner is not None and _single(one) == lemma
    }
    return owners.pop() if len(owners) == 1 else None


def _single(group: Referent) -> str:
    """ "Son" of "two sons"."""
    return (group.noun or "").removesuffix("s")
