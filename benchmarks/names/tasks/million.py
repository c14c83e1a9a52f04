"""One million whole names in Han, and two hundred of them asked for in Latin letters.

A name is two Han tokens drawn evenly from all of the data, given name first, with the middle dot between them or
with nothing. Both tokens of a name that is asked for are test tokens. Right is every name that the data's Han forms
of the two Latin tokens make up.
"""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

from names.splits import Pair, folded, is_test, pairs, tokens
from names.tasks.task import SEED, Query, Task
from names.turkic import turkic_tokens

SIZE = 1_000_000
ASKED = 200
# What stands between the two tokens, and whether Turkic and Muslim names alone are asked for.
KEYS = {"million-han": ("·", False), "million-han-turkic": ("·", True), "million-han-joined": ("", False)}
_GOALS = {"recall@1": 0.78, "recall@10": 0.94}


def million(folder: Path, key: str, size: int = SIZE) -> Task:
    """Smaller for a quick look; the candidates keep their order, as a list has one."""
    between, is_turkic = KEYS[key]
    every = pairs(folder, "latin-han")
    han = tokens(every)
    draw = random.Random(SEED)
    forms = _forms(every)
    asked = _asked(folder, every, draw, is_turkic=is_turkic)
    names = {f"{draw.choice(han)}{between}{draw.choice(han)}" for _ in range(size - len(asked))}
    queries = []
    for given, family in asked:
        right = {f"{one}{between}{other}" for one in forms[given] for other in forms[family]}
        names.add(min(right))
        queries.append(Query(f"{given} {family}".title(), frozenset(right)))
    candidates = sorted(names)
    draw.shuffle(candidates)
    asked_for = "Turkic and Muslim ones asked for in Latin" if is_turkic else "asked for in Latin"
    about = f"{size:,} whole names in Han {'with' if between else 'without'} a separator, {asked_for}"
    return Task(key, about, tuple(queries), tuple(candidates), _GOALS)


def fewer(task: Task, queries: int) -> Task:
    return replace(task, queries=task.queries[:queries])


def _forms(every: list[Pair]) -> dict[str, set[str]]:
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for pair in every:
        forms[folded(pair.latin)].add(pair.other)
    return forms


def _asked(folder: Path, every: list[Pair], draw: random.Random, *, is_turkic: bool) -> list[tuple[str, str]]:
    known = {folded(pair.latin) for pair in every if is_test(pair.latin) and pair.latin.isalpha()}
    if is_turkic:
        known = turkic_tokens(folder, known)
    chosen = sorted(known)
    return [(draw.choice(chosen), draw.choice(chosen)) for _ in range(ASKED)]
