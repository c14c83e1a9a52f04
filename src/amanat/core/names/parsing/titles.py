"""Titles and honorifics in front of a name and after it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from amanat.core.names.name import Gender
from amanat.core.names.parsing.tables import rows_of, words_by_list
from amanat.core.names.parsing.words import Word, cut
from amanat.core.names.scripts import UNSPACED


@dataclass(frozen=True, slots=True)
class Titled:
    """A name's words without its titles, the titles in written order, and the genders they say."""

    words: list[Word]
    titles: list[Word]
    genders: frozenset[Gender]


@cache
def title_table() -> dict[tuple[str, str], Gender]:
    """The gender of a title by (key, place); place is "before", "after", "before?" or "after?"."""
    table: dict[tuple[str, str], Gender] = {}
    for place, gender, words in rows_of("titles.tsv"):
        for each in ("before", "after") if place == "either" else (place,):
            table.update({(word, each): gender for word in words.split()})  # type: ignore[misc]  # a test checks
    return table


def without_titles(words: list[Word]) -> Titled:
    """Titles go from both ends, never the last word; a word that is a name too goes where two are left."""
    table = title_table()
    if any(word.form.script in UNSPACED for word in words):
        words = [piece for word in words for piece in _off_unspaced(word)]
    first, last = 0, len(words)
    genders: set[Gender] = set()
    while last - first > 1 and (found := _gender(table, words[first], "before", last - first)) is not None:
        genders.add(found)
        first += 1
    while last - first > 1 and (found := _gender(table, words[last - 1], "after", last - first)) is not None:
        genders.add(found)
        last -= 1
    inner = [word for word in words[first:last] if _between(table, word)] if last - first > 2 else []
    inner = inner if last - first - len(inner) > 1 else []
    titles = [*words[:first], *inner, *words[last:]]
    return Titled(
        [word for word in words[first:last] if word not in inner], titles, frozenset(genders - {""})
    )


def _between(table: dict[tuple[str, str], Gender], word: Word) -> bool:
    """Whether it is a title wherever it stands: the Haji of "Qurban Haji Tursun", the Dr. of "Berg, Dr. Anna"."""
    key = word.form.key
    return (key, "before") in table and ((key, "after") in table or (word.dotted and len(key) > 1))


def _gender(table: dict[tuple[str, str], Gender], word: Word, place: str, left: int) -> Gender | None:
    key = word.form.key
    if (found := table.get((key, place))) is not None:
        return found
    return table.get((key, place + "?")) if left > 2 else None


def _off_unspaced(word: Word) -> list[Word]:
    """A Han or Hangul word without the title written on to it: 王先生 is 王 and 先生."""
    key = word.form.key
    if word.form.script not in UNSPACED or len(key) < 3 or len(key) != len(word.text):
        return [word]
    lists = words_by_list("han.tsv")
    for title in lists["title-before"]:
        if key.startswith(title) and len(key) - len(title) > 1:
            return [cut(word, 0, len(title)), cut(word, len(title), len(key))]
    for title in sorted(lists["title-after"], key=len, reverse=True):
        if key.endswith(title):
            return [cut(word, 0, len(key) - len(title)), cut(word, len(key) - len(title), len(key))]
    return [word]
