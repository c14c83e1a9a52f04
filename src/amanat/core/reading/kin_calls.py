"""Whom kin call their own: "the father of Amir said that police beat his son" tells of Amir."""

from __future__ import annotations

from spacy.tokens import Token

from amanat.core.reading.cast import Cast
from amanat.core.reading.names import Sort
from amanat.core.reading.nouns import gender_of_noun, is_plural
from amanat.core.reading.phrases import child
from amanat.core.reading.referent import Referent
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.wordlists import noun_lemma, words

_BACK = {
    "father": "son daughter child boy girl", "mother": "son daughter child boy girl",
    "parent": "son daughter child boy girl", "husband": "wife spouse", "wife": "husband spouse", "widow": "husband",
    "brother": "brother sister sibling", "sister": "brother sister sibling", "sibling": "brother sister sibling",
    "child": "father mother parent", "uncle": "nephew niece",
    "aunt": "nephew niece", "son": "father mother parent", "daughter": "father mother parent", "cousin": "cousin",
    "nephew": "uncle aunt", "niece": "uncle aunt",
}  # fmt: skip
"""Of somebody's father, "his son" is that somebody."""
_PLAIN = dict.fromkeys(("dad", "daddy", "papa", "papi"), "father") | dict.fromkeys(
    ("mum", "mom", "mami", "mama", "mommy"), "mother"
)


def called_back(owner: Referent, noun: Token, sentence: Sentence, cast: Cast) -> Referent | None:
    """Of "his son", the one whose father is spoken of: whether "his" was taken for the father or for the son."""
    if is_plural(noun):
        several = owner.owner
        return several if several is not None and several.many and _calls_back(owner, noun) else None
    if owner.owner is not None and _are_kin(owner, owner.owner, noun):
        return owner.owner
    for one in cast.referents:
        spoken = any(mention.sentence == sentence.number and mention.subject for mention in one.mentions)
        if one.owner is owner and spoken and _are_kin(one, owner, noun):
            return owner
    return None


def own_kin(noun: Token, owner_token: Token, cast: Cast) -> None:
    """ "My husband" is Karim, where whoever says it was introduced as the wife of Karim; else somebody of the
    speaker's own."""
    owner = cast.of(owner_token)
    first = owner.owner if owner is not None else None
    if owner is not None and first is not None and not is_plural(noun) and _are_kin(owner, first, noun):
        cast.kin[(id(owner), noun_lemma(noun))] = first
    cast.own(noun, owner_token)


def is_called_back(relation: str, noun: Token, about: Referent) -> bool:
    """Whether somebody's ``relation``, their son, would call them by that noun: "my father", "my dad"."""
    lemma = _PLAIN.get(noun_lemma(noun), noun_lemma(noun))
    gender = gender_of_noun(noun)
    back = lemma in _BACK.get(_PLAIN.get(relation, relation), "").split() and not is_plural(noun)
    return back and not (gender and about.gender and gender != about.gender)


def introduced_as_kin(noun: Token, sentence: Sentence, cast: Cast) -> None:
    """ "Noha, the wife of Karim Badrawi", "I am the wife of Karim Badrawi": whose wife she is."""
    first_token = whose(sentence, noun, cast)
    first = cast.of(first_token) if first_token is not None else None
    speaker = child(noun.head, "nsubj") if noun.dep_ == "attr" else None
    relative = cast.of(speaker) if speaker is not None and speaker.lower_ == "i" else cast.of(noun)
    if first is None or relative is None or relative is first or not relative.is_individual:
        return
    if relative.owner is None and (relative.names or speaker is not None):
        relative.owner, relative.noun = first, noun_lemma(noun)


def _are_kin(relative: Referent, first: Referent, noun: Token) -> bool:
    """Whether the relative of ``first`` would call them by that noun."""
    back = _calls_back(relative, noun)
    gender = gender_of_noun(noun)
    return back and first.is_individual and not (gender and first.gender and gender != first.gender)


def _calls_back(relative: Referent, noun: Token) -> bool:
    return noun_lemma(noun) in _BACK.get(relative.noun or "", "").split()


def whose(sentence: Sentence, noun: Token, cast: Cast) -> Token | None:
    """ "The father of Amir", "the father of the sheikh": Amir, the sheikh, where one person's kin is one person."""
    if noun_lemma(noun) not in words("people", "kin") or is_plural(noun):
        return None
    of = next((part for part in noun.children if part.lower_ == "of" and part.dep_ == "prep"), None)
    thing = child(of, "pobj") if of is not None else None
    if thing is None:
        return None
    name = cast.names.get((sentence.number, thing.i))
    named = name is not None and name.sort is Sort.PERSON
    return thing if named or owner_spoken_of(thing, cast) is not None else None


def owner_spoken_of(thing: Token, cast: Cast) -> Referent | None:
    """Whom "the sheikh" of "the father of the sheikh" means: the last who was called so."""
    determiner = child(thing, "det")
    if determiner is None or determiner.lower_ != "the" or is_plural(thing):
        return None
    lemma = noun_lemma(thing)
    known = [
        one
        for one in cast.referents
        if one.is_individual and one.mentions and (one.noun == lemma or lemma in one.titles)
    ]
    return max(known, key=lambda one: (one.mentions[-1].sentence, one.mentions[-1].token), default=None)
