"""Brings cases, acts and search entries up to what claims and judgements say. Inside a record's transaction.

Only what the touched persons are connected with is worked out anew, and only what differs is written: a
report added to ten thousand costs what the people in it cost.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from django.db.models import Q, QuerySet

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
    _store(changed, stored)


def _store(shapes: list[CaseShape], stored: Mapping[int, CaseShape]) -> None:
    """All cases in as many statements as one would take: a report changes those of everybody in it."""
    Case.objects.bulk_create(
        [Case(root_id=shape.root, title=shape.title, sort_key=shape.sort_key) for shape in shapes],
        update_conflicts=True,
        unique_fields=["root"],
        update_fields=["title", "sort_key"],
    )
    CaseMember.objects.bulk_create(
        CaseMember(case_id=shape.root, person_id=each) for shape in shapes for each in shape.members
    )
    old = {shape.root: stored[shape.root].acts if shape.root in stored else frozenset() for shape in shapes}
    gone = [(shape.root, act.first) for shape in shapes for act in old[shape.root] - shape.acts]
    _remove_acts(gone)
    _store_acts(
        [(shape.root, act) for shape in shapes for act in sorted(shape.acts - old[shape.root], key=_first)]
    )


def _first(act: ActShape) -> int:
    return act.first


def _remove_acts(gone: Collection[tuple[int, int]]) -> None:
    """Acts by case and first claim."""
    candidates = Act.objects.filter(
        case__in={case for case, _ in gone}, first__in={first for _, first in gone}
    ).order_by()
    found = candidates.values_list("pk", "case_id", "first_id")
    Act.objects.filter(pk__in=[pk for pk, case, first in found if (case, first) in set(gone)]).delete()


def _store_acts(shapes: Sequence[tuple[int, ActShape]]) -> None:
    acts = Act.objects.bulk_create(
        Act(case_id=case, kind=shape.kind, first_id=shape.first) for case, shape in shapes
    )
    pairs = [(act, shape) for act, (_, shape) in zip(acts, shapes, strict=True)]
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
    cases = Case.objects.filter(members__person__in=persons).distinct().order_by()
    members, acts = _stored_members(cases), _stored_acts(cases)
    return [
        CaseShape(root, title, sort_key, frozenset(members[root]), frozenset(acts[root]))
        for root, title, sort_key in cases.values_list("pk", "title", "sort_key")
    ]


def _stored_members(cases: QuerySet[Case]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    rows = CaseMember.objects.filter(case__in=cases.values("pk")).order_by()
    for case, person in rows.values_list("case_id", "person_id"):
        found[case].add(person)
    return found


def _stored_acts(cases: QuerySet[Case]) -> dict[int, set[ActShape]]:
    """As values and not as models: a case has hundreds of rows here, and each report in it reads them all."""
    acts = Act.objects.filter(case__in=cases.values("pk")).order_by()
    claims: dict[int, set[int]] = defaultdict(set)
    parts: dict[int, set[Part]] = defaultdict(set)
    links = Act.claims.through.objects.filter(act__in=acts.values("pk")).order_by()
    for act, claim in links.values_list("act_id", "claim_id"):
        claims[act].add(claim)
    roles = Involvement.objects.filter(act__in=acts.values("pk")).order_by()
    for act, role, person, description in roles.values_list("act_id", "role", "person_id", "description"):
        parts[act].add(Part(role, person, description))
    found: dict[int, set[ActShape]] = defaultdict(set)
    for pk, case, kind, first in acts.values_list("pk", "case_id", "kind", "first_id"):
        found[case].add(ActShape(first, kind, frozenset(claims[pk]), frozenset(parts[pk])))
    return found
