"""Known places in running text: the longest name at each capitalised word.

A name that is also an everyday word or a common personal name (everyday.txt) is left out here, though
``lookup`` knows it; so are the lesser names of small cities. Scripts without capitals are not searched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from amanat.core.places.folding import folded
from amanat.core.places.gazetteer import gazetteer
from amanat.core.places.place import Mention
from amanat.core.places.tables import lines_of, listed, rows_of

_MOST_WORDS = 8
_MARKS = "\u0300-\u036f"
_APOSTROPHES = "'\u2018\u2019\u02bb\u02bc`"
# A possessive 's is no part of a name; any other apostrophe is (Xi'an, Côte d'Ivoire).
WORD = re.compile(rf"[^\W_][\w{_MARKS}]*(?:[{_APOSTROPHES}](?![sS]\b)[^\W_][\w{_MARKS}]*)*")
_BETWEEN_WORDS = re.compile(r"[ \u00a0]|[-\u2010\u2011\u2013]|\.[ \n]?|, |\n")


@cache
def _everyday() -> frozenset[str]:
    return frozenset(
        word for line in lines_of("everyday.txt") if not line.startswith("#") for word in line.split()
    )


@cache
def _abbreviations() -> frozenset[str]:
    """Folded names that count only when written in capitals: US, UAE, CAR."""
    own = (name for row in rows_of("curated.tsv") for cell in row[3:6] for name in listed(cell))
    return frozenset(folded(name) for name in own if name.isupper())


def mentions(text: str, near: Iterable[str] = ()) -> tuple[Mention, ...]:
    """Mentions of known places, in order and without overlap. ``near`` as in ``lookup``."""
    known, near = gazetteer(), tuple(near)
    words = list(WORD.finditer(text))
    found: list[Mention] = []
    at = 0
    while at < len(words):
        length, key = _longest(text, words, at) if words[at][0][0].isupper() else (0, "")
        if length:
            start, end = words[at].start(), words[at + length - 1].end()
            found.append(Mention(start, _with_last_dot(text, start, end), known.lookup(key, near)))
        at += length or 1
    return tuple(found)


def _longest(text: str, words: list[re.Match[str]], at: int) -> tuple[int, str]:
    """How many words from ``at`` on make the longest known name, and its key; (0, "") where none does."""
    known, key, best = gazetteer(), "", (0, "")
    for count, word in enumerate(words[at : at + _MOST_WORDS], 1):
        if count > 1 and not _BETWEEN_WORDS.fullmatch(text, words[at + count - 2].end(), word.start()):
            break
        key = f"{key} {folded(word[0])}".strip()
        if _is_name(key, text[words[at].start() : word.end()]):
            best = (count, key)
        if not known.goes_on(key):
            break
    return best


def _is_name(key: str, written: str) -> bool:
    if key in _everyday() or (key in _abbreviations() and not written.isupper()):
        return False
    return any(gazetteer().bearers(key).values())


def _with_last_dot(text: str, start: int, end: int) -> int:
    """The end of an abbreviation takes in its last dot: "U.S." and "Washington, D.C."."""
    dotted = text[end : end + 1] == "." and end - start > 2 and text[end - 2] == "."
    return end + 1 if dotted else end
