"""Names of places of Xinjiang, from the program's own gazetteer: what comparing alone finds, without the gazetteer.

The public data at hand hardly has Xinjiang. The gazetteer has some three hundred of its places in Uyghur and Han, typed
in from sources of their own; asked through the gazetteer they would be found by construction, so these tasks are for
comparing names only. What is not cognate (غۇلجا and 伊宁) no comparison can find: that part is the gazetteer's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial

from amanat.core.places.gazetteer import gazetteer
from amanat.core.places.place import GazetteerPlace
from amanat.core.places.tables import rows_of
from names.tasks.task import Query, Task, make

XINJIANG = "CN.13"
_LANGUAGES = {"uyghur": ("ug",), "kazakh": ("kk",), "russian": ("ru",), "latin": ("ug-Latn",), "han": ("zh",)}
_TASKS: dict[str, tuple[str, str, str, dict[str, float]]] = {
    "uyghur-latin-xinjiang": ("uyghur", "latin", "Uyghur → Uyghur Latin", {"recall@1": 0.98}),
    "latin-uyghur-xinjiang": ("latin", "uyghur", "Uyghur Latin → Uyghur", {"recall@1": 0.98}),
    "uyghur-han-xinjiang": ("uyghur", "han", "Uyghur → Han", {}),
    "kazakh-han-xinjiang": ("kazakh", "han", "Kazakh Cyrillic → Han", {}),
    "russian-han-xinjiang": ("russian", "han", "Russian → Han", {}),
}


def xinjiang_tasks() -> Iterator[tuple[str, Callable[[], Task]]]:
    for key in _TASKS:
        yield key, partial(_task, key)


def _task(key: str) -> Task:
    asked, pool, called, goals = _TASKS[key]
    answers: defaultdict[str, set[str]] = defaultdict(set)
    candidates: set[str] = set()
    for place in _places():
        here = _names(place, pool)
        candidates |= here
        for name in _names(place, asked) if here else ():
            answers[name] |= here
    queries = (Query(text, frozenset(right)) for text, right in answers.items())
    about = f"{called}, places of Xinjiang, without the gazetteer"
    return make(key, about, queries, candidates, goals=goals)


def _names(place: GazetteerPlace, written: str) -> set[str]:
    return {name for language, name in place.names if language in _LANGUAGES[written]}


def _places() -> Iterator[GazetteerPlace]:
    known = gazetteer()
    identities = dict.fromkeys(row[0] for table in ("world.tsv", "curated.tsv") for row in rows_of(table))
    for each in identities:
        if known.knows(each) and XINJIANG in set(known.lineage(each)):
            yield known.place(each)
