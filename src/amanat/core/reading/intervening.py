"""Appeals for help by people, and interventions by bodies that stand up for them."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from amanat.core.reading.cast import Cast
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
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.stating import people_among, speaker
from amanat.core.reading.telling import Tellers
from amanat.core.reading.where import Places
from amanat.core.reading.wordlists import words


def appeals(sentence: Sentence, verb: Token, cast: Cast, tellers: Tellers) -> Iterator[Draft]:
    """Somebody asks others for help, or appeals against what a court decided."""
    wanted = _in_court(verb) or _for_help(verb)
    holder = subject(verb)
    if wanted is None or holder is None or is_passive(verb) or intervenes(holder, cast):
        return
    people = people_among(conjuncts(holder), cast)
    defence = holder.lemma_ in ("defence", "defense", "family", "lawyer", "team")
    if not people and not defence:
        return
    teller = speaker(verb, sentence, cast, tellers)
    told = teller if verb.lemma_ in ("ask", "beg", "plead", "urge", "call", "turn", "write", "cry") else []
    yield Draft(
        "appeal", sentence, verb, people, told_by=told, details=wanted, confidence=0.75,
        who_text=None if people else phrase_text(holder),
    )  # fmt: skip


def _in_court(verb: Token) -> str | None:
    """ "She will appeal", "appealed against the verdict", "lodged an appeal", "announced an appeal"."""
    if verb.lemma_ == "appeal":
        rest = [thing for word, thing in prepositions(verb) if word in ("against", "to", "for")]
        things = [*children(verb, "dobj"), *rest]
        if not things and not _is_legal(verb):
            return None
        return subtree_text(things[0]) if things else verb.text
    thing = child(verb, "dobj")
    if (
        verb.lemma_ in ("file", "lodge", "submit", "announce", "enter", "prepare")
        and thing is not None
        and thing.lemma_ == "appeal"
    ):
        return subtree_text(thing)
    return None


def _is_legal(verb: Token) -> bool:
    """A bare "will appeal" or "has appealed"; "the plan appeals to me" has an object of its own."""
    return verb.pos_ == "VERB" and (child(verb, "aux") is not None or verb.dep_ == "xcomp")


def _for_help(verb: Token) -> str | None:
    if verb.lemma_ not in (
        "plead",
        "beg",
        "ask",
        "call",
        "cry",
        "write",
        "urge",
        "turn",
        "implore",
        "petition",
    ):
        return None
    helping = words("statements", "helping")
    wanted = [
        thing
        for word, thing in prepositions(verb)
        if word == "for" and thing.lemma_ != "asylum" and (thing.lemma_ in helping or _is_x_ray(thing))
    ]
    if wanted:
        return subtree_text(wanted[0])
    clause = child(verb, "xcomp", "ccomp", "advcl")
    if clause is not None and clause.i > verb.i and clause.lemma_ in words("statements", "helping_verbs"):
        return subtree_text(clause)
    addressed = [thing for word, thing in prepositions(verb) if word == "to"]
    asks = verb.lemma_ in ("write", "turn") and any(_is_addressee(thing) for thing in addressed)
    return subtree_text(addressed[0]) if asks and addressed else None


def _is_x_ray(thing: Token) -> bool:
    """The tokeniser takes "X-ray" apart."""
    return str(thing.doc[thing.i : thing.i + 3].text).casefold() == "x-ray"


def _is_addressee(thing: Token) -> bool:
    return any(part.lemma_.casefold() in words("statements", "addressees") for part in thing.subtree)


def interventions(
    sentence: Sentence, verb: Token, cast: Cast, tellers: Tellers, places: Places
) -> Iterator[Draft]:
    """A body that takes a step for victims: asks to visit, opens an investigation, raises a case."""
    holder = subject(verb)
    if holder is None or is_passive(verb) or verb.dep_ in ("xcomp", "advcl", "acl", "relcl"):
        return
    by = [part for part in conjuncts(holder) if intervenes(part, cast)]
    step = _step(verb) if by else _investigation(verb, holder, cast)
    if step is None:
        return
    target = next((thing for thing in verb.subtree if thing.i > verb.i and _is_place(thing, cast)), None)
    where = places.at(target, sentence) if target is not None else None
    actors = [one for part in conjuncts(holder) for one in cast.all_of(part)[:1]]
    yield Draft(
        "intervention", sentence, verb, [], list(dict.fromkeys(actors)),
        who_text=where.name if where is not None else None,
        where=where, details=subtree_text(step, leaving=frozenset({"nsubj", "aux", "mark"})), confidence=0.7,
    )  # fmt: skip


def _is_place(thing: Token, cast: Cast) -> bool:
    name = cast.name_at(thing)
    return name is not None and name.sort is Sort.PLACE and thing.dep_ in ("dobj", "pobj")


def _step(verb: Token) -> Token | None:
    if (
        verb.lemma_ in words("statements", "intervening")
        and child(verb, "xcomp", "ccomp", "dobj", "prep", "advcl") is not None
    ):
        return verb
    said = child(verb, "ccomp", "xcomp")
    announced = verb.lemma_ in ("say", "announce", "agree", "decide", "promise", "pledge")
    if (
        announced
        and said is not None
        and said.lemma_ in ("investigate", "visit", "raise", "examine", "monitor", "probe")
    ):
        return said
    return None


def _investigation(verb: Token, holder: Token, cast: Cast) -> Token | None:
    """Any authority that opens an investigation."""
    thing = child(verb, "dobj")
    opened = (
        verb.lemma_ in ("open", "launch", "begin", "start")
        and thing is not None
        and thing.lemma_ in ("investigation", "inquiry", "enquiry", "probe")
    )
    body = cast.of(holder)
    about = {part.lemma_ for part in thing.subtree} if thing is not None else set()
    against = (
        opened
        and about & {"against"}
        and not about & {"officer", "policeman", "soldier", "guard", "official"}
    )
    return verb if opened and not against and (body is None or body.sort is Sort.ORGANISATION) else None


def intervenes(holder: Token, cast: Cast) -> bool:
    """International and foreign bodies, rights groups and embassies; not a court at its own work."""
    name = cast.name_at(holder)
    text = (name.text if name is not None else phrase_text(holder)).casefold().replace("-", " ")
    parts = text.split()
    listed = any(part in words("statements", "interveners") for part in parts)
    phrases = any(phrase in text for phrase in words("statements", "intervening_bodies"))
    return phrases or (listed and (name is not None or "embassy" in parts or "experts" in parts))
