"""Where: the place of an act as written, its bracketed second name, and what the sentence says it lies in.

Place phrases are read from the text itself with a small grammar, since a parser stumbles over "in Ili Kazakh
(in Chinese, Yili Hasake) Autonomous Prefecture's Ghulja (Yining) City": names, a second name in brackets, a
generic word after it, and a possessive that puts the outer place first. What one sentence says of a place
holds for the whole report: "the camp" later on is the camp named before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from amanat.core.claim import PlaceName, Where
from amanat.core.places import facility_kind
from amanat.core.reading.cast import Cast
from amanat.core.reading.frames import is_facility, is_place
from amanat.core.reading.names import Sort
from amanat.core.reading.phrases import children, noun_phrase
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.wordlists import MONTHS_AND_DAYS

_GENERIC = (
    "Autonomous Prefecture|Autonomous Region|Autonomous County|Autonomous Oblast|Prefecture|Province|Region|County|"
    "City|"
    "District|Town|Township|Village|State|Oblast|Governorate|Municipality|Department|Republic|Territory|Division|Zone|Island|"
    "Camp|Prison"
)
_LETTER = r"[^\W\d_]"
_WORD = rf"(?-i:[A-ZÀ-ÞĀ-ž]){_LETTER}*(?:[-'’‑]{_LETTER}+)*"
_NAME = rf"{_WORD}(?: (?:(?:of|de|del|la|al|el|the) )?{_WORD}){{0,5}}"
_ALSO = re.compile(
    r"\s*\((?:(?:in|its|the) [A-Z]\w+(?: name)?,?:? |also (?:known as |called |spelled )?|or |known (?:in \w+ )?as |"
    r"formerly |"
    r"previously |now |aka |a\.k\.a\. |[A-Z][a-z]+: )?(?P<also>[^()]{2,60})\)"
)
_POSSESSIVE = re.compile(r"(?:'s|’s|s’|s')\s+")
_GENERIC_AFTER = re.compile(rf"\s+(?:{_GENERIC})\b(?!\w)")
_LINK = re.compile(
    r"\s*(?:,|in|of|inside|within|near|outside)?\s*(?:(?:in|of|at|inside|within)\s+)?(?:the\s+)?"
    r"(?:(?:north|south|east|west|central|northern|southern|eastern|western|north-?west(?:ern)?|north-?east(?:ern)?|"
    r"south-?west(?:ern)?|south-?east(?:ern)?|far-western|neighbouring|neighboring)\s+)*"
    rf"(?:(?:{_GENERIC.lower()}|capital|region|city|town|village|province|district)(?:\s+of)?\s+)?",
    re.I,
)
_NO_NAMES = frozenset({"also", "who", "which"})


@dataclass(frozen=True)
class _Chain:
    """Places of one stretch of text, inner to outer, and the tokens they cover."""

    start: int
    end: int
    places: tuple[PlaceName, ...]


@dataclass
class Places:
    """The report's places: found sentence by sentence, remembered for the sentences after."""

    cast: Cast
    _within: dict[str, tuple[PlaceName, ...]] = field(default_factory=dict)
    _named_facility: dict[str, Where] = field(default_factory=dict)

    def learn(self, sentence: Sentence) -> None:
        """Remember what a sentence says lies in what, and which camp or prison it names."""
        for token in sentence.tokens():
            if _heads_place(token, self.cast):
                where = self.at(token, sentence)
                if where is None:
                    continue
                if where.within:
                    self._within.setdefault(where.name, where.within)
                kind = _facility(where.name)
                if kind is not None and self.cast.name_at(token) is not None:
                    self._named_facility.setdefault(kind, where)

    def at(self, token: Token, sentence: Sentence) -> Where | None:
        """The place that ``token`` heads, with everything it lies in."""
        chain = self._chain(token, sentence)
        if chain is None or not chain.places:
            return None
        inner, *outer = chain.places
        known = self._within.get(inner.name, ()) if not outer else ()
        where = Where(inner.name, inner.also, tuple(outer) or known)
        kind = _facility(where.name)
        named = self._named_facility.get(kind) if kind and self.cast.name_at(token) is None else None
        if named is not None and not where.within and _points_back(token):
            return named
        return where

    def _chain(self, token: Token, sentence: Sentence) -> _Chain | None:
        text = sentence.span.doc.text
        name = self.cast.name_at(token)
        if name is not None:
            start = token.doc[name.first].idx
            chain = read_chain(text, _chain_start(text, start))
        else:
            first, last = noun_phrase(token)
            end = last.idx + len(last)
            following = _after_link(text, end)
            rest = read_chain(text, following) if following is not None else None
            label = _without_article(text[first.idx : end])
            inner = PlaceName(label, ())
            chain = _Chain(first.idx, rest.end if rest else end, (inner, *(rest.places if rest else ())))
        return self._with_outer_phrases(chain, token)

    def _with_outer_phrases(self, chain: _Chain | None, token: Token) -> _Chain | None:
        """ "a camp near the river in Ghulja": places in prepositional phrases under the first."""
        if chain is None or len(chain.places) > 1:
            return chain
        for part in token.children:
            if part.dep_ != "prep" or part.lower_ not in (
                "in",
                "of",
                "inside",
                "at",
                "within",
                "near",
                "outside",
            ):
                continue
            for thing in children(part, "pobj"):
                name = self.cast.name_at(thing)
                if name is not None and name.sort is Sort.PLACE and thing.idx >= chain.end:
                    text = token.doc.text
                    more = read_chain(text, _chain_start(text, token.doc[name.first].idx))
                    if more is not None:
                        return replace(chain, end=more.end, places=(*chain.places, *more.places))
        return chain


