"""The word lists for marking texts in languages that are not read for claims: one YAML file for each language.

match         how the words of acts are found: ``beginnings`` of words (an ending may follow; a word that ends in
              a point must end there), ``words`` whole (with what ``before`` and ``behind`` allow), ``parts`` of
              running text (Chinese)
months        a month's name or its beginning -> 1 to 12; other_months, other_calendar: of another calendar
dates         patterns of dates, the fuller ones first: {day} {m} {month} {year} {other} stand for their parts
endings       what names of places may end in
numbers       words for numbers
no_places     words that the gazetteer has and that here are ordinary
acts          kind (of core/vocabulary), words, and an example in which the entry must be found
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

_SPACE = re.compile(r"(\[[^\]]*\])| ")
"""A space, unless it stands among others between brackets."""
_NO_WORD_BEFORE, _NO_WORD_BEHIND = r"(?<![\w\u064b-\u0652])", r"(?![\w\u064b-\u0652])"


@dataclass(frozen=True, slots=True)
class ActWords:
    """One entry: a kind and the words for it."""

    kind: str
    words: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class WordList:
    """All that is known of one language. ``acts_pattern``: a group ``a<entry>_<n>`` for each word."""

    language: str
    acts: tuple[ActWords, ...] = ()
    acts_pattern: re.Pattern[str] | None = None
    dates: tuple[re.Pattern[str], ...] = ()
    months: tuple[tuple[str, int], ...] = ()
    other_calendar: str = ""
    endings: tuple[str, ...] = ()
    numbers: tuple[tuple[str, int], ...] = ()
    no_places: frozenset[str] = frozenset()


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a word list."""
    folder = resources.files(__package__)
    return tuple(
        sorted(each.name.removesuffix(".yaml") for each in folder.iterdir() if each.name.endswith(".yaml"))
    )


@cache
def word_list(language: str) -> WordList:
    """The language's list; an empty one where there is none."""
    if language not in languages():
        return WordList(language)
    source = resources.files(__package__).joinpath(f"{language}.yaml")
    top: dict[str, Any] = yaml.load(source.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    acts = tuple(ActWords(row["kind"], tuple(row["words"]), row["example"]) for row in top["acts"])
    months = tuple((name.casefold(), number) for name, number in top.get("months", {}).items())
    others = tuple(top.get("other_months", ()))
    return WordList(
        language,
        acts,
        _acts_pattern(acts, top),
        tuple(_date_pattern(each, [name for name, _ in months], others) for each in top.get("dates", ())),
        months,
        top.get("other_calendar", ""),
        tuple(sorted(top.get("endings", ()), key=len, reverse=True)),
        tuple(top.get("numbers", {}).items()),
        frozenset(top.get("no_places", ())),
    )


def _acts_pattern(acts: tuple[ActWords, ...], top: dict[str, Any]) -> re.Pattern[str]:
    """Every word of every entry, the longest first: «түрмеде қайтыс» says more than «түрме»."""
    words = sorted(((word, number) for number, entry in enumerate(acts) for word in entry.words), key=_length)
    groups = (f"(?P<a{number}_{at}>{_word(word, top)})" for at, (word, number) in enumerate(words))
    start = "" if top["match"] == "parts" else _NO_WORD_BEFORE + top.get("before", "")
    return re.compile(f"{start}(?:{'|'.join(groups)})", re.IGNORECASE)


def _length(word: tuple[str, int]) -> int:
    return -len(word[0])


def _word(word: str, top: dict[str, Any]) -> str:
    ends = word.endswith(".")
    spaced = re.escape(word.removesuffix(".")).replace(r"\ ", r"\s+").replace(r"\\w\*", r"\w*")
    if top["match"] == "parts":
        return spaced
    if top["match"] == "words":
        return f"{spaced}{top.get('behind', '')}{_NO_WORD_BEHIND}"
    return spaced + (_NO_WORD_BEHIND if ends else r"\w{0,20}(?:-\w{1,10})?")


def _date_pattern(pattern: str, months: list[str], others: tuple[str, ...]) -> re.Pattern[str]:
    """``{day}`` and the others put in: groups of their names."""
    parts = {
        "day": r"(?P<day>3[01]|[12]\d|0?[1-9]|[۰-۹٠-٩]{1,2})(?!\d)",
        "m": r"(?P<m>1[0-2]|0?[1-9])(?!\d)",
        "year": r"(?P<year>(?:1[89]|20)\d\d|(?:٢٠|١٩|۲۰|۱۹)\d\d)(?!\d)",
        "month": f"(?P<month>{'|'.join(sorted(map(re.escape, months), key=len, reverse=True))})",
        "other": f"(?P<other>{'|'.join(sorted(map(re.escape, others), key=len, reverse=True))})",
    }
    start = r"(?<!\d)" if "年" in pattern or pattern.startswith("{m}月") else r"(?<!\w)"
    spaced = _SPACE.sub(lambda found: found[1] or r"[^\S\n]{1,3}", pattern)
    for name, part in parts.items():
        spaced = spaced.replace("{" + name + "}", part)
    return re.compile(start + spaced, re.IGNORECASE)
