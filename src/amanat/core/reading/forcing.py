""" "Forced to …": the deed that somebody was forced to do decides which act it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Token

from amanat.core.reading.cast import Cast
from amanat.core.reading.custody import in_custody
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
    if lemma == "have" and child(verb, "dobj", "ccomp") is None:
        yield from _must(verb, cast)
        return
    causative = lemma in words("forcing", "causative")
    kept_from = lemma in ("allow", "permit", "let") and _is_refused(verb)
    if lemma not in words("forcing", "verbs") and not causative and not kept_from:
        return
    who = _forced(verb)
    if who is None or not any(cast.person_like(part) for part in conjuncts(who)):
        return
    for deed in _deeds(verb):
        if causative and not _is_caused(verb, deed):
            continue
        kept = kept_from or lemma in words("forcing", "forbidding")
        kind = (kind_of_keeping(deed) if kept else None) or kind_of_deed(deed)
        if kind is None and (kept or lemma in words("forcing", "mild") or deed.pos_ == "NOUN"):
            continue
        yield Forced(kind or REMAINDER, deed, [who], _forcer(verb), kept_from)


def _is_caused(verb: Token, deed: Token) -> bool:
    """ "Made him kneel", "had her sign a paper"; of what somebody has others do, only the deeds of the lists, and fewer
    of what they tell or get others to do."""
    lemma = verb.lemma_.casefold()
    if lemma in ("tell", "get"):
        signed = {thing.lemma_ for thing in children(deed, "dobj")}
        harmless = deed.lemma_ == "sign" and not signed & words("forcing", "signed")
        return deed.lemma_.casefold() in words("forcing", "told") and not harmless
    if is_passive(verb):
        return True
    if lemma == "make":
        return deed.tag_ in ("VB", "VBN") or _is_hers(deed)
    return (deed.tag_ == "VB" or _is_hers(deed)) and kind_of_deed(deed) is not None


def _is_hers(deed: Token) -> bool:
    """Of "made her kneel", "kneel", which the parser takes for a noun that is hers."""
    whose = child(deed, "poss")
    return whose is not None and whose.lower_ == "her" and whose.i + 1 == deed.i


REMAINDER = "coercion"
"""What being forced to do any other deed is."""


def _is_refused(verb: Token) -> bool:
    """ "did not let him", "refused to let him", "Nobody was allowed to"."""
    holder = child(verb, "nsubj", "nsubjpass")
    nobody = holder is not None and (
        holder.lower_ in ("nobody", "none") or any(part.lower_ == "no" for part in children(holder, "det"))
    )
    refused = verb.dep_ == "xcomp" and verb.head.lemma_ in ("refuse", "decline")
    return bool(children(verb, "neg")) or refused or nobody


def _must(verb: Token, cast: Cast) -> Iterator[Forced]:
    """ "had to sign a paper"; work that somebody "had to" do is forced where the passage is about people held."""
    who = subject(verb)
    if (
        who is None
        or child(verb, "neg") is not None
        or not any(cast.person_like(part) for part in conjuncts(who))
    ):
        return
    for clause in children(verb, "xcomp"):
        if not any(part.lower_ == "to" for part in children(clause, "aux")):
            continue
        for deed in conjuncts(clause):
            kind = kind_of_deed(deed)
            labour = kind in (
                "forced labour",
                "torture and ill-treatment",
                "indoctrination",
                "sexual violence",
            )
            if kind is None and deed.lemma_.casefold() in words("forcing", "errands"):
                kind, labour = REMAINDER, True
            if kind is not None and kind != "flight" and (not labour or in_custody(verb, cast)):
                yield Forced(kind, deed, [who], [])


def _forced(verb: Token) -> Token | None:
    if is_passive(verb):
        return child(verb, "nsubjpass") or subject(verb)
    direct = child(verb, "dobj")
    if direct is not None:
        return child(direct, "poss") if _is_deed_of_hers(direct) else direct
    clause = child(verb, "ccomp", "xcomp")
    if clause is None:
        return None
    return child(clause, "nsubj", "nsubjpass") or (child(clause, "poss") if _is_hers(clause) else None)


def _is_deed_of_hers(thing: Token) -> bool:
    return _is_hers(thing) and (thing.tag_ == "VB" or kind_of_deed(thing) is not None)


def _forcer(verb: Token) -> list[Token]:
    if is_passive(verb):
        return [thing for word, thing in prepositions(verb) if word == "by" and thing.pos_ != "VERB"]
    found = subject(verb)
    return [found] if found is not None else []


_PLACES_TO_PUT = frozenset(
    "car van vehicle truck lorry jeep bus pickup minibus taxi room cell house building corner ground boat".split()
)
""" "Forced into a van" is an arrest and no deed of the one who was forced."""


_INTO_A_DEED = ("drive", "push")
""" "Pushed into signing"; into a river or to a church is another matter."""
_FROM = ("keep", "stop")
""" "Kept from seeing him": without the word they say something else."""


def _deeds(verb: Token) -> Iterator[Token]:
    # "He was summoned; he was made to sign": what stands before was not forced.
    clauses = [part for part in children(verb, "xcomp", "ccomp") if part.i > verb.i]
    clauses += [part for part in children(verb, "dobj") if _is_deed_of_hers(part)]
    if verb.lemma_ in _FROM:
        clauses = [thing for word, thing in prepositions(verb) if word == "from"]
    elif not clauses:
        clauses = [
            part for part in children(verb, "advcl") if child(part, "aux") is not None and part.tag_ == "VB"
        ]
    if not clauses:
        clauses = [thing for word, thing in prepositions(verb) if word in ("from", "into", "to")]
    for clause in clauses:
        for deed in conjuncts(clause):
            if verb.lemma_ in _INTO_A_DEED and deed.pos_ != "VERB":
                continue
            if deed.tag_ == "VBN" and clause.tag_ == "VB":
                continue  # "made to undress or bitten by dogs": that one was done to them
            if deed.pos_ in ("VERB", "AUX") or (deed.pos_ == "NOUN" and deed.lemma_ not in _PLACES_TO_PUT):
                yield deed


def kind_of_deed(deed: Token) -> str | None:
    """The first entry of lexicon/forcing.yaml whose verb or object is there; None where only the last one fits."""
    return _first_kind(deed, "kinds")


def kind_of_keeping(deed: Token) -> str | None:
    """What it is to be kept from the deed: from sleep, from seeing one's children, from a doctor."""
    return _first_kind(deed, "kept_from")


def _first_kind(deed: Token, entries: str) -> str | None:
    objects = {noun.lemma_.casefold() for noun in _objects(deed)}
    for entry in lexicon("forcing")[entries]:
        if (entry.get("by_verb") or entry.get("by_object")) and _entry_fits(
            entry, deed.lemma_.casefold(), objects
        ):
            return str(entry["kind"])
    return None


def _entry_fits(entry: dict[str, Any], verb: str, objects: set[str]) -> bool:
    verbs, things = entry.get("by_verb"), entry.get("by_object")
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
        yield from (inner for word, inner in prepositions(thing) if word == "of")
