"""Toneless pinyin: Chinese names in it, and names of other languages spelt by way of Han characters."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from amanat.core.names.name import Order, Role
from amanat.core.names.parsing.grouping import Piece
from amanat.core.names.parsing.han import Unspaced
from amanat.core.names.parsing.languages import evidence
from amanat.core.names.parsing.tables import words_by_list
from amanat.core.names.parsing.words import Word

_LIKE_PINYIN = frozenset({"zh", "ko", "vi", "ug", "kk"})
_LONGEST = 30
_DASH = re.compile("[-‐‑–]")
_JAPANESE = re.compile(
    "(?:[kgnbpmr]y?[aiueo]|h[aieo]|fu|s[aueo]|z[aueo]|t[aeo]|d[aeo]|y[auo]|wa|[aiueo]|shi|chi|tsu|ji|"
    "j[auo]|sh[auo]|ch[auo]|n(?![aiueo]))+",
    re.ASCII,
)  # Tanaka is good pinyin too: ta na ka
_TELLING = re.compile(
    "er(?![aeiour])|mai|wai|reh?e|rez|ti$|jiang$|guli|abu|mu$|tu(?!o)|tuo|bieke$|ai(?=[bdkljmnstxyz])|wuli$|kezi$|xun$|zi$"
)
"""What Turkic and Muslim names have when Han characters spell them, and few other names of Latin script."""


@cache
def _syllables() -> frozenset[str]:
    finals = {
        name: words for name, words in words_by_list("pinyin.tsv").items() if name.startswith("finals-")
    }
    return frozenset(
        name.removeprefix("finals-") + final for name, words in finals.items() for final in words
    )


@lru_cache(maxsize=1 << 13)
def syllables(key: str) -> tuple[str, ...]:
    """The word as pinyin syllables, the fewest there can be; empty where it is no pinyin."""
    key = _DASH.sub("", key)
    if not key.isascii() or not 0 < len(key) <= _LONGEST:
        return ()
    best: list[tuple[str, ...] | None] = [()] + [None] * len(key)
    for end in range(1, len(key) + 1):
        for start in range(max(0, end - 6), end):
            before = best[start]
            if before is None or key[start:end] not in _syllables():
                continue
            known = best[end]
            if known is None or len(before) + 1 < len(known):
                best[end] = (*before, key[start:end])
    return best[-1] or ()


def spells_by_sound(key: str) -> bool:
    """Whether a word is pinyin of a name that Han characters spell by sound: Maimaiti, Yilihamu, Tuersun.

    Chinese given names have one or two syllables. A longer word is such a spelling where nearly all its
    syllables are of the characters used for it; words that could be Japanese are left alone.
    """
    found = syllables(key)
    if len(found) < 3 or _JAPANESE.fullmatch(key):
        return False
    sounds = words_by_list("pinyin.tsv")["sounds"]
    known = sum(syllable in sounds for syllable in found) >= len(found) - (len(found) > 3)
    return known and _TELLING.search(key) is not None


def chinese_order(keys: list[str]) -> Order | None:
    """How a Chinese name of two or three words in pinyin stands; None where it is none.

    "unknown" where the last word is as common a family name as the first, as in "Wei Zhang": Chinese put the
    family first, many abroad do not.
    """
    if not 2 <= len(keys) <= 3 or not all(0 < len(syllables(key)) <= 2 for key in keys):
        return None
    if sum(len(syllables(key)) for key in keys) > 4:
        return None
    first, last = _rank(keys[0]), _rank(keys[-1])
    if not max(first, last):
        return None
    if first > last:
        return "family-first"
    if not first or (first < last and len(syllables(keys[0])) == 2):
        return "given-first"
    return "unknown" if len(syllables(keys[0])) == len(syllables(keys[-1])) else "family-first"


def _rank(key: str) -> int:
    lists = words_by_list("pinyin.tsv")
    if key in lists["surname-2"] or key in lists["surname-10"]:
        return 3
    if key in lists["surname-top"]:
        return 2
    return int(key in lists["surname"])


def pinyin_name(words: list[Word]) -> Unspaced | None:
    """The parts of a name in pinyin, without a comma; None where it is none."""
    keys = [word.form.key for word in words]
    if any(word.form.initial or not word.form.key.isascii() for word in words) or _is_of_another(words):
        return None
    if (order := chinese_order(keys)) is not None:
        return _chinese(words, order)
    if all(map(syllables, keys)) and any(map(spells_by_sound, keys)):
        return _by_sound(words)
    return None


def is_chinese_pinyin(words: list[Word]) -> bool:
    """Whether the words can be a Chinese name in pinyin, in whatever order."""
    return chinese_order([word.form.key for word in words]) is not None and not _is_of_another(words)


def _is_of_another(words: list[Word]) -> bool:
    """Whether a word speaks for a language whose names are only by chance good pinyin."""
    return any(
        weight > 2 and language not in _LIKE_PINYIN
        for word in words
        for language, weight in evidence(word.form)
    )


def _chinese(words: list[Word], order: Order) -> Unspaced:
    family_first = order != "given-first"
    family, given = (words[:1], words[1:]) if family_first else (words[-1:], words[:-1])
    pieces = [Piece(each, " ".join(word.form.letters for word in each)) for each in (family, given)]
    if order == "unknown":
        return Unspaced(pieces, ["unknown", "unknown"], order, ("zh",))
    roles: list[Role] = ["family", "given"]
    return (
        Unspaced(pieces, roles, order, ("zh",))
        if family_first
        else Unspaced(pieces[::-1], roles[::-1], order, ("zh",))
    )


def _by_sound(words: list[Word]) -> Unspaced:
    """Given name and father's name, as passports and police lists of China spell Uyghurs and Kazakhs."""
    pieces = [Piece([word], word.form.letters) for word in words]
    roles: list[Role] = ["father" if at else "given" for at in range(len(words))]
    order: Order = "given-first" if len(words) > 1 else "unknown"
    return Unspaced(
        pieces, roles, order, ("ug", "kk"), True, ["pinyin of Han characters that spell a name by sound"]
    )
