"""Drafts from what the spotter saw and no rule read: whom it happened to, found by grammar as far as grammar
goes, else by whom the passage is about.

A rule that reads a kind in a sentence is believed before the spotter, which only adds. Its drafts say less
confidently what they say: ``confidence`` is the spotter's own probability, lowered where the person had to be
supposed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from amanat.core.reading.acts import draft_of
from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.draft import Draft
from amanat.core.reading.event import Event
from amanat.core.reading.phrases import is_passive, prepositions, subject
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.spots import Spot, spots_of, word_at
from amanat.core.reading.stance import read_stance
from amanat.core.reading.stating import by as tellers_among
from amanat.core.reading.stating import speaker
from amanat.core.reading.telling import Tellers
from amanat.core.reading.where import Places
from amanat.core.reading.whom import Choice, whom

_STATEMENTS = frozenset(
    ("accusation", "denial", "assessment", "notification", "appeal", "intervention", "policy")
)
LEAST = 0.8
"""The least probability that is offered as a claim."""

_LEAST_SURE = 0.6
"""What is left of a spot's probability where whom it is about is a guess."""
_REMEMBERED = 4

_NEAR = {
    "detention": ("enforced disappearance", "transfer", "separation of family", "forced labour"),
    "enforced disappearance": ("detention",),
    "killing": ("death in custody",),
    "death in custody": ("killing",),
    "flight": ("travel",),
    "travel": ("flight", "deportation", "transfer"),
    "deportation": ("threat of deportation",),
    "threat of deportation": ("deportation",),
    "sentence": (),
    "appeal": ("application", "intervention"),
    "application": ("appeal",),
    "intervention": ("appeal",),
    "assessment": ("denial", "accusation"),
    "torture and ill-treatment": ("sexual violence",),
    "citizenship": ("nationality",),
}
"""Kinds that the same words are read as: where a rule has read one at the very word, the other is not added."""


def spotted_drafts(
    sentence: Sentence,
    found: Iterable[Draft],
    before: Sequence[Draft],
    cast: Cast,
    tellers: Tellers,
    places: Places,
) -> Iterator[Draft]:
    """What the spotter saw in the sentence, without what ``found`` already says of it. ``before`` are the drafts of
    earlier sentences, in their order."""
    already = list(found)
    lately = _lately(before)
    for spot in spots_of(sentence):
        if spot.probability < LEAST or any(_says(draft, spot, sentence) for draft in already):
            continue
        if spot.kind in _STATEMENTS:
            draft = _statement(spot, sentence, cast, tellers, lately)
        else:
            event, chosen = _event(spot, sentence, cast, lately)
            draft = draft_of(event, cast, tellers, places, chosen.people if chosen is not None else ())
        if draft is not None:
            draft.spotted = True
            already.append(draft)
            yield draft


def _lately(before: Sequence[Draft]) -> list[Referent]:
    """Whom the claims before were about, the last first."""
    found: list[Referent] = []
    for draft in reversed(before):
        found += [one for one in draft.who if not any(one is other for other in found)]
        if len(found) >= _REMEMBERED:
            break
    return found


def _says(draft: Draft, spot: Spot, sentence: Sentence) -> bool:
    if draft.kind == spot.kind:
        return True
    near = draft.kind in _NEAR.get(spot.kind, ())
    return near and clause_of(draft.trigger) == clause_of(word_at(sentence, spot))


# -- acts and statuses ---------------------------------------------------------------------------------------


def _event(
    spot: Spot, sentence: Sentence, cast: Cast, lately: Sequence[Referent]
) -> tuple[Event, Choice | None]:
    trigger = word_at(sentence, spot)
    clause = clause_of(trigger)
    chosen = whom(spot.kind, trigger, clause, sentence, cast, lately)
    suffers = chosen.people if chosen is not None else ()
    by = [one for one in _doers(clause) if not any(person in suffers for person in cast.all_of(one))]
    sure = spot.probability * (_LEAST_SURE + (1 - _LEAST_SURE) * (chosen.sure if chosen is not None else 0))
    event = Event(spot.kind, sentence, trigger, clause, [], by, confidence=round(sure, 2))
    return event, chosen


def clause_of(trigger: Token) -> Token:
    """The verb that carries the word's tense and stance; the word itself where no verb governs it."""
    if trigger.pos_ in ("VERB", "AUX"):
        return trigger
    above = next((one for one in trigger.ancestors if one.pos_ in ("VERB", "AUX")), None)
    return above or trigger


def _doers(clause: Token) -> list[Token]:
    if clause.pos_ not in ("VERB", "AUX"):
        return []
    if is_passive(clause):
        return [thing for word, thing in prepositions(clause) if word == "by"]
    holder = subject(clause)
    return [holder] if holder is not None else []


# -- statements ----------------------------------------------------------------------------------------------


def _statement(
    spot: Spot, sentence: Sentence, cast: Cast, tellers: Tellers, lately: Sequence[Referent]
) -> Draft | None:
    trigger = word_at(sentence, spot)
    clause = clause_of(trigger)
    stance = read_stance(trigger, clause)
    if stance.ignored and spot.kind not in ("denial", "accusation", "assessment"):
        return None
    told_by = speaker(clause, sentence, cast, tellers)
    chosen = whom(spot.kind, trigger, clause, sentence, cast, lately)
    draft = Draft(
        spot.kind,
        sentence,
        trigger,
        list(chosen.people) if chosen is not None else [],
        tellers_among(told_by),
        told_by=told_by,
        confidence=round(spot.probability, 2),
    )
    if spot.kind != "denial":
        draft.polarity, draft.modality = stance.polarity, stance.modality
    return draft
