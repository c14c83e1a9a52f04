"""Brings cases, acts and search entries up to what claims and judgements say. Inside a record's transaction.

Only what the touched persons are connected with is worked out anew, and only what differs is written: a
report added to ten thousand costs what the people in it cost.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from django.db.models import Q

from amanat.actions.casting import ActShape, CaseShape, Part, case_shapes, connected
from amanat.core.names.folding import indexed
from amanat.store.models import Act, Case, CaseMember, Claim, Involvement, Person, Place, Report, SearchEntry
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
    Case.objects.filter(pk__in=stored.keys() - wanted.keys()).delete()
    changed = [shape for root, shape in wanted.items() if stored.get(root) != shape]
    # Persons move between cases: they must have left one before they can come into another.
    leaving = [person for shape in changed for person in shape.members]
    CaseMember.objects.filter(Q(person__in=leaving) | Q(case__in=[shape.root for shape in changed])).delete()
    for shape in changed:
        _store(shape, stored.get(shape.root))


def _store(shape: CaseShape, stored: CaseShape | None) -> None:
    Case.objects.update_or_create(
        root_id=shape.root, defaults={"title": shape.title, "sort_key": shape.sort_key}
    )
    CaseMember.objects.bulk_create(CaseMember(case_id=shape.root, person_id=each) for each in shape.members)
    old = stored.acts if stored else frozenset()
    Act.objects.filter(case=shape.root, first__in=[act.first for act in old - shape.acts]).delete()
    _store_acts(shape.root, sorted(shape.acts - old, key=lambda act: act.first))


def _store_acts(case: int, shapes: list[ActShape]) -> None:
    acts = Act.objects.bulk_create(
        Act(case_id=case, kind=shape.kind, first_id=shape.first) for shape in shapes
    )
    pairs = list(zip(acts, shapes, strict=True))
    Act.claims.through.objects.bulk_create(
        Act.claims.through(act_id=act.pk, claim_id=claim) for act, shape in pairs for claim in shape.claims
    )
    Involvement.objects.bulk_create(
        Involvement(act=act, role=part.role, person_id=part.person, description=part.description)
        for act, shape in pairs
        for part in shape.parts
    )


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


def stored_cases(persons: Collection[int]) -> list[CaseShape]:
    """The cases of ``persons`` as the tables have them."""
    cases = Case.objects.filter(members__person__in=persons).distinct()
    return [
        stored_case(case) for case in cases.prefetch_related("members", "acts__involvements", "acts__claims")
    ]


def stored_case(case: Case) -> CaseShape:
    """``members``, ``acts``, their claims and involvements should have been prefetched."""
    return CaseShape(
        root=case.pk,
        title=case.title,
        sort_key=case.sort_key,
        members=frozenset(member.person_id for member in case.members.all()),
        acts=frozenset(_stored_act(act) for act in case.acts.all()),
    )


def _stored_act(act: Act) -> ActShape:
    return ActShape(
        first=act.first_id,
        kind=act.kind,
        claims=frozenset(claim.pk for claim in act.claims.all()),
        parts=frozenset(Part(each.role, each.person_id, each.description) for each in act.involvements.all()),
    )
