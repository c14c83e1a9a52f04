"""Steps that bodies and authorities take for victims, told otherwise than by a body's own asking: teams formed,
inquiries ordered, searches, access sought, cases handed on ("refers the case to the Special Rapporteur").
"""

from __future__ import annotations

from spacy.tokens import Token

from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.draft import Draft
from amanat.core.reading.names import Sort
from amanat.core.reading.phrases import (
    child,
    children,
    conjuncts,
    is_passive,
    prepositions,
    subject,
    subtree_text,
)
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.stating import is_power, people_among
from amanat.core.reading.wordlists import words


def steps(sentence: Sentence, verb: Token, cast: Cast) -> Draft | None:
    """The step that ``verb`` tells of, with whom it is for, where that is said."""
    for rule in (_formed, _ordered, _searching, _access, _handed_on):
        people = rule(verb, cast)
        if people is not None:
            details = subtree_text(verb, leaving=frozenset({"nsubj", "aux", "advcl", "conj", "cc", "punct"}))
            draft = Draft("intervention", sentence, verb, people, _doers(verb, cast), confidence=0.7)
            draft.details = details
            return draft
    return None


def _doers(verb: Token, cast: Cast) -> list[Referent]:
    holder = subject(verb)
    if holder is None or is_passive(verb):
        return []
    return list(dict.fromkeys(one for part in conjuncts(holder) for one in cast.all_of(part)[:1]))


def _thing(verb: Token) -> Token | None:
    """What is formed or opened: the object, or the subject of a passive."""
    return child(verb, "dobj") or (child(verb, "nsubjpass") if is_passive(verb) else None)


# -- "formed a committee to investigate the killings", "a special team was formed" ---------------------------


def _formed(verb: Token, cast: Cast) -> list[Referent] | None:
    thing = _thing(verb) if verb.lemma_ in words("statements", "forming") else None
    if thing is None or thing.lemma_ not in words("statements", "teams"):
        return None
    purposes = [part for part in thing.subtree if part.pos_ == "VERB"] + children(verb, "xcomp", "advcl")
    described = {part.lower_ for part in thing.subtree}
    meant = any(part.lemma_ in words("statements", "inquiring") for part in purposes)
    special = bool(described & _SPECIAL) and not is_commercial(thing)
    if not (meant or special):
        return None
    return _about(purposes, cast)


_SPECIAL = frozenset(
    "special inquiry enquiry investigation investigative fact-finding fact search independent joint truth".split()
)


def is_commercial(thing: Token) -> bool:
    return any(part.lower_ in ("trade", "business", "football", "sales") for part in thing.subtree)


def _about(verbs: list[Token], cast: Cast) -> list[Referent]:
    """ "… to find him": the people of the step."""
    return [one for verb in verbs for one in people_among(children(verb, "dobj"), cast)]


# -- "ordered an inquiry into her death", "an investigation has been opened into the beating" ----------------


def _ordered(verb: Token, cast: Cast) -> list[Referent] | None:
    thing = _thing(verb) if verb.lemma_ in words("statements", "opening") else None
    if thing is None or child(verb, "neg") is not None:
        return None
    if any(part.lower_ == "no" for part in thing.lefts):
        return None
    about = {part.lemma_.casefold() for part in verb.subtree}
    if thing.lemma_ not in words("statements", "inquiries") or "against" in about:
        return None
    owners = [of for word, one in prepositions(thing) if word in ("into", "of") for of in one.subtree]
    return people_among([one for one in owners if cast.person_like(one)][-1:], cast)


# -- "the police are searching for her", "is making every effort to trace him" -------------------------------


def _searching(verb: Token, cast: Cast) -> list[Referent] | None:
    holder = subject(verb)
    if holder is None or is_passive(verb) or not any(is_power(one) for one in cast.all_of(holder)):
        return None
    if verb.lemma_ == "make" and (effort := child(verb, "dobj")) is not None and effort.lemma_ == "effort":
        traced = [part for part in verb.subtree if part.lemma_ in ("trace", "find", "locate", "rescue")]
        return _about(traced, cast) if traced else None
    if verb.lemma_ in ("search", "look") and verb.tag_ == "VBG":
        sought = [thing for word, thing in prepositions(verb) if word == "for"]
        missing = [one for one in people_among(sought, cast) if one.sort is not Sort.ORGANISATION]
        return missing or None
    return None


# -- "had asked again for access", "was refused access"; "refers the case to the Special Rapporteur" ---------


def _access(verb: Token, cast: Cast) -> list[Referent] | None:
    holder = subject(verb) if verb.lemma_ in ("ask", "request", "seek", "demand") else None
    if holder is None or is_passive(verb):
        return None
    things = [*children(verb, "dobj"), *(thing for word, thing in prepositions(verb) if word == "for")]
    body = cast.of(holder)
    bodily = body is not None and body.sort is Sort.ORGANISATION and not body.is_individual
    return [] if bodily and any(thing.lemma_ == "access" for thing in things) else None


def _handed_on(verb: Token, cast: Cast) -> list[Referent] | None:
    """To a body that stands up for people: "submitted the names to the Working Group"."""
    thing = _thing(verb)
    if verb.lemma_ not in words("statements", "handing_on") or thing is None:
        return None
    if thing.lemma_ not in words("statements", "cases"):
        return None
    goals = [one for word, one in prepositions(verb) if word in ("to", "before", "with")]
    known = words("statements", "interveners")
    stands_up = any(
        part.lower_ in known or part.lower_ == "rapporteur" for one in goals for part in one.subtree
    )
    about = [of for word, of in prepositions(thing) if word in ("of", "concerning", "on")]
    return people_among(about, cast) if stands_up else None
