"""A living told by what somebody does: "grew beans", "I sell noodles", "he cuts hair", "herded goats"."""

from __future__ import annotations

from spacy.tokens import Token

from amanat.core.reading.phrases import child, children, conjuncts, is_passive, subtree_text
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


def _is_once(verb: Token) -> bool:
    used = any(part.lower_ in ("had", "has", "have") for part in children(verb, "aux"))
    return verb.tag_ in _ONCE and (used or child(verb, "aux") is not None)


def _is_of(thing: Token, things: list[str]) -> bool:
    """Goods without an owner or an article: "sold noodles", not "sold the noodles", "sold his sheep"."""
    owned = any(part.dep_ in ("poss", "det") for part in thing.children)
    listed = thing.lemma_.casefold() in things
    return not owned and (listed or ("any" in things and thing.tag_ == "NNS"))
