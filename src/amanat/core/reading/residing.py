"""Where somebody lives: "lives in exile in Germany", "a resident of Kasane", "at her home in Osh"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from amanat.core.claim import Where
from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.draft import Draft
from amanat.core.reading.names import Sort
from amanat.core.reading.phrases import child, prepositions, subject
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.spotting import individual
from amanat.core.reading.where import Places

_DWELLINGS = frozenset(
    {
        "village",
        "town",
        "city",
        "exile",
        "camp",
        "settlement",
        "suburb",
        "district",
        "county",
        "region",
        "township",
    }
)


def live(sentence: Sentence, verb: Token, who: list[Referent], cast: Cast, places: Places) -> Iterator[Draft]:
    for word, thing in prepositions(verb):
        if (
            word in ("in", "at", "near", "outside")
            and (where := _dwelling(thing, sentence, cast, places)) is not None
        ):
            yield Draft(
                "residence", sentence, verb, who, where=where, details=f"{word} {where.name}", confidence=0.85
            )
            return


def _dwelling(thing: Token, sentence: Sentence, cast: Cast, places: Places) -> Where | None:
    name = cast.name_at(thing)
    if name is None and thing.lemma_ == "exile":
        return next((places.at(inner, sentence) for word, inner in _exile(thing) if word == "in"), None)
    fits = (name is not None and name.sort is not Sort.PERSON) or thing.lemma_ in _DWELLINGS
    return places.at(thing, sentence) if fits else None


def _exile(thing: Token) -> list[tuple[str, Token]]:
    return [*prepositions(thing), *(prepositions(thing.head.head) if thing.head.dep_ == "prep" else ())]


def come(sentence: Sentence, verb: Token, who: list[Referent], cast: Cast, places: Places) -> Iterator[Draft]:
    """ "comes from Adi, a village" in the present tense tells of a home; "came from Herat" of a journey."""
    if verb.tag_ not in ("VBZ", "VBP") or child(verb, "aux") is not None:
        return
    for word, thing in prepositions(verb):
        where = places.at(thing, sentence) if word == "from" and cast.name_at(thing) is not None else None
        if where is not None:
            yield Draft(
                "residence",
                sentence,
                verb,
                who,
                where=where,
                details=f"{verb.text} from {where.name}",
                confidence=0.75,
            )
            return


def home(sentence: Sentence, noun: Token, cast: Cast, places: Places) -> Iterator[Draft]:
    """ "a resident of Kasane"; "at her home in Osh"."""
    owner = child(noun, "poss")
    if noun.lemma_ == "home":
        person = individual(owner, cast)
        inside: tuple[str, ...] = ("in", "at", "near")
    else:
        person = individual(noun, cast) or (individual(noun.head, cast) if noun.dep_ == "appos" else None)
        person = person or (individual(subject(noun.head), cast) if noun.dep_ == "attr" else None)
        inside = ("of", "in")
    if person is None or not (person.names or noun.lemma_ == "home"):
        return
    for word, thing in prepositions(noun):
        name = cast.name_at(thing)
        where = (
            places.at(thing, sentence)
            if word in inside and name is not None and name.sort is not Sort.PERSON
            else None
        )
        if where is not None:
            yield Draft(
                "residence",
                sentence,
                noun,
                [person],
                where=where,
                details=f"{noun.text} {word} {where.name}",
                confidence=0.75,
            )
            return


def is_present(verb: Token) -> bool:
    """Told as holding now: "lives", "is living", "now living"."""
    if verb.tag_ in ("VBZ", "VBP"):
        return True
    if verb.tag_ == "VBG":
        auxiliary = child(verb, "aux")
        now = any(part.lower_ in ("currently", "now", "still") for part in verb.children)
        return now or (auxiliary is not None and auxiliary.tag_ in ("VBZ", "VBP"))
    return False
