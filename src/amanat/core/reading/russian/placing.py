"""The places a Russian report names, each with its nominative: by the parser, and by the gazetteer where it missed."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from amanat.core.places import lookup
from amanat.core.reading.russian.declension import possible
from amanat.core.reading.russian.grammar import Grammar, Sentence, Token
from amanat.core.reading.russian.naming import Individual

_STREETS = frozenset("улица площадь проспект переулок бульвар шоссе набережная проезд тупик мост".split())
_WORD = re.compile(r"[А-ЯЁ][а-яёА-ЯЁ-]+")


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """``name`` is the nominative where it is sure, else as written; ``text`` is as written."""

    sentence: int
    start: int
    end: int
    text: str
    name: str
    tokens: tuple[Token, ...]

    @property
    def head(self) -> Token:
        inside = {id(token) for token in self.tokens}
        return next((token for token in self.tokens if id(token.head) not in inside), self.tokens[0])


def places_of(
    sentences: Sequence[Sentence], people: Iterable[Individual], grammar: Grammar
) -> list[NamedPlace]:
    """Every place named, in order. Streets and what is part of a body's or person's name are left out."""
    taken = {(mention.start, mention.end) for one in people for mention in one.mentions}
    found: list[NamedPlace] = []
    for sentence in sentences:
        spans = [(span.start, span.end) for span in sentence.names if span.sort == "LOC"]
        spans += _missed(sentence, grammar)
        for start, end in sorted(spans):
            tokens = sentence.within(start, end)
            clash = any(a < end and start < b for a, b in taken)
            if tokens and not clash and not _is_street(tokens):
                found.append(_place(sentence, tokens, grammar))
    return found


def _missed(sentence: Sentence, grammar: Grammar) -> Iterator[tuple[int, int]]:
    """Capitalised words where places stand, that no name covers or that pass for a person, and the gazetteer knows."""
    covered = [(span.start, span.end) for span in sentence.names if span.sort != "PER"]
    for token in sentence.tokens:
        if not _WORD.fullmatch(token.text) or any(a <= token.start < b for a, b in covered):
            continue
        placed = token.child("case") is not None or token.rel in ("appos", "parataxis")
        if placed and any(lookup(form) for form in _forms([token], grammar)):
            yield token.start, token.end


def _is_street(tokens: list[Token]) -> bool:
    head = tokens[0].head if tokens[0].child("case") is None else None
    return any(token.lemma in _STREETS for token in (*tokens, head) if token is not None)


def _place(sentence: Sentence, tokens: list[Token], grammar: Grammar) -> NamedPlace:
    text = _as_written(tokens)
    known = next((form for form in _forms(tokens, grammar) if lookup(form)), None)
    sure = known or next(iter(_forms(tokens, grammar)), text)
    return NamedPlace(sentence.number, tokens[0].start, tokens[-1].end, text, sure, tuple(tokens))


def _as_written(tokens: list[Token]) -> str:
    pieces = [tokens[0].text]
    for before, token in itertools.pairwise(tokens):
        pieces += [" " * (token.start > before.end), token.text]
    return "".join(pieces)


def _forms(tokens: list[Token], grammar: Grammar) -> Iterator[str]:
    """The likeliest nominatives of a place's name first: by its case, then as it stands, then by its endings."""
    text = _as_written(tokens)
    if text.isupper():
        text = text.title()
    gender = tokens[-1].gender
    if tokens[-1].case == "Nom":
        yield text
    words = [
        grammar.nominative(token.text, gender=token.gender or gender, case=token.case, plural=token.plural)
        or token.text
        for token in tokens
        if token.text[0].isalpha() or token.text[0].isdigit()
    ]
    yield " ".join(words) if len(words) > 1 else words[0] if words else text
    yield text
    if len(tokens) == 1:
        yield from (reading.nominative for reading in possible(tokens[0].text))
