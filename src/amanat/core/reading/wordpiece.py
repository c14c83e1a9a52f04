"""Words cut into the pieces that a network knows, each at its place in the text.

The cutting is BERT's (Devlin et al. 2019): case and accents dropped, every mark of punctuation and every Han
character a word of its own, each word cut greedily into its longest known pieces (WordPiece, Wu et al. 2016).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

_LONGEST_WORD = 100
"""Longer words are one unknown piece."""


@dataclass(frozen=True, slots=True)
class Piece:
    """``number`` is its line in the vocabulary; ``start`` and ``end`` are offsets in the text."""

    number: int
    start: int
    end: int


class WordPieces:
    """The cutter for one vocabulary, given as its pieces in their order."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self.begin, self.end = self._numbers["[CLS]"], self._numbers["[SEP]"]
        self._unknown = self._numbers["[UNK]"]
        self._cut = lru_cache(maxsize=20_000)(self._cut_word)

    def cut(self, text: str) -> list[Piece]:
        """The pieces of a text in order, without the marks of beginning and end."""
        return [
            Piece(number, places[first][0], places[last - 1][1])
            for word, places in _words(text)
            for number, first, last in self._cut(word)
        ]

    def _cut_word(self, word: str) -> tuple[tuple[int, int, int], ...]:
        """Pieces as (number, first letter, past the last letter) of the folded word."""
        whole = ((self._unknown, 0, len(word)),)
        if len(word) > _LONGEST_WORD:
            return whole
        found: list[tuple[int, int, int]] = []
        at = 0
        while at < len(word):
            end = next(
                (end for end in range(len(word), at, -1) if self._spelt(word, at, end) in self._numbers), at
            )
            if end == at:
                return whole
            found.append((self._numbers[self._spelt(word, at, end)], at, end))
            at = end
        return tuple(found)

    @staticmethod
    def _spelt(word: str, start: int, end: int) -> str:
        return ("##" if start else "") + word[start:end]


def _words(text: str) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Folded words, each with the place in the text of each of its letters."""
    letters: list[str] = []
    places: list[tuple[int, int]] = []
    for at, character in enumerate(text):
        apart = _stands_alone(character)
        if (apart or character.isspace()) and letters:
            yield "".join(letters), places
            letters, places = [], []
        if apart:
            yield character, [(at, at + 1)]
        elif not character.isspace():
            for folded in _folded(character):
                letters.append(folded)
                places.append((at, at + 1))
    if letters:
        yield "".join(letters), places


@lru_cache(maxsize=4096)
def _folded(character: str) -> str:
    """Without case and accents; nothing of a control character or a mark that stands on another letter."""
    if character in "\x00\ufffd" or unicodedata.category(character) in ("Cc", "Cf"):
        return ""
    plain = unicodedata.normalize("NFD", character.lower())
    return "".join(part for part in plain if unicodedata.category(part) != "Mn")


@lru_cache(maxsize=4096)
def _stands_alone(character: str) -> bool:
    code = ord(character)
    if 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126:
        return True
    if 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or 0x20000 <= code <= 0x2FA1F:
        return True
    return unicodedata.category(character).startswith("P")
