"""How likely a pronoun or a description means somebody: by nearness, by what they were in their last sentence, by
what grammar makes of them in this one.

The weights were learnt from some 1,200 pronouns of invented reports as a choice among all whom each might mean
(conditional logit, McFadden 1974; rightly chosen in reports set aside: .89), after the features of Lappin and Leass
1994. Those of names, of subjects one sentence back and of other paragraphs were since set by hand, by how many whole
claims of labelled reports came out right.
"""

from __future__ import annotations

from spacy.tokens import Token

from amanat.core.reading.nouns import COUNSEL
from amanat.core.reading.referent import Referent
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.wordlists import words

_NEAR = (1.5, 0.8, -0.2, -0.35, -0.9)
"""By how many sentences back somebody was last spoken of."""
_NAMED, _SAME_GENDER, _LEADING, _KIN, _SUFFERED = 1.6, 1.05, 0.8, 0.5, 0.5
_SUBJECT_HERE, _SUBJECT_BEFORE, _SUBJECT = 0.75, 0.8, 0.2
_SAYS_THIS, _OWNS_HERE, _CARRIES_THIS = -0.9, -0.5, 0.8
_TOPIC = 2.0
"""Of "as for his wife"."""
_OFFICIAL, _COUNSEL, _OTHER_PARAGRAPH, _ONLY_TELLS = -0.5, -0.8, -0.6, -3.0
_FEMININE_ENDING = {"f": 0.45, "m": -1.5}


def salience(
    one: Referent, sentence: Sentence, pointer: Token, protagonist: Referent | None, gender: str | None
) -> float:
    """``gender`` is the pointer's, ``one`` somebody with at least one mention; the heaviest is meant."""
    last = one.mentions[-1]
    back = abs(sentence.number - last.sentence)
    weight = _NEAR[min(back, len(_NEAR) - 1)]
    weight += _NAMED if one.names else 0
    weight += _SAME_GENDER if gender and one.gender == gender else 0
    weight += _LEADING if one is protagonist else 0
    weight += _KIN if one.owner is not None else 0
    weight += _SUFFERED if last.suffers else 0
    if any(mention.subject for mention in one.mentions[-4:] if mention.sentence == last.sentence):
        weight += _SUBJECT_HERE if back == 0 else _SUBJECT_BEFORE if back == 1 else _SUBJECT
    if last.paragraph not in (None, sentence.paragraph):
        weight += _OTHER_PARAGRAPH
    weight += _ending(one, gender) + _calling(one) + _here(one, sentence, pointer)
    return weight + (_ONLY_TELLS if only_tells(one, sentence, pointer) else 0)


def _calling(one: Referent) -> float:
    if one.noun in COUNSEL:
        return _COUNSEL
    known = one.noun in words("people", "official") or one.noun in words("people", "unnamed")
    return _OFFICIAL if known else 0.0


def _here(one: Referent, sentence: Sentence, pointer: Token) -> float:
    """What grammar makes of their mentions in the pointer's own sentence: "Karim was held until he signed" is about
    Karim, "his lawyer said that he had signed" rather not about the lawyer."""
    weight = 0.0
    above = [pointer.head, *pointer.head.ancestors]
    for mention in one.mentions:
        if mention.sentence != sentence.number or mention.token > pointer.i:
            continue
        token = pointer.doc[mention.token]
        if token.dep_ in ("nsubj", "nsubjpass") and token.head in above[1:]:
            below = above[above.index(token.head) - 1]
            tells = token.head.lemma_ in words("telling", "verbs")
            weight += _SAYS_THIS if tells else _CARRIES_THIS if below.dep_ in ("advcl", "prep") else 0
        elif token.dep_ == "poss":
            weight += _OWNS_HERE
        elif token.dep_ == "pobj" and mention.subject:
            weight += _TOPIC
    return max(weight, -1.0)


def _ending(one: Referent, gender: str | None) -> float:
    """A first name in -a is a woman's more often than not; it decides only where nothing else does."""
    if gender is None or one.gender is not None or not one.names:
        return 0.0
    return _FEMININE_ENDING[gender] if one.label.split()[0].casefold().endswith("a") else 0.0


_BYSTANDERS = (
    words("people", "kin")
    | words("people", "official")
    | COUNSEL
    | frozenset(
        """neighbour neighbor friend colleague doctor nurse medic physician clerk cellmate classmate roommate broker
    priest pastor source employee employer acquaintance smuggler informant resident villager passer-by bystander
    activist campaigner spokesman spokeswoman researcher journalist reporter driver shopkeeper guard imam
    policeman teacher""".split()
    )
)
"""Who tells of others rather than of themselves: "a neighbour said that he was given six years"."""
_BORNE = frozenset(
    """die suffer disappear vanish serve lose receive undergo starve faint collapse bleed weigh languish""".split()
)


def only_tells(one: Referent, sentence: Sentence, pointer: Token) -> bool:
    """Whether the pronoun bears something in a clause that an unnamed bystander says: "the doctor told them that he
    could not be moved", "a broker told me that they had taken him"."""
    if one.names or one.noun not in _BYSTANDERS:
        return False
    told = pointer.head
    borne = pointer.dep_ in ("nsubjpass", "dobj") or (pointer.dep_ == "nsubj" and told.lemma_ in _BORNE)
    if pointer.dep_ == "poss":
        borne = pointer.head.dep_ in ("nsubj", "nsubjpass")
    if not borne:
        return False
    above = next((verb for verb in told.ancestors if verb.lemma_ in words("telling", "verbs")), None)
    if above is None:
        return False
    return any(
        mention.sentence == sentence.number and mention.subject and pointer.doc[mention.token].head == above
        for mention in one.mentions
    )
