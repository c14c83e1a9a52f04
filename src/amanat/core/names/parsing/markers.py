"""Markers of father's names and of family names: -qizi, -ұлы, -ovna, ibn, -ov …, in every spelling and script."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from amanat.core.names.name import Gender, Role
from amanat.core.names.parsing.tables import rows_of
from amanat.core.names.parsing.words import APOSTROPHES, DASHES, Form, folded_key


@dataclass(frozen=True, slots=True)
class Marker:
    name: str
    gender: Gender
    role: Role


_SHORTEST_STEM = {"ov": 3, "skij": 3, "pur": 3, "ovich": 3, "ovna": 3}
_SHORT_ULY = re.compile("ul[yiu]|ул[ыу]")
_NO_ULY = re.compile("(?:[og]ul[yiu]|[гғ][уұ]лы|sulu|с[уұ]лу)$")
"""The French ou of Arabic names, Turkmen names in -guly, Kazakh women's names in -sulu: other words."""


# Ordinary names that only happen to end so.
_NOT_MARKED = frozenset(
    "casanova cordova genova jehova villanueva kiev pauli pasquali geoff yakov iakov jakov jacov yaakov "
    "honolulu яков lozada quezada shahzoda shehzade sehzade shapour шахзода шехзаде shahrizoda шахерезада "
    "nurzada shahzada нұрзада нурзада geneva женева иегова liubov lyubov lubov ljubov збигнев".split()
)

_IN = re.compile("(?<=...)(?:[иы]на?)$")
_IN_LATIN = re.compile("(?<=...)(?:[iy]na?)$")


@cache
def _forms() -> dict[tuple[str, str], dict[str, Marker]]:
    """By (place, script): the forms and their markers. An "end" form is both a word and an ending."""
    forms: dict[tuple[str, str], dict[str, Marker]] = {}
    for name, gender, role, place, script, words in rows_of("patronymics.tsv"):
        marker = Marker(name, gender, role)  # type: ignore[arg-type]  # checked by a test of the table
        places = {"end": ("word", "ending"), "joined": ("ending",), "word": ("word",), "before": ("before",)}[
            place
        ]
        for where in places:
            forms.setdefault((where, script), {}).update(dict.fromkeys(words.split(), marker))
    return forms


@cache
def _endings(script: str) -> re.Pattern[str] | None:
    """Matches a key's longest ending, with what stands before it."""
    forms = sorted(_forms().get(("ending", script), {}), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(forms)})$") if forms else None


def standing_alone(form: Form) -> Marker | None:
    """The marker that the word as a whole is, after a father's name: the "qizi" of "Awulqan qizi"."""
    return _forms().get(("word", form.script), {}).get(form.key)


def standing_before(form: Form) -> Marker | None:
    """The marker that the word as a whole is, before a father's name: "ibn", "bint"."""
    return _forms().get(("before", form.script), {}).get(form.key)


@lru_cache(maxsize=1 << 13)
def marked(form: Form) -> tuple[str, Marker] | None:
    """The stem (as in ``letters``) and the marker of a word with an ending; None for a word without."""
    pattern = _endings(form.script)
    if pattern is None or form.key in _NOT_MARKED or not (found := pattern.search(form.key)):
        return None
    ending = found.group()
    marker = _forms()["ending", form.script][ending]
    before = form.key[: found.start()].rstrip(DASHES)
    dashed = len(before) < found.start()
    if not dashed and (len(before) < _shortest(marker, ending, form.script) or _NO_ULY.search(form.key)):
        return None
    if not before:
        return None
    stem = _stem(form.letters, len(before), form.script)
    return stem + _lost_glide(before, ending, form), marker


def _lost_glide(before: str, ending: str, form: Form) -> str:
    """Серікбаев and Сергеевич come of Серікбай and Сергей: the й that the ending swallowed."""
    if form.script == "Cyrl" and ending[0] == "е" and before[-1] in "аеоуыә":
        return "Й" if form.capital else "й"
    if (
        form.script == "Latn"
        and ending[:1] in "eyi"
        and ending.lstrip("yi")[:2] == "ev"
        and before[-1] in "aeo"
    ):
        return "Y" if form.capital else "y"
    return ""


def _shortest(marker: Marker, ending: str, script: str) -> int:
    if script == "Hani":
        return 2
    if _SHORT_ULY.fullmatch(ending):
        return 4
    return _SHORTEST_STEM.get(marker.name, 2)


def marked_in(form: Form) -> tuple[str, Marker] | None:
    """A family name in -in or -ina. Given names end so too: ask only beside a patronymic in -ovich or -ovna."""
    pattern = {"Cyrl": _IN, "Latn": _IN_LATIN}.get(form.script)
    if pattern is None or not (found := pattern.search(form.key)):
        return None
    gender: Gender = "f" if found.group()[-1] in "аa" else "m"
    return _stem(form.letters, found.start(), form.script), Marker("in", gender, "family")


def _stem(letters: str, length: int, script: str) -> str:
    """The letters that fold to the first ``length`` characters of the key.

    Folding drops apostrophes and parts a few letters in two, so the characters are counted as they fold.
    """
    kept = 0
    for at, character in enumerate(letters):
        if kept >= length:
            return letters[:at].rstrip(APOSTROPHES + DASHES)
        kept += len(folded_key(character, script))
    return letters
