"""Cases as rows: what the tables have of them, and writing only what differs.

A case that a hundred reports tell of has thousands of rows, and one report more adds a few. So nothing is written
anew that stays as it was, and what is read here is read as values, not as models.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from django.db.models import QuerySet

from amanat.actions.casting import ActShape, CaseShape, Part
from amanat.store.models import Act, Case, CaseMember, Involvement

Key = tuple[int, int]
"""An act by its case and its first claim."""


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


def store_cases(wanted: Mapping[int, CaseShape], stored: Mapping[int, CaseShape]) -> None:
    """Makes of the cases ``stored`` the cases ``wanted``, both by root, with all of each other's members."""
    Case.objects.filter(pk__in=stored.keys() - wanted.keys()).delete()
    _store_titles(shape for root, shape in wanted.items() if _title(shape) != _title(stored.get(root)))
    kept = {root: shape for root, shape in stored.items() if root in wanted}
    _store_members(_members(wanted), _members(kept))
    _store_acts(_acts(wanted), _acts(kept))


def _title(shape: CaseShape | None) -> tuple[str, str] | None:
    return None if shape is None else (shape.title, shape.sort_key)


def _store_titles(shapes: Iterable[CaseShape]) -> None:
    Case.objects.bulk_create(
        [Case(root_id=shape.root, title=shape.title, sort_key=shape.sort_key) for shape in shapes],
        update_conflicts=True,
        unique_fields=["root"],
        update_fields=["title", "sort_key"],
    )


def _members(shapes: Mapping[int, CaseShape]) -> dict[int, int]:
    return {person: root for root, shape in shapes.items() for person in shape.members}


def _store_members(wanted: Mapping[int, int], stored: Mapping[int, int]) -> None:
    """Each person's case. They must have left one before they can come into another."""
    leaving = [person for person, case in stored.items() if wanted.get(person) != case]
    if leaving:
        CaseMember.objects.filter(person__in=leaving).delete()
    CaseMember.objects.bulk_create(
        CaseMember(case_id=case, person_id=person)
        for person, case in wanted.items()
        if stored.get(person) != case
    )


def _acts(shapes: Mapping[int, CaseShape]) -> dict[Key, ActShape]:
    return {(root, act.first): act for root, shape in shapes.items() for act in shape.acts}


def _store_acts(wanted: Mapping[Key, ActShape], stored: Mapping[Key, ActShape]) -> None:
    differing = {key for key in wanted.keys() | stored.keys() if wanted.get(key) != stored.get(key)}
    rows = _act_rows(differing & stored.keys())
    gone = [key for key in rows if key not in wanted or wanted[key].kind != stored[key].kind]
    if gone:
        Act.objects.filter(pk__in=[rows.pop(key) for key in gone]).delete()
    new = sorted(differing & wanted.keys() - rows.keys())
    made = Act.objects.bulk_create(
        Act(case_id=case, kind=wanted[case, first].kind, first_id=first) for case, first in new
    )
    before = {rows[key]: stored[key] for key in rows}
    rows |= {key: act.pk for key, act in zip(new, made, strict=True)}
    _store_contents({pk: wanted[key] for key, pk in rows.items()}, before)


def _act_rows(keys: Collection[Key]) -> dict[Key, int]:
    """The primary key of each."""
    if not keys:
        return {}
    rows = Act.objects.filter(case__in={case for case, _ in keys}, first__in={first for _, first in keys})
    found = {
        (case, first): pk for pk, case, first in rows.order_by().values_list("pk", "case_id", "first_id")
    }
    return {key: pk for key, pk in found.items() if key in keys}


def _store_contents(wanted: Mapping[int, ActShape], stored: Mapping[int, ActShape]) -> None:
    """Claims and involvements of acts by primary key."""
    links = Act.claims.through
    new_links, new_parts = [], []
    for pk, act in wanted.items():
        before = stored.get(pk)
        claims, parts = (before.claims, before.parts) if before else (frozenset(), frozenset())
        if claims - act.claims:
            links.objects.filter(act=pk, claim__in=claims - act.claims).delete()
        for part in parts - act.parts:
            Involvement.objects.filter(
                act=pk, role=part.role, person=part.person, description=part.description
            ).delete()
        new_links += [links(act_id=pk, claim_id=claim) for claim in sorted(act.claims - claims)]
        new_parts += [_involvement(pk, part) for part in act.parts - parts]
    links.objects.bulk_create(new_links)
    Involvement.objects.bulk_create(new_parts)


def _involvement(act: int, part: Part) -> Involvement:
    return Involvement(act_id=act, role=part.role, person_id=part.person, description=part.description)
