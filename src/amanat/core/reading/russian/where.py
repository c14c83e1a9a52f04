"""Where, in Russian: which place of a sentence belongs to which act."""

from __future__ import annotations

from collections.abc import Sequence

from amanat.core.claim import PlaceName, Where
from amanat.core.reading.russian.grammar import Sentence, Token
from amanat.core.reading.russian.lexicon import words
from amanat.core.reading.russian.placing import NamedPlace
from amanat.core.reading.russian.stretches import Stretches

_IN = frozenset(("в", "во", "на", "под", "близ", "около", "у", "возле", "недалеко"))
_FROM = frozenset(("из", "с", "со", "от"))
_TO_ACTS = frozenset(("transfer", "deportation", "threat of deportation", "travel", "flight"))


def where_of(kind: str, trigger: Token, sentence: Sentence, places: Sequence[NamedPlace]) -> Where | None:
    """The place that hangs on the act's word, or on the house or town that does; of journeys, where they led to."""
    here = [place for place in places if place.sentence == sentence.number]
    cut = Stretches(sentence)
    near = [place for place in here if cut.number(place.tokens[0]) == cut.number(trigger)]
    fitting = [(place, how) for place in near if (how := _how(place, trigger)) is not None]
    if not fitting:
        return None
    if kind in _TO_ACTS:
        goals = [place for place, (preposition, case) in fitting if preposition in _IN and case == "Acc"]
        others = [place for place, (preposition, _) in fitting if preposition not in _FROM]
        chosen = next(iter(goals or others), None)
    else:
        chosen = next((place for place, (preposition, _) in fitting if preposition in _IN), None)
    if chosen is None:
        return None
    return Where(chosen.name, within=_within(chosen, here))


def _how(place: NamedPlace, trigger: Token) -> tuple[str, str] | None:
    """The preposition and case with which a place hangs on the act; None where it does not."""
    token = place.head
    case = token.child("case")
    preposition, its_case = (case.lemma, token.case) if case is not None else ("", "")
    for above in token.ancestors():
        if above is trigger:
            return preposition, its_case
        if above.rel == "conj":
            return None
        if (above.pos in ("NOUN", "PROPN") and above.lemma in words("facilities")) or above.rel == "appos":
            outer = above.child("case")
            if not preposition and outer is not None:
                preposition, its_case = outer.lemma, above.case
            continue
        if above.pos in ("VERB", "AUX") and _carries(above, trigger):
            return preposition, its_case
        return (preposition, its_case) if preposition and above.pos in ("VERB", "AUX") else None
    return None


def _carries(verb: Token, trigger: Token) -> bool:
    """Whether the verb and the act's word are one clause: «провели обыск», «могут выслать»."""
    node = trigger
    while node.head is not None and node.rel in ("xcomp", "obj", "obl", "nsubj", "nsubj:pass"):
        node = node.head
        if node is verb:
            return True
    return node.rel == "conj" and node.head is verb


def _within(place: NamedPlace, here: Sequence[NamedPlace]) -> tuple[PlaceName, ...]:
    """«в Темиртау Карагандинской области»: what the text itself says it lies in."""
    inside = {id(token) for token in place.tokens}
    return tuple(
        PlaceName(other.name)
        for other in here
        if other is not place
        and other.head.head is not None
        and id(other.head.head) in inside
        and other.head.case == "Gen"
    )
