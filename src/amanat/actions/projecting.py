"""Brings cases, acts and search entries up to what claims and judgements say. Inside a record's transaction.

Only what the touched persons are connected with is worked out anew, and only what differs is written: a
report added to ten thousand costs what the people in it cost.
"""

from __future__ import annotations

from collections.abc import Iterable

from amanat.actions.case_rows import store_cases, stored_cases
from amanat.actions.casting import case_shapes, connected
from amanat.core.names.folding import indexed
from amanat.store.models import CaseMember, Claim, Person, Place, Report, SearchEntry
from amanat.store.queries.standing import subjects
from amanat.store.queries.views import ClaimView


def refresh_cases(persons: Iterable[int]) -> None:
    """The cases of ``persons`` and of everybody they are, or were, connected with."""
    touched = connected(persons)
    former = CaseMember.objects.filter(person__in=touched).values("case")
    parted = set(CaseMember.objects.filter(case__in=former).values_list("person_id", flat=True)) - touched
    if parted:
        touched |= connected(parted)
    wanted = {shape.root: shape for shape in case_shapes(touched)}
    stored = {shape.root: shape for shape in stored_cases(touched)}
    store_cases(wanted, stored)


def refresh_subjects(claims: Iterable[ClaimView]) -> None:
    """The persons of each claim's ``who``, as it stands."""
    wanted = {claim.id: subjects([claim]) for claim in claims}
    links = Claim.subjects.through
    links.objects.filter(claim__in=wanted).delete()
    links.objects.bulk_create(
        links(claim_id=claim, person_id=person) for claim, persons in wanted.items() for person in persons
    )


def refresh_search(report: Report) -> None:
    """What can be found of a report: its text, and the persons and places in it."""
    SearchEntry.objects.filter(report=report).delete()
    SearchEntry.objects.bulk_create(search_entries(report))


def search_entries(report: Report) -> list[SearchEntry]:
    """The entries that ``report`` should have, not stored."""
    people = list(Person.objects.filter(report=report))
    places = Place.objects.filter(claims__report=report, claims__withdrawn=False).distinct()
    names = [name for person in people for name in person.names]
    folded_text = indexed(report.title, report.outlet, *names, report.text)
    return [
        SearchEntry(kind="report", target=report.pk, report=report, title=report.title, folded=folded_text),
        *(_entry("person", person, report, [*person.names, person.description]) for person in people),
        *(_entry("place", place, report, _place_names(place)) for place in places),
    ]


def _entry(kind: str, thing: Person | Place, report: Report, names: list[str]) -> SearchEntry:
    return SearchEntry(kind=kind, target=thing.pk, report=report, title=str(thing), folded=indexed(*names))


def _place_names(place: Place) -> list[str]:
    """Its own names only: whoever looks for a province does not mean every camp in it."""
    return [place.name, *place.also]
