"""Whole names among ten thousand, composed of tokens that the data has in both scripts.

Every token of a query is a test token, in any of the spellings that the data has for it (many names have several);
the pool is drawn from all tokens, so that names which share a part with the right one are many. Right is every
record that can be the name asked for: the parts that both show are the same, or share a Latin spelling.

Each task comes twice: given name and family name in one order; and "rearranged", where a record may be in another
order than the query, and either may have a patronymic, by its own script's custom, that the other lacks.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from names.splits import folded, is_test, kazakh_rows, pairs
from names.tasks.composed import (
    STYLES,
    Homonyms,
    Record,
    Script,
    Style,
    Token,
    asked_for,
    draw_people,
    record,
)
from names.tasks.task import SEED, Query, Task, make
from names.tasks.tokens import toneless
from names.turkic import turkic_tokens

POOL = 10_000
ASKED = 400
Source = Callable[[Path], tuple[list[Token], list[Token]]]
_CALLED = {"kazakh": "Kazakh Cyrillic", "latin": "Latin", "russian": "Russian", "pinyin": "Toneless pinyin"}


def people_tasks(folder: Path) -> Iterator[tuple[str, Callable[[], Task]]]:
    sources: list[tuple[Source, Script, Script]] = [
        (kazakh_names, "latin", "kazakh"),
        (kazakh_names, "kazakh", "latin"),
        (russian_names, "russian", "kazakh"),
    ]
    for source, asked, pool in sources:
        key, goals = f"{asked}-{pool}-people", {"F1": 0.98}
        yield key, partial(_task, folder, key, source, (asked, pool), STYLES[:1], goals)
        yield (
            f"{key}-rearranged",
            partial(_task, folder, f"{key}-rearranged", source, (asked, pool), STYLES, goals),
        )
    key = "pinyin-latin-people"
    yield key, partial(_task, folder, key, han_names, ("pinyin", "latin"), STYLES[:1], {"recall@10": 0.90})


def _task(
    folder: Path,
    key: str,
    source: Source,
    scripts: tuple[Script, Script],
    styles: tuple[Style, ...],
    goals: dict[str, float],
) -> Task:
    """``scripts``: of the queries and of the pool; ``styles``: the first alone for names in one order, of two parts."""
    queries, records = drawn(source(folder), scripts, styles, random.Random(SEED))
    homonyms = Homonyms(records)
    made = [Query(each.text, homonyms.of(each)) for each in queries]
    asked, pool = (_CALLED[script] for script in scripts)
    how = "whole names" if len(styles) == 1 else "whole names, other order and patronymics"
    texts = [each.text for each in records]
    return make(key, f"{asked} → {pool}, {how}", made, texts, goals=goals, twins=True)


def drawn(
    names: tuple[list[Token], list[Token]],
    scripts: tuple[Script, Script],
    styles: tuple[Style, ...],
    draw: random.Random,
) -> tuple[list[Record], list[Record]]:
    """Queries, and the pool of records that holds each of them and as many others as make ten thousand."""
    given, family = names
    asked, pool = scripts
    people = draw_people(tested(given), tested(family), ASKED, draw)
    held = [record(each, pool, draw, styles) for each in people]
    others = draw_people(given, family, POOL - len(people), draw)
    queries = [asked_for(each, asked, draw, styles) for each in held]
    return queries, held + [record(each, pool, draw, styles) for each in others]


def kazakh_names(folder: Path) -> tuple[list[Token], list[Token]]:
    """Turkic and Muslim given names, and family names, with their Kazakh and Latin spellings."""
    return _kazakh(folder, "ant"), _kazakh(folder, "cog")


def russian_names(folder: Path) -> tuple[list[Token], list[Token]]:
    """The same with Russian spellings, joined on the Latin token; only names that have one."""
    russian: defaultdict[str, set[str]] = defaultdict(set)
    for pair in pairs(folder, "latin-russian"):
        russian[folded(pair.latin)].add(pair.other.title())

    def with_russian(tokens: Iterable[Token]) -> list[Token]:
        found = ((each, sorted(set().union(*(russian[key] for key in each.latin)))) for each in tokens)
        return [
            replace(each, spellings={**each.spellings, "russian": tuple(spellings)})
            for each, spellings in found
            if spellings
        ]

    given, family = kazakh_names(folder)
    return with_russian(given), with_russian(family)


def han_names(folder: Path) -> tuple[list[Token], list[Token]]:
    """Turkic and Muslim tokens that have a Han form: as given and as father's or family name."""
    every = pairs(folder, "latin-han")
    counted = turkic_tokens(folder, (pair.latin for pair in every))
    latin: defaultdict[str, set[str]] = defaultdict(set)
    for pair in every:
        latin[pair.other].add(pair.latin)
    found = [
        _token(
            {"han": {han}, "pinyin": {toneless(han).title()}, "latin": {each.title() for each in those}},
            those,
        )
        for han, those in latin.items()
        if all(folded(each) in counted for each in those)
    ]
    return found, found


def arabic_names(folder: Path) -> tuple[list[Token], list[Token]]:
    """Turkic and Muslim tokens that have a form in Arabic script."""
    every = pairs(folder, "latin-arabic")
    counted = turkic_tokens(folder, (pair.latin for pair in every))
    latin: defaultdict[str, set[str]] = defaultdict(set)
    for pair in every:
        latin[pair.other].add(pair.latin)
    found = [
        _token({"arabic": {arabic}, "latin": {each.title() for each in those}}, those)
        for arabic, those in latin.items()
        if all(folded(each) in counted for each in those)
    ]
    return found, found


def _kazakh(folder: Path, kind: str) -> list[Token]:
    spellings: defaultdict[str, set[str]] = defaultdict(set)
    for row in kazakh_rows(folder):
        feminine_of_another = row["latin"].endswith("a") and not row["kazakh"].endswith("а")
        if row["type"] == kind and " " not in row["latin"] + row["kazakh"] and not feminine_of_another:
            spellings[row["kazakh"]].add(row["latin"])
    counted = turkic_tokens(folder, (each for those in spellings.values() for each in those))
    return [
        _token({"kazakh": {kazakh}, "latin": latin}, latin)
        for kazakh, latin in spellings.items()
        if kind == "cog" or counted & set(map(folded, latin))
    ]


def _token(spellings: dict[Script, set[str]], latin: Iterable[str], also: Iterable[str] = ()) -> Token:
    forms = frozenset(map(folded, latin))
    written = {script: tuple(sorted(those)) for script, those in spellings.items()}
    return Token(written, forms, forms | {f"sounds {each}" for each in also})


def tested(tokens: Iterable[Token]) -> list[Token]:
    return [each for each in tokens if all(map(is_test, each.latin))]
