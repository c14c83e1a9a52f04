"""Chinese syllables and how they sound in the alphabet of ``sounds``: from Han, from pinyin, from Russian.

Han characters are read by readings.tsv (pypinyin's first reading, some corrected for place names); Russian
spells the same syllables by the system of Palladius, here made from its rules.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from amanat.core.places.tables import rows_of

_INITIALS = {
    "b": "p", "p": "p", "m": "m", "f": "p", "d": "t", "t": "t", "n": "n", "l": "l", "g": "k", "k": "k", "h": "h",
    "j": "C", "q": "C", "x": "S", "zh": "C", "ch": "C", "sh": "S", "r": "r", "z": "s", "c": "s", "s": "s",
    "y": "y", "w": "v", "": "",
}  # fmt: skip
# In transcriptions 克 ke, 斯 si and 什 shi stand for a bare consonant.
_FINALS = {
    "a": "a", "ai": "ay", "ao": "au", "an": "an", "ang": "an", "e": "", "ei": "i", "en": "an", "eng": "an",
    "er": "r", "i": "i", "ia": "ya", "iao": "yau", "ie": "ia", "iu": "iu", "ian": "ian", "iang": "ian", "in": "in",
    "ing": "in", "iong": "iun", "o": "u", "ou": "u", "ong": "un", "u": "u", "ua": "ua", "uai": "uay",
    "uan": "uan", "uang": "uan", "ue": "ia", "ui": "ui", "un": "un", "uo": "u", "v": "u", "ve": "ia",
}  # fmt: skip
_BUZZED = frozenset("zi ci si zhi chi shi ri".split())
_RUSSIAN_INITIALS = {
    "b": "б", "p": "п", "m": "м", "f": "ф", "d": "д", "t": "т", "n": "н", "l": "л", "g": "г", "k": "к",
    "h": "х", "j": "цз", "q": "ц", "x": "с", "zh": "чж", "ch": "ч", "sh": "ш", "r": "ж", "z": "цз", "c": "ц",
    "s": "с", "": "",
}  # fmt: skip
_RUSSIAN_FINALS = {
    "a": "а", "ai": "ай", "ao": "ао", "an": "ань", "ang": "ан", "e": "э", "ei": "эй", "en": "энь", "eng": "эн",
    "er": "эр", "i": "и", "ia": "я", "iao": "яо", "ie": "е", "iu": "ю", "ian": "янь", "iang": "ян", "in": "инь",
    "ing": "ин", "iong": "юн", "o": "о", "ou": "оу", "ong": "ун", "u": "у", "ua": "уа", "uai": "уай",
    "uan": "уань", "uang": "уан", "ue": "юэ", "ui": "уй", "un": "унь", "uo": "о", "v": "юй", "ve": "юэ",
}  # fmt: skip
_RUSSIAN_ALONE = {
    "ya": "я", "yan": "янь", "yang": "ян", "yao": "яо", "ye": "е", "yi": "и", "yin": "инь", "ying": "ин",
    "yong": "юн", "you": "ю", "yu": "юй", "yuan": "юань", "yue": "юэ", "yun": "юнь", "wa": "ва", "wai": "вай",
    "wan": "вань", "wang": "ван", "wei": "вэй", "wen": "вэнь", "weng": "вэн", "wo": "во", "wu": "у",
    "hui": "хуэй", "zi": "цзы", "ci": "цы", "si": "сы", "zhi": "чжи", "ri": "жи",
}  # fmt: skip
_LONGEST_SYLLABLE = 6
_MOST_LETTERS = 60


def of_han(text: str) -> tuple[str, ...]:
    """The sounds of each character that has a known reading, the others left out."""
    return tuple(_sound(_readings()[each]) for each in text if each in _readings())


def pinyin(text: str) -> tuple[str, ...]:
    """The toneless syllables of Han characters, those without a known reading left out."""
    return tuple(_readings()[each] for each in text if each in _readings())


def is_pinyin(text: str, han: str) -> bool:
    """Whether ``text`` is the pinyin of ``han``, spaces and hyphens aside."""
    spelt = "".join(pinyin(han)).replace("v", "u")
    return bool(spelt) and spelt == "".join(letter for letter in text.lower() if letter.isalpha()).replace(
        "ü", "u"
    )


def of_latin(text: str) -> tuple[str, ...]:
    """The sounds of a text written in pinyin syllables throughout; empty where it is not."""
    plain = "".join(part for part in unicodedata.normalize("NFKD", text) if not unicodedata.combining(part))
    words = [_cut(word, _sounds_of_pinyin()) for word in re.findall("[a-z]+", plain)]
    return tuple(sound for word in words for sound in word) if words and all(words) else ()


def of_russian(text: str) -> tuple[str, ...]:
    """The sounds of a text written in Palladius' syllables throughout; empty where it is not."""
    words = [_cut(word.replace("ъ", ""), _sounds_of_russian()) for word in re.findall("[а-яё]+", text)]
    return tuple(sound for word in words for sound in word) if words and all(words) else ()


def _cut(word: str, syllables: dict[str, str]) -> list[str]:
    """The sounds of the fewest syllables that make up ``word``; empty where none do."""
    if len(word) > _MOST_LETTERS:
        return []
    best: list[list[str] | None] = [[]] + [None] * len(word)
    for end in range(1, len(word) + 1):
        for begin in range(max(0, end - _LONGEST_SYLLABLE), end):
            before, sound = best[begin], syllables.get(word[begin:end])
            if before is None or sound is None:
                continue
            now = best[end]
            if now is None or len(before) + 1 < len(now):
                best[end] = [*before, sound]
    return best[-1] or []


def _sound(syllable: str) -> str:
    initial = next((syllable[:n] for n in (2, 1, 0) if syllable[:n] in _INITIALS), "")
    final = syllable[len(initial) :]
    if syllable in _BUZZED:
        return _INITIALS[initial]
    # "wu" and "yi" are the vowels u and i.
    if (initial, final[:1]) in {("w", "u"), ("y", "i"), ("y", "u")}:
        return _FINALS.get(final, final)
    return _INITIALS[initial] + (_FINALS.get(final, "") if initial else _FINALS.get(final, "") or "a")


@cache
def _readings() -> dict[str, str]:
    """Han character -> toneless pinyin, ü written v."""
    return {
        character: syllable for syllable, characters in rows_of("readings.tsv") for character in characters
    }


@cache
def _sounds_of_pinyin() -> dict[str, str]:
    return {each.replace("v", "u"): _sound(each) for each in set(_readings().values())}


@cache
def _sounds_of_russian() -> dict[str, str]:
    return {_russian(each): _sound(each) for each in set(_readings().values())}


def _russian(syllable: str) -> str:
    if syllable in _RUSSIAN_ALONE:
        return _RUSSIAN_ALONE[syllable]
    initial = next((syllable[:n] for n in (2, 1, 0) if syllable[:n] in _RUSSIAN_INITIALS), "")
    final = syllable[len(initial) :]
    if initial in ("j", "q", "x") and final.startswith("u"):
        rounded = {"u": "юй", "ue": "юэ", "uan": "юань", "un": "юнь"}
        return _RUSSIAN_INITIALS[initial] + rounded.get(final, final)
    return _RUSSIAN_INITIALS[initial] + _RUSSIAN_FINALS.get(final, final)
