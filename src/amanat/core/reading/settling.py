"""Where somebody is from or has made a home, told by other words than living: "settled in Graz", "a native of Osh",
"hails from", "Osh resident Emre Duman", "both from Osh".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from amanat.core.claim import Where
from amanat.core.places import lookup
from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.draft import Draft
from amanat.core.reading.frames import is_land
from amanat.core.reading.names import Sort
from amanat.core.reading.phrases import child, children, conjuncts, is_passive, prepositions, subject
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.spotting import individual, is_known, joined_before, token_at, token_before
from amanat.core.reading.where import Places

_PEOPLE_OF = frozenset({"native", "resident", "inhabitant", "citizen", "dweller"})
_AROUND = re.compile(
    r"[,(–—]\s*(?:(?P<all>both|all)(?: of them)?\s+)?(?:originally |himself |herself |also )?"
    r"(?P<word>from|(?:natives|residents|inhabitants) of|based in|living in|resident in) (?=[A-ZÀ-Þ])"
)


def settled(sentence: Sentence, cast: Cast, places: Places) -> Iterator[Draft]:
    """The homes and origins that a sentence gives to those it names, besides those told by verbs of living."""
    yield from _set_off(sentence, cast, places)
    for token in sentence.tokens():
        if token.lower_.removesuffix("s") in _PEOPLE_OF and token.pos_ in ("NOUN", "ADJ", "PROPN"):
            yield from _native(sentence, token, cast, places)
            yield from _before_a_name(sentence, token, cast, places)
        elif token.lemma_ == "home" and token.head.lemma_ == "be":
            yield from _home_to(sentence, token, cast, places)


def settle(
    sentence: Sentence, verb: Token, who: list[Referent], cast: Cast, places: Places
) -> Iterator[Draft]:
    """ "Settled in Graz", "moved to Graz in 2010", "grew up in Osh", "has taken refuge in Uganda", "hails from Osh";
    whoever moves a thing or is moved by others has no home there."""
    wanted = _GOALS.get(verb.lemma_.casefold(), ())
    thing = child(verb, "dobj")
    raised = verb.lemma_ == "raise"
    if is_passive(verb) is not raised or (thing is None) is (verb.lemma_ in ("take", "make", "rent", "buy")):
        return
    if thing is not None and (
        raised or thing.lemma_ not in ("refuge", "home", "room", "flat", "house", "apartment")
    ):
        return
    if verb.lemma_ == "grow" and not any(part.lower_ == "up" for part in children(verb, "prt", "advmod")):
        return
    around = [*prepositions(verb), *(prepositions(thing) if thing is not None else ())]
    for word, place in around:
        if word in wanted and (where := _land(place, sentence, cast, places)) is not None:
            yield _draft(sentence, verb, who, where, f"{verb.text} {word} {where.name}")
            return


_GOALS = {
    "settle": ("in",), "resettle": ("in",), "move": ("to",), "relocate": ("to",), "emigrate": ("to",),
    "immigrate": ("to",), "grow": ("in",), "raise": ("in",), "hail": ("from",), "take": ("in",), "make": ("in",),
    "rent": ("in",), "buy": ("in",),
}  # fmt: skip


def is_from(
    sentence: Sentence, verb: Token, who: list[Referent], cast: Cast, places: Places
) -> Iterator[Draft]:
    """ "Emre Duman is from Osh", "is originally from Osh"."""
    if child(verb, "acomp", "attr") is not None:
        return
    around = [*prepositions(verb), *(one for part in children(verb, "advmod") for one in prepositions(part))]
    for word, place in around:
        if word == "from" and (where := _land(place, sentence, cast, places)) is not None:
            draft = _draft(sentence, verb, who, where, f"{verb.text} from {where.name}")
            draft.timeless = True
            yield draft
            return


def _land(place: Token, sentence: Sentence, cast: Cast, places: Places) -> Where | None:
    village = any(cast.name_at(inner) is not None for inner in place.subtree) and place.lemma_ in _VILLAGES
    return places.at(place, sentence) if (is_land(place, cast) and cast.name_at(place)) or village else None


_VILLAGES = frozenset("village town city district county region province suburb township island".split())


def _set_off(sentence: Sentence, cast: Cast, places: Places) -> Iterator[Draft]:
    """ "Emre Duman and Kofi Manu, both from Osh,"; "Emre Duman (43, from Osh)"."""
    for found in _AROUND.finditer(sentence.text):
        place = token_at(sentence, found.end())
        before = token_before(sentence, found.start())
        opened = sentence.text.rfind("(", 0, found.start() + 1)
        if opened > sentence.text.rfind(")", 0, found.start() + 1):
            before = token_before(sentence, opened)
        if before is None or place is None:
            continue
        name = cast.name_at(place)
        where = places.at(place.doc[name.head] if name is not None else place, sentence)
        one = individual(before, cast)
        who = [one] if one is not None and one.names else []
        if found["all"] or found["word"].endswith("s of"):
            who = joined_before(sentence, before, cast) or who
        if name is not None and name.sort is Sort.PERSON and name.first == name.last and who:
            where = Where(name.text)  # "Emre Duman, from Ilave,": what follows can only be a place
        if (
            who
            and where is not None
            and name is not None
            and (name.sort is not Sort.PERSON or where.name == name.text)
        ):
            draft = _draft(sentence, place, who, where, f"{found['word']} {where.name}")
            draft.timeless = True
            yield draft


def _native(sentence: Sentence, noun: Token, cast: Cast, places: Places) -> Iterator[Draft]:
    if noun.lemma_ != "native":
        return
    person = individual(noun, cast) or (individual(noun.head, cast) if noun.dep_ == "appos" else None)
    person = (individual(subject(noun.head), cast) if noun.dep_ == "attr" else None) or person
    place = next((thing for word, thing in prepositions(noun) if word == "of"), None)
    where = _land(place, sentence, cast, places) if place is not None else None
    if person is not None and (is_known(person) or noun.dep_ == "attr") and where is not None:
        yield _draft(sentence, noun, [person], where, f"{noun.text} of {where.name}")


def _before_a_name(sentence: Sentence, noun: Token, cast: Cast, places: Places) -> Iterator[Draft]:
    """ "Osh resident Emre Duman"."""
    if noun.lemma_ == "citizen" or noun.i + 1 >= sentence.span.end or noun.i == sentence.span.start:
        return
    place, following = noun.nbor(-1), noun.nbor(1)
    named, called = cast.name_at(place), cast.name_at(following)
    person = individual(following, cast)
    if called is None or called.sort is not Sort.PERSON or person is None or not place.text[:1].isupper():
        return
    known = named is not None and named.sort is Sort.PLACE
    where = places.at(place, sentence) if known else Where(place.text) if lookup(place.text) else None
    if where is not None and place.lower_ not in ("the", "a"):
        yield _draft(sentence, noun, [person], where, f"{place.text} {noun.text}")


def _home_to(sentence: Sentence, home: Token, cast: Cast, places: Places) -> Iterator[Draft]:
    """ "Osh is home to Emre Duman"."""
    place = child(home.head, "nsubj")
    name = cast.name_at(place) if place is not None else None
    parts = [part for word, thing in prepositions(home) if word == "to" for part in conjuncts(thing)]
    people = [one for part in parts if (one := individual(part, cast)) is not None and one.names]
    where = places.at(place, sentence) if place is not None and name is not None else None
    if where is not None and people and name is not None and name.sort is Sort.PLACE:
        yield _draft(sentence, home, people, where, f"home in {where.name}")


def _draft(sentence: Sentence, token: Token, who: list[Referent], where: Where, details: str) -> Draft:
    return Draft("residence", sentence, token, who, where=where, details=details, confidence=0.75)
