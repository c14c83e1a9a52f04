"""What a place's name says of its kind: county, xian, 县, ناھىيىسى and ауданы are one word in five scripts.

A name is taken apart into its core and these words, so that "Yili Hasake Zizhizhou" and "Ili Kazakh
Autonomous Prefecture" differ only in how the core is spelt.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from amanat.core.places.folding import folded
from amanat.core.places.place import PlaceKind
from amanat.core.places.syllables import of_latin
from amanat.core.places.tables import listed, rows_of

_MOST_WORDS = 3
_LITTLE = frozenset(["of", "the"])
_WORD = re.compile("[\\w\u0300-\u036f'\u2018\u2019\u02bb\u02bc`\u00b4]+")
_GLUED = re.compile("(?<=.{4})(?:zizhizhou|zizhixian|zizhiqu|diqu|xian|shi|zhen|xiang|qu)$")
_HAN_UNITS = re.compile("..+?(?:自治[区州县]|地区|省|[州市县区](?=..))|.+$")
# Short Chinese words that are also parts of names: generic only at a name's end, as in "Nileke xian".
_ONLY_LAST = frozenset("xian shi qu zhou zhen xiang cun he hu shan feng zang state kala kol nur".split())


@dataclass(frozen=True, slots=True)
class Generic:
    meaning: str
    """In English: county, city, autonomous, Kazakh."""
    kinds: frozenset[PlaceKind]
    """The kinds of places it is said of; empty where it says whose the place is."""


@dataclass(frozen=True, slots=True)
class TakenApart:
    core: str
    """The folded name without them; the whole folded name where nothing else would be left."""
    said: tuple[tuple[str, Generic], ...] = ()
    """(word as it stands there, folded; what it means), in order."""
    spoken: str = ""
    """The core with the marks that folding drops: for its sound."""
    people: str = ""
    """The core and the words that say whose the place is, for names that are known by both: Yili Hasake."""

    @property
    def kinds(self) -> frozenset[PlaceKind]:
        """The kinds that every one of the words allows; empty where they say nothing of it."""
        allowed = [generic.kinds for _, generic in self.said if generic.kinds]
        return frozenset.intersection(*allowed) if allowed else frozenset()

    @property
    def meanings(self) -> frozenset[str]:
        return frozenset(word for _, generic in self.said for word in generic.meaning.split())


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word, or several that are one generic: as written, folded, and what it means."""

    written: str
    key: str
    generic: Generic | None = None


def taken_apart(name: str) -> TakenApart:
    """The core of ``name`` and the words around it that say what it is."""
    pieces = _pieces(name)
    core = [piece for piece in pieces if piece.generic is None]
    core = [piece for piece in core if piece.key not in _LITTLE] or core
    if not core:
        return TakenApart(folded(name), spoken=name, people=name)
    whose = [piece for piece in pieces if piece.generic is None or not piece.generic.kinds]
    return TakenApart(
        " ".join(piece.key for piece in core),
        tuple((piece.key, piece.generic) for piece in pieces if piece.generic is not None),
        " ".join(piece.written for piece in core),
        " ".join(piece.written for piece in whose),
    )


def segments(name: str) -> tuple[str, ...]:
    """The places that one name strings together, each with its generic word: "Yili Zhou | Xinyuan Xian"."""
    found: list[list[str]] = [[]]
    ended = False
    for piece in _pieces(name):
        is_kind = piece.generic is not None and bool(piece.generic.kinds)
        if ended and not is_kind:
            found.append([])
        ended = is_kind and any(part for part in found[-1])
        found[-1].append(piece.written)
    return tuple(" ".join(each) for each in found if each)


def _pieces(name: str) -> list[_Piece]:
    words = [(written, key) for written in _WORD.findall(name) if (key := folded(written).replace(" ", ""))]
    keys = [key for _, key in words]
    found: list[_Piece] = []
    at = 0
    while at < len(words):
        length = _generic_at(keys, at)
        if length:
            form = " ".join(keys[at : at + length])
            found.append(
                _Piece(" ".join(written for written, _ in words[at : at + length]), form, _by_form()[form])
            )
        else:
            found.extend(_unglued(*words[at], is_last=at + 1 == len(words)))
        at += length or 1
    return found


def _generic_at(words: list[str], at: int) -> int:
    """How many words from ``at`` on are one generic word; 0 where none is."""
    for count in range(min(_MOST_WORDS, len(words) - at), 0, -1):
        form = " ".join(words[at : at + count])
        is_last = at + count == len(words)
        if form in _by_form() and (is_last or form not in _ONLY_LAST) and (at or not is_last):
            return count
    return 0


def _unglued(written: str, key: str, is_last: bool) -> list[_Piece]:
    """A word, and the generic words that are written in one with it, as Han and some pinyin do."""
    if is_han(key):
        return _han_apart(key)
    if is_last and (end := _GLUED.search(key)) and of_latin(key) and of_latin(key[: end.start()]):
        core = key[: end.start()]
        return [_Piece(core, core), _Piece(end.group(), end.group(), _by_form()[end.group()])]
    return [_Piece(written, key)]


def _han_apart(word: str) -> list[_Piece]:
    """新疆伊犁哈萨克自治州新源县: names, each with its generic words behind it, without spaces."""
    found: list[_Piece] = []
    for part in _HAN_UNITS.findall(word) or [word]:
        found.extend(_han_unit(part))
    return found


def _han_unit(word: str) -> list[_Piece]:
    behind: list[_Piece] = []
    while len(word) > 2:
        end = next((word[-n:] for n in range(min(6, len(word) - 2), 0, -1) if word[-n:] in _by_form()), "")
        # 岳普湖县 is the county Yuepuhu, and no lake: natural features stand last or are part of the name.
        if not end or (behind and PlaceKind.NATURE in _by_form()[end].kinds):
            break
        behind.insert(0, _Piece(end, end, _by_form()[end]))
        word = word[: -len(end)]
    return [_Piece(word, word), *behind]


def is_han(word: str) -> bool:
    return "\u3400" <= word[:1] <= "\u9fff"


@cache
def _by_form() -> dict[str, Generic]:
    found: dict[str, Generic] = {}
    for meaning, kinds, *scripts in rows_of("generics.tsv"):
        meant = Generic(meaning, frozenset(PlaceKind(kind) for kind in kinds.split() if kind != "people"))
        for form in (form for cell in scripts for form in listed(cell)):
            found.setdefault(folded(form), meant)
    return found
