"""What a body has come to: "fainted in the yard", "gave birth in her cell", "his left ear has not heard since", "there
were burns on the soles of his feet". ``health`` asks here; what is told is the verb's own words.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.draft import Draft
from amanat.core.reading.phrases import (
    child,
    children,
    is_passive,
    phrase_text,
    prepositions,
    subject,
    subtree_text,
)
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.spotting import individual
from amanat.core.reading.stance import read_stance
from amanat.core.reading.wordlists import words

MARKS = frozenset("bruise scar burn wound fracture injury dent swelling cut lesion".split())


def is_part(token: Token) -> bool:
    """A part of the body, or somebody's health; the tagger makes other words of some plurals."""
    known = words("statuses", "body")
    return token.lemma_ in known or token.lower_ in known or token.lower_.removesuffix("s") in known


def whose(token: Token, cast: Cast) -> Referent | None:
    """The person; of "her health" or "his kidneys", the one whose they are."""
    if is_part(token):
        owner = child(token, "poss")
        inner = [thing for word, thing in prepositions(token) if word == "of"]
        if owner is None and inner:  # "the soles of his feet"
            return whose(inner[0], cast)
        return individual(owner, cast)
    return individual(token, cast)


def is_own_part(thing: Token) -> bool:
    """ "cannot lift his left arm", "cannot feel two of her fingers"."""
    parts = [thing, *(of for word, of in prepositions(thing) if word == "of")]
    return any(is_part(part) and child(part, "poss") is not None for part in parts)


def fainted(verb: Token) -> str | None:
    """ "fainted in the yard", "collapsed in court", "passed out"; a roof collapses otherwise, and has no person."""
    out = any(part.lower_ == "out" for part in verb.children)
    told = verb.lemma_ != "pass" or (out and child(verb, "dobj") is None)
    return subtree_text(verb, leaving=ASIDE) if told and not is_passive(verb) else None


ASIDE = frozenset({"nsubj", "advcl", "aux", "cc", "conj", "mark", "ccomp", "punct"})


def give_birth(verb: Token) -> str | None:
    """ "gave birth in her cell", "gave a statement"."""
    born = any(thing.lemma_ == "birth" for thing in children(verb, "dobj"))
    return subtree_text(verb, leaving=ASIDE) if born else None


def cut_off(verb: Token) -> str | None:
    """ "His leg was amputated", "her wrist is broken"; "his arm was broken" tells what was done to him."""
    holder = subject(verb)
    if holder is None or not is_part(holder) or not is_passive(verb):
        return None
    now = any(part.tag_ in ("VBZ", "VBP") for part in children(verb, "auxpass"))
    return f"{phrase_text(holder)} {verb.text}" if now or verb.lemma_ == "amputate" else None


def does_not(verb: Token) -> str | None:
    """ "My left ear has not heard since", "her kidney does not work"."""
    holder = subject(verb)
    part = holder is not None and is_part(holder)
    if holder is None or not part or child(verb, "neg") is None:
        return None
    return f"{phrase_text(holder)} {subtree_text(verb, leaving=ASIDE)}"


# -- "There were burns on the soles of his feet" --------------------------------------------------------------


def on_somebody(sentence: Sentence, mark: Token, cast: Cast) -> Iterator[Draft]:
    """What there is, or was found, on somebody's body."""
    verb = mark.head
    there = verb.lemma_ == "be" and child(verb, "expl") is not None
    if not (there and mark.dep_ in ("attr", "nsubj")) or child(verb, "neg") is not None:
        return
    if any(part.lower_ == "no" for part in mark.lefts):
        return
    for word, thing in [*prepositions(mark), *prepositions(verb)]:
        one = whose(thing, cast) if word in ("on", "in", "across", "around", "to") else None
        if one is not None and is_part(thing):
            details = f"{phrase_text(mark)} {word} {phrase_text(thing)}"
            draft = Draft("health", sentence, mark, [one], details=details, confidence=0.75)
            draft.modality = read_stance(verb, verb).modality
            yield draft
            return
