"""A place written with two names: "Ghulja (Yining in Chinese)", "Kashgar (in Chinese, Kashi)", "Urumchi/Wulumuqi".

Also what a name is written with for where it lies: "Künes County, Ili" is Künes, near Ili.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from amanat.core.places.generics import segments, taken_apart
from amanat.core.places.place import PlaceKind

_BRACKETS = re.compile(r"\s*[(（\[]([^()（）\[\]]{1,80})[)）\]]\s*")
_BETWEEN = re.compile(
    r"\s*/\s*|\s*[=|]\s*|[,;،]?\s+(?:also(?: known as| called| spelled| spelt| written)?|formerly|aka|a\.k\.a\.|or|"
    r"now|then|previously|known as|или|иначе|ныне|бывш\w*|немесе|бұрынғы|ياكى)\s+",
    re.IGNORECASE,
)
_REMARKS = re.compile(
    r"\b(?:in|its|the|known|as|called|name|also|formerly|previously|now|officially|or|aka|Chinese|Mandarin|Uyghur|Uighur|"
    r"Kazakh|Russian|English|Han|pinyin|Turkic)\b\s*[:,]?|(?:по-китайски|по-уйгурски|кит\.|уйг\.|каз\.|қыт\.|ұйғ\.|қаз\.)"
    r"\s*:?|[汉漢维維哈英俄]语\s*[:：]?|[汉漢维維]名\s*[:：]?"
)
_XINJIANG = re.compile("(?:中国)?新疆(?:维吾尔自治区)?(?=[\u3400-\u9fff]{2})(?!维吾尔)")
_OUTWARDS = (
    PlaceKind.SITE, PlaceKind.TOWN, PlaceKind.NATURE, PlaceKind.COUNTY, PlaceKind.CITY, PlaceKind.DIVISION,
    PlaceKind.REGION, PlaceKind.COUNTRY,
)  # fmt: skip
_POSSESSIVE = re.compile("(?P<outer>.{3,}?)['\u2019]s\\s+(?P<inner>.{3,})")
_LIES_IN = re.compile(r"\s*[,،，]\s*")


@dataclass(frozen=True, slots=True)
class Written:
    """What a text for one place says: its names, each to be looked for, and what it is said to lie in."""

    names: tuple[str, ...]
    near: tuple[str, ...] = ()


def written_names(text: str) -> Written:
    """The names in ``text``, the first as it stands without what was bracketed; what follows a comma is around it."""
    aside = [name for found in _BRACKETS.findall(text) if (name := _name_in(found))]
    near: list[str] = []
    names = [_inner(each, near) for each in _BETWEEN.split(_BRACKETS.sub(" ", text).strip()) if each]
    return Written(
        tuple(dict.fromkeys(name for name in (*names, *aside) if name)), tuple(dict.fromkeys(near))
    )


def _inner(text: str, near: list[str]) -> str:
    """The name itself; what it is said to lie in is added to ``near``."""
    first, *around = _LIES_IN.split(text.strip())
    near.extend(each for each in around if each)
    if (whole := _XINJIANG.match(first)) is not None:
        near.append("新疆")
        return first[whole.end() :]
    if (owned := _POSSESSIVE.match(first)) is not None:
        near.append(owned["outer"])
        return owned["inner"]
    return first


def inmost(name: str) -> Written:
    """Of places strung together, each with its generic word, the inmost, near the others."""
    parts = segments(name)
    inner = min(parts, key=_level, default=name)
    return Written((inner,), tuple(part for part in parts if part != inner))


def _level(part: str) -> tuple[int, str]:
    """The lower, the further in; what says nothing of its kind is taken for the inmost."""
    kinds = taken_apart(part).kinds
    return (min((_OUTWARDS.index(kind) for kind in kinds), default=-1), part)


def _name_in(bracket: str) -> str:
    """ "in Chinese, Yili Hasake" is Yili Hasake; "also known as the Kazakh" may leave nothing."""
    return _REMARKS.sub("", bracket).strip(" ,:;-–—“”\"'")
