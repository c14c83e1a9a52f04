"""A people, state or religion that stands beside a name: "Emre Duman, himself a Hazara,", "both Ghanaian nationals,",
"(ethnic Tajik)", "the Iranian national Emre Duman"; and families that people come from.

Told by the order of the words, where ``belonging`` follows the tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from amanat.core.places import people
from amanat.core.reading.cast import Cast, Referent
from amanat.core.reading.draft import Draft
from amanat.core.reading.phrases import children, conjuncts, is_passive, prepositions, subject
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.spotting import individual, is_met, joined_before, token_at, token_before

_WORD = r"(?:Jehovah[’']s Witness(?:es)?|Falun Gong practitioners?|[A-ZÀ-Þ][\w’'-]+)"
_FAITHFUL = r"(?:devout|practi[sc]ing|observant|pious|born-again|evangelical|lifelong) "
_BESIDE = re.compile(
    rf"[,(–—]\s*(?:(?P<all>both|all)(?: of them)? |(?:him|her|them)sel(?:f|ves) |also |by birth )?(?:an? )?"
    rf"(?P<ethnic>(?:ethnic|ethnically)[- ])?(?:{_FAITHFUL})?(?P<word>{_WORD})"
    r"(?: (?P<state>citizens?|nationals?))?(?=\s*[,.;)–—]| from\b| who\b|$)"
)
_CONVERT = re.compile(
    r"[,(–—]\s*(?:an? )?(?:recent )?converts? (?:from [A-Z]\w+ )?to (?P<word>[A-ZÀ-Þ][\w’'-]+)"
)
_BEFORE = re.compile(rf"(?<![\w-])(?P<word>{_WORD}) (?P<state>citizen|national) (?=[A-ZÀ-Þ])")


def beside_names(sentence: Sentence, cast: Cast) -> Iterator[Draft]:
    for found in _BESIDE.finditer(sentence.text):
        who = _before(sentence, found, cast)
        token = token_at(sentence, found.start("word"))
        if token is not None and who:
            yield from _draft(sentence, token, who, found)
    for found in _CONVERT.finditer(sentence.text):
        who = _before(sentence, found, cast)
        token = token_at(sentence, found.start("word"))
        if token is not None and who:
            yield Draft("religion", sentence, token, who, details=found["word"], confidence=0.85)
    for found in _BEFORE.finditer(sentence.text):
        one = individual(token_at(sentence, found.end()), cast)
        token = token_at(sentence, found.start("word"))
        if one is not None and one.names and token is not None:
            yield from _draft(sentence, token, [one], found)


def _before(sentence: Sentence, found: re.Match[str], cast: Cast) -> list[Referent]:
    """The person named before the comma or bracket; all joined ones after "both", "all" or in the plural. Somebody
    with another description between is passed over: "Emre Duman, 43, a Hazara,"."""
    before = token_before(sentence, found.start())
    while before is not None and (
        before.like_num or before.lower_ in ("old", "aged", "years", "male", "female")
    ):
        before = token_before(sentence, before.idx - sentence.span.start_char)
    one = individual(before, cast)
    if before is None or one is None or not one.names:
        return []
    groups = found.re.groupindex
    many = ("all" in groups and found["all"]) or ("state" in groups and (found["state"] or "").endswith("s"))
    return joined_before(sentence, before, cast) if many else [one]


def _draft(sentence: Sentence, token: Token, who: list[Referent], found: re.Match[str]) -> Iterator[Draft]:
    known = people(found["word"])
    kind = _kind(found["word"], found["state"], bool(found.groupdict().get("ethnic")))
    if known is not None and kind is not None:
        yield Draft(kind, sentence, token, who, details=found["word"], confidence=0.85)


def _kind(word: str, state: str | None = None, ethnic: bool = False) -> str | None:
    known = people(word)
    if known is None:
        return None
    if state and known.nationality:
        return "citizenship" if state.startswith("citizen") else "nationality"
    if known.ethnicity and (ethnic or not known.nationality):
        return "ethnicity"
    return "religion" if known.religion else "nationality" if known.nationality else None


# -- "comes from a Hazara family", "was born into a Kurdish family", "was raised a Catholic" -----------------


def of_family(sentence: Sentence, verb: Token, cast: Cast) -> Iterator[Draft]:
    if verb.lemma_ not in ("come", "bear", "hail", "grow", "raise", "bring", "be"):
        return
    holder = subject(verb)
    parts = conjuncts(holder) if holder is not None else []
    who = [one for part in parts if (one := individual(part, cast)) is not None and is_met(one, part)]
    if not who:
        return
    for word, thing in prepositions(verb):
        if word not in ("from", "to", "into", "in") or thing.lemma_ not in (
            "family",
            "household",
            "parent",
            "clan",
        ):
            continue
        for part in children(thing, "amod", "compound", "nmod"):
            if (kind := _kind(part.text, None, ethnic=True)) is not None and part.text[:1].isupper():
                yield Draft(kind, sentence, part, who, details=part.text, confidence=0.8)
    if verb.lemma_ in ("raise", "bring") and is_passive(verb):
        for part in [
            *children(verb, "oprd", "attr", "dobj", "xcomp"),
            *(one for _, one in prepositions(verb)),
        ]:
            if _kind(part.text) == "religion":
                yield Draft("religion", sentence, part, who, details=part.text, confidence=0.8)
