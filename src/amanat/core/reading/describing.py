"""What the words about a noun say of whom it means: a name is given, it is another's, only some are meant."""

from __future__ import annotations

import re

from spacy.tokens import Token

from amanat.core.reading.nouns import is_agent_noun, is_person_noun
from amanat.core.reading.parties import PARTIES
from amanat.core.reading.phrases import children
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.zones import Zone

CALLINGS = frozenset(
    (
        "teacher lawyer doctor writer poet pastor monk imam priest nurse professor scholar singer artist musician "
        "academic businessman pensioner photographer farmer worker editor journalist reporter blogger politician"
    ).split()
)
"""What somebody is by their work: not just anybody spoken of may be "the doctor"."""
CHILD = frozenset({"girl", "boy", "child", "baby", "infant", "toddler", "youngster"})
OFFSPRING = frozenset(
    "son daughter child baby grandson granddaughter grandchild nephew niece pupil schoolboy schoolgirl".split()
)
SIBLINGS = frozenset({"brother", "sister", "sibling", "cousin", "twin"})
GENERIC = (
    frozenset(
        (
            "woman man girl boy refugee activist victim detainee prisoner inmate journalist reporter mother "
            "father defendant suspect person student teacher lawyer doctor writer poet survivor witness "
            "worker farmer convict escapee exile dissident blogger editor fugitive migrant accused internee "
            "campaigner politician deportee captive hostage pastor monk imam priest nurse professor scholar "
            "singer artist musician academic businessman couple pensioner unionist returnee youth teenager "
            "child widow widower patient photographer"
        ).split()
    )
    | PARTIES
)
"""What the one who is spoken of may be called, whatever they were called before."""
_CALLED = frozenset({"named", "called", "identified", "nicknamed", "known", "surnamed"})
_SAYS_NOTHING_NEW = frozenset(
    """young younger youngest old older elderly teenage male female adult arrested detained missing accused injured
    wounded convicted jailed imprisoned abducted kidnapped disappeared captured condemned said unfortunate""".split()
)
"""What may stand before "the two men" without meaning others than those spoken of."""


def calling(clause: Token) -> Token | None:
    """The participle that gives a name, as the clause itself or under it: "who asked to be called Selam"."""
    if clause.lower_ in _CALLED:
        return clause
    below = [part for part in clause.children if part.dep_ in ("xcomp", "ccomp", "conj")]
    return next((part for part in below if part.lower_ in ("called", "named", "identified")), None)


def belongs_to_another(name: Token, noun: Token) -> bool:
    """ "The wife of the blogger Phan Duc Tiep": it is the blogger's name."""
    before = name.doc[name.left_edge.i - 1] if name.left_edge.i else None
    return before is not None and before != noun and before.dep_ == "pobj" and before.head.head == noun


def is_whose(noun: Token) -> bool:
    """ "Ana Ruiz, whose son": somebody else, whatever the tree makes of it."""
    return any(part.tag_ == "WP$" for part in children(noun, "poss"))


def is_narrowed(noun: Token, *, counted: bool) -> bool:
    """ "The people in that camp" are not simply the people; "accused both men of theft", "the two young men" are
    about those spoken of."""
    if children(noun, "relcl", "acl"):
        return True
    if any(not (counted and part.lower_ in _SAYS_NOTHING_NEW) for part in children(noun, "amod")):
        return True
    return any(not (counted and part.lower_ in ("of", "for", "to", "on")) for part in children(noun, "prep"))


def is_the_aged(token: Token) -> bool:
    """ "The 29-year-old was arrested": nobody new."""
    if (
        token.lower_ != "old"
        or token.dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj", "poss")
        or token.i < 5
    ):
        return False
    words_before = token.doc[max(token.i - 6, 0) : token.i + 1].text.casefold()
    return bool(re.search(r"\bthe \w+[- ]year[- ]old$", words_before))


def described_apart(token: Token) -> Token | None:
    """The noun set off after "one of them": "one of them, a mother of three, was"."""
    return next((part for part in token.children if part.dep_ == "appos" and is_person_noun(part)), None)


def is_headlined(sentence: Sentence, token: Token) -> bool:
    """ "Bookseller pleads not guilty": a headline leaves out the article that tells somebody from some thing."""
    return sentence.zone is Zone.HEADLINE and token.tag_ == "NN" and is_agent_noun(token)


def is_headline_number(sentence: Sentence, token: Token) -> bool:
    """ "Court upholds life terms for three"."""
    return (
        sentence.zone is Zone.HEADLINE
        and token.dep_ == "pobj"
        and token.head.lower_ in ("for", "against", "on")
    )
