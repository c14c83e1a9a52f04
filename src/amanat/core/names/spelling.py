"""One token of a name as sounds are compared: one of three kinds of spelling, whatever the script.

- ``SOUNDS``: letters a to z. Latin with its marks turned into letters, Cyrillic, Uyghur and Kazakh in Arabic
  letters (which write their vowels), and every other script by way of anyascii.
- ``CONSONANTS``: Arabic letters as Arabic and Persian use them, with the short vowels left out.
- ``HAN``: simplified Han characters.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import anyascii

from amanat.core.names.hanzi import simplified

LONGEST = 24
"""Signs of a token that are compared: longer ones are no tokens of names."""


class Kind(StrEnum):
    SOUNDS = "L"
    CONSONANTS = "A"
    HAN = "H"


@dataclass(frozen=True, slots=True)
class Spelling:
    kind: Kind
    letters: str
    also: str = ""
    """Letters a to z by another convention, where there are two: ە is an a in Kashgar's English spelling and an e in
    Uyghur's own Latin letters; چ and پ may be Uyghur's, which writes its vowels, or Persian's."""

    @property
    def forms(self) -> tuple[Spelling, ...]:
        """One for each convention."""
        plain = Spelling(self.kind, self.letters) if self.also else self
        return (plain, Spelling(Kind.SOUNDS, self.also)) if self.also else (plain,)


_LATIN = {
    **dict.fromkeys("şšșŝ", "sh"), **dict.fromkeys("çčćĉ", "ch"), **dict.fromkeys("žżźẑ", "zh"),
    **dict.fromkeys("ğġǵ", "gh"), **dict.fromkeys("öøő", "o"), **dict.fromkeys("üűūұ", "u"),
    "ı": "i", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ŋ": "ng", "ñ": "ny", "ß": "ss",
    "ə": "a", "ä": "a", "å": "a", "ẋ": "kh", "ķ": "k",
}  # fmt: skip
_CYRILLIC = {
    **dict(
        zip(
            "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
            "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya".split(),
            strict=True,
        )
    ),
    "ә": "a", "ғ": "gh", "қ": "q", "ң": "ng", "ө": "o", "ұ": "u", "ү": "u", "һ": "h", "і": "i", "ў": "o",
    "ҳ": "h", "ӣ": "i", "ӯ": "u", "ҷ": "j", "ї": "yi", "є": "ye", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c",
    "ђ": "dj", "џ": "dz", "ґ": "g", "җ": "j",
}  # fmt: skip
_UYGHUR = {
    **dict(
        zip(
            "اەېىوۇۆۈبپتجچخدرزژسشغفقكگڭلمنھۋيەئ",
            "a a e i o u o u b p t j ch kh d r z zh s sh gh f q k g ng l m n h w y a -".split(),
            strict=True,
        )
    ),
    "ۅ": "o", "ۉ": "u", "ھ": "h", "ه": "h", "ح": "kh", "ع": "gh", "و": "o", "ٴ": "-", "ء": "-", "ك": "k",
    "ص": "s", "ط": "t", "ظ": "z", "ض": "z", "ذ": "z", "ث": "s", "ة": "a", "أ": "a", "إ": "i", "آ": "a",
}  # fmt: skip
_ARABIC = {
    **dict.fromkeys("أإٱآ", "ا"),
    **dict.fromkeys("ىیې", "ي"),
    "ک": "ك",
    "ۀ": "ه",
    "ہ": "ه",
    "ۆ": "و",
    "ة": "ه",
}
_OPEN = frozenset("ەәəä")
"""Written a by some and e by others."""

_VOWELLED = re.compile("[ەېۆۇۈۋڭ]|^ئ[اوى]|.ئ[اوى]|ى.|ٴ")
"""What only a script that writes its vowels has: Uyghur, and Kazakh as written in China."""

_SHARED = re.compile("[چپگژ]")
"""Letters that Uyghur and Kazakh have, and Persian and Urdu too, but not Arabic."""

_NOT_SOUNDS = re.compile("[^a-z]")
_NOT_ARABIC = re.compile("[^\u0621-\u064a\u0671-\u06d3\u06d5]|\u0640")
_NOT_HAN = re.compile("[^\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_ARABIC_LETTER = re.compile("[\u0621-\u06d5]")
_CYRILLIC_LETTER = re.compile("[\u0400-\u052f]")


def writes_vowels(arabic: str) -> bool:
    """Whether Arabic letters are used as in Uyghur or in Kazakh of China, with every vowel written."""
    return _VOWELLED.search(arabic) is not None


@lru_cache(maxsize=1 << 16)
def spelling(token: str, vowelled: bool = False) -> Spelling:
    """How a token is compared; of no letters where it has none that can be.

    ``vowelled``: the rest of the name showed that its Arabic letters are those of Uyghur or Kazakh.
    """
    token = unicodedata.normalize("NFKC", token[: 4 * LONGEST]).casefold()
    if token.isascii():
        return Spelling(Kind.SOUNDS, _NOT_SOUNDS.sub("", token)[:LONGEST])
    if han := _NOT_HAN.sub("", token):
        return Spelling(Kind.HAN, simplified(unicodedata.normalize("NFKC", han))[:LONGEST])
    if _ARABIC_LETTER.search(token):
        letters = _NOT_ARABIC.sub("", token)
        if vowelled or writes_vowels(letters):
            return _by_sound(letters, _UYGHUR)
        also = _sounds(letters, _UYGHUR) if _SHARED.search(letters) else ""
        return Spelling(Kind.CONSONANTS, "".join(_ARABIC.get(each, each) for each in letters)[:LONGEST], also)
    return _by_sound(token, _CYRILLIC if _CYRILLIC_LETTER.search(token) else _LATIN)


def _by_sound(token: str, letters: dict[str, str]) -> Spelling:
    spelt = _sounds(token, letters)
    also = _sounds(token, letters | dict.fromkeys(_OPEN, "e")) if _OPEN & set(token) else ""
    return Spelling(Kind.SOUNDS, spelt, also if also != spelt else "")


def _sounds(token: str, letters: dict[str, str]) -> str:
    spelt = "".join(letters[each] if each in letters else _bare(each) for each in token)
    return _NOT_SOUNDS.sub("", spelt)[:LONGEST]


@lru_cache(maxsize=1 << 12)
def _bare(character: str) -> str:
    """The letter without its mark; of another script, how anyascii would write it."""
    if character.isascii():
        return character
    if not character.isalpha():
        return ""
    base = unicodedata.normalize("NFKD", character)[0]
    known = _LATIN.get(base) or _CYRILLIC.get(base)
    return known or (base if base.isascii() else anyascii.anyascii(character).lower())
