"""Which language a text is in: told by its letters where they are enough, else by py3langid's model of 140
languages, and said not to be known where neither is sure.

A text is a tag of BCP 47: ``ru``; ``und-Cyrl`` where only the script is sure; ``mul`` where several languages
share it and none has most of it. A text too short to tell counts as English only if its letters are Latin.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from amanat.core.claim import LANGUAGE_NOT_READ, Flag

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SEVERAL = "mul"

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_FUNCTION = frozenset(
    "the of to and in is was for that on with as by at from it he she they his her has had were be "
    "been not are this who which have but or an their after said about would when there will one "
    "into more than over under out all".split()
)
_LETTERS_OF = (("ug", frozenset("ەېۆۈۋڭھ"), "Arab", 4), ("kk", frozenset("әғқңөұүһі"), "Cyrl", 5))
"""Languages that their own letters give away: Uyghur writes its vowels, Kazakh has these beside Russian's."""
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
LANGUAGE_NAMES = {
    "ar": "Arabic", "az": "Azerbaijani", "ba": "Bashkir", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali",
    "ckb": "Central Kurdish", "de": "German", "en": "English", "es": "Spanish", "fa": "Persian", "fr": "French",
    "hi": "Hindi", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "kk": "Kazakh", "ko": "Korean",
    "ku": "Kurdish", "ky": "Kyrgyz", "mn": "Mongolian", "my": "Burmese", "pl": "Polish", "ps": "Pashto",
    "pt": "Portuguese", "ru": "Russian", "sr": "Serbian", "tg": "Tajik", "tk": "Turkmen", "tr": "Turkish",
    "tt": "Tatar", "ug": "Uyghur", "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
_NAMED_OTHERWISE = {"arz": "ar", "ary": "ar", "wuu": "zh", "yue": "zh", "sdh": "ckb", "uzs": "uz"}
"""The model's tags for what is read in one way here."""

_SAMPLE = 20_000
_MODEL_SAMPLE = 3_000
_LEAST_WORDS = 25
_LEAST_SHARE = 0.12
"""English prose has a third of its words in the list above; other languages in Latin script under a tenth."""
_LEAST_LETTERS = 20
_SURE = 0.8
"""How probable the model's first answer must be; among close languages it seldom is for less than a sentence."""
_MOST_OF_IT = 0.6
_FEW_WORDS = 6
_MOST_PIECES = 40


def language_of(text: str) -> str:
    """``en`` or another tag of BCP 47; ``und-`` and the script's code where no language is sure; ``mul``."""
    sample = text[:_SAMPLE]
    script, share = _script(sample)
    if script == "Latn" and _is_english(sample):
        return "en"
    if share < _MOST_OF_IT:
        return _of_most(sample)
    return _in_script(sample, script)


def name_of(language: str) -> str:
    """What a page calls the language: "Kazakh", "a language in Cyrillic script that was not recognised"."""
    if language == SEVERAL:
        return "several languages"
    if language in LANGUAGE_NAMES:
        return LANGUAGE_NAMES[language]
    script = _SCRIPT_NAMES.get(language.removeprefix("und-"), "")
    if language.startswith("und"):
        return f"a language in {script} script that was not recognised" if script else "an unknown language"
    return f"the language with the code “{language}”"


def not_read(language: str, read: str = "", left: str = "", why: str = "") -> Flag:
    """What a page says of a text that gives no claims: what was ``read``, what is ``left`` to a person, and why."""
    what = "mixes several languages" if language == SEVERAL else f"is in {name_of(language)}"
    marks = (
        f"Read here: {read}. Not read: {left}." if read else "Nothing was read from it, no claim and no name."
    )
    reason = f" {why}" if why else ""
    note = f"This text {what}.{reason} {marks} It wants a person who knows the language."
    return Flag(LANGUAGE_NOT_READ, note)


# -- pieces --------------------------------------------------------------------------------------------------


def _of_most(text: str) -> str:
    """The language that has most of a text in several scripts, paragraph by paragraph; else ``mul``."""
    weights: Counter[str] = Counter()
    for line in [line for line in text.split("\n") if line.strip()][:_MOST_PIECES]:
        script, _ = _script(line)
        tag = "en" if script == "Latn" and _is_english(line) else script
        weights[tag] += _weight(line)
    if not weights:
        return "en"
    tag, weight = weights.most_common(1)[0]
    if weight < _MOST_OF_IT * weights.total():
        return SEVERAL
    return tag if tag == "en" else _in_script(_only(text, tag), tag)


def _only(text: str, script: str) -> str:
    return "\n".join(line for line in text.split("\n") if _script(line)[0] == script)


def _in_script(text: str, script: str) -> str:
    """A text in one script, of which it is known that it is not English."""
    if script == "Hani":
        return "zh" if _weight(text) >= _LEAST_LETTERS / 2 else f"und-{script}"
    folded = text.casefold()
    for language, letters, its_script, least in _LETTERS_OF:
        if script == its_script and sum(letter in letters for letter in set(folded)) >= least:
            return language
    if sum(map(str.isalpha, text)) < _LEAST_LETTERS:
        return f"und-{script}"
    language, probability = _told_by_model(text[:_MODEL_SAMPLE])
    fits = language in LANGUAGE_NAMES and language != "en"
    return language if fits and probability >= _SURE else f"und-{script}"


def _told_by_model(text: str) -> tuple[str, float]:
    ranked: Counter[str] = Counter()
    for language, probability in _identifier().rank(text)[:6]:
        ranked[_NAMED_OTHERWISE.get(language, language)] += probability
    language, probability = max(ranked.items(), key=lambda each: each[1])
    return language, float(probability)


@cache
def _identifier() -> LanguageIdentifier:
    # Half a second of unpacking that whoever reads English only never needs.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _script(text: str) -> tuple[str, float]:
    """The script of most letters, and its share of them."""
    counts = Counter(_script_of(letter) for letter in text if letter.isalpha())
    weighed = {script: number * _worth(script) for script, number in counts.items()}
    if not weighed:
        return "Latn", 1.0
    if "Kana" in weighed and weighed["Kana"] * 10 > sum(weighed.values()):
        weighed["Kana"] += weighed.pop("Hani", 0)
    script = max(weighed, key=lambda script: weighed[script])
    return script, weighed[script] / sum(weighed.values())


def _weight(text: str) -> int:
    return sum(_worth(_script_of(letter)) for letter in text if letter.isalpha())


def _worth(script: str) -> int:
    """A Han or Kana letter carries about as much as three of an alphabet."""
    return 3 if script in ("Hani", "Kana") else 1


@lru_cache(maxsize=4096)
def _script_of(letter: str) -> str:
    return _BY_UNICODE_NAME.get(unicodedata.name(letter, "").split(" ")[0], "Zyyy")


def _is_english(text: str) -> bool:
    words = [word for word in _WORD.findall(text.casefold()) if _script_of(word[0]) == "Latn"]
    if len(words) < _LEAST_WORDS:
        return not words or _seems_english(text, words)
    return sum(word in _FUNCTION for word in words) >= _LEAST_SHARE * len(words)


def _seems_english(text: str, words: list[str]) -> bool:
    """A short text in plain Latin letters counts as English where nothing speaks against it."""
    if any(word in _FUNCTION for word in words):
        return True
    if len(words) < _FEW_WORDS:
        return all(word.isascii() for word in words)
    language, probability = _told_by_model(text)
    return language == "en" or probability < _SURE
