"""Polarity and modality: does the passage say that it happened, or that it did not, may, shall or must?

Both are read by climbing from the word that tells of the act to the top of its sentence. Each word on the way
may change how the act is held; a relative clause or a clause of time ends the climb, since what it says is
taken for granted ("the woman who fled fears …").
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from amanat.core.claim import Modality, Polarity
from amanat.core.reading.bearing import read_clause, read_order
from amanat.core.reading.governing import (
    SITTINGS,
    Stance,
    govern,
    holds_out,
    in_list,
    is_definite,
    is_scheduled,
)
from amanat.core.reading.phrases import child, children

__all__ = ["Stance", "read_stance"]


def read_stance(trigger: Token, clause: Token, kind: str | None = None) -> Stance:
    """The stance of an act told by ``trigger``, whose tense and negation sit on ``clause``. ``kind`` is the act's,
    where it is one: the word may then itself refuse, demand or fear it ("refused to release her")."""
    stance = Stance(kind=kind)
    trigger, clause = _carrier(trigger), _carrier(clause)
    if kind is not None and _is_person(trigger):
        return stance
    if kind is not None:
        _own_meaning(trigger, kind, stance)
    counted = _bearer_of_no(trigger) if trigger != clause else None
    if counted is not None:
        stance.deny()
    inside = clause.is_ancestor(trigger)
    if not inside:
        read_clause(clause, stance, counted)
    node = trigger if inside else clause
    for above in _climb(node, stance):
        if above.pos_ in ("VERB", "AUX", "ADJ", "NOUN", "PROPN"):
            govern(above, node, stance)
        if inside and above == clause and _is_given(trigger, clause):
            read_order(clause, stance)
        elif inside and above == clause:
            read_clause(clause, stance, counted)
        if stance.settled:
            break
        node = above
    if stance.polarity is Polarity.AFFIRMED and any(
        part.lower_ == "any" for part in children(trigger, "det")
    ):
        stance.modality = Modality.POSSIBLE
    return stance


def _is_person(word: Token) -> bool:
    """ "The detainees", "the dead": what is said of them says nothing of what was done to them."""
    named = word.pos_ == "NOUN" or (word.pos_ == "ADJ" and children(word, "det"))
    return bool(named) and word.lemma_ in _PERSONS


_PERSONS = frozenset(
    """detainee internee abductee deportee returnee escapee prisoner inmate captive hostage dead disappeared missing
    victim resident informer shooter survivor""".split()
)
_LIGHT = frozenset(
    """be have carry take happen occur give make face undergo suffer receive begin start hold inflict commit conduct
    impose use subject continue stop allow bring lodge file issue order get put""".split()
)


def _is_given(noun: Token, clause: Token) -> bool:
    """Whether a deed is named as known, by a noun of a clause that says something else of it: "has never
    acknowledged these detentions", "the verdict can be appealed against"."""
    return noun != clause and is_definite(noun) and clause.lemma_ not in _LIGHT


def _carrier(token: Token) -> Token:
    """The verb that an auxiliary belongs to, of "was released" and "is to be released" "released"; and the noun of
    "without charge"."""
    if token.dep_ in ("aux", "auxpass") and token.head.pos_ in ("VERB", "AUX"):
        return token.head
    if token.pos_ == "ADP":
        return child(token, "pobj", "pcomp") or token
    if token.lemma_ == "be" and child(token, "attr", "acomp") is None:
        below = child(token, "xcomp")
        if below is not None and children(below, "aux"):
            return below
    return token


_REFUSABLE = frozenset(
    (
        "release",
        "prosecution",
        "intervention",
        "notification",
        "deportation",
        "travel",
        "transfer",
        "citizenship",
    )
)
_DEMANDABLE = frozenset(
    ("release", "prosecution", "sentence", "deportation", "detention", "transfer", "killing", "fine")
)
_OF_COURTS = frozenset(("prosecution", "sentence"))
_ENDED = frozenset(("prosecution", "deportation"))


def _own_meaning(word: Token, kind: str, stance: Stance) -> None:
    """Where the word that tells of an act is itself a refusal, a demand or a fear of it."""
    lemma = word.lemma_.casefold()
    if _is_no_act(word, lemma, kind):
        stance.deny()
    elif kind in _DEMANDABLE and _demands(word, kind):
        stance.hold(Modality.DEMANDED)
    elif kind in _OF_COURTS and is_scheduled(word):
        stance.hold(Modality.PLANNED)
    elif lemma == "await" or (lemma == "face" and kind == "prosecution"):
        return
    elif lemma == "face":
        stance.hold(Modality.POSSIBLE if kind == "sentence" else Modality.FEARED)
    elif _is_fear(word):
        stance.hold(Modality.FEARED)
    elif word.tag_ == "VBN" and in_list(word, "possible") and children(word, "xcomp"):
        stance.hold(Modality.POSSIBLE)


def _is_no_act(word: Token, lemma: str, kind: str) -> bool:
    """ "Refused to release", "was acquitted", "stopped the deportation"."""
    if kind in _REFUSABLE and (in_list(word, "refusing") or lemma == "fail"):
        return True
    if kind == "sentence" and lemma in ("acquit", "acquittal", "clear", "absolve", "exonerate"):
        return True
    if kind == "release":
        return lemma in ("postpone", "cancel", "delay")
    return (
        kind in _ENDED
        and word.pos_ == "VERB"
        and (in_list(word, "undone") or lemma in ("stop", "halt", "prevent"))
    )


