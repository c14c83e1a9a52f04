"""The cases of Russian personal names, by their endings: of which nominative may «Сагитову» be a form?

Surnames of unknown people are in no dictionary, but their endings are few. Every answer is a possibility; which
one holds is for the names beside it and the other forms in the text to say (``naming``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

MASCULINE, FEMININE = "Masc", "Fem"
_ORDER = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")
_VOWELS = "аеёиоуыэюя"
_CONSONANTS = "бвгджзклмнпрстфхцчшщ"
_OV = ("ов", "ев", "ёв", "ин", "ын")
_HUSHERS = "жшчщц"
_NEVER_UNCHANGED = (
    *_OV,
    "ский",
    "цкий",
    "ный",
    "ой",
    "ей",
    "ову",
    "еву",
    "ёву",
    "ину",
    "ыну",
    "овым",
    "евым",
)


@dataclass(frozen=True, slots=True)
class Possible:
    """One reading of a form: the nominative, whose it is, and in which cases it looks so."""

    nominative: str
    gender: str
    cases: frozenset[str]
    rank: int
    """How ordinary the reading is, 0 first; it decides only where nothing else does."""


@dataclass(frozen=True, slots=True)
class _Paradigm:
    ends: tuple[str, ...]
    """Which nominatives are declined so."""
    gender: str
    nominative: str
    """What the nominative ends in behind the stem that stays."""
    endings: tuple[str, ...]
    rank: int


def _paradigms() -> Iterator[_Paradigm]:
    for end in _OV:
        yield _Paradigm((end,), MASCULINE, "", ("", "а", "у", "а", "ым", "е"), 0)
        yield _Paradigm((end + "а",), FEMININE, "а", ("а", "ой", "ой", "у", "ой", "ой"), 0)
    # «Толстой» is declined so too, but a name in -ой is far oftener a woman's in another case.
    for end, ins, rank in (("ский", "им", 1), ("цкий", "им", 1), ("ный", "ым", 1), ("ой", "ым", 4)):
        yield _Paradigm((end,), MASCULINE, end[-2:], (end[-2:], "ого", "ому", "ого", ins, "ом"), rank)
    for end in ("ская", "цкая", "ная", "тая"):
        yield _Paradigm((end,), FEMININE, "ая", ("ая", "ой", "ой", "ую", "ой", "ой"), 1)
    yield _Paradigm(tuple("бвгдзклмнпрстфхжшчщц"), MASCULINE, "", ("", "а", "у", "а", "ом", "е"), 2)
    yield _Paradigm(tuple(_HUSHERS), MASCULINE, "", ("", "а", "у", "а", "ем", "е"), 2)
    yield _Paradigm(
        tuple(letter + "ь" for letter in _CONSONANTS), MASCULINE, "ь", ("ь", "я", "ю", "я", "ем", "е"), 3
    )
    yield _Paradigm(
        tuple(letter + "й" for letter in _VOWELS), MASCULINE, "й", ("й", "я", "ю", "я", "ем", "е"), 3
    )
    for gender, rank in ((FEMININE, 2), (MASCULINE, 3)):
        yield _Paradigm(("а",), gender, "а", ("а", "ы", "е", "у", "ой", "е"), rank)
        yield _Paradigm(
            ("га", "ка", "ха", "жа", "ша", "ча"), gender, "а", ("а", "и", "е", "у", "ой", "е"), rank
        )
        yield _Paradigm(("я",), gender, "я", ("я", "и", "е", "ю", "ей", "е"), rank)
        yield _Paradigm(("ия",), gender, "я", ("я", "и", "и", "ю", "ей", "и"), rank)
    yield _Paradigm(tuple("бвгдзклмнпрстфхжшчщцйь"), FEMININE, "", ("",) * 6, 3)
    for gender in (FEMININE, MASCULINE):
        yield _Paradigm(tuple("оиэю"), gender, "", ("",) * 6, 3)
        yield _Paradigm(tuple("её"), gender, "", ("",) * 6, 4)
        yield _Paradigm(tuple("уы"), gender, "", ("",) * 6, 6)


_PARADIGMS = tuple(_paradigms())


@lru_cache(maxsize=4096)
def possible(form: str) -> tuple[Possible, ...]:
    """Every reading of a name's form, the more ordinary first. Capitals are kept; ``form`` has no hyphen."""
    found: dict[tuple[str, str], tuple[set[str], int]] = {}
    for paradigm in _PARADIGMS:
        for case, ending in zip(_ORDER, paradigm.endings, strict=True):
            if not form.endswith(ending) or len(form) - len(ending) < 2:
                continue
            stem = form[: len(form) - len(ending)]
            nominative = stem + paradigm.nominative
            if nominative.endswith(paradigm.ends) and not _swallowed(nominative, paradigm):
                cases, rank = found.get((nominative, paradigm.gender), (set(), paradigm.rank))
                cases.add(case)
                found[nominative, paradigm.gender] = cases, min(rank, paradigm.rank)
    readings = [
        Possible(name, gender, frozenset(cases), rank) for (name, gender), (cases, rank) in found.items()
    ]
    return tuple(sorted(readings, key=lambda each: (each.rank, "Nom" not in each.cases, each.nominative)))


def _swallowed(nominative: str, paradigm: _Paradigm) -> bool:
    """A name in -ов, -ский or -а has a paradigm of its own, and no other. Without a vowel it is no name."""
    if not any(letter in _VOWELS for letter in nominative.lower()):
        return True
    plain = paradigm.endings[4] in ("ом", "ем") and paradigm.nominative == ""
    if paradigm.gender == MASCULINE and plain and nominative.endswith(_OV):
        return True
    if (
        paradigm.gender == FEMININE
        and paradigm.endings[1] == "ы"
        and nominative.endswith(tuple(e + "а" for e in _OV))
    ):
        return True
    unchanged = len(set(paradigm.endings)) == 1
    return unchanged and nominative.endswith(_NEVER_UNCHANGED)
