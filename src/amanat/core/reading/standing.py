"""Where somebody lives, by what right they stay, and what they have asked an authority to grant them."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.draft import Draft
from amanat.core.reading.names import Sort
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
from amanat.core.reading.portraits import is_kin_of
from amanat.core.reading.residing import (
    based,
    be_in,
    come,
    home,
    is_present,
    live,
    origin,
    shelter,
    stay,
    with_somebody,
)
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.settling import is_from, settle, settled
from amanat.core.reading.spotting import bare, individual
from amanat.core.reading.stance import read_stance
from amanat.core.reading.where import Places
from amanat.core.reading.wordlists import words


def find_standing(sentence: Sentence, cast: Cast, places: Places) -> Iterator[Draft]:
    """Each home once for each person."""
    seen: set[tuple[str, int, str]] = set()
    for draft in _every(sentence, cast, places):
        place = draft.where.name if draft.where is not None else draft.details or ""
        key = (draft.kind, id(draft.who[0]), place)
        if draft.kind != "residence" or key not in seen:
            seen.add(key)
            yield draft


def _every(sentence: Sentence, cast: Cast, places: Places) -> Iterator[Draft]:
    yield from based(sentence, cast, places)
    yield from settled(sentence, cast, places)
    for token in sentence.tokens():
        if token.pos_ in ("VERB", "AUX"):
            yield from _predicated(sentence, token, cast, places)
        elif token.lemma_ in ("resident", "inhabitant", "home"):
            yield from home(sentence, token, cast, places)
        elif token.pos_ in ("NOUN", "PROPN"):
            yield from _papers(sentence, token, cast)
            yield from origin(sentence, token, cast, places)


def _predicated(sentence: Sentence, verb: Token, cast: Cast, places: Places) -> Iterator[Draft]:
    rule = _VERBS.get(verb.lemma_.casefold())
    holder = subject(verb)
    if rule is None or holder is None:
        return
    who = [one for part in conjuncts(holder) if (one := individual(part, cast)) is not None]
    if not who and (holder.lemma_ in ("couple", "family", "they", "we") or is_kin_of(holder)):
        who = [one for one in cast.all_of(holder) if one.sort in (Sort.PERSON, Sort.PEOPLE)]
    stance = read_stance(verb, verb)
    if not who or stance.ignored:
        return
    for draft in rule(sentence, verb, who, cast, places):
        draft.polarity, draft.modality = stance.polarity, stance.modality
        draft.at_publication = draft.kind != "application" and is_present(verb)
        yield draft


# -- legal status --------------------------------------------------------------------------------------------


def _have(
    sentence: Sentence, verb: Token, who: list[Referent], cast: Cast, places: Places
) -> Iterator[Draft]:
    for thing in children(verb, "dobj", "oprd"):
        if _ends_like(thing, "legal_things") and not any(part.lower_ == "back" for part in verb.children):
            yield Draft("legal status", sentence, verb, who, details=bare(thing), confidence=0.85)
        elif thing.lemma_ in ("paper", "papers", "document", "documents") and _is_without(thing):
            yield Draft("legal status", sentence, verb, who, details=bare(thing), confidence=0.75)


def _is_without(thing: Token) -> bool:
    return any(part.lower_ == "no" for part in children(thing, "det"))


def _grant(
    sentence: Sentence, verb: Token, who: list[Referent], cast: Cast, places: Places
) -> Iterator[Draft]:
    thing = child(verb, "dobj", "oprd")
    if (
        is_passive(verb)
        and thing is not None
        and (_ends_like(thing, "legal_things") or thing.lemma_ == "asylum")
    ):
        yield Draft(
            "legal status", sentence, verb, who, details=f"{verb.text} {bare(thing)}", confidence=0.85
        )


def _recognise(
    sentence: Sentence, verb: Token, who: list[Referent], cast: Cast, places: Places
) -> Iterator[Draft]:
    for word, thing in prepositions(verb):
        if is_passive(verb) and word == "as" and thing.lemma_ in ("refugee", "seeker"):
            yield Draft(
                "legal status", sentence, verb, who, details=f"{verb.text} as {bare(thing)}", confidence=0.85
            )


def _be(sentence: Sentence, verb: Token, who: list[Referent], cast: Cast, places: Places) -> Iterator[Draft]:
    for part in children(verb, "acomp", "attr"):
        seeker = (
            phrase_text(part)
            .casefold()
            .endswith(("asylum seeker", "asylum-seeker", "registered refugee", "recognised refugee"))
        )
        if part.lemma_.casefold() in words("statuses", "legal_adjectives") or seeker:
            yield Draft("legal status", sentence, verb, who, details=bare(part), confidence=0.75)
    if verb.lemma_ == "be":
        yield from be_in(sentence, verb, who, cast, places)
        yield from is_from(sentence, verb, who, cast, places)
        for word, thing in prepositions(verb):
            if word == "on" and thing.lemma_ in ("visa", "permit"):
                yield Draft(
                    "legal status", sentence, verb, who, details=f"on {phrase_text(thing)}", confidence=0.75
                )
            elif word == "under" and _ends_like(thing, "legal_things"):
                yield Draft(
                    "legal status", sentence, verb, who, details=f"under {bare(thing)}", confidence=0.8
                )
            elif word == "without" and thing.lemma_ in ("papers", "document", "documents", "status"):
                yield Draft(
                    "legal status",
                    sentence,
                    verb,
                    who,
                    details=f"without {phrase_text(thing)}",
                    confidence=0.75,
                )


def _papers(sentence: Sentence, noun: Token, cast: Cast) -> Iterator[Draft]:
    """ "Her residence permit is temporary", "his visa has expired", "my permit will not be renewed"."""
    verb = noun.head
    if noun.dep_ not in ("nsubj", "nsubjpass") or verb.pos_ not in ("VERB", "AUX"):
        return
    person = individual(child(noun, "poss"), cast)
    if person is None:
        return
    stance = read_stance(verb, verb)
    if noun.lemma_ in ("permit", "visa", "residency", "permission", "card") and _of_permits(noun, verb):
        details = (
            f"{bare(noun)} {subtree_text(verb, leaving=frozenset({'nsubj', 'nsubjpass', 'advcl', 'punct'}))}"
        )
        yield Draft(
            "legal status",
            sentence,
            noun,
            [person],
            details=details,
            polarity=stance.polarity,
            modality=stance.modality,
            confidence=0.8,
        )
    elif noun.lemma_ in ("application", "claim", "request", "appeal") and _ends_like(noun, "applied_for"):
        details = (
            f"{bare(noun)} {subtree_text(verb, leaving=frozenset({'nsubj', 'nsubjpass', 'advcl', 'punct'}))}"
        )
        yield Draft(
            "application", sentence, noun, [person], details=details, modality=stance.modality, confidence=0.8
        )


def _of_permits(noun: Token, verb: Token) -> bool:
    if noun.lemma_ == "card" and not phrase_text(noun).casefold().endswith(("green card", "residence card")):
        return False
    return verb.lemma_ in (
        "be",
        "expire",
        "renew",
        "extend",
        "cancel",
        "revoke",
        "issue",
        "refuse",
        "end",
        "withdraw",
        "grant",
    )


# -- applications --------------------------------------------------------------------------------------------


def _apply(
    sentence: Sentence, verb: Token, who: list[Referent], cast: Cast, places: Places
) -> Iterator[Draft]:
    for word, thing in prepositions(verb):
        if word == "for" and _ends_like(thing, "application_things"):
            yield Draft(
                "application", sentence, verb, who, details=_application(verb, thing), confidence=0.85
            )
            return


def _seek(
    sentence: Sentence, verb: Token, who: list[Referent], cast: Cast, places: Places
) -> Iterator[Draft]:
    thing = child(verb, "dobj")
    if thing is not None and not is_passive(verb) and thing.lemma_ in ("asylum", "citizenship"):
        yield Draft("application", sentence, verb, who, details=_application(verb, thing), confidence=0.85)


def _file(
    sentence: Sentence, verb: Token, who: list[Referent], cast: Cast, places: Places
) -> Iterator[Draft]:
    thing = child(verb, "dobj")
    if thing is None or is_passive(verb) or thing.lemma_ not in ("application", "claim", "request"):
        return
    about = [of for word, of in prepositions(thing) if word == "for" and _ends_like(of, "application_things")]
    if about or _ends_like(thing, "applied_for"):
        yield Draft(
            "application",
            sentence,
            verb,
            who,
            details=bare(about[0]) if about else bare(thing),
            confidence=0.85,
        )


def _make(
    sentence: Sentence, verb: Token, who: list[Referent], cast: Cast, places: Places
) -> Iterator[Draft]:
    """ "Made a claim for asylum"; "made his home in Osh"."""
    yield from _file(sentence, verb, who, cast, places)
    yield from settle(sentence, verb, who, cast, places)


def _application(verb: Token, thing: Token) -> str:
    rest = [
        subtree_text(part)
        for part in verb.children
        if part.dep_ in ("prep", "conj", "cc", "advmod")
        and part.i > thing.i
        and part.lower_ not in ("but", "and")
    ]
    return ", ".join([phrase_text(thing), *rest])


def _ends_like(thing: Token, entry: str) -> bool:
    phrase = phrase_text(thing).casefold()
    return any(phrase == known or phrase.endswith(f" {known}") for known in words("statuses", entry))


_VERBS = {
    "live": with_somebody, "stay": stay, "reside": live, "base": live, "settle": settle, "dwell": live, "come": come,
    "sleep": shelter, "shelter": shelter, "camp": shelter, "hide": shelter,
    "have": _have, "hold": _have, "receive": _have, "obtain": _have, "get": _have, "possess": _have,
    "resettle": settle, "move": settle, "relocate": settle, "emigrate": settle, "immigrate": settle, "grow": settle,
    "raise": settle, "hail": settle, "take": settle, "rent": settle, "buy": settle,
    "grant": _grant, "give": _grant, "recognise": _recognise, "recognize": _recognise, "register": _recognise,
    "be": _be, "remain": _be, "become": _be,
    "apply": _apply, "ask": _apply,
    "seek": _seek, "request": _seek, "claim": _seek, "file": _file, "submit": _file,
    "lodge": _file, "make": _make,
}  # fmt: skip
