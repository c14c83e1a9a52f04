"""What a sentence tells in particular: the words, numbers and names by which a paragraph said anew is known again.

The words in which the acts themselves are told ("arrested", "sentenced", "court", "prison"; field-words.txt) say
little: whoever reports of the same event has them. What is quoted says nothing here: anybody may quote it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from amanat.core.echo.names_alike import sound
from amanat.core.echo.rarity import stem
from amanat.core.echo.words import Word, Words

_FIELD_SHARE = 0.3
"""Of its weight that a word of the field has."""
_NAME, _NUMBER, _SMALL_NUMBER = 0.15, 0.5, 0.3
_SMALLEST, _LARGE = 3, 12
_ONES = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}


@dataclass(frozen=True, slots=True)
class Detail:
    """``place``: which word of the report it is; ``is_name``: it counts for how alike two stretches are, but proves
    nothing by itself."""

    weight: float
    place: int
    is_name: bool = False


Details = dict[str, Detail]
"""By what is compared: a stem, ``#41`` for a number however it is written, ``@`` and the sound of a name."""


def details(words: Words) -> list[Details]:
    """Of each sentence, each detail where it stands first."""
    found: list[Details] = []
    for first, last in words.sentences:
        told: Details = {}
        for key, detail in _details(words.words[first:last], first):
            told.setdefault(key, detail)
        found.append(told)
    return found


def _details(words: tuple[Word, ...], first: int) -> Iterator[tuple[str, Detail]]:
    at = 0
    while at < len(words):
        word = words[at]
        taken, value = _number(words, at)
        if not word.quoted:
            if value is not None:
                if value >= _SMALLEST:
                    yield f"#{value}", Detail(_NUMBER if value > _LARGE else _SMALL_NUMBER, first + at)
            elif word.is_name:
                yield f"@{sound(word.plain) or word.plain}", Detail(_NAME, first + at, is_name=True)
            elif len(word.key) > 1 and word.weight > 0.05:
                yield word.key, Detail(said_weight(word), first + at)
        at += taken


def said_weight(word: Word) -> float:
    """How much a word says beside the act itself."""
    return word.weight * (_FIELD_SHARE if word.key in _field() else 1.0)


def _number(words: tuple[Word, ...], at: int) -> tuple[int, int | None]:
    """How many words it takes, and what it is: ``41``, ``forty-one``."""
    plain = words[at].plain
    if plain.isdecimal():
        return 1, int(plain[:9])
    if plain in _TENS:
        one = _ONES.get(words[at + 1].plain, 0) if at + 1 < len(words) else 0
        return (2, _TENS[plain] + one) if 0 < one < 10 else (1, _TENS[plain])
    return 1, _ONES.get(plain)


@cache
def _field() -> frozenset[str]:
    text = files("amanat.core.echo").joinpath("field-words.txt").read_text("utf-8")
    return frozenset(stem(word) for word in text.split())
