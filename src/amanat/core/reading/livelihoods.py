"""A living told by what somebody does: "grew beans", "edits a weekly", "earns a living mending nets"."""

from __future__ import annotations

from spacy.tokens import Token

from amanat.core.reading.phrases import child, children, conjuncts, is_passive, prepositions, subtree_text
from amanat.core.reading.wordlists import lexicon

_ASIDE = frozenset({"nsubj", "aux", "advcl", "conj", "cc", "punct", "mark", "advmod"})
_ONCE = frozenset({"VBN", "VBG"})


def living_told(verb: Token) -> tuple[Token, str] | None:
    """The verb and its words, where what it does to its object is how people earn their bread. A deed that has
    been done ("has sold the house") or is being done once is no living."""
    things = lexicon("statuses")["livings"].get(verb.lemma_.casefold())
    if things is None or is_passive(verb) or child(verb, "neg") is not None or _is_once(verb):
        return None
    goods = [part for thing in children(verb, "dobj") for part in conjuncts(thing)]
    fits = any(_is_of(thing, things) for thing in goods) if things else not goods
    return (verb, subtree_text(verb, leaving=_ASIDE)) if fits else None


def vocation_told(verb: Token) -> tuple[Token, str] | None:
    """The verb and its words, where it names work with what it is done to, or in and for what: "heads a union",
    "writes for a weekly". What is told with "the" and no more is somebody's deed of one day, as is what is denied."""
    entry = lexicon("statuses")["vocations"].get(verb.lemma_.casefold())
    if entry is None or is_passive(verb) or child(verb, "neg") is not None or _is_once(verb):
        return None
    things = [part for thing in children(verb, "dobj") for part in conjuncts(thing)]
    plays = verb.lemma_ in ("play", "sing")
    places = (
        []
        if things and not plays
        else [one for word, one in prepositions(verb) if word in ("at", "in", "for", "with", "on")]
    )
    found = [one for one in things if _is_named(one, entry.get("to", ()))]
    found += [one for one in places if _is_named(one, entry.get("at", ()))]
    return (verb, subtree_text(verb, leaving=_ASIDE)) if found else None


def _is_named(thing: Token, wanted: list[str]) -> bool:
    """One of the nouns of an entry, however described: "a weekly newspaper", "the town's only bookshop"."""
    lemma = thing.lemma_.casefold()
    pair = " ".join([*(part.lower_ for part in children(thing, "compound")), lemma])
    return lemma in wanted or pair in wanted or any(lemma == one.rsplit("-", 1)[-1] for one in wanted)


_LIVING = frozenset({"living", "livelihood", "bread", "money"})
_FED = frozenset({"family", "child", "parent", "household"})


def living_made(verb: Token) -> tuple[Token, str] | None:
    """ "Made his living as a tailor", "earns a living selling fish", "supports her family by mending nets"."""
    things = children(verb, "dobj")
    lives = verb.lemma_ in ("make", "earn", "get") and any(_heads(thing, _LIVING) for thing in things)
    feeds = verb.lemma_ in ("support", "feed") and any(thing.lemma_ in _FED for thing in things)
    if not (lives or feeds) or is_passive(verb):
        return None
    for part in verb.subtree:
        if part.i > verb.i and part.lower_ == "as" and part.dep_ == "prep":
            return verb, subtree_text(part).removeprefix("as ").removeprefix("a ").removeprefix("an ")
        gerund = part.tag_ == "VBG" or (part.lower_.endswith("ing") and part.nbor(-1).lower_ in _LIVING)
        if part.i > verb.i + 1 and gerund and part.lower_ not in _LIVING:
            return verb, str(verb.doc[part.i : part.head.right_edge.i + 1].text).strip(" .,")
    return None


def _heads(thing: Token, wanted: frozenset[str]) -> bool:
    """The noun itself, or a living that the parser took for part of what is sold: "his living repairing radios"."""
    return (
        thing.lemma_ in wanted
        or any(part.lower_ in wanted for part in thing.lefts)
        or any(part.lower_ in wanted for inner in thing.lefts for part in inner.lefts)
    )


def _is_once(verb: Token) -> bool:
    used = any(part.lower_ in ("had", "has", "have") for part in children(verb, "aux"))
    return verb.tag_ in _ONCE and (used or child(verb, "aux") is not None)


def _is_of(thing: Token, things: list[str]) -> bool:
    """Goods without an owner or an article: "sold noodles", not "sold the noodles", "sold his sheep"."""
    owned = any(part.dep_ in ("poss", "det") for part in thing.children)
    listed = thing.lemma_.casefold() in things
    return not owned and (listed or ("any" in things and thing.tag_ == "NNS"))
