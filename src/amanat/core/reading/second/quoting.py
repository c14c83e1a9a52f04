"""Where quoted words stand in a text, though quotation marks, spaces, dashes or letter forms were written otherwise.

Both sides are folded character by character, and each folded character remembers where it comes from: what is found
is a stretch of the text itself, at exact code points.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_MARKS = dict.fromkeys("'\"`´‘’‚‛“”„‟«»‹›「」『』〝〞＂＇ʼʹ′″", "'")
_DASHES = dict.fromkeys("‐‑‒–—―−", "-")
_SIGNS = _MARKS | _DASHES
_EDGES = " '-,.;:…()[]"
"""What a reader may have put around a quote, or left away."""

_UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN")


@dataclass(frozen=True, slots=True)
class Folded:
    """``places[i]`` is the code point of the original that the folded character ``text[i]`` comes from."""

    text: str
    places: tuple[int, ...]


def folded(text: str, *, case: bool = True) -> Folded:
    """Marks to one mark, dashes to one dash, any space to one space, invisible signs away; ``case`` is kept or not."""
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for letter in _letters(character, case):
            if letter == " " and letters[-1:] == [" "]:
                continue
            letters.append(letter)
            places.append(place)
    return Folded("".join(letters), tuple(places))


def _letters(character: str, case: bool) -> str:
    if character in _SIGNS:
        return _SIGNS[character]
    if character.isspace():
        return " "
    if unicodedata.category(character) in ("Cf", "Cc"):
        return ""
    plain = "".join(
        " " if each.isspace() else _SIGNS.get(each, each) for each in unicodedata.normalize("NFKD", character)
    )
    return plain if case else plain.casefold()


def find(words: str, text: str | Folded, *, case: bool = True) -> tuple[int, int] | None:
    """The first stretch of ``text`` that says ``words``, whole words only; None where it does not say them.

    A text folded beforehand must have been folded with the same ``case``.
    """
    hay = folded(text, case=case) if isinstance(text, str) else text
    needle = folded(words, case=case).text.strip()
    for wanted in dict.fromkeys((needle, needle.strip(_EDGES))):
        for at in _occurrences(wanted, hay.text):
            return hay.places[at], hay.places[at + len(wanted) - 1] + 1
    return None


def said(words: str, text: str, *, case: bool = False) -> str | None:
    """``words`` as ``text`` itself has them, on one line; None where it does not."""
    found = find(words, text, case=case)
    return " ".join(text[slice(*found)].split()) if found is not None else None


def word_count(words: str) -> int:
    """Words of a text; in scripts without spaces, a word for every two letters."""
    unspaced = sum(map(_is_unspaced, words))
    return max(len(words.split()), unspaced // 2)


def _occurrences(wanted: str, text: str) -> Iterator[int]:
    at = text.find(wanted) if any(letter.isalnum() for letter in wanted) else -1
    while at >= 0:
        if not _goes_on(text, at) and not _goes_on(text, at + len(wanted)):
            yield at
        at = text.find(wanted, at + 1)


def _goes_on(text: str, at: int) -> bool:
    """Whether a word goes on across this place."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if unicodedata.combining(after):
        return True
    in_word = all(unicodedata.category(each)[0] in "LNM" for each in (before, after))
    return in_word and not (_is_unspaced(before) or _is_unspaced(after))


def _is_unspaced(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith(_UNSPACED)
