"""Assessments: experts, courts, bodies and officials who say how they judge a claim, a verdict, a situation."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from amanat.core.claim import TellerRole
from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.draft import Draft
from amanat.core.reading.phrases import child, children, phrase_text, prepositions, subtree_text
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.stating import people_among, speaker
from amanat.core.reading.telling import Tellers, Told
from amanat.core.reading.wordlists import words


def assessments(sentence: Sentence, verb: Token, cast: Cast, tellers: Tellers) -> Iterator[Draft]:
    teller = speaker(verb, sentence, cast, tellers)
    if not teller or not can_assess(teller[0]):
        return
    judged = _judged_that(verb) or _judged_directly(verb) or _found_traces(verb)
    if judged is None:
        return
    about, judgement = judged
    owner = child(about, "poss") if about is not None else None
    who = people_among([owner or about], cast) if about is not None else []
    text = _text(about, owner, who) if about is not None else None
    yield Draft(
        "assessment", sentence, verb, [] if text else who, who_text=text,
        told_by=teller, details=judgement, confidence=0.8,
    )  # fmt: skip


_Judged = tuple[Token | None, str]


def _judged_that(verb: Token) -> _Judged | None:
    """ "said that her concerns were valid", "ruled that his detention was arbitrary"."""
    if verb.lemma_ not in words("telling", "verbs") | {
        "consider",
        "determine",
        "rule",
        "deem",
        "judge",
        "decide",
        "hold",
    }:
        return None
    for said in children(verb, "ccomp", "xcomp"):
        word = next((part for part in children(said, "acomp", "attr", "oprd") if _is_judgement(part)), None)
        about = child(said, "nsubj", "nsubjpass")
        if word is not None and about is not None:
            return about, subtree_text(word)
        if _is_judgement(said) and about is not None and said.pos_ == "ADJ":
            return about, subtree_text(said, leaving=frozenset({"nsubj", "aux"}))
        manner = next((part for part in children(said, "advmod") if part.lower_ in _UNLAWFULLY), None)
        if manner is not None and about is not None:
            return about, subtree_text(said, leaving=frozenset({"nsubj", "nsubjpass", "mark"}))
        if said.lemma_ in ("violate", "breach", "contravene") and about is not None:
            return about, subtree_text(said, leaving=frozenset({"nsubj", "mark"}))
        if said.lemma_ in ("amount", "constitute") and about is not None:
            return about, subtree_text(said, leaving=frozenset({"nsubj", "mark"}))
    return None


_UNLAWFULLY = frozenset("arbitrarily unlawfully illegally wrongfully unfairly".split())


def _judged_directly(verb: Token) -> _Judged | None:
    """ "called the verdict revenge", "described the trial as a sham", "found his detention arbitrary"."""
    if verb.lemma_ in (
        "call",
        "find",
        "consider",
        "deem",
        "label",
        "describe",
        "denounce",
        "condemn",
        "declare",
        "brand",
    ):
        about = child(verb, "dobj") or next(
            (child(part, "nsubj") for part in children(verb, "ccomp", "oprd", "xcomp")), None
        )
        word = next(
            (part for part in verb.subtree if part.i > verb.i and _is_judgement(part) and part != about), None
        )
        if about is not None and about.lemma_ in words("statements", "judged_things") and word is not None:
            return about, phrase_text(word)
        return _judged_side_by_side(verb)
    return None


def _judged_side_by_side(verb: Token) -> _Judged | None:
    """ "called the verdict revenge", where the parser takes the two nouns for one."""
    for word in children(verb, "dobj", "oprd", "ccomp"):
        about = next((part for part in word.lefts if part.dep_ == "compound"), None)
        if about is not None and about.lemma_ in words("statements", "judged_things") and _is_judgement(word):
            return about, word.text
    return None


def _found_traces(verb: Token) -> _Judged | None:
    """ "The forensic report found no trace of violence", "recorded injuries consistent with beating"."""
    thing = child(verb, "dobj")
    if (
        verb.lemma_
        not in ("find", "record", "document", "note", "conclude", "show", "establish", "reveal", "detect")
        or thing is None
    ):
        return None
    if thing.lemma_ not in (
        "trace",
        "sign",
        "evidence",
        "injury",
        "indication",
        "scar",
        "bruise",
        "burn",
        "fracture",
        "violation",
        "wound",
    ):
        return None
    return next((of for word, of in prepositions(thing) if word in ("on", "in")), None), subtree_text(thing)


def _is_judgement(part: Token) -> bool:
    return part.lemma_.casefold() in words("statements", "assessed") or part.lower_ in words(
        "statements", "assessed"
    )


def can_assess(teller: Told) -> bool:
    """Officials, courts, experts and bodies; not the person's own relatives and friends."""
    official = teller.role in (TellerRole.OFFICIAL, TellerRole.GOVERNMENT, TellerRole.ORGANISATION)
    parts = teller.name.casefold().replace("-", " ").split()
    return official or any(part in words("statements", "assessors") for part in parts)


def _text(about: Token, owner: Token | None, who: list[Referent]) -> str | None:
    """ "her concerns" as whose concerns they are; None where the judgement is of a person."""
    if who and owner is None:
        return None
    if owner is not None and who and who[0].label:
        return f"{who[0].label}’s {about.text}"
    return phrase_text(about)
