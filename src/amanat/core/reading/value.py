"""One value of a record, as its readers are given it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from amanat.core.claim import Where
from amanat.core.reading.cast import Referent
from amanat.core.reading.draft import Draft
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.where import read_chain
from amanat.core.reading.wordlists import words


@dataclass(frozen=True)
class Line:
    """``key`` is the lexicon's; ``value`` is the line's text up to its first full stop, which begins at
    ``start`` of the paragraph; ``whole`` is all of it."""

    key: str
    value: str
    whole: str
    start: int
    sentence: Sentence
    label: str = ""
    """The key as the page writes it."""

    def items(self) -> Iterator[tuple[str, int]]:
        """The value's parts between semicolons, each with its start in the paragraph."""
        for part in re.finditer(r"(?:[^;；()]|\([^()]*\)?|\))+", self.value):
            text = part.group().strip()
            if text:
                yield text, self.start + part.start() + part.group().index(text)

    def token(self, at: int) -> Token:
        """The token at a place of the paragraph; the sentence's first where the parser cut it off."""
        doc = self.sentence.span.doc
        return next((token for token in doc if at < token.idx + len(token)), self.sentence.span[0])


def draft_of(
    line: Line, kind: str, person: Referent, at: int, details: str | None, confidence: float = 0.8
) -> Draft:
    return Draft(kind, line.sentence, line.token(at), [person], details=details, confidence=confidence)


def says_nothing(text: str) -> bool:
    return text.casefold().strip(" .") in words("records", "nothing") or not re.search(r"\w", text)


def place_in(text: str) -> Where | None:
    """The place that begins the text, with what it lies in."""
    chain = read_chain(text, 0)
    if chain is None or not chain.places:
        return None
    inner, *outer = chain.places
    return Where(inner.name, inner.also, tuple(outer))
