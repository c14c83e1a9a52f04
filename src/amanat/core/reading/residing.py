"""Where somebody lives: "lives in exile in Germany", "a resident of Kasane", "at her home in Osh"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from amanat.core.claim import Where
from amanat.core.reading.beside import heads_the_list
from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.draft import Draft
from amanat.core.reading.frames import is_land
from amanat.core.reading.mastheads import is_country
from amanat.core.reading.names import Sort
from amanat.core.reading.nouns import is_person_noun
from amanat.core.reading.phrases import child, children, prepositions, subject, subtree_text
from amanat.core.reading.referent import is_nobody, is_power
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.spotting import individual, joined_before
from amanat.core.reading.where import Places
from amanat.core.reading.wordlists import words

DWELLINGS = frozenset(
    """village town city exile camp settlement suburb district county region township quarter commune province island
    neighbourhood neighborhood municipality hamlet estate slum ward borough parish territory state oblast governorate
    prefecture department canton barrio favela colony kibbutz upazila tehsil mahalla oasis area zone sector valley
    outskirts republic voivodeship raion locality community""".split()
)
_HOUSES = frozenset(
    """flat apartment house room hut tent shack hostel dormitory bungalow studio container caravan cottage basement
    trailer home building block""".split()
)
_TO_LIVE = ("in", "at", "near", "outside", "on", "inside", "around")


def live(sentence: Sentence, verb: Token, who: list[Referent], cast: Cast, places: Places) -> Iterator[Draft]:
    around = [(word, thing) for word, thing in prepositions(verb) if word in _TO_LIVE]
    houses = [one for _, thing in around if thing.lemma_ in _HOUSES for one in prepositions(thing)]
    for word, thing in [*around, *houses, *_where(verb, cast)]:
        if word in _TO_LIVE and (where := _dwelling(thing, sentence, cast, places)) is not None:
            yield Draft(
                "residence", sentence, verb, who, where=where, details=f"{word} {where.name}", confidence=0.85
            )
            return


def _where(verb: Token, cast: Cast) -> Iterator[tuple[str, Token]]:
    """ "Deported from Moscow, where he had lived since 2009"."""
    asked = verb.dep_ == "relcl" and any(part.lower_ == "where" for part in children(verb, "advmod"))
    name = cast.name_at(verb.head) if asked else None
    if name is not None and name.sort is not Sort.PERSON:
        yield "in", verb.head


_BESIDE = frozenset({"with", "above", "behind", "under", "next", "alone", "over"})


def with_somebody(
    sentence: Sentence, verb: Token, who: list[Referent], cast: Cast, places: Places
) -> Iterator[Draft]:
    """ "lives with her daughter above a shop": a residence without a name; "is staying with a family in Goma"."""
    found = list(live(sentence, verb, who, cast, places))
    inner = [thing for word, thing in prepositions(verb) if word in _BESIDE]
    if not found:
        for thing in inner:
            near = [one for word, one in prepositions(thing) if word in ("in", "at", "near", "outside")]
            where = next((where for one in near if (where := _dwelling(one, sentence, cast, places))), None)
            if where is not None:
                found = [_residence(sentence, verb, who, where, f"{verb.text} in {where.name}")]
    if not found and inner and is_present(verb) and verb.lemma_ == "live":
        found = [_residence(sentence, verb, who, None, subtree_text(inner[0].head))]
    yield from found


_SHELTERS = frozenset(
    """school church mosque monastery compound tent barn stadium hostel shelter parish hall hotel camp tents hospital
    classroom basement bunker""".split()
)


def shelter(
    sentence: Sentence, verb: Token, who: list[Referent], cast: Cast, places: Places
) -> Iterator[Draft]:
    """ "is sleeping in the compound of a church", "have been sheltering in a school in Yei": where the displaced live
    for now; "slept in the hall" is told of a night."""
    if verb.tag_ != "VBG" or not any(part.tag_ in ("VBZ", "VBP") for part in children(verb, "aux")):
        return
    found = list(live(sentence, verb, who, cast, places))
    for word, thing in prepositions(verb):
        if not found and word in ("in", "at", "inside", "under", "near") and thing.lemma_ in _SHELTERS:
            where = places.at(thing, sentence)
            found = [_residence(sentence, verb, who, where, f"{verb.text} {subtree_text(thing.head)}")]
    yield from found[:1]


def stay(sentence: Sentence, verb: Token, who: list[Referent], cast: Cast, places: Places) -> Iterator[Draft]:
    """ "is staying with relatives in Goma", "has gone to stay with …"; "stayed in bed" is another matter."""
    if verb.tag_ == "VBG" or verb.tag_ in ("VBZ", "VBP"):
        yield from with_somebody(sentence, verb, who, cast, places)


def _residence(
    sentence: Sentence, verb: Token, who: list[Referent], where: Where | None, details: str
) -> Draft:
    return Draft("residence", sentence, verb, who, where=where, details=details, confidence=0.75)


def be_in(
    sentence: Sentence, verb: Token, who: list[Referent], cast: Cast, places: Places
) -> Iterator[Draft]:
    """ "he is in Europe now", "who is thought to be in Moscow": where somebody has been since they left."""
    present = verb.tag_ in ("VBZ", "VBP") or (
        verb.dep_ == "xcomp" and verb.head.lemma_ in ("think", "believe")
    )
    if not present or child(verb, "acomp", "attr") is not None:
        return
    for word, thing in prepositions(verb):
        name = cast.name_at(thing)
        where = (
            places.at(thing, sentence) if word == "in" and name is not None and is_land(thing, cast) else None
        )
        if where is not None:
            yield _residence(sentence, verb, who, where, f"in {where.name}")
            return


def origin(sentence: Sentence, noun: Token, cast: Cast, places: Places) -> Iterator[Draft]:
    """ "Karim Aliyev, from Osh,", "a pharmacist from the Bustan quarter", "both of Ia Drul commune"; of people without
    a name what they are called: "a man from Osh was beaten", and of what state: "two girls from the Philippines"."""
    name = cast.name_at(noun)
    named = name is not None and name.sort is Sort.PERSON
    person = individual(noun, cast) or (individual(noun.head, cast) if noun.dep_ == "appos" else None)
    several = _listed_before(sentence, noun, cast) if noun.tag_ == "NNS" else []
    who = [person] if person is not None and person.names else _listed_before(sentence, noun, cast)
    who = several if len(several) > 1 else who
    nameless = not who
    who = who or _called_so(noun, cast)
    if not who:
        return
    for word, thing in [*prepositions(noun), *_set_off(noun)]:
        land = cast.name_at(thing) is not None and (
            is_land(thing, cast) or (nameless and noun.lemma_ in _PLAIN and _may_be_land(thing, cast))
        )
        village = thing.lemma_ in DWELLINGS and any(
            cast.name_at(inner) is not None for inner in thing.subtree
        )
        if (word != "from" and not (word == "of" and named)) or not (land or village):
            continue
        where = places.at(thing, sentence)
        if where is not None:
            draft = _residence(sentence, thing, who, where, f"{word} {where.name}")
            draft.timeless = True
            if nameless and is_country(where.name):
                draft.kind, draft.where = "nationality", None
            yield draft
            return


_NO_ORIGIN = ("official", "government")
"""Those whose "from" says whom they speak or act for: "an official from Osh", "police from Gulu"."""


def _called_so(noun: Token, cast: Cast) -> list[Referent]:
    """The people without a name who are called so, where they are no power."""
    one = cast.of(noun)
    if one is None or one.names or one.sort not in (Sort.PERSON, Sort.PEOPLE) or is_nobody(one):
        return []
    acts_for = any(noun.lemma_.casefold() in words("people", part) for part in _NO_ORIGIN)
    return [] if acts_for or is_power(one) or not is_person_noun(noun) else [one]


_PLAIN = words("people", "kin") | frozenset(
    "man woman boy girl child person people couple family villager farmer herder peasant pensioner youth".split()
)
"""Whose "from" can only be a place: a journalist may be from a paper, a lawyer from a body."""


def _may_be_land(thing: Token, cast: Cast) -> bool:
    """A name of one word that no list knows, behind "a man from": a tagger takes villages for bodies."""
    name = cast.name_at(thing)
    return (
        name is not None
        and name.sort is Sort.ORGANISATION
        and name.first == name.last
        and name.text.istitle()
    )


def _listed_before(sentence: Sentence, noun: Token, cast: Cast) -> list[Referent]:
    """ "Rosa Gil, 40, a widow from Jale": whose last description this noun is; of carpenters, all who are named."""
    first = noun.left_edge.i
    if first <= sentence.span.start or noun.doc[first - 1].text not in (",", "("):
        return []
    one = heads_the_list(sentence, first - 1, cast)
    if one is None or noun.tag_ not in ("NNS", "NNPS"):
        return [one] if one is not None and noun.tag_ == "NN" else []
    return joined_before(sentence, noun.doc[first - 1], cast)


def _set_off(noun: Token) -> Iterator[tuple[str, Token]]:
    """ "Karim Aliyev, from Osh, was arrested": what stands between commas after a name belongs to the name."""
    doc, at = noun.doc, noun.i + 1
    if at + 1 < len(doc) and doc[at].text == "," and doc[at + 1].lower_ == "from":
        yield from (("from", thing) for thing in doc[at + 1].children if thing.dep_ == "pobj")


def based(sentence: Sentence, cast: Cast, places: Places) -> Iterator[Draft]:
    """ "the Istanbul-based activist Karim Aliyev"."""
    tokens = list(sentence.tokens())
    for place, dash, word in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if word.lower_ != "based" or dash.text != "-":
            continue
        holder = word.head
        person = individual(holder, cast) or next(
            (one for part in holder.children if (one := individual(part, cast)) is not None), None
        )
        where = places.at(place, sentence) if person is not None and person.names else None
        if person is not None and where is not None:
            yield _residence(sentence, place, [person], where, f"{place.text}-based")


def _dwelling(thing: Token, sentence: Sentence, cast: Cast, places: Places) -> Where | None:
    name = cast.name_at(thing)
    if name is None and thing.lemma_ == "exile":
        found = (
            places.at(inner, sentence) for word, inner in _exile(thing) if word == "in" and inner != thing
        )
        return next((where for where in found if where is not None), None)
    named = name is not None and (name.sort is not Sort.PERSON or thing.ent_type_ in ("GPE", "LOC"))
    fits = named or thing.lemma_ in DWELLINGS
    return places.at(thing, sentence) if fits else None


def _exile(thing: Token) -> list[tuple[str, Token]]:
    return [*prepositions(thing), *(prepositions(thing.head.head) if thing.head.dep_ == "prep" else ())]


def come(sentence: Sentence, verb: Token, who: list[Referent], cast: Cast, places: Places) -> Iterator[Draft]:
    """ "comes from Adi, a village" in the present tense tells of a home; "came from Herat" of a journey."""
    if verb.tag_ not in ("VBZ", "VBP") or child(verb, "aux") is not None:
        return
    for word, thing in prepositions(verb):
        known = cast.name_at(thing) is not None or thing.lemma_ in DWELLINGS
        where = places.at(thing, sentence) if word == "from" and known else None
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
                timeless=noun.lemma_ == "home",  # "taken from her home in Osh on 2 May" dates the taking
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
