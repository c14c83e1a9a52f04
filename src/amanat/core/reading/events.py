"""Acts in a sentence: the word that tells of it, to whom it happened and who did it.

An act is only proposed where a person or group is there for it to happen to: "the police held a briefing" is
no detention. Verbs and nouns come from the lexicon; "forced to …" is decided by what somebody was forced to do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from amanat.core.reading.cast import Cast
from amanat.core.reading.forcing import forced_acts
from amanat.core.reading.frames import Frame, by_noun, by_verb, fits
from amanat.core.reading.phrases import child, children, conjuncts, is_passive, prepositions, subject
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.wordlists import person_nouns, words


@dataclass(eq=False)
class Event:
    """``trigger`` is the word that tells of the act, ``clause`` the verb that carries its tense and stance."""

    kind: str
    sentence: Sentence
    trigger: Token
    clause: Token
    who: list[Token]
    by: list[Token] = field(default_factory=list)
    as_kind: str | None = None
    confidence: float = 0.8
    modality: str | None = None
    """What the word itself says of it, whatever stands around: an order to leave is a plan."""
    forbidden: bool = False
    """The word against the deed is the act itself, so that it denies nothing."""
    details_from: list[Token] = field(default_factory=list)
    """Where given, the words whose subtrees are the details; otherwise they are found around the trigger."""


_SUPPORT = frozenset(
    [
        "receive",
        "get",
        "face",
        "suffer",
        "undergo",
        "endure",
        "experience",
        "give",
        "hand",
        "serve",
        "sustain",
        "survive",
        "subject",
        "be",
        "await",
        "order",
        "impose",
        "pass",
        "commute",
        "complete",
        "begin",
        "start",
        "carry",
        "commit",
        "perform",
        "appeal",
        "expect",
        "risk",
        "fear",
        "avoid",
        "escape",
    ]
)


def find_events(sentence: Sentence, cast: Cast) -> list[Event]:
    """Every act that the sentence tells of, in order; a word tells of one act only."""
    found: list[Event] = []
    used: set[int] = set()
    for event in _proposed(sentence, cast):
        if event.trigger.i not in used:
            used.add(event.trigger.i)
            found.append(event)
    kept = [event for event in _without_repeats(found) if not _inside_an_order(event, found)]
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
        if token.pos_ in ("VERB", "AUX", "ADJ") or token.tag_.startswith("VB"):
            yield from _verb_event(sentence, token, cast)
    for token in tokens:
        if token.pos_ in ("NOUN", "PROPN") or (token.dep_ == "conj" and token.head.pos_ == "NOUN"):
            yield from _noun_event(sentence, token, cast)


def _verb_event(sentence: Sentence, verb: Token, cast: Cast) -> Iterator[Event]:
    candidates = sorted(by_verb().get(verb.lemma_.casefold(), ()), key=lambda frame: not frame.needs)
    for frame in candidates:
        if not fits(frame, verb, cast):
            continue
        who = _people(_who_of_verb(frame, verb), cast)
        if who:
            by = _by_of_verb(frame, verb)
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


def _surety(frame: Frame) -> float:
    return 0.85 if not frame.needs else 0.8


def _people(tokens: list[Token], cast: Cast) -> list[Token]:
    return [token for token in tokens if any(cast.person_like(part) for part in conjuncts(token))]


def _who_of_verb(frame: Frame, verb: Token) -> list[Token]:
    for place in frame.who:
        found = _WHO[place](verb) if place in _WHO else _after_preposition(verb, place)
        if found:
            return [_bearer(token) for token in found]
    return []


def _bearer(token: Token) -> Token:
    """ "Her name is on a list of people to be deported" is about her."""
    if token.lemma_ == "name":
        return child(token, "poss") or next(
            (whose for word, whose in prepositions(token) if word == "of"), token
        )
    if token.lemma_ == "people" and token.head.lower_ == "of" and token.head.head.lemma_ == "list":
        listed = subject(token.head.head.head.head) if token.head.head.head.lower_ == "on" else None
        return _bearer(listed) if listed is not None and listed.lemma_ != "people" else token
    return token


_GIVING = frozenset(
    [
        "hand",
        "give",
        "send",
        "deny",
        "refuse",
        "grant",
        "offer",
        "show",
        "pay",
        "return",
        "lend",
        "sell",
        "teach",
    ]
)
"""Verbs whose passive has the receiver as subject: "she was handed back her passport"."""
_BODY = frozenset(
    [
        "hand",
        "foot",
        "leg",
        "arm",
        "head",
        "face",
        "body",
        "eye",
        "finger",
        "toe",
        "sole",
        "wrist",
        "ankle",
        "back",
        "chest",
        "tooth",
        "nail",
        "skin",
        "rib",
        "neck",
        "mouth",
        "ear",
        "nose",
        "knee",
        "shoulder",
        "hair",
        "beard",
        "jaw",
        "skull",
        "bone",
        "stomach",
        "throat",
        "fingernail",
        "toenail",
        "genital",
    ]
)


def _object_of(verb: Token) -> list[Token]:
    """Whom the verb happened to; "they tied our hands" happened to us."""
    return [_owner_of_body(thing) for thing in _direct_object_of(verb)]


def _owner_of_body(thing: Token) -> Token:
    if thing.lemma_ in _BODY:
        return child(thing, "poss") or thing
    if thing.lemma_ in ("sole", "back", "top") or any(part.lower_ == "of" for part in thing.children):
        for word, inner in prepositions(thing):
            if word == "of" and inner.lemma_ in _BODY:
                return child(inner, "poss") or thing
    return thing


def _direct_object_of(verb: Token) -> list[Token]:
    if verb.dep_ == "amod":
        return [verb.head]
    if is_passive(verb) and children(verb, "dobj") and verb.lemma_ in _GIVING:
        return children(verb, "dobj")
    if is_passive(verb):
        under = child(verb, "nsubjpass") or subject(verb)
        return [under] if under is not None else []
    things = children(verb, "dobj")
    small_clause = child(verb, "ccomp")
    if not things and small_clause is not None and (small_clause.pos_ != "VERB" or verb.lemma_ == "let"):
        things = children(small_clause, "nsubj")
    if not things and verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not children(verb, "nsubj"):
        return _shared_object(verb)
    return things


def _shared_object(verb: Token) -> list[Token]:
    """ "They beat and starved him": the object stands with the last verb only."""
    later = [part for part in verb.children if part.dep_ == "conj"]
    return children(later[0], "dobj") if later else []


def _subject_of(verb: Token) -> list[Token]:
    if (
        is_passive(verb)
        and verb.lemma_ not in ("be",)
        and child(verb, "nsubjpass") is None
        and verb.dep_ == "amod"
    ):
        return [verb.head]
    found = subject(verb)
    return [found] if found is not None else []


def _dative_of(verb: Token) -> list[Token]:
    return children(verb, "dative", "iobj") or (_subject_of(verb) if is_passive(verb) else [])


_WHO = {"object": _object_of, "subject": _subject_of, "dative": _dative_of}


def _after_preposition(verb: Token, word: str) -> list[Token]:
    found = [thing for preposition, thing in prepositions(verb) if preposition == word]
    if not found and word == "from":
        things = children(verb, "dobj", "nsubjpass")
        found = [owner for thing in things for owner in children(thing, "poss")]
    return found


def _by_of_verb(frame: Frame, verb: Token) -> list[Token]:
    if frame.by == "none":
        return []
    if is_passive(verb) or verb.dep_ in ("acl", "amod"):
        return [thing for word, thing in prepositions(verb) if word == "by" and not _is_manner(thing)]
    found = subject(verb)
    return [found] if found is not None and found not in _object_of(verb) else []


def _is_manner(thing: Token) -> bool:
    return thing.pos_ == "VERB" or thing.ent_type_ in ("DATE", "TIME", "CARDINAL")


def _noun_event(sentence: Sentence, noun: Token, cast: Cast) -> Iterator[Event]:
    if noun.dep_ in ("compound", "amod", "nmod") or cast.name_at(noun) is not None:
        return
    for frame in by_noun().get(noun.lemma_.casefold(), ()):
        if noun.lemma_.casefold() not in frame.nouns and not _is_phrase(frame, noun):
            continue
        if (
            frame.phrases
            and not _is_phrase(frame, noun)
            and not frame.needs
            and noun.lemma_ not in _SELF_SUFFICIENT
        ):
            continue
        if not fits(frame, noun, cast):
            continue
        support = _support(noun)
        who = _people(_who_of_noun(noun, support), cast)
        if who and (support is not None or _told_as_new(noun) or _is_specific(frame)):
            by = [thing for word, thing in prepositions(noun) if word == "by"]
            clause = support or noun
            yield Event(frame.kind, sentence, noun, clause, who, by or _giver(support), frame.as_kind, 0.7)
            return


def _is_specific(frame: Frame) -> bool:
    """A noun whose entry asks for more ("death in custody") is no mere pointing back."""
    return any(key in need for need in frame.needs for key in ("beside", "prep", "modifier"))


_SELF_SUFFICIENT = frozenset(
    [
        "torture",
        "ill-treatment",
        "mistreatment",
        "beating",
        "rape",
        "sentence",
        "term",
        "indoctrination",
        "brainwashing",
        "whipping",
        "flogging",
    ]
)


def _is_phrase(frame: Frame, noun: Token) -> bool:
    text = " " + noun.doc[max(0, noun.i - 3) : noun.i + 1].text.casefold().replace("-", " ")
    return any(text.endswith((f" {phrase}", f" {phrase}s")) for phrase in frame.phrases)


def _support(noun: Token) -> Token | None:
    """The verb that says the noun happened to its subject: "received a sentence", "was subjected to torture"."""
    top = noun
    while top.dep_ == "conj":
        top = top.head
    if top.dep_ in ("dobj", "attr", "oprd") and top.head.lemma_ in _SUPPORT and top.head.lemma_ != "be":
        return top.head
    if (
        top.dep_ == "dobj"
        and top.head.lower_ == "forced"
        and top.head.head.lemma_ in ("subject", "expose", "condemn")
    ):
        return top.head.head
    if top.dep_ == "pobj":
        above = top.head.head
        if top.head.lower_ in ("to", "of", "with") and above.lemma_ in (
            "subject",
            "expose",
            "victim",
            "sentence",
            "threaten",
        ):
            return (
                above
                if above.pos_ == "VERB"
                else (above.head if above.head.pos_ in ("VERB", "AUX") else None)
            )
        if top.head.lower_ in ("into", "to") and above.lemma_ in ("force", "coerce", "press"):
            return above
    return None


def _who_of_noun(noun: Token, support: Token | None) -> list[Token]:
    owners = children(noun, "poss") or [
        _owned(thing) for word, thing in prepositions(noun) if word in ("of", "against")
    ]
    if owners and support is None:
        return owners
    if support is not None and is_passive(support):
        return owners or _subject_of(support)
    if support is not None:
        words_ = ("on", "to") if support.lemma_ in ("give", "hand") else ("on",)
        given = children(support, "dative") or [
            thing for word, thing in prepositions(support) if word in words_
        ]
        given = [
            inner
            for token in given
            for inner in (children(token, "pobj") if token.pos_ == "ADP" else [token])
        ]
        found = (
            given or _object_of(support)
            if support.lemma_ in ("give", "hand", "subject", "expose", "order", "impose", "pass")
            else []
        )
        found = found or _subject_of(support)
        return owners if not found else found
    return owners


def _owned(thing: Token) -> Token:
    """ "the confiscation of her passport" happened to her."""
    return (child(thing, "poss") or thing) if thing.lemma_ not in person_nouns() else thing


def _giver(support: Token | None) -> list[Token]:
    if support is None:
        return []
    if is_passive(support):
        return [thing for word, thing in prepositions(support) if word == "by"]
    if support.lemma_ in ("give", "hand", "impose", "pass", "order"):
        return _subject_of(support)
    return []


def _told_as_new(noun: Token) -> bool:
    """A noun tells of an act of its own where the sentence says when, where or by whom; "her arrest" alone only
    points back."""
    inner = list(noun.subtree)
    dated = any(part.ent_type_ in ("DATE", "TIME") for part in inner)
    agent = any(word in ("by", "in", "at") and thing.ent_type_ for word, thing in prepositions(noun))
    verb = noun.head
    happened = noun.dep_ in ("nsubj", "nsubjpass") and verb.lemma_ in (
        "take",
        "occur",
        "happen",
        "come",
        "follow",
        "begin",
        "last",
        "open",
        "confirm",
        "start",
    )
    outside = happened and any(part.ent_type_ in ("DATE", "TIME") for part in verb.subtree)
    return dated or agent or outside


def _inside_an_order(event: Event, events: list[Event]) -> bool:
    """ "Told her to leave the country" is an order and no journey."""
    return event.kind == "travel" and any(
        other.kind == "threat of deportation" and other.trigger == event.trigger.head for other in events
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
        other.trigger.is_ancestor(event.trigger) and event.trigger.pos_ == "NOUN"
    )


def kin_noun(token: Token) -> bool:
    return token.lemma_ in words("people", "kin")
