"""Policies: a law, ban, decree, campaign or practice that an authority lays down for a place or a group."""

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
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.stating import people_among, referents
from amanat.core.reading.wordlists import words


def policies(sentence: Sentence, verb: Token, cast: Cast) -> Iterator[Draft]:
    for rule in (_imposed, _banned, _made_unlawful, _declared, _laid_down):
        draft = rule(sentence, verb, cast)
        if draft is not None:
            yield draft
            return


def _imposed(sentence: Sentence, verb: Token, cast: Cast) -> Draft | None:
    """ "imposed a curfew", "a curfew was imposed", "launched a campaign against beards"."""
    if verb.lemma_ not in words("statements", "imposing"):
        return None
    passive = is_passive(verb)
    thing = child(verb, "nsubjpass") if passive else child(verb, "dobj")
    if thing is None or not {thing.lemma_, *(of.lemma_ for _, of in prepositions(thing))} & words(
        "statements", "imposed"
    ):
        return None
    actor = (
        next((one for word, one in prepositions(verb) if word == "by"), None) if passive else subject(verb)
    )
    by = _authorities(actor, cast)
    named = actor is not None and actor.lemma_.casefold() in words("statements", "authorities")
    if by is None or not (by or passive or named):
        return None
    on = [
        target
        for word, target in [*prepositions(verb), *prepositions(thing)]
        if word in ("on", "upon", "against")
    ]
    who = referents(on, cast) or _same_target(verb, cast)
    return Draft(
        "policy",
        sentence,
        verb,
        who,
        by,
        details=subtree_text(thing, leaving=frozenset({"relcl"})),
        confidence=0.75,
    )


def _authorities(actor: Token | None, cast: Cast) -> list[Referent] | None:
    """None where the one who imposes it is a single person without power over others."""
    by = cast.all_of(actor) if actor is not None else []
    return None if any(one.sort is Sort.PERSON for one in by) else by


def _same_target(verb: Token, cast: Cast) -> list[Referent]:
    """ "accuses them of … and has imposed …": whoever the clause before was about."""
    if verb.dep_ != "conj":
        return []
    return [one for part in children(verb.head, "dobj") for one in referents(conjuncts(part)[:1], cast)]


def _banned(sentence: Sentence, verb: Token, cast: Cast) -> Draft | None:
    """ "banned the wearing of veils", "The party is banned in Russia", "outlawed beards"."""
    if verb.lemma_ not in ("ban", "outlaw", "prohibit", "criminalise", "criminalize"):
        return None
    passive = is_passive(verb)
    thing = subject(verb) if passive else child(verb, "dobj")
    actor = subject(verb) if not passive else None
    by = _authorities(actor, cast)
    if (
        thing is None
        or by is None
        or (
            actor is not None
            and not by
            and actor.lemma_ not in words("statements", "laws") | words("statements", "authorities")
        )
    ):
        return None
    one = cast.of(thing)
    if one is not None and one.is_individual:
        return None
    who = people_among([thing], cast)
    details = subtree_text(verb, leaving=frozenset({"nsubj", "nsubjpass", "advcl", "aux", "auxpass"}))
    return Draft(
        "policy",
        sentence,
        verb,
        who,
        by,
        who_text=None if who else phrase_text(thing),
        details=details,
        confidence=0.75,
    )


_UNLAWFUL = frozenset(
    "crime offence offense illegal unlawful punishable compulsory mandatory obligatory".split()
)


def _made_unlawful(sentence: Sentence, verb: Token, cast: Cast) -> Draft | None:
    """ "Slavery was made a crime in 2007", "the law makes prayer lessons an offence"; "made him a criminal" lays down
    nothing."""
    passive = is_passive(verb)
    thing = child(verb, "nsubjpass") if passive else child(verb, "dobj")
    parts = children(verb, "oprd", "attr", "acomp", "xcomp", "ccomp", "dobj")
    clauses = [part for part in parts if part.dep_ == "ccomp"]
    thing = thing if thing is not None or not clauses else child(clauses[0], "nsubj")
    said = {part.lemma_.casefold() for part in parts if part != thing}
    if verb.lemma_ != "make" or thing is None or not said & _UNLAWFUL or child(verb, "neg") is not None:
        return None
    actor = subject(verb) if not passive else None
    by = _authorities(actor, cast)
    if by is None or people_among([thing], cast):
        return None
    details = subtree_text(verb, leaving=frozenset({"nsubj", "nsubjpass", "advcl", "aux", "auxpass"}))
    return Draft("policy", sentence, verb, [], by, details=details, confidence=0.7)


def _declared(sentence: Sentence, verb: Token, cast: Cast) -> Draft | None:
    """ "The union was declared extremist", "designated the network a terrorist organisation"."""
    if verb.lemma_ not in ("declare", "designate", "classify", "list"):
        return None
    label = {part.lemma_.casefold() for part in verb.subtree if part.i > verb.i}
    if not label & {"extremist", "terrorist", "undesirable", "illegal", "separatist"}:
        return None
    thing = (
        subject(verb)
        if is_passive(verb)
        else child(verb, "dobj")
        or next((child(part, "nsubj") for part in children(verb, "ccomp", "oprd")), None)
    )
    one = cast.of(thing) if thing is not None else None
    if thing is None or (one is not None and one.is_individual):
        return None
    details = subtree_text(verb, leaving=frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "advcl"}))
    who = [one] if one is not None else []
    return Draft(
        "policy",
        sentence,
        verb,
        who,
        who_text=None if who else phrase_text(thing),
        details=details,
        confidence=0.75,
    )


def _laid_down(sentence: Sentence, verb: Token, cast: Cast) -> Draft | None:
    """ "A law requires women to cover their hair", "the decree forbids gatherings"."""
    holder = child(verb, "nsubj")
    if holder is None or holder.lemma_ not in words("statements", "laws") or is_passive(verb):
        return None
    if verb.lemma_ not in (
        "require",
        "forbid",
        "prohibit",
        "ban",
        "oblige",
        "allow",
        "permit",
        "order",
        "bar",
        "restrict",
        "punish",
        "force",
        "criminalise",
        "criminalize",
    ):
        return None
    who = people_among(children(verb, "dobj"), cast)
    details = f"{phrase_text(holder)} {subtree_text(verb, leaving=frozenset({'nsubj', 'advcl'}))}"
    return Draft(
        "policy",
        sentence,
        verb,
        who,
        who_text=None if who else phrase_text(holder),
        details=details,
        confidence=0.75,
    )
