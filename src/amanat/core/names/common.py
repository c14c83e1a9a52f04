"""Common given names, and elements of names, with the forms each has in every script.

What is typed in ``tables/common_names.tsv`` is evidence of another kind than likeness: that 买买提 and Memet are
one name is known, whatever their letters say. A row is a name, never a person; two people of one name are many.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations, product

from amanat.core.names.folding import folded
from amanat.core.names.parsing.tables import rows_of
from amanat.core.names.scripts import script_of

COLUMNS = ("latin", "uyghur", "kazakh", "russian", "uzbek_kyrgyz_tajik", "arabic_persian", "han")
"""What each column of forms is written in; ``uzbek_kyrgyz_tajik`` holds Cyrillic and Latin forms."""

_TABLE = "common_names.tsv"


@dataclass(frozen=True, slots=True)
class CommonName:
    """One name: ``name`` in its canonical Latin spelling; its forms, in small letters, by column."""

    name: str
    gender: str
    """"f" or "m"; "" where it is borne by both, or is an element that says neither."""
    forms: dict[str, tuple[str, ...]]
    related: tuple[str, ...] = ()
    """Canonical names of the same origin, or confused with this one, that are names of their own."""

    @property
    def is_element(self) -> bool:
        """Whether this only makes a name together with another word ("Abdu-", "-bek")."""
        return self.name.startswith("-") or self.name.endswith("-")


@cache
def rows() -> tuple[CommonName, ...]:
    """Every name of the table, in its order."""
    return tuple(_row(cells) for cells in rows_of(_TABLE))


def _row(cells: list[str]) -> CommonName:
    name, gender, *columns, related = cells
    forms = {column: tuple(cell.split("|")) for column, cell in zip(COLUMNS, columns, strict=True) if cell}
    return CommonName(name, gender, forms, tuple(related.split("|")) if related else ())


@lru_cache(maxsize=4096)
def variants(token: str) -> frozenset[str]:
    """Canonical names of which ``token`` is a written form, however it is cased, accented or spaced."""
    return _names_by_form().get(_key(token), frozenset())


def same_name(a: str, b: str) -> str | None:
    """The canonical name of which both tokens are forms, the first of the table; None where there is none."""
    of_b = variants(b)
    return next((name for name in _in_order(variants(a)) if name in of_b), None)


def different_names(a: str, b: str) -> bool:
    """Whether the table knows both tokens, as forms of names that share no form and are not of one origin."""
    of_a, of_b = variants(a), variants(b)
    return bool(of_a and of_b) and not any(_of_one_origin(one, other) for one in of_a for other in of_b)


def _of_one_origin(one: str, other: str) -> bool:
    return one == other or other in _related().get(one, ())


@cache
def _related() -> dict[str, tuple[str, ...]]:
    return {row.name: row.related for row in rows() if row.related}


def _in_order(names: frozenset[str]) -> list[str]:
    return sorted(names, key=_places().__getitem__) if len(names) > 1 else list(names)


@cache
def _places() -> dict[str, int]:
    return {row.name: place for place, row in enumerate(rows())}


def _key(form: str) -> str:
    return folded(form).replace(" ", "")


@cache
def _names_by_form() -> dict[str, frozenset[str]]:
    table = list(rows_of(_TABLE))
    lines = _folded_lines("\n".join(["|".join(filter(None, cells[2:-1])) for cells in table]))
    names: dict[str, frozenset[str]] = {}
    for cells, line in zip(table, lines, strict=True):
        own = frozenset((cells[0],))
        mine = dict.fromkeys(line.split("|"), own)
        shared = {key: names[key] | own for key in names.keys() & mine.keys()}
        names |= mine | shared
    return names


def _folded_lines(text: str) -> list[str]:
    """Lines of forms with "|" between them, each form as ``_key`` gives it: folded all together, by letters.

    To fold fifteen thousand forms one at a time would take every program that starts a tenth of a second.
    """
    # A hamza that begins a word of Uyghur is silent: folding sees that from the word, not from the letter.
    text = text.replace(" ", "").replace("|ئ", "|")
    for letter in sorted(set(text) - {"|", "\n"}):
        # Unified Han characters are never folded, and are most of the letters.
        if not "\u4e00" <= letter <= "\u9fff" and (plain := folded(letter)) != letter:
            text = text.replace(letter, plain)
    return text.split("\n")


def training_pairs() -> list[tuple[str, str]]:
    """Every two forms of one name in different scripts, each pair once, in the order of the columns."""
    return list(dict.fromkeys(pair for row in rows() for pair in _crossed(row)))


def _crossed(row: CommonName) -> list[tuple[str, str]]:
    by_script: dict[str, dict[str, None]] = {}
    for form in (form for forms in row.forms.values() for form in forms):
        by_script.setdefault(script_of(form), {})[form] = None
    return [pair for one, other in combinations(by_script.values(), 2) for pair in product(one, other)]
