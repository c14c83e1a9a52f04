"""What a report says a person is: ethnicity, nationality, residence, legal status, occupation, age, health, kin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from amanat.core.places import people
from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.draft import Draft
from amanat.core.reading.phrases import (
    child,
    children,
    conjuncts,
    is_passive,
    phrase_text,
    prepositions,
    subject,
    subtree_text,
)
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.stance import read_stance
from amanat.core.reading.where import Places
from amanat.core.reading.wordlists import words


def find_statuses(sentence: Sentence, cast: Cast, places: Places) -> Iterator[Draft]:
    """Every status the sentence gives to a single person."""
    for token in sentence.tokens():
        person = cast.of(token)
        if person is not None and person.is_individual and token.pos_ != "PRON":
            yield from _described(sentence, token, person, cast)
        if token.pos_ in ("VERB", "AUX"):
            yield from _predicated(sentence, token, cast, places)
    yield from _ages(sentence, cast)


# -- from noun phrases ---------------------------------------------------------------------------------------


def _described(sentence: Sentence, noun: Token, person: Referent, cast: Cast) -> Iterator[Draft]:
    """ "an ethnic Kazakh Chinese national", "a Christian pastor": the noun that stands for the person, and its
    adjectives."""
    if cast.name_at(noun) is not None:
        return
    for adjective in _adjectives(noun):
        yield from _belonging(sentence, adjective, noun, person)
    lemma = noun.lemma_.casefold()
    if lemma in words("statuses", "occupations") and _says_anew(noun, cast):
        yield Draft("occupation", sentence, noun, [person], details=phrase_text(noun), confidence=0.75)
    if lemma in words("people", "kin") and person.owner is not None and person.names:
        details = f"{noun.lower_} of {person.owner.label}"
        yield Draft("kinship", sentence, noun, [person], details=details, confidence=0.75)


def _says_anew(noun: Token, cast: Cast) -> bool:
    """ "a teacher", "Serikbay, a teacher", "the teacher Serikbay" say what somebody is; "the teacher" points back."""
    determiner = child(noun, "det")
    named = noun.dep_ in ("compound", "appos", "nmod", "attr") or any(
        part.dep_ == "appos" and cast.name_at(part) is not None for part in noun.children
    )
    return named or (determiner is not None and determiner.lower_ in ("a", "an"))


def _adjectives(noun: Token) -> list[Token]:
    found = [part for part in noun.lefts if part.dep_ in ("amod", "compound", "nmod")]
    for part in list(found):
        found.extend(inner for inner in part.lefts if inner.dep_ in ("amod", "compound", "nmod", "advmod"))
    return sorted(found, key=lambda part: part.i)


def _belonging(sentence: Sentence, adjective: Token, noun: Token, person: Referent) -> Iterator[Draft]:
    known = people(adjective.text)
    if known is None:
        return
    ethnic = adjective.i > 0 and adjective.nbor(-1).lower_ == "ethnic"
    citizen = noun.lemma_ in ("national", "citizen") and adjective.i == noun.i - 1
    if known.religion and not ethnic:
        yield Draft("religion", sentence, adjective, [person], details=adjective.text, confidence=0.75)
    elif ethnic or (
        known.ethnicity and not citizen and (not known.nationality or _beside_a_nationality(adjective, noun))
    ):
        yield Draft("ethnicity", sentence, adjective, [person], details=adjective.text, confidence=0.85)
    elif known.nationality:
        kind = "citizenship" if noun.lemma_ == "citizen" else "nationality"
        yield Draft(
            kind, sentence, adjective, [person], details=adjective.text, confidence=0.85 if citizen else 0.7
        )


def _beside_a_nationality(adjective: Token, noun: Token) -> bool:
    following = adjective.nbor(1) if adjective.i + 1 < noun.i else None
    return following is not None and people(following.text) is not None


# -- from verbs ----------------------------------------------------------------------------------------------


def _predicated(sentence: Sentence, verb: Token, cast: Cast, places: Places) -> Iterator[Draft]:
    rule = _VERBS.get(verb.lemma_.casefold())
    if rule is None:
        return
    holder = subject(verb)
    if holder is None:
        return
    persons = [one for part in conjuncts(holder) if (one := cast.of(part)) is not None and one.is_individual]
    if not persons:
        return
    for draft in rule(sentence, verb, persons, cast, places):
        stance = read_stance(verb, verb)
        if stance.ignored:
            continue
        draft.polarity, draft.modality = stance.polarity, stance.modality
        draft.at_publication = draft.at_publication or (draft.kind in _LASTING and _is_present(verb))
        yield draft


_LASTING = frozenset({"residence", "legal status", "health", "citizenship"})


def _is_present(verb: Token) -> bool:
    if verb.tag_ in ("VBZ", "VBP"):
        return True
    auxiliary = child(verb, "aux")
    if verb.tag_ == "VBG":
        now = any(part.lower_ in ("currently", "now", "still") for part in verb.children)
        return now or (auxiliary is not None and auxiliary.tag_ in ("VBZ", "VBP"))
    return False


def _live(
    sentence: Sentence, verb: Token, persons: list[Referent], cast: Cast, places: Places
) -> Iterator[Draft]:
    for word, thing in prepositions(verb):
        if word in ("in", "at", "near"):
            where = places.at(thing, sentence)
            name = cast.name_at(thing)
            if where is not None and (
                name is not None or thing.lemma_ in ("village", "town", "city", "exile")
            ):
                yield Draft(
                    "residence",
                    sentence,
                    verb,
                    persons,
                    where=where,
                    details=f"{word} {where.name}",
                    confidence=0.85,
                )
                return


def _have(
    sentence: Sentence, verb: Token, persons: list[Referent], cast: Cast, places: Places
) -> Iterator[Draft]:
    for thing in children(verb, "dobj"):
        phrase = phrase_text(thing).casefold()
        if any(phrase.endswith(known) for known in words("statuses", "legal_things")):
            yield Draft("legal status", sentence, verb, persons, details=phrase_text(thing), confidence=0.85)
        elif thing.lemma_ in ("citizenship", "nationality", "passport"):
            yield Draft("citizenship", sentence, verb, persons, details=phrase_text(thing), confidence=0.75)
        elif any(phrase.endswith(known) for known in words("statuses", "health_things")):
            yield Draft("health", sentence, verb, persons, details=phrase_text(thing), confidence=0.75)


def _apply(
    sentence: Sentence, verb: Token, persons: list[Referent], cast: Cast, places: Places
) -> Iterator[Draft]:
    for word, thing in prepositions(verb):
        if word == "for" and any(
            phrase_text(thing).casefold().endswith(known) for known in words("statuses", "application_things")
        ):
            yield Draft(
                "application", sentence, verb, persons, details=_application(verb, thing), confidence=0.85
            )
            return


def _application(verb: Token, thing: Token) -> str:
    rest = [
        subtree_text(part)
        for part in verb.children
        if part.dep_ in ("prep", "conj", "cc", "advmod")
        and part.i > thing.i
        and part.lower_ not in ("but", "and")
    ]
    return ", ".join([phrase_text(thing), *rest])


def _work(
    sentence: Sentence, verb: Token, persons: list[Referent], cast: Cast, places: Places
) -> Iterator[Draft]:
    for word, thing in prepositions(verb):
        if word == "as" and thing.pos_ == "NOUN":
            yield Draft("occupation", sentence, verb, persons, details=phrase_text(thing), confidence=0.85)


def _suffer(
    sentence: Sentence, verb: Token, persons: list[Referent], cast: Cast, places: Places
) -> Iterator[Draft]:
    for word, thing in prepositions(verb):
        if word in ("from", "with") and any(
            phrase_text(thing).casefold().endswith(known) for known in words("statuses", "health_things")
        ):
            yield Draft("health", sentence, verb, persons, details=subtree_text(thing), confidence=0.85)


def _bear(
    sentence: Sentence, verb: Token, persons: list[Referent], cast: Cast, places: Places
) -> Iterator[Draft]:
    if is_passive(verb) and any(part.ent_type_ == "DATE" for part in verb.subtree):
        yield Draft("birth date", sentence, verb, persons, details=subtree_text(verb), confidence=0.85)


def _be(
    sentence: Sentence, verb: Token, persons: list[Referent], cast: Cast, places: Places
) -> Iterator[Draft]:
    for part in children(verb, "acomp", "attr"):
        lemma = part.lemma_.casefold()
        if lemma in words("statuses", "health_adjectives"):
            yield Draft("health", sentence, verb, persons, details=subtree_text(part), confidence=0.75)
        elif lemma in words("statuses", "legal_adjectives"):
            yield Draft("legal status", sentence, verb, persons, details=part.text, confidence=0.75)
        elif (known := people(part.text)) is not None:
            kind = (
                "religion"
                if known.religion
                else "ethnicity"
                if known.ethnicity and not known.nationality
                else "nationality"
            )
            yield Draft(kind, sentence, verb, persons, details=subtree_text(part), confidence=0.75)


_VERBS = {
    "live": _live, "reside": _live, "base": _live, "settle": _live,
    "have": _have, "hold": _have, "receive": _have, "obtain": _have, "get": _have, "grant": _have, "possess": _have,
    "apply": _apply, "file": _apply,
    "work": _work, "serve": _work,
    "suffer": _suffer, "diagnose": _suffer,
    "bear": _bear, "born": _bear,
    "be": _be, "remain": _be, "become": _be, "fall": _be,
}  # fmt: skip


# -- ages ----------------------------------------------------------------------------------------------------

_AGE = re.compile(r"\b(?:aged |age )?(\d{1,3})(?:-year-old|[- ]years?[- ]old)?\b")


def _ages(sentence: Sentence, cast: Cast) -> Iterator[Draft]:
    """ "Serikbay, 42,", "the 42-year-old", "aged 42", "is 42 years old"."""
    for token in sentence.tokens():
        found = _age_at(token)
        if found is None:
            continue
        owner, words_ = found
        person = next(
            (one for part in owner if (one := cast.of(part)) is not None and one.is_individual), None
        )
        if person is not None:
            yield Draft("age", sentence, token, [person], details=words_, confidence=0.85)


def _age_at(token: Token) -> tuple[list[Token], str] | None:
    text = token.text
    whole = re.fullmatch(r"(\d{1,3})-year-old", token.lower_)
    if whole and 0 < int(whole.group(1)) < 120:
        return [token, token.head], text
    if not (text.isdigit() and 0 < int(text) < 120):
        return None
    doc = token.doc
    following = doc[token.i + 1 : token.i + 5].text.casefold()
    before = doc[max(0, token.i - 1) : token.i].text.casefold()
    if following.startswith(("-year-old", "- year - old", "year-old")):
        return _after_age(token), f"{text}-year-old"
    if following.startswith(("years old", "years of age")):
        holder = subject(token.head.head if token.head.pos_ == "NOUN" else token.head)
        return ([holder] if holder is not None else []) + list(token.ancestors), f"{text} years old"
    if before == "aged" or (
        before == ","
        and (following[:1] in (",", ")", ".", "") or following.startswith((" ,", "was ", "is ", "and ")))
    ):
        near = [
            doc[index]
            for index in range(max(0, token.i - 2), token.i)
            if doc[index].is_alpha and doc[index].lower_ != "aged"
        ]
        return [*reversed(near), *list(token.ancestors)[:2]], text if before != "aged" else f"aged {text}"
    return None


def _after_age(token: Token) -> list[Token]:
    return [*list(token.ancestors)[:4]]
