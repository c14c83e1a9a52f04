""" "Forced to …": the deed that somebody was forced to do decides which act it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Token

from amanat.core.reading.cast import Cast
from amanat.core.reading.phrases import child, children, conjuncts, is_passive, prepositions, subject
from amanat.core.reading.wordlists import lexicon, words


@dataclass(frozen=True)
class Forced:
    kind: str
    deed: Token
    who: list[Token]
    by: list[Token]
    forbidden: bool = False
    """The deed was kept from happening ("not permitted to pray"): that it was is the act."""


def forced_acts(verb: Token, cast: Cast) -> Iterator[Forced]:
    """Each deed that ``verb`` says somebody was made to do, or kept from doing."""
    lemma = verb.lemma_.casefold()
    causative = lemma in words("forcing", "causative")
    kept_from = lemma in ("allow", "permit", "let") and bool(children(verb, "neg"))
    if lemma not in words("forcing", "verbs") and not causative and not kept_from:
        return
    who = _forced(verb)
    if who is None or not any(cast.person_like(part) for part in conjuncts(who)):
        return
    for deed in _deeds(verb):
        if causative and not is_passive(verb) and (lemma != "make" or deed.tag_ not in ("VB", "VBN")):
            continue
        kind = kind_of_deed(deed)
        if kind == _remainder() and (kept_from or lemma in words("forcing", "mild")):
            continue
        yield Forced(kind, deed, [who], _forcer(verb), kept_from)


def _forced(verb: Token) -> Token | None:
    if is_passive(verb):
        return child(verb, "nsubjpass") or subject(verb)
    direct = child(verb, "dobj")
    if direct is not None:
        return direct
    clause = child(verb, "ccomp", "xcomp")
    return child(clause, "nsubj", "nsubjpass") if clause is not None else None


def _forcer(verb: Token) -> list[Token]:
    if is_passive(verb):
        return [thing for word, thing in prepositions(verb) if word == "by" and thing.pos_ != "VERB"]
    found = subject(verb)
    return [found] if found is not None else []


_PLACES_TO_PUT = frozenset(
    "car van vehicle truck lorry jeep bus pickup minibus taxi room cell house building corner ground boat".split()
)
""" "Forced into a van" is an arrest and no deed of the one who was forced."""


def _deeds(verb: Token) -> Iterator[Token]:
    clauses = children(verb, "xcomp", "ccomp")
    if not clauses:
        clauses = [
            part for part in children(verb, "advcl") if child(part, "aux") is not None and part.tag_ == "VB"
        ]
    if not clauses:
        clauses = [thing for word, thing in prepositions(verb) if word in ("from", "into", "to")]
    for clause in clauses:
        for deed in conjuncts(clause):
            if deed.pos_ in ("VERB", "AUX") or (deed.pos_ == "NOUN" and deed.lemma_ not in _PLACES_TO_PUT):
                yield deed


def kind_of_deed(deed: Token) -> str:
    """The first entry of lexicon/forcing.yaml whose verb or object is there."""
    objects = {noun.lemma_.casefold() for noun in _objects(deed)}
    for entry in lexicon("forcing")["kinds"]:
        if _entry_fits(entry, deed.lemma_.casefold(), objects):
            return str(entry["kind"])
    return _remainder()


def _remainder() -> str:
    return str(lexicon("forcing")["kinds"][-1]["kind"])


def _entry_fits(entry: dict[str, Any], verb: str, objects: set[str]) -> bool:
    verbs, things = entry.get("by_verb"), entry.get("by_object")
    if verbs is None and things is None:
        return True
    if verbs and things:
        return verb in verbs and bool(objects & set(things))
    return (bool(verbs) and verb in (verbs or ())) or bool(things and objects & set(things))


def _objects(deed: Token) -> Iterator[Token]:
    if deed.pos_ == "NOUN":
        yield deed
    for thing in children(deed, "dobj", "attr", "oprd"):
        for part in conjuncts(thing):
            yield part
            yield from children(part, "compound")
    for _, thing in prepositions(deed):
        yield thing
