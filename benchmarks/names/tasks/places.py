"""Names of places: those of Kazakhstan and what lies near, in the scripts that Who's On First has.

The data at hand has some four hundred places with a Chinese name and about twenty-five with a Uyghur one, so the
Uyghur figures are rough; Xinjiang itself is hardly in it (see tasks/xinjiang.py). Right is every name in the other
script of any place that bears the name asked for. Kind words (ауданы, 區, ئوبلاستى) stay, as registers have them.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from names.splits import folded
from names.tasks.task import Query, Task, make

FILE = "kazakhstan-places.jsonl"
# Language, and the first and last letter of the script meant: the data mixes scripts within a language.
_WRITTEN = {
    "uyghur": (("uig",), "؀", "ۿ"),
    "kazakh": (("kaz",), "Ѐ", "ӿ"),
    "russian": (("rus",), "Ѐ", "ӿ"),
    "latin": (("eng",), "A", "ɏ"),
    "han": (("zho", "lzh"), "㐀", "鿿"),
}
_CALLED = {
    "uyghur": "Uyghur",
    "kazakh": "Kazakh Cyrillic",
    "russian": "Russian",
    "latin": "Latin",
    "han": "Han",
}
_PAIRS = (
    ("uyghur", "latin"),
    ("uyghur", "han"),
    ("kazakh", "han"),
    ("russian", "han"),
    ("kazakh", "latin"),
)


def place_tasks(folder: Path) -> Iterator[tuple[str, Callable[[], Task]]]:
    for asked, pool in _PAIRS:
        yield f"{asked}-{pool}-places", partial(_task, folder, asked, pool)


def _task(folder: Path, asked: str, pool: str) -> Task:
    answers: defaultdict[str, set[str]] = defaultdict(set)
    candidates: set[str] = set()
    texts: set[str] = set()
    for place in _places(folder):
        here = names_in(place, pool)
        candidates |= here
        for name in names_in(place, asked) if here else ():
            answers[folded(name)] |= here
            texts.add(name)
    queries = (Query(text, frozenset(answers[folded(text)])) for text in texts)
    about = f"{_CALLED[asked]} → {_CALLED[pool]}, places of Kazakhstan"
    return make(f"{asked}-{pool}-places", about, queries, candidates)


def names_in(place: dict[str, Any], written: str) -> set[str]:
    """A place's names in one language and its script."""
    languages, first, last = _WRITTEN[written]
    found = {name for language in languages for _, name in place["names"].get(language, ())}
    if written == "latin":
        found.add(place["name"])
    return {name for name in found if all(first <= letter <= last for letter in name if letter.isalpha())}


def _places(folder: Path) -> Iterator[dict[str, Any]]:
    with (folder / FILE).open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
