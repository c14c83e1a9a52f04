"""Whom an act happened to where the sentence does not say: "Arrested 14 December 2021", "a fine of 400 roubles",
"the prosecutor had asked for six years". It is whoever the sentence's other acts happened to, else whoever the
paragraph, or the report, last spoke of as its subject.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.event import Event
from amanat.core.reading.frames import Frame
from amanat.core.reading.names import Sort
from amanat.core.reading.phrases import child
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.wordlists import words

_COURTS = frozenset(("sentence", "fine", "prosecution", "detention", "release", "transfer"))
_SITTINGS = ("trial", "retrial", "hearing")
_REACH = 3


def is_unspoken(frame: Frame, verb: Token) -> bool:
    """A note without a subject ("Held without charge"), or what a court did to somebody it leaves out."""
    if frame.kind == "prosecution" and verb.lemma_ in ("ask", "seek", "demand", "request"):
        return True
    if frame.kind == "interrogation" and verb.lemma_ in ("ask", "want", "begin", "start", "last", "continue"):
        return True
    holder = child(verb, "nsubj", "nsubjpass")
    if frame.kind == "prosecution" and holder is not None and holder.lemma_ in _SITTINGS:
        return not any(part.dep_ in ("poss", "prep") for part in holder.children)
    return is_note(verb) and (verb.tag_ == "VBN" or frame.who != ("object",))


def is_note(verb: Token) -> bool:
    """The first word of a sentence, or what follows its last semicolon, and no order."""
    if (
        verb.tag_ not in ("VBN", "VBD")
        or child(verb, "nsubj", "nsubjpass", "aux", "auxpass", "expl") is not None
    ):
        return False
    if verb.dep_ not in ("ROOT", "conj", "parataxis", "dep", "ccomp"):
        return False
    before = [token for token in verb.sent if token.i < verb.i and not token.is_space]
    return not before or all(
        token.is_punct or token.pos_ in ("ADV", "CCONJ") for token in before
    ) or before[-1].text in (";", ":")  # fmt: skip


def fill(events: list[Event], sentence: Sentence, cast: Cast) -> Iterator[Event]:
    """The events, those without anybody given whom they must mean, or left out."""
    for event in events:
        if not event.who:
            event.who = _beside(event, events) or last_spoken_of(sentence, cast, event.trigger)
            event.confidence = min(event.confidence, 0.6)
        if event.who:
            yield event


def _beside(event: Event, events: list[Event]) -> list[Token]:
    """Whom the nearest act of a court in the same sentence happened to."""
    others = [other for other in events if other.who and other.kind in _COURTS]
    if not others:
        return []
    return min(others, key=lambda other: abs(other.trigger.i - event.trigger.i)).who


def last_spoken_of(sentence: Sentence, cast: Cast, at: Token) -> list[Token]:
    """The last person or group before this word, in this paragraph, in what stands just above, or in the report."""
    people = [one for one in cast.referents if one.sort in (Sort.PERSON, Sort.PEOPLE) and _may_suffer(one)]
    for reach in (0, 1, _REACH):
        found = [
            (mention, one)
            for one in people
            for mention in one.mentions
            if 0 <= sentence.number - mention.sentence <= reach
            and (mention.sentence < sentence.number or mention.token < at.i)
        ]
        if found:
            mention, _ = max(
                found,
                key=lambda item: (bool(item[1].names), item[0].sentence, item[0].subject, item[0].token),
            )
            return [_token(cast, mention.sentence, mention.token)]
    lead = cast.protagonist
    return [_token(cast, lead.mentions[-1].sentence, lead.mentions[-1].token)] if lead is not None else []


def _may_suffer(one: Referent) -> bool:
    """Not those who judge, guard or tell."""
    roles = words("people", "official") | words("people", "government") | words("people", "unnamed")
    return one.noun not in roles and one.noun not in ("lawyer", "court", "judge", "source", "prosecutor")


def _token(cast: Cast, number: int, at: int) -> Token:
    sentence = next(one for one in cast.sentences if one.number == number)
    return sentence.span.doc[at]
