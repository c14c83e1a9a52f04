"""The forms of a person's name, from the persons of several reports taken to be one."""

from __future__ import annotations

from collections.abc import Iterable

from amanat.core.names.scripts import script_of
from amanat.store.models import Person
from amanat.store.queries.views import NameForm

_RIGHT_TO_LEFT = frozenset({"Arab", "Hebr"})


def name_forms(people: Iterable[Person]) -> tuple[NameForm, ...]:
    """Every written form once, the one in most reports first."""
    reports: dict[str, set[int]] = {}
    for person in people:
        for name in person.names:
            reports.setdefault(name, set()).add(person.report_id)
    ordered = sorted(reports.items(), key=lambda item: -len(item[1]))
    return tuple(form_of(name, len(found)) for name, found in ordered)


def form_of(name: str, reports: int) -> NameForm:
    """The written form with its script; it stands in so many ``reports``."""
    script = script_of(name)
    return NameForm(name, script, script in _RIGHT_TO_LEFT, reports)


def title_of(people: Iterable[Person]) -> str:
    """The best name in the earliest report that has one, else the earliest description."""
    people = list(people)
    return next((person.names[0] for person in people if person.names), str(people[0]))


def description_of(people: Iterable[Person]) -> str:
    return next((person.description for person in people if person.description), "")
