"""Names of places of Xinjiang and their Han names: through the gazetteer, and by sound alone, without it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from amanat.core.places import find
from amanat.core.places.gazetteer import gazetteer
from amanat.core.places.generics import taken_apart
from amanat.core.places.place import GazetteerPlace
from amanat.core.places.sounding import SoundIndex
from amanat.core.places.sounds import sounds
from amanat.core.places.tables import rows_of
from placing.figures import Asked, Question

ASKED = {"Uyghur": "ug", "Kazakh": "kk", "Russian": "ru", "Uyghur Latin": "ug-Latn", "pinyin": "zh-Latn"}


def places() -> list[GazetteerPlace]:
    known = gazetteer()
    ids = (identity for identity, *_ in rows_of("world.tsv") if "CN.13" in set(known.lineage(identity)))
    return [known.place(identity) for identity in ids]


def through_the_gazetteer(here: list[GazetteerPlace]) -> Iterator[Asked]:
    """Found by construction where the form stands in the table; what is measured is that nothing hides it."""
    for called, language in ASKED.items():
        questions = [
            Question(form, frozenset(_han(place)))
            for place in here
            if _han(place)
            for form in _forms(place, language)
        ]
        yield Asked(f"{called} → Han, {len(_pool(here))} names, with the gazetteer", questions, _found)


def without_it(here: list[GazetteerPlace]) -> Iterator[Asked]:
    """The same questions to an index of the sounds of the Han names alone: what a place in no table would get."""
    names = sorted(_pool(here))
    index = SoundIndex([(name, sounds(taken_apart(name).spoken)) for name in names])

    def by_sound(form: str) -> list[frozenset[str]]:
        return [frozenset([name]) for name, _ in index.search(sounds(taken_apart(form).spoken), 10)]

    for called, language in ASKED.items():
        right: defaultdict[str, set[str]] = defaultdict(set)
        for place in here:
            for form in _forms(place, language) if _han(place) else ():
                right[form] |= _han(place)
        questions = [Question(form, frozenset(answers)) for form, answers in right.items()]
        yield Asked(f"{called} → Han, {len(names)} names, without it", questions, by_sound)
    # Counties have two unlike names far oftener than towns, and towns are what a gazetteer lacks.
    towns = [
        Question(form, frozenset(_han(place)))
        for place in here
        for form in (_forms(place, "ug") if place.kind == "town" and _han(place) else ())
    ]
    yield Asked(f"Uyghur → Han, {len(names)} names, without it, towns only", towns, by_sound)


def _found(form: str) -> list[frozenset[str]]:
    return [frozenset(_han(each.place)) for each in find(form)]


def _forms(place: GazetteerPlace, language: str) -> list[str]:
    return [name for each, name in place.names if each == language]


def _han(place: GazetteerPlace) -> set[str]:
    return set(_forms(place, "zh"))


def _pool(here: list[GazetteerPlace]) -> set[str]:
    return {name for place in here for name in _han(place)}
