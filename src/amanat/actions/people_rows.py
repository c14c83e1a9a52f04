"""The people of a reading as rows: the persons already known of the report where they are the same ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from amanat.actions.record import Writing
from amanat.core import claim as reading
from amanat.core.names.folding import folded, folded_name
from amanat.store.models import Person, Report


def enter_people(writing: Writing, report: Report, people: Iterable[reading.Person]) -> dict[str, Person]:
    """The row of each person, by the reading's id for them.

    Another reader may number people otherwise: a row is taken again for whom it stands by name, not by
    number, since judgements hang on it. Its key is the first reading's; where that is taken, one is made.
    """
    known = list(Person.objects.filter(report=report).order_by("pk"))
    found: dict[str, Person] = {}
    added: list[Person] = []
    for person in people:
        row = _match(person, [each for each in known if each not in found.values()])
        if row is None:
            row = _new(report, person, {each.key for each in (*known, *added)})
            added.append(row)
        elif (row.names, row.description) != _wording(person):
            row.names, row.description = _wording(person)
            writing.save(row)
        found[person.id] = row
    writing.bulk_create(added)
    return found


def _match(person: reading.Person, known: Sequence[Person]) -> Person | None:
    same = [row for row in known if _identity(row.names, row.description) == _identity(*_wording(person))]
    return next((row for row in same if row.key == person.id), same[0] if same else None)


def _identity(names: list[str], description: str) -> str:
    return folded_name(names[0]) if names else f"({folded(description)})"


def _wording(person: reading.Person) -> tuple[list[str], str]:
    return list(person.names), person.description or ""


def _new(report: Report, person: reading.Person, taken: set[str]) -> Person:
    names, description = _wording(person)
    key, turn = person.id[:20], 2
    while key in taken:
        key, turn = f"{person.id[:14]}~{turn}", turn + 1
    name = folded_name(names[0]) if names else ""
    return Person(report=report, key=key, names=names, description=description, folded_name=name)
