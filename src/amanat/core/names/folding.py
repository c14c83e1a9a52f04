"""One folding of words for search and for linking's first step, the same wherever it runs.

Case, marks, width, letter variants of the Arabic script, and digits of every script are folded away; runs of
Han and Kana, which have no spaces, are split into overlapping pairs, so that any part of a name can be found.
Databases fold each in their own way; they are given only what came out of here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

MAX_WORD = 100
"""Code points of a word that are kept: what is longer is no word, and an index could not hold it."""

MAX_INDEXED_BYTES = 400_000
"""PostgreSQL's tsvector holds 1 MiB; a text with more different words than this is no report."""

_LATIN = {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ŋ": "ng"}

# One letter for the shapes that keyboards and languages tell apart without meaning it.
_ARABIC = {"ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ڪ": "ك", "ة": "ه", "ہ": "ه", "ھ": "ه"}

_LETTERS = str.maketrans(_LATIN | _ARABIC)

_DROPPED = dict.fromkeys(map(ord, "'’‘ʼʻʹ`´ʾʿ״׳ـ"))
"""Apostrophes and the like inside a word, and the Arabic stretch: written or left out at will."""

_UNSPACED = re.compile(
    "[\u3005\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+"
)

_SILENT_HAMZA = re.compile("(?<![^ ])ئ(?=[اەوۇۆۈېى])")
"""Uyghur writes a silent hamza before a vowel that begins a word; many leave it out."""

_TITLES = frozenset(
    {"mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "imam", "mullah", "haji", "hajji"}
)


def folded(text: str) -> str:
    """The words of ``text``, folded, one space between; empty where there is no letter or digit."""
    composed = unicodedata.normalize("NFKC", text).casefold()
    parted = composed.translate(_DROPPED).translate(_PARTING)
    bare = unicodedata.normalize("NFKD", _SILENT_HAMZA.sub("", parted)).translate(_PARTING)
    return " ".join(unicodedata.normalize("NFKC", bare).translate(_LETTERS).split())


class _Parting(dict[int, str]):
    """A table for ``str.translate`` that works a character out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = kept = _kept(chr(code))
        return kept


_PARTING = _Parting()


def _kept(character: str) -> str:
    """Letters and digits stay, marks and invisible signs go, everything else parts words."""
    if character.isascii():
        return character if character.isalnum() else " "
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.digit(character))
    if category[0] in "LN" or category == "Mc":
        return character
    return "" if category in ("Mn", "Me", "Cf") else " "


def search_words(text: str) -> list[str]:
    """The words to look for, or to index, in order; Han and Kana as pairs and the run's last character.

    A query is found when each of its words begins a word of the text.
    """
    return [word[:MAX_WORD] for token in folded(text).split() for word in _pieces(token)]


def _pieces(token: str) -> Iterable[str]:
    at = 0
    for run in _UNSPACED.finditer(token):
        if run.start() > at:
            yield token[at : run.start()]
        characters = run.group()
        yield from (characters[index : index + 2] for index in range(len(characters)))
        at = run.end()
    if at < len(token):
        yield token[at:]


def indexed(*texts: str) -> str:
    """What the databases index of these texts: each word once, in order of first use, one space between."""
    words: dict[str, None] = {}
    size = 0
    for word in (word for text in texts for word in search_words(text)):
        if word in words:
            continue
        size += len(word.encode()) + 1
        if size > MAX_INDEXED_BYTES:
            break
        words[word] = None
    return " ".join(words)


def folded_name(name: str) -> str:
    """A person's name folded for comparison: titles and marks gone, at most 200 code points."""
    words = folded(name).split()
    while words and words[0] in _TITLES:
        words.pop(0)
    return " ".join(words)[:200]


def is_full(folded_name: str) -> bool:
    """Whether a folded name says enough to stand for one person: two words that are more than an initial.

    A single word (a given name, a family name, a Han name without separator) is shared by too many people.
    """
    return len([word for word in folded_name.split() if len(word) > 1]) >= 2