def _is_fear(word: Token) -> bool:
    adjective = child(word, "acomp") if word.lemma_ == "be" else None
    if adjective is not None:
        return in_list(adjective, "feared")
    return in_list(word, "feared_nouns" if word.pos_ == "NOUN" else "feared")


def _demands(word: Token, kind: str) -> bool:
    """ "Demands his release", "asked for eight years"; not "asked her to come along", "appealed against it"."""
    after = {part.lower_ for part in children(word, "prep")}
    if word.pos_ != "VERB" or "against" in after:
        return False
    if word.lemma_ in ("ask", "appeal", "call", "petition", "press", "insist"):
        return "for" in after or kind == "release" or bool(children(word, "ccomp"))
    return in_list(word, "demanded") or (word.lemma_ in ("seek", "want") and word.tag_ != "VBN")


def _bearer_of_no(noun: Token) -> Token | None:
    """Of "no charges", "neither trial nor sentence" and "no charge sheet", the noun that the "no" belongs to."""
    for bearer in (noun, noun.head) if noun.dep_ == "compound" else (noun,):
        if any(part.lower_ in ("no", "neither") for part in children(bearer, "det", "neg", "preconj")):
            return bearer
    return None


_TIME_MARKS = frozenset(
    "after before when while since until as because once although though where whereas till for".split()
)
_ACTS_OF_TIME = frozenset("after before since during following".split())


def _climb(start: Token, stance: Stance) -> Iterator[Token]:
    node = start
    while node.head != node:
        if (
            _is_taken_for_granted(node)
            or _is_time_clause(node)
            or _is_asked_after(node)
            or _is_inquired_into(node)
            or (node.dep_ == "amod" and node.tag_ in ("VBN", "VBG", "JJ"))
            or _is_apart(node)
            or (node.dep_ == "acl" and node.tag_ in ("VBN", "VBG") and child(node, "mark") is None)
        ):
            return
        if node.dep_ == "conj" and child(node, "nsubj", "nsubjpass") is not None and node.head.dep_ == "ROOT":
            return
        if node.dep_ in ("pcomp", "pobj"):
            if node.head.lower_ in _ABOUT:
                return
            _preposition(node.head, node, stance)
        node = node.head
        yield node


_ABOUT = frozenset(("into", "over", "about", "regarding", "concerning"))
"""An inquiry into the beatings: they are what it is about."""


def _is_asked_after(node: Token) -> bool:
    """ "Disclose where he is held", "did not say why she was arrested": only the place and the reason are open."""
    return node.dep_ in ("ccomp", "advcl", "pcomp") and any(
        part.lower_ in ("where", "why", "how", "who") and part.i < node.i for part in node.children
    )


def _is_inquired_into(node: Token) -> bool:
    """ "Investigate the killing": what an inquiry is about has happened; so has what somebody is to answer for."""
    answered = node.dep_ == "pobj" and node.head.lower_ == "for" and node.head.head.lemma_ in _ANSWERED_FOR
    return answered or (
        node.dep_ == "dobj" and node.pos_ == "NOUN" and node.head.lemma_ in ("investigate", "probe")
    )


_ANSWERED_FOR = frozenset(("responsible", "compensation", "apology", "justice", "reparation", "redress"))


def is_background(trigger: Token) -> bool:
    """Whether the word stands in a clause that tells beside what its sentence says: "the return of the bodies of the
    two, who died in May", "to disclose where she is held"."""
    top = trigger
    for above in _climb(trigger, Stance()):
        top = above
    return top.head != top


def _is_taken_for_granted(node: Token) -> bool:
    """A relative clause; but "the allegation that he was beaten" takes nothing for granted."""
    return node.dep_ == "relcl" and not (
        in_list(node.head, "held_nouns") and any(part.lower_ == "that" for part in node.children)
    )


def _is_apart(node: Token) -> bool:
    """What a semicolon parts from its head is a sentence of its own."""
    if node.pos_ not in ("VERB", "AUX") or node.head.pos_ not in ("VERB", "AUX"):
        return False
    first, last = sorted((node.i, node.head.i))
    return any(token.text == ";" for token in node.doc[first:last])


def _is_time_clause(node: Token) -> bool:
    if node.dep_ == "pcomp" or (node.dep_ == "pobj" and node.head.lower_ in _ACTS_OF_TIME):
        courts = node.lemma_ in (
            "court",
            "judge",
            "tribunal",
            "magistrate",
            "prosecutor",
        )  # "trial before a court"
        return node.head.lower_ in _TIME_MARKS | _ACTS_OF_TIME and not courts
    if node.dep_ != "advcl":
        return False
    marks = [part.lower_ for part in children(node, "mark", "advmod")]
    if "for" in marks and any(part.lower_ == "to" for part in children(node, "aux")):
        return False  # "called for him to be freed"
    if holds_out(node.head, node):
        return False
    return any(mark in _TIME_MARKS for mark in marks)


def _preposition(preposition: Token, noun: Token, stance: Stance) -> None:
    """ "Without trial", "instead of being tried"; "pending trial" and "remanded for trial" look ahead."""
    instead = preposition.i > 0 and preposition.nbor(-1).lower_ == "instead"
    if preposition.lower_ == "without" or (instead and preposition.lower_ == "of"):
        stance.deny()
    elif preposition.lower_ in ("pending", "awaiting") or (
        preposition.lower_ == "for" and noun.lemma_ in SITTINGS and preposition.head.pos_ == "VERB"
    ):
        stance.hold(Modality.PLANNED)
