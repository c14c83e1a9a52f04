"""Places of Kazakhstan from ../shared/data/names (measuring only): is each found from each of its forms?

A place is right where it has the record's GeoNames number; a district, for which the two differ, where it bears
another of the record's names.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from amanat.core.places import find
from amanat.core.places.folding import folded
from amanat.core.places.gazetteer import gazetteer
from amanat.core.places.generics import taken_apart
from amanat.core.places.place import GazetteerPlace
from placing.figures import Asked, Question

LANGUAGES = {"Kazakh": "kaz", "Russian": "rus", "Uyghur": "uig", "English": "eng", "Chinese": "zho"}


def tasks(file: Path) -> Iterator[Asked]:
    records = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    towns = [each for each in records if each["type"] == "locality" and _is_known(each)]
    counties = [each for each in records if each["type"] == "county"]
    unknown = sum(each["type"] == "locality" for each in records) - len(towns)
    for called, language in LANGUAGES.items():
        questions = [
            Question(form, frozenset([str(each["gn"])])) for each in towns for form in _forms(each, language)
        ]
        yield Asked(
            f"Kazakhstan's towns by {called} names ({unknown} hamlets are in no table)", questions, _ids
        )
    for called, language in LANGUAGES.items():
        questions = [
            Question(form, others)
            for each in counties
            for form in _forms(each, language)
            if (others := frozenset(_cores(each, form)))
        ]
        yield Asked(f"Kazakhstan's districts by {called} names", questions, _county_names)


def _is_known(record: dict[str, Any]) -> bool:
    identity = str(record["gn"])
    return gazetteer().knows(identity) and gazetteer().place(identity).country == "KZ"


def _forms(record: dict[str, Any], language: str) -> list[str]:
    return [name for kind, name in record["names"].get(language, ()) if kind == "preferred"]


def _cores(record: dict[str, Any], besides: str) -> set[str]:
    """Its other forms in any language, folded and without generic words."""
    names = {name for language in record["names"].values() for _, name in language}
    return {_core(name) for name in names if folded(name) != folded(besides)}


def _core(name: str) -> str:
    return taken_apart(name).core.removesuffix("скии")


def _ids(form: str) -> list[frozenset[str]]:
    return [frozenset([each.place.id]) for each in find(form)]


def _county_names(form: str) -> list[frozenset[str]]:
    return [
        frozenset(_own_cores(each.place)) if _is_county(each.place) else frozenset() for each in find(form)
    ]


def _is_county(place: GazetteerPlace) -> bool:
    return place.country == "KZ" and place.kind == "county"


def _own_cores(place: GazetteerPlace) -> set[str]:
    return {_core(name) for _, name in place.names}
