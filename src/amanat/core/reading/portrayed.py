"""What descriptions say of their holders, all of it at once: work, people, faith, age, home.

"An elderly Muslim from Osh named Emre", "a yam farmer of fifty and a deacon". The other modules read each their own
kind along the tree; this one gives what is left of a description whose holder the order of the words tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from amanat.core.places import people
from amanat.core.reading.ages import find_age_of
from amanat.core.reading.belonging import said_of
from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.draft import Draft
from amanat.core.reading.names import Sort
from amanat.core.reading.nouns import is_person_noun
from amanat.core.reading.occupations import (
    holds_an_office,
    is_court_role,
    is_occupation,
    is_somebodys,
    names_a_doer,
    work_words,
)
from amanat.core.reading.portraits import Portrait
from amanat.core.reading.residing import DWELLINGS
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.stance import read_stance
from amanat.core.reading.where import Places
from amanat.core.reading.wordlists import noun_lemma, words


def find_portrayed(sentence: Sentence, cast: Cast, places: Places, found: Sequence[Draft]) -> Iterator[Draft]:
    """One draft for each thing that a description says and that is not among ``found``."""
    told = list(found)
    before: tuple[int, list[Referent]] | None = None
    for noun in sentence.tokens():
        if not _may_describe(noun, sentence, cast):
            continue
        portrait = Portrait(sentence, noun, cast)
        who = _joined(portrait, before) or portrait.holders()
        before = (noun.i, who) if who else before
        if not who:
            continue
        stance = read_stance(portrait.verb, portrait.verb) if portrait.verb is not None else None
        if stance is not None and stance.ignored:
            continue
        for draft in _traits(portrait, who, places):
            if not _is_told(draft, told):
                if stance is not None:
                    draft.polarity, draft.modality = stance.polarity, stance.modality
                told.append(draft)
                yield draft


def _joined(portrait: Portrait, before: tuple[int, list[Referent]] | None) -> list[Referent]:
    """ "A Baptist pastor and yam farmer": the second noun is of whom the first is."""
    if before is None or portrait.article or portrait.first < 2:
        return []
    joint = portrait.doc[portrait.first - 1]
    return before[1] if joint.lower_ in ("and", "/", "&") and joint.i - 1 == before[0] else []


def _may_describe(noun: Token, sentence: Sentence, cast: Cast) -> bool:
    """A noun that heads its phrase and may say what somebody is."""
    if noun.pos_ not in ("NOUN", "PROPN", "ADJ") or noun.dep_ == "poss":
        return False
    following = noun.nbor(1) if noun.i + 1 < sentence.span.end else None
    if following is not None and (following.tag_ == "POS" and following.i + 1 < sentence.span.end):
        return False
    name = cast.name_at(noun)
    if name is not None and name.sort is Sort.PERSON:
        return False
    if following is not None and following.pos_ in ("NOUN", "ADJ") and following.tag_ != "VBG":
        return False
    if noun.lemma_ == "holder":
        return True
    return is_occupation(noun) or is_person_noun(noun) or people(noun.text) is not None or names_a_doer(noun)


def _is_told(draft: Draft, told: Sequence[Draft]) -> bool:
    """Whether the sentence is already known to say this of them: one age, one people or faith of a word, one home of a
    place, one work of a noun."""
    return any(_is_same(draft, one) for one in told if _share(one.who, draft.who))


_BELONGING = frozenset({"ethnicity", "nationality", "citizenship", "religion"})


def _is_same(draft: Draft, other: Draft) -> bool:
    if draft.kind in _BELONGING and other.kind in _BELONGING:
        told = f"{other.details} {other.trigger.text}"
        return draft.trigger == other.trigger or (draft.details or "") in told
    if draft.kind != other.kind:
        return False
    if draft.kind in ("age", "birth date", "legal status"):
        return True
    if draft.kind == "residence":
        place, known = draft.where, other.where
        return place is None or known is None or place.name in known.name or known.name in place.name
    near = abs(draft.trigger.i - other.trigger.i) <= 1 or draft.trigger.text in (other.details or "")
    return near or (other.details or "") in (draft.details or "")


def _share(some: Sequence[Referent], others: Sequence[Referent]) -> bool:
    mine = {id(each) for one in some for each in (one, *one.members)}
    return any(id(each) in mine for one in others for each in (one, *one.members))


# -- what it says --------------------------------------------------------------------------------------------


def _traits(portrait: Portrait, who: list[Referent], places: Places) -> Iterator[Draft]:
    yield from _work(portrait, who)
    yield from _peoples(portrait, who)
    yield from _home(portrait, who, places)
    yield from _right_to_stay(portrait, who)
    kin = noun_lemma(portrait.noun) in words("people", "kin")
    age = find_age_of(portrait.sentence, portrait.noun) if not kin and len(who) == 1 else None
    if age is not None:
        yield _draft("age", portrait, portrait.noun, who, age)


def _draft(kind: str, portrait: Portrait, token: Token, who: list[Referent], details: str) -> Draft:
    draft = Draft(kind, portrait.sentence, token, who, details=details, confidence=0.75)
    draft.timeless = portrait.verb is None or portrait.verb.tag_ in ("VBZ", "VBP")
    return draft


def _work(portrait: Portrait, who: list[Referent]) -> Iterator[Draft]:
    noun = portrait.noun
    if is_court_role(noun) or is_somebodys(noun) or not any(one.names or one.owner for one in who):
        return
    doer = portrait.verb is None and names_a_doer(noun) and people(noun.text) is None
    if is_occupation(noun) or (portrait.verb is None and holds_an_office(noun)) or doer:
        yield _draft("occupation", portrait, noun, who, work_words(noun))


def _peoples(portrait: Portrait, who: list[Referent]) -> Iterator[Draft]:
    if len(who) > 1 and portrait.verb is None:
        return
    for token in portrait.doc[portrait.first : portrait.noun.i + 1]:
        if token.pos_ in ("ADJ", "NOUN", "PROPN") and people(token.text) is not None:
            for draft in said_of(portrait.sentence, token, portrait.noun, who[0]):
                draft.who = who
                draft.timeless = True
                yield draft
    if (found := _by_descent(portrait)) is not None:
        yield _draft("ethnicity", portrait, found, who, found.text)


_DESCENT = frozenset({"descent", "origin", "ethnicity", "heritage", "extraction", "blood", "parentage"})


def _by_descent(portrait: Portrait) -> Token | None:
    """The people of "a defender of Uzbek descent"."""
    after = list(portrait.doc[portrait.noun.i + 1 : min(portrait.noun.i + 5, portrait.sentence.span.end)])
    for of, word, noun in zip(after, after[1:], after[2:], strict=False):
        if of.lower_ == "of" and noun.lower_ in _DESCENT and word.text[:1].isupper():
            known = people(word.text)
            return word if known is not None and known.ethnicity else None
    return None


def _home(portrait: Portrait, who: list[Referent], places: Places) -> Iterator[Draft]:
    """ "A Borana from Moyale", "a nurse living in Malmö", "a resident of Van"."""
    noun, doc = portrait.noun, portrait.doc
    at = noun.i + 1
    end = portrait.sentence.span.end
    while at < end and doc[at].lower_ in ("originally", "himself", "herself", "now", "currently"):
        at += 1
    if at + 1 >= end:
        return
    word = doc[at].lower_
    if word in ("living", "residing", "based", "resident", "born") and doc[at + 1].lower_ in (
        "in",
        "at",
        "near",
    ):
        at += 1
    elif word != "from" and not (word == "of" and noun_lemma(noun) in ("resident", "native", "inhabitant")):
        return
    thing = next((part for part in doc[at].children if part.dep_ == "pobj"), doc[at + 1])
    name = portrait.cast.name_at(thing)
    if name is None or name.sort is not Sort.PLACE:
        if not any(
            (inner := portrait.cast.name_at(one)) and inner.sort is Sort.PLACE for one in thing.subtree
        ):
            return
        if noun_lemma(thing) not in DWELLINGS:
            return
    where = places.at(thing, portrait.sentence)
    if where is not None and any(one.names or one.owner or one.description for one in who):
        draft = _draft("residence", portrait, thing, who, f"{word} {where.name}")
        draft.where, draft.timeless = where, True
        yield draft


_WITHOUT_STATE = frozenset({"refugee", "asylum-seeker"})


def _right_to_stay(portrait: Portrait, who: list[Referent]) -> Iterator[Draft]:
    noun = portrait.noun
    seeker = noun_lemma(noun) == "seeker" and noun.i > 0 and noun.nbor(-1).lower_ in ("asylum", "-")
    phrase = str(noun.doc[portrait.first : min(noun.i + 7, portrait.sentence.span.end)].text)
    holder = noun.lemma_ == "holder" and any(
        one in phrase.casefold() for one in words("statuses", "legal_things")
    )
    if (noun_lemma(noun) in _WITHOUT_STATE or seeker or holder) and any(
        one.names or one.owner for one in who
    ):
        yield _draft("legal status", portrait, noun, who, phrase.strip(" .,;") if holder else noun.text)