def _heads_place(token: Token, cast: Cast) -> bool:
    name = cast.name_at(token)
    if name is not None:
        return name.sort is Sort.PLACE and name.head == token.i
    return is_facility(token, cast)


def place_heads(trigger: Token, cast: Cast) -> list[tuple[str, Token]]:
    """Places under prepositions of the act's own words: ("in", camp), ("to", Kazakhstan)."""
    found: list[tuple[str, Token]] = []
    parts = [
        *trigger.children,
        *(inner for part in children(trigger, "advmod", "prt") for inner in part.children),
    ]
    for part in parts:
        if part.dep_ not in ("prep", "agent", "advmod"):
            continue
        for thing in children(part, "pobj", "pcomp"):
            if is_place(thing, cast):
                found.append((part.lower_, thing))
            else:
                found.extend(place_heads_of_noun(thing, cast))
    return found


def place_heads_of_noun(noun: Token, cast: Cast) -> list[tuple[str, Token]]:
    found = []
    for part in children(noun, "prep"):
        for thing in children(part, "pobj"):
            if is_place(thing, cast):
                found.append((part.lower_, thing))
    return found


def read_chain(text: str, start: int) -> _Chain | None:
    """Names from ``start`` on, each with its second name, as long as one follows the other. The possessive puts
    the outer place first: "Ili Prefecture's Ghulja City" is Ghulja in Ili."""
    places: list[PlaceName] = []
    at = start
    possessed: list[PlaceName] = []
    while True:
        found = _one_place(text, at)
        if found is None:
            break
        name, at = found
        owner = _POSSESSIVE.match(text, at)
        if owner and re.compile(_WORD).match(text, owner.end()):
            possessed.insert(0, name)
            at = owner.end()
            continue
        places.append(name)
        places.extend(possessed)
        possessed = []
        following = _after_link(text, at)
        if following is None:
            break
        at = following
    if possessed:
        places.extend(possessed)
    return _Chain(start, at, tuple(places)) if places else None


def _one_place(text: str, at: int) -> tuple[PlaceName, int] | None:
    found = re.compile(_NAME).match(text, at)
    if found is None:
        return None
    name, end = found.group(), found.end()
    also: list[str] = []
    while (bracket := _ALSO.match(text, end)) is not None:
        also.append(bracket.group("also").strip(" ,;"))
        end = bracket.end()
        generic = _GENERIC_AFTER.match(text, end)
        if generic:
            if not name.endswith(generic.group().strip()) and generic.group().strip() not in ("City", "Town"):
                name = f"{name}{generic.group()}"
            end = generic.end()
    return PlaceName(_without_article(name), tuple(also)), end


def _after_link(text: str, at: int) -> int | None:
    """Where the next place name begins, if one follows: ", in Xinjiang, north-western China"."""
    link = _LINK.match(text, at)
    if link is None or link.end() == at or not re.compile(_WORD).match(text, link.end()):
        return None
    between = text[at : link.end()].strip(" ,")
    if not between and "," not in text[at : link.end()]:
        return None
    following = re.compile(_NAME).match(text, link.end())
    word = following.group().split()[0] if following else ""
    return (
        None if not word or word.casefold() in _NO_NAMES or word.casefold() in MONTHS_AND_DAYS else link.end()
    )


def _chain_start(text: str, start: int) -> int:
    return start + 4 if text[start : start + 4] == "the " else start


def _without_article(name: str) -> str:
    return re.sub(r"^(the|a|an|its|his|her|their) ", "", name, flags=re.I)


def _facility(name: str) -> str | None:
    found = facility_kind(name)
    return found.kind if found is not None else None


def _points_back(token: Token) -> bool:
    return any(part.lower_ in ("the", "this", "that") for part in children(token, "det"))
