"""What the spotter saw: a kind of claim, the words that say it, and how sure it is.

The spotter is a small network that learnt from thousands of sentences marked by hand which words tell of what
(adapters/spotter.py runs it). It knows no grammar and no persons: whom a passage is about, when, where and who
tells it is read by the same rules as ever, from the word that it points to.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # whoever only asks who read a claim needs no parser
    from spacy.tokens import Doc, Token

    from amanat.core.reading.sentences import Sentence

LEARNED = Path(__file__).parent / "learned"
_KEY = "amanat.spots"
MARK = "spotter"
VERSION = "4"
"""Of the network and of what is made of its spots."""


@dataclass(frozen=True, slots=True)
class Spot:
    """``start`` and ``end`` are character offsets into the parsed document; ``probability`` lies in [0, 1]."""

    kind: str
    start: int
    end: int
    probability: float


def spotter_and(rules: str) -> str:
    """Who read a claim that the spotter saw and the rules completed."""
    return f"{MARK} {VERSION}, {rules}"


def is_spotted(reader: str) -> bool:
    """Whether a claim's reader is the spotter."""
    return reader.startswith(f"{MARK} ")


def keep_spots(doc: Doc, spots: list[Spot]) -> None:
    """Leave the spots with the document that they were seen in."""
    doc.user_data[_KEY] = spots


@cache
def spotted_kinds() -> tuple[str, ...]:
    """The kinds that the spotter knows, in the order of what it answers."""
    return tuple(json.loads((LEARNED / "kinds.json").read_text(encoding="utf-8")))


def spots_were_sought(sentence: Sentence) -> bool:
    """Whether a spotter has looked at the sentence's document."""
    return _KEY in sentence.span.doc.user_data


def kept_spots(doc: Doc) -> list[Spot]:
    """The spots of a whole document; none where no spotter was asked."""
    kept: list[Spot] = doc.user_data.get(_KEY, [])
    return kept


def spots_of(sentence: Sentence) -> list[Spot]:
    """The spots in a sentence, the surest first; none where no spotter was asked."""
    span = sentence.span
    inside = [spot for spot in kept_spots(span.doc) if span.start_char <= spot.start < span.end_char]
    return sorted(inside, key=lambda spot: (-spot.probability, spot.start))


def word_at(sentence: Sentence, spot: Spot) -> Token:
    """The word that the spot points to."""
    return next(
        (token for token in sentence.tokens() if token.idx + len(token) > spot.start), sentence.span[0]
    )
