"""Which script a letter, a word or a name is written in, and letters that only look like another script's.

Look-alikes come from keyboards ("Сaмат" with a Latin a) and from those who want a name not to be found.
"""

from __future__ import annotations

import unicodedata

_NAMED = {
    "LATIN": "Latn", "CYRILLIC": "Cyrl", "ARABIC": "Arab", "HEBREW": "Hebr", "GREEK": "Grek",
    "HANGUL": "Hang", "HIRAGANA": "Kana", "KATAKANA": "Kana", "KATAKANA-HIRAGANA": "Kana", "CJK": "Hani",
    "ARMENIAN": "Armn", "GEORGIAN": "Geor", "DEVANAGARI": "Deva", "BENGALI": "Beng", "THAI": "Thai",
    "TIBETAN": "Tibt", "MONGOLIAN": "Mong", "MYANMAR": "Mymr", "ETHIOPIC": "Ethi", "TAMIL": "Taml",
    "FULLWIDTH": "Latn", "MODIFIER": "", "IDEOGRAPHIC": "Hani", "HALFWIDTH": "Kana", "KHMER": "Khmr",
    "GURMUKHI": "Guru", "GUJARATI": "Gujr", "SINHALA": "Sinh", "LAO": "Laoo", "THAANA": "Thaa",
    "SYRIAC": "Syrc", "TELUGU": "Telu", "KANNADA": "Knda", "MALAYALAM": "Mlym",
}  # fmt: skip

UNSPACED = frozenset({"Hani", "Kana", "Hang", "Thai", "Laoo", "Khmr", "Mymr", "Tibt"})
"""Scripts whose names may stand without any separator."""


class _Scripts(dict[str, str]):
    """The script of a character, worked out when it is first met; "" where it has none."""

    def __missing__(self, character: str) -> str:
        self[character] = script = _script(character)
        return script


def _script(character: str) -> str:
    if not character.isalpha():
        return ""
    first = unicodedata.name(character, "").partition(" ")[0]
    return _NAMED.get(first, "Zyyy")


_SCRIPT = _Scripts()


def script_counts(text: str) -> dict[str, int]:
    """How many letters of each script, in order of first use."""
    counts: dict[str, int] = {}
    for character in text:
        if script := _SCRIPT[character]:
            counts[script] = counts.get(script, 0) + 1
    return counts


def script_of(text: str) -> str:
    """ISO 15924 of most of its letters, the first used where two are level; ``Zyyy`` where it has none.

    Hiragana and Katakana are both ``Kana``, and Han characters beside them count as such: it is Japanese.
    """
    if text.isascii():
        return "Latn" if any(map(str.isalpha, text)) else "Zyyy"
    counts = script_counts(text)
    if not counts:
        return "Zyyy"
    if "Kana" in counts and "Hani" in counts:
        counts["Kana"] += counts.pop("Hani")
    return max(counts, key=lambda script: counts[script])


_CYRILLIC_TO_LATIN = {
    **dict(zip("аеёзіїјкорсухһѕԁԛԝАВЕЁІЇЈКМНОРСТУХҺЅԚԜ", "aeë3iïjkopcyxhsdqwABEËIÏJKMHOPCTYXHSQW", strict=True)),
    "ә": "ə", "Ә": "Ə", "т": "t", "м": "m", "в": "b", "н": "h", "ү": "y", "Ү": "Y",
}  # fmt: skip
_LATIN_TO_CYRILLIC = {
    **dict(zip("aeëiïjkopcyxhsqwABEËIÏJKMHOPCTYXSQW", "аеёіїјкорсухһѕԛԝАВЕЁІЇЈКМНОРСТУХЅԚԜ", strict=True)),
    "ə": "ә", "Ə": "Ә", "m": "м", "t": "т",
}  # fmt: skip
_GREEK_TO_LATIN = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧανορυι", "ABEZHIKMNOPTYXavopui", strict=True))
_LATIN_TO_GREEK = dict(zip("ABEZHIKMNOPTYXavopui", "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧανορυι", strict=True))
_GREEK_TO_CYRILLIC = dict(zip("ΑΒΕΗΙΚΜΟΡΤΥΧορ", "АВЕНІКМОРТУХор", strict=True))
_CYRILLIC_TO_GREEK = dict(zip("АВЕНІКМОРТУХор", "ΑΒΕΗΙΚΜΟΡΤΥΧορ", strict=True))

_ALIKE = {
    ("Cyrl", "Latn"): _CYRILLIC_TO_LATIN,
    ("Latn", "Cyrl"): _LATIN_TO_CYRILLIC,
    ("Grek", "Latn"): _GREEK_TO_LATIN,
    ("Latn", "Grek"): _LATIN_TO_GREEK,
    ("Grek", "Cyrl"): _GREEK_TO_CYRILLIC,
    ("Cyrl", "Grek"): _CYRILLIC_TO_GREEK,
}
_MIXABLE = frozenset({"Latn", "Cyrl", "Grek"})


def in_script(word: str, script: str) -> str | None:
    """The word with every letter in ``script``; None where a letter of it has no look-alike there."""
    letters = []
    for character in word:
        own = _SCRIPT[character]
        if own == script or own not in _MIXABLE:
            letters.append(character)
            continue
        alike = _ALIKE.get((own, script), {}).get(character)
        if alike is None:
            return None
        letters.append(alike)
    return "".join(letters)


def unmixed(word: str) -> tuple[str, str]:
    """The word in one script, and that script; as it was where its letters are no look-alikes.

    The script with more letters wins, where the letters of the others have look-alikes in it; else the next.
    """
    counts = script_counts(word)
    main = max(counts, key=lambda script: counts[script]) if counts else "Zyyy"
    if len(counts) < 2:
        return word, main
    for script in sorted(counts.keys() & _MIXABLE, key=lambda script: (-counts[script], script)):
        if (whole := in_script(word, script)) is not None:
            return whole, script
    return word, main
