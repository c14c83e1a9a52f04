"""Acts in a sentence: the word that tells of it, to whom it happened and who did it.

An act is only proposed where a person or group is there for it to happen to: "the police held a briefing" is
no detention. Verbs and nouns come from the lexicon; "forced to …" is decided by what somebody was forced to do.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from amanat.core.reading.cast import Cast
from amanat.core.reading.custody import held_people
from amanat.core.reading.event import Event
from amanat.core.reading.forcing import forced_acts
from amanat.core.reading.frames import Frame, by_verb, fits
from amanat.core.reading.missing import missing_events
from amanat.core.reading.narrowing import narrowed
from amanat.core.reading.notes import note_events
from amanat.core.reading.noun_events import noun_events, people_among
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.undergoing import by_of_verb, who_of_verb
from amanat.core.reading.unspoken import fill, is_unspoken


def find_events(sentence: Sentence, cast: Cast) -> list[Event]:
    """Every act that the sentence tells of, in order; a word tells of one act only."""
    found: list[Event] = []
    used: set[int] = set()
    for event in _proposed(sentence, cast):
        if event.trigger.i not in used:
            used.add(event.trigger.i)
            if event.details_from:
                used.add(event.clause.i)  # the forcing tells of nothing but the deed
            found.append(event)
    found = narrowed(fill(found, sentence, cast))
    kept = [
        event
        for event in _without_repeats(found)
        if not _inside_an_order(event, found) and not _inside_a_threat(event, found)
    ]
    return sorted(kept, key=lambda event: event.trigger.i)


def _proposed(sentence: Sentence, cast: Cast) -> Iterator[Event]:
    tokens = list(sentence.tokens())
    for token in tokens:
        if token.pos_ in ("VERB", "AUX"):
            for forced in forced_acts(token, cast):
                yield Event(
                    forced.kind,
                    sentence,
                    forced.deed,
                    token,
                    forced.who,
                    forced.by,
                    confidence=0.85,
                    forbidden=forced.forbidden,
                    details_from=[forced.deed],
                )
    for token in tokens:
        yield from missing_events(sentence, token, cast)
    for token in tokens:
        if token.pos_ in ("VERB", "AUX", "ADJ") or token.tag_.startswith("VB"):
            yield from _verb_event(sentence, token, cast)
    for token in tokens:
        if token.pos_ in ("NOUN", "PROPN") or (token.dep_ == "conj" and token.head.pos_ == "NOUN"):
            yield from noun_events(sentence, token, cast)
    yield from note_events(sentence, cast)


def _verb_event(sentence: Sentence, verb: Token, cast: Cast) -> Iterator[Event]:
    candidates = sorted(by_verb().get(_lemma(verb), ()), key=lambda frame: not frame.needs)
    unspoken: Frame | None = None
    for frame in candidates:
        if not fits(frame, verb, cast):
            continue
        who = people_among(who_of_verb(frame, verb), cast)
        if not who and "context" in frame.who:
            who = held_people(verb, cast)
        if not who and unspoken is None and is_unspoken(frame, verb):
            unspoken = frame
        if who:
            by = by_of_verb(frame, verb)
            yield Event(
                frame.kind,
                sentence,
                verb,
                verb,
                who,
                by,
                frame.as_kind,
                _surety(frame),
                frame.modality,
                forbidden=frame.flips and any(need.get("negated") for need in frame.needs),
            )
            return
    if unspoken is not None:
        yield Event(unspoken.kind, sentence, verb, verb, [], by_of_verb(unspoken, verb), unspoken.as_kind)


def _lemma(verb: Token) -> str:
    """ "were handcuffed": what the tagger took for an adjective is looked up as the verb it comes from."""
    lemma = verb.lemma_.casefold()
    if verb.pos_ == "ADJ" and verb.dep_ in ("acomp", "conj", "oprd") and lemma.endswith("ed"):
        return next((stem for stem in (lemma[:-2], lemma[:-1]) if stem in by_verb()), lemma)
    return lemma


def _surety(frame: Frame) -> float:
    return 0.85 if not frame.needs else 0.8


def _inside_an_order(event: Event, events: list[Event]) -> bool:
    """ "Told her to leave the country" is an order and no journey."""
    return event.kind == "travel" and any(
        other.kind == "threat of deportation" and other.trigger == event.trigger.head for other in events
    )


def _inside_a_threat(event: Event, events: list[Event]) -> bool:
    """ "Threatened to kill me" is a coercion and no killing; a threat to deport somebody has a kind of its own."""
    return event.as_kind is None and any(
        (other.trigger == event.trigger.head and event.trigger.dep_ in ("xcomp", "ccomp"))
        or (event.trigger.dep_ == "pcomp" and event.trigger.head.head == other.trigger)
        for other in events
        if other is not event and other.trigger.lemma_ == "threaten"
    )


def _without_repeats(events: list[Event]) -> list[Event]:
    """Of two words for one deed ("sentenced to a six-year jail term") the verb's stands."""
    kept: list[Event] = []
    for event in events:
        same = [
            other
            for other in kept
            if (other.kind == event.kind and other.clause != other.trigger) or _nested(event, other)
        ]
        if any(other.kind == event.kind and _nested(event, other) for other in same):
            continue
        kept.append(event)
    return kept


def _nested(event: Event, other: Event) -> bool:
    return event.kind == other.kind and (
        other.trigger.is_ancestor(event.trigger)
        and (
            (event.trigger.pos_ == "NOUN" and not _of_a_verb_beside(event, other))
            or (event.trigger.dep_ == "xcomp" and event.trigger.head == other.trigger)
        )
    )


def _of_a_verb_beside(event: Event, other: Event) -> bool:
    """ "Was cleared of one charge but received a term": the noun belongs to a second verb, and tells of more."""
    return event.clause.dep_ == "conj" and other.trigger.is_ancestor(event.clause)
