"""Which language a text is in, as far as it matters: is it English, which is read, or is it not, and then is
that said. Nothing is guessed beyond what the letters show."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

from amanat.core.claim import LANGUAGE_NOT_READ, Flag

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_FUNCTION = frozenset(
    "the of to and in is was for that on with as by at from it he she they his her has had were be "
    "been not are this who which have but or an their after said about would when there will one "
    "into more than over under out all".split()
)
_LETTERS_OF = (
    ("kk", frozenset("әғқңөұүһі"), "Cyrl", 2),
    ("ug", frozenset("ەېۆۈۋڭھ"), "Arab", 2),
)
_SCRIPT_NAMES = {
    "Latn": "Latin", "Cyrl": "Cyrillic", "Arab": "Arabic", "Hani": "Han", "Hang": "Hangul", "Kana": "Japanese",
    "Thai": "Thai", "Mymr": "Burmese", "Deva": "Devanagari", "Grek": "Greek", "Hebr": "Hebrew", "Geor": "Georgian",
    "Armn": "Armenian", "Ethi": "Ethiopic", "Beng": "Bengali", "Tibt": "Tibetan", "Mong": "Mongolian",
}  # fmt: skip
_BY_UNICODE_NAME = {
    "LATIN": "Latn", "CYRILLIC": "Cyrl", "ARABIC": "Arab", "CJK": "Hani", "HANGUL": "Hang", "HIRAGANA": "Kana",
    "KATAKANA": "Kana", "THAI": "Thai", "MYANMAR": "Mymr", "DEVANAGARI": "Deva", "GREEK": "Grek", "HEBREW": "Hebr",
    "GEORGIAN": "Geor", "ARMENIAN": "Armn", "ETHIOPIC": "Ethi", "BENGALI": "Beng", "TIBETAN": "Tibt",
    "MONGOLIAN": "Mong",
}  # fmt: skip
_SAMPLE = 20_000
_LEAST_WORDS = 25
_LEAST_SHARE = 0.12
"""English prose has a third of its words in the list above; other languages in Latin script under a tenth."""


def language_of(text: str) -> str:
    """``en``; ``kk`` or ``ug`` where their own letters stand in it; else ``und-`` and the script's code (BCP 47)."""
    sample = text[:_SAMPLE]
    script = _script(sample)
    if script == "Latn":
        return "en" if _is_english(sample) else "und-Latn"
    for language, letters, its_script, least in _LETTERS_OF:
        if script == its_script and sum(letter in letters for letter in sample.casefold()) >= least:
            return language
    return f"und-{script}"


def not_read(language: str) -> Flag:
    """What a page says of a text that was not read."""
    script = _SCRIPT_NAMES.get(language.removeprefix("und-"), "")
    said = {"kk": "in Kazakh", "ug": "in Uyghur"}.get(language)
    what = said or (
        f"not in English (its script is {script})" if script else "in a language that was not recognised"
    )
    note = (
        f"This text is {what}. Amanat reads English so far: nothing was read from it, no claim and no name. "
        "It is kept whole, can be searched, and wants a person who knows the language."
    )
    return Flag(LANGUAGE_NOT_READ, note)


def _script(text: str) -> str:
    counts = Counter(_script_of(letter) for letter in text if letter.isalpha())
    # A Han or Kana letter carries about as much as three of an alphabet.
    weighed = {script: number * (3 if script in ("Hani", "Kana") else 1) for script, number in counts.items()}
    return max(weighed, key=lambda script: weighed[script]) if weighed else "Latn"


@lru_cache(maxsize=4096)
def _script_of(letter: str) -> str:
    return _BY_UNICODE_NAME.get(unicodedata.name(letter, "").split(" ")[0], "Zyyy")


def _is_english(text: str) -> bool:
    words = _WORD.findall(text.casefold())
    if len(words) < _LEAST_WORDS:
        return True
    return sum(word in _FUNCTION for word in words) >= _LEAST_SHARE * len(words)
