"""Of two readings of the same words, the narrower: "threatened with rape" is no coercion besides, "20 days' detention"
that somebody received no detention besides the sentence, "held blindfolded" not both a detention and its cruelty.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from amanat.core.reading.event import Event
from amanat.core.reading.phrases import children, first_conjunct

_PARTS_OF_ITS_VERB = ("acomp", "oprd", "ccomp", "xcomp", "advcl", "attr", "advmod")
_NARROWER_THREATS = frozenset(("prosecution", "sexual violence", "threat of deportation", "deportation"))
_BOUND = frozenset(
    "blindfold blindfolded handcuff handcuffed shackle shackled hood hooded bind bound chain chained".split()
)
_HOLDING = frozenset(("detention", "interrogation", "transfer", "torture and ill-treatment"))


def narrowed(events: Iterable[Event]) -> list[Event]:
    """The events without those that say no more than another does of the same words."""
    found = list(events)
    return [
        event for event in found if not any(_is_wider(event, other) for other in found if other is not event)
    ]


def _is_wider(event: Event, other: Event) -> bool:
    """Whether ``event`` tells again, and less of it, what ``other`` tells."""
    return (
        _completes(event, other)
        or _is_the_threat(event, other)
        or _is_the_term(event, other)
        or _only_held(event, other)
        or _only_bound(event, other)
        or _is_condition(event, other)
    )


def _completes(event: Event, other: Event) -> bool:
    """ "Free" in "set him free"."""
    below = event.trigger.head == other.trigger and event.trigger.dep_ in _PARTS_OF_ITS_VERB
    return below and event.kind == other.kind and event.trigger.pos_ != "VERB"


def _is_the_threat(event: Event, other: Event) -> bool:
    """The threatening in "threatened with prosecution": what is threatened has a kind of its own."""
    threatened = event.kind == "coercion" and event.trigger.lemma_ == "threaten"
    return threatened and other.kind in _NARROWER_THREATS and _is_threatened(other.trigger, event.trigger)


def _is_threatened(deed: Token, verb: Token) -> bool:
    within = deed.head.dep_ == "prep" and deed.head.head == verb and deed.head.lower_ == "with"
    return within or (deed.head == verb and deed.dep_ in ("xcomp", "ccomp"))


def _is_the_term(event: Event, other: Event) -> bool:
    """The detention of "received 20 days' detention"."""
    return (
        event.kind == "detention"
        and other.kind == "sentence"
        and event.trigger.pos_ == "NOUN"
        and event.trigger.dep_ == "dobj"
        and event.trigger.head == other.trigger
    )


def _only_held(event: Event, other: Event) -> bool:
    """The holding of "held blindfolded": how they were held is what was done to them."""
    return event.kind == "detention" and _is_bound(other, event)


def _only_bound(event: Event, other: Event) -> bool:
    """The blindfold of "interrogated blindfolded" and "kept blindfolded and handcuffed"."""
    return other.kind in _HOLDING - {"detention"} and _is_bound(event, other)


def _is_bound(event: Event, holding: Event) -> bool:
    word = event.trigger
    own = event.kind == "torture and ill-treatment" and word.lemma_.casefold() in _BOUND
    first = first_conjunct(word)
    spoken = any(part.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass") for part in first.children)
    return own and first.head == holding.trigger and first.dep_ in _PARTS_OF_ITS_VERB and not spoken


def _is_condition(event: Event, other: Event) -> bool:
    """ "If convicted, she faces nine years"."""
    marks = {part.lower_ for part in children(event.trigger, "mark")}
    bare = not children(event.trigger, "nsubj", "nsubjpass") and "if" in marks
    return bare and event.kind == other.kind == "sentence" and event.trigger.dep_ == "advcl"
