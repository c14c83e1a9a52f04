"""Whom a passage is about where its own grammar says so: "the body of Karim", "he fell and broke both legs", "was
beaten and asked who had paid him", "the charge was dropped in respect of Karim". Elsewhere everybody near is weighed
(whom.py).
"""

from __future__ import annotations

from spacy.tokens import Token

from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.names import Sort
from amanat.core.reading.nouns import COUNSEL
from amanat.core.reading.phrases import child, children, is_passive, prepositions, subject
from amanat.core.reading.referent import is_power
from amanat.core.reading.undergoing import BODY
from amanat.core.reading.wordlists import words

_REMAINS = frozenset({"body", "corpse", "remains", "remain"})
_HURT = frozenset("break fracture injure hurt burn lose twist sprain dislocate crack cut scar".split())
_OF = frozenset({"of", "against", "for", "to", "concerning", "regarding"})
_BY_SUBJECT = frozenset(
    """interrogation detention release transfer sentence prosecution killing deportation fine indoctrination
    surveillance coercion search""".split()
) | {
    "torture and ill-treatment",
    "sexual violence",
    "enforced disappearance",
    "forced labour",
    "denial of medical care",
}


def at_hand(kind: str, trigger: Token, clause: Token, cast: Cast) -> Token | None:
    """The token that stands for them; None where grammar does not say."""
    for find in (_whose_remains, _whose_body, _who_hurt_themselves, _undergoing, _only_named):
        found = find(kind, trigger, clause, cast)
        if found is not None:
            return found
    return None


def _whose_remains(kind: str, trigger: Token, clause: Token, cast: Cast) -> Token | None:
    """ "The body of Karim was found"."""
    if kind not in ("killing", "death in custody", "torture and ill-treatment"):
        return None
    for thing in children(clause, "nsubj", "nsubjpass", "dobj"):
        if thing.lemma_ in _REMAINS:
            owner = child(thing, "poss") or next(
                (one for word, one in prepositions(thing) if word == "of"), None
            )
            if owner is not None and cast.person_like(owner):
                return owner
    return None


def _whose_body(kind: str, trigger: Token, clause: Token, cast: Cast) -> Token | None:
    """ "A bottle was hung from his neck"."""
    if kind != "torture and ill-treatment" or any(
        cast.person_like(thing) for thing in children(clause, "dobj")
    ):
        return None
    holder = subject(clause)
    if holder is not None and is_passive(clause) and cast.person_like(holder):
        return None
    limbs = [thing for _, thing in prepositions(clause) if thing.lemma_ in BODY]
    owners = [child(limb, "poss") for limb in limbs]
    return next((one for one in owners if one is not None and cast.person_like(one)), None)


def _who_hurt_themselves(kind: str, trigger: Token, clause: Token, cast: Cast) -> Token | None:
    """ "He jumped from the third floor and broke both legs": his own, where they are nobody else's."""
    limb = child(clause, "dobj")
    holder = subject(clause)
    if kind != "health" or clause.lemma_ not in _HURT or is_passive(clause) or limb is None or holder is None:
        return None
    one, owner = cast.of(holder), child(limb, "poss")
    if (
        limb.lemma_ not in BODY
        or one is None
        or is_power(one)
        or (owner is not None and cast.of(owner) is not one)
    ):
        return None
    return holder if one.sort is Sort.PERSON else None


def _undergoing(kind: str, trigger: Token, clause: Token, cast: Cast) -> Token | None:
    """The subject of a passive, its own or that of the verb before it: "was beaten and asked who had paid him"."""
    if kind not in _BY_SUBJECT or trigger != clause or not is_passive(clause):
        return None
    holder = subject(clause)
    one = cast.of(holder) if holder is not None else None
    return holder if one is not None and one.sort in (Sort.PERSON, Sort.PEOPLE) else None


def _only_named(kind: str, trigger: Token, clause: Token, cast: Cast) -> Token | None:
    """ "The charge was dropped in respect of Karim": the only person of the sentence, who neither does nor tells it."""
    if kind not in _BY_SUBJECT:
        return None
    sentence = cast.sentence_of(clause)
    here: dict[Referent, Token] = {}
    for token in sentence.tokens():
        one = cast.of(token)
        if one is not None and one.sort in (Sort.PERSON, Sort.PEOPLE):
            here.setdefault(one, token)
    named = [token for one, token in here.items() if _is_somebody(one)]
    others = [one for one in here if not _is_somebody(one) and not is_power(one)]
    if len(named) != 1 or others:
        return None
    name = cast.name_at(named[0])
    head = sentence.span.doc[name.head] if name is not None else named[0]
    above = head.head
    governed = head.dep_ == "pobj" and above.lower_ in _OF and clause.is_ancestor(head)
    return head if governed else None


def _is_somebody(one: Referent) -> bool:
    return one.is_individual and bool(one.names) and one.noun not in words("people", "official") | COUNSEL
