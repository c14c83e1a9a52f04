"""How a name sounds, in one small alphabet for every script, so that Künes, كۈنەس, Күнес and 巩乃斯 come near.

The alphabet keeps what survives when a Turkic name is written in Han and read back: ``a i u`` for vowels, and
``p t k h m n l r s S C v y`` for consonants (S as in ship, C as in chip and jeep). What Han does not tell apart
(b and p, q, k, g and gh) is one letter. A text may be read in several ways: Latin as Turkic (q is a k) or as
pinyin (q is a ch), Cyrillic as Turkic or as the Russian spelling of pinyin (Palladius).
"""

from __future__ import annotations

import unicodedata
from functools import cache

from amanat.core.places.syllables import of_han, of_latin, of_russian

_LONGEST = 80

_DIGRAPHS = {
    "zh": "C", "ch": "C", "sh": "S", "gh": "k", "kh": "h", "ng": "n", "ts": "s", "дж": "C", "чж": "C",
    "тч": "C", "цз": "C",
}  # fmt: skip
_LATIN = dict(zip("abcdefghijklmnopqrstuvwxyz", "apktapkhiCklmnupkrstuvvhys", strict=True)) | {
    "ç": "C", "ş": "S", "ğ": "k", "ñ": "n", "ə": "a", "ı": "i", "ë": "i", "ö": "u", "ü": "u", "ä": "a",
    "é": "i", "ō": "u", "ū": "u", "ž": "C", "ý": "y", "ň": "n", "ā": "a", "ă": "a", "ŭ": "u",
}  # fmt: skip
_OFFICIAL = {"q": "C", "x": "S"}
"""China's official spelling of Uyghur names: Qira for Chira, Artux for Artush."""
_CYRILLIC = dict(
    zip("абвгдежзийклмнопрстуфхцчшщыэюяёіәғқңөұүһҳҷӣӯўґ", "apvktaCsiyklmnuprstuphsCSSiauauiakknuuuhhCiuvk", strict=True)
) | {"ъ": "", "ь": "", "җ": "C"}  # fmt: skip
_ARABIC = dict(
    zip(
        "ابپتجچحخدذرزژسشصضطظعغفقكکگڭلمنوۇۆۈۋېىيەھةىیہۅ",
        "apptCChhttrsCsSssttkkpkkkknlmnuuuuviiyahaiyhu",
        strict=True,
    )
) | {"ئ": "", "ء": "", "ٴ": "", "أ": "a", "آ": "a", "إ": "i", "ؤ": "u"}  # fmt: skip
_SCRIPTS = {"LATIN": "Latn", "CYRILLIC": "Cyrl", "ARABIC": "Arab", "CJK": "Hani"}
_VOWELS = {ord(vowel): None for vowel in "aiuy"}
_LIKENED = {ord("l"): "r", ord("h"): "k"}


def sounds(name: str) -> tuple[str, ...]:
    """The ways in which ``name`` may be read, the likeliest first; empty where nothing in it has a sound."""
    read = dict.fromkeys(_single(each) for each in _readings(name[:_LONGEST]))
    return tuple(each for each in read if each)


def skeleton(sound: str) -> str:
    """The consonants of a sound, with l as r and h as k: what transcription through Han leaves."""
    return _single(sound.translate(_VOWELS).translate(_LIKENED))


def _readings(name: str) -> list[str]:
    text = unicodedata.normalize("NFC", name).lower()
    script = script_of(text)
    if script == "Hani":
        return ["".join(of_han(text))]
    if script == "Latn":
        official = [_spelt(text, _LATIN | _OFFICIAL)] if "q" in text or "x" in text else []
        return [_spelt(text, _LATIN), *official, "".join(of_latin(text))]
    if script == "Cyrl":
        return [_spelt(text, _CYRILLIC), "".join(of_russian(text))]
    return [_spelt(text, _ARABIC)] if script == "Arab" else []


def _spelt(text: str, letters: dict[str, str]) -> str:
    found: list[str] = []
    at = 0
    while at < len(text):
        if (pair := _DIGRAPHS.get(text[at : at + 2])) is not None:
            found.append(pair)
            at += 2
            continue
        found.append(letters.get(text[at], "") or letters.get(_bare(text[at]), ""))
        at += 1
    return "".join(found)


@cache
def _bare(letter: str) -> str:
    return unicodedata.normalize("NFKD", letter)[:1]


def _single(sound: str) -> str:
    """Doubled sounds as one: Qarabulaq and Qarrabulaq."""
    return "".join(letter for at, letter in enumerate(sound) if at == 0 or letter != sound[at - 1])


def script_of(text: str) -> str:
    """ISO 15924 of its first letter: Latn, Cyrl, Arab, Hani; empty for others."""
    first = next((letter for letter in text if letter.isalpha()), "")
    return _SCRIPTS.get(unicodedata.name(first, "").partition(" ")[0], "") if first else ""
