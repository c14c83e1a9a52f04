"""A parsed Russian text: what the rules of this package read, and what a parser has to give them.

Parts of speech, features and relations are those of Universal Dependencies.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

Sort = Literal["PER", "LOC", "ORG"]


@dataclass(eq=False, slots=True)
class Token:
    """One word or mark. ``start`` and ``end`` are offsets in the report's text."""

    i: int
    text: str
    start: int
    end: int
    lemma: str
    pos: str
    feats: dict[str, str]
    rel: str = ""
    head: Token | None = None
    children: list[Token] = field(default_factory=list)

    def child(self, *relations: str) -> Token | None:
        return next((each for each in self.children if each.rel in relations), None)

    def all(self, *relations: str) -> list[Token]:
        return [each for each in self.children if each.rel in relations]

    def ancestors(self) -> Iterator[Token]:
        """Upwards, nearest first; a parser's circle ends where it closes."""
        seen, node = {id(self)}, self.head
        while node is not None and id(node) not in seen:
            seen.add(id(node))
            yield node
            node = node.head

    def subtree(self) -> list[Token]:
        """The token and all below it, in the order of the text."""
        found, waiting, seen = [], [self], set[int]()
        while waiting:
            node = waiting.pop()
            if id(node) in seen:
                continue
            seen.add(id(node))
            found.append(node)
            waiting.extend(node.children)
        return sorted(found, key=lambda each: each.i)

    @property
    def case(self) -> str:
        return self.feats.get("Case", "")

    @property
    def plural(self) -> bool:
        return self.feats.get("Number") == "Plur"

    @property
    def gender(self) -> str:
        """ "Masc", "Fem", "Neut" or nothing."""
        return self.feats.get("Gender", "")


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name that the parser found: offsets in the report's text, and of what it is a name."""

    start: int
    end: int
    sort: Sort


@dataclass(eq=False, slots=True)
class Sentence:
    number: int
    paragraph: int
    tokens: list[Token]
    names: tuple[NameSpan, ...]
    is_headline: bool = False

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end

    def within(self, start: int, end: int) -> list[Token]:
        """The tokens of a stretch of the report's text."""
        return [token for token in self.tokens if start <= token.start and token.end <= end]

    def at(self, offset: int) -> Token | None:
        return next((token for token in self.tokens if token.start <= offset < token.end), None)


class Grammar(Protocol):
    """What a parser of Russian has to give."""

    @property
    def name(self) -> str:
        """Its name and version, for the claims' ``reader``."""

    def parse(self, paragraphs: Sequence[tuple[int, str]]) -> list[Sentence]:
        """The sentences of paragraphs, each with its offset in the report's text."""

    def known_names(self, word: str) -> tuple[tuple[str, str, frozenset[str]], ...]:
        """If a dictionary has the word as a given name or patronymic: its nominatives, each with gender and cases."""

    def nominative(self, word: str, *, gender: str, case: str, plural: bool) -> str | None:
        """The word's nominative, in the same number; None where it is not sure."""
