"""Han characters that spell a name by sound: recognising them, and parting two names written as one."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from amanat.core.names.parsing.tables import words_by_list

_SURE = 4
"""Points of both halves together that make a split; a whole known name has 3, a known beginning or end 2."""

_SHORTEST = 5
_LONGEST = 20
"""Characters of a name and father's name in one; the longest written so stay well below."""


def sounds_foreign(key: str) -> bool:
    """Whether the characters are such as spell foreign names; one in five may be another."""
    sounds = words_by_list("han.tsv")["sounds"]
    return sum(character in sounds for character in key) * 5 >= len(key) * 4


_CLOSING = ("江", "古丽", "汗", "别克")
"""Elements after which a name is at its end."""


@cache
def _names() -> frozenset[str]:
    lists = words_by_list("han.tsv")
    return lists["name"] | lists["name-kk"]


def is_known(key: str) -> bool:
    """Whether it is, or begins or ends with, a well-known element of Turkic and Muslim names."""
    return _points(key) >= 2


def splits(key: str) -> tuple[int, bool] | None:
    """Where the father's name begins, and whether that is certain; None where nothing tells.

    A known beginning (阿布都…) or end (…江, …古丽) makes one name with its neighbour and is never parted from it.
    """
    if not _SHORTEST <= len(key) <= _LONGEST or key in _names():
        return None
    found = sorted(
        ((_points(key[:at]) + _points(key[at:]), at) for at in range(2, len(key) - 1) if _may_part(key, at)),
        key=lambda each: -each[0],
    )
    if not found or found[0][0] < _SURE:
        return None
    certain = found[0][0] > _SURE and all(first[0] > second[0] for first, second in pairwise(found[:2]))
    return found[0][1], certain


def _may_part(key: str, at: int) -> bool:
    lists = words_by_list("han.tsv")
    first, second = key[:at], key[at:]
    if second in lists["ends"] and second not in _names():
        return False
    closed = len(first) > 2 and any(first.endswith(each) for each in _CLOSING)
    if first in lists["begins"] or (second in lists["ends"] and len(key) <= _SHORTEST + 1 and not closed):
        return False
    return bool(_points(first) and _points(second))


def _points(key: str) -> int:
    if key in _names():
        return 3
    lists = words_by_list("han.tsv")
    if any(
        key.startswith(each) and len(key) - len(each) in (1, 2, 3)
        for each in lists["begins"]
        if len(each) > 1
    ):
        return 2
    if len(key) > 6:
        return 0
    return 2 if any(key.endswith(each) and 1 < len(key) - len(each) < 4 for each in lists["ends"]) else 0


def spelt_languages(keys: list[str]) -> tuple[str, ...]:
    """Uyghur and Kazakh, in the order in which the words speak for them, after Russian where one ends so."""
    uyghur = sum(_points_for("ug", key) for key in keys)
    kazakh = sum(_points_for("kk", key) for key in keys)
    turkic = (("kk", "ug") if kazakh > uyghur else ("ug", "kk")) if uyghur or kazakh else ()
    ends = tuple(words_by_list("han.tsv")["russian-end"])
    return ("ru", *turkic) if any(len(key) > 3 and key.endswith(ends) for key in keys) else turkic


_LISTS = {"ug": "name", "kk": "name-kk"}


def _points_for(language: str, key: str) -> int:
    names = words_by_list("han.tsv")[_LISTS[language]]
    points = 3 if key in names else 0
    points += 2 * len(set(_elements(f"turkic-{language}").findall(key)))
    return points + int(
        len(key) > 2 and key.endswith(tuple(words_by_list("han.tsv")[f"turkic-{language}-end"]))
    )


@cache
def _elements(entry: str) -> re.Pattern[str]:
    return re.compile("|".join(sorted(words_by_list("han.tsv")[entry], key=lambda word: (-len(word), word))))
