"""Who may be the same relative of the same person: found by way of those whom one report tells of beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from amanat.actions.casting import grouped
from amanat.core.linking.names import likened
from amanat.store.models import Claim, Person

_MOST_REPORTS = 40
"""Reports about the same people that are looked through, the earliest first."""

_ONE_NAME = 2.5
"""Nats from which two names are worth weighing with what is told of their kin."""


def near_by_kin(persons: Iterable[Person]) -> dict[int, list[int]]:
    """For each of ``persons`` who is told to be somebody's kin, like-named kin in other reports on the same people."""
    asked = {each.pk: each for each in sorted(persons, key=lambda each: each.pk) if each.names}
    asked = {pk: asked[pk] for pk in _kin(asked)}
    found: dict[int, list[int]] = {}
    by_report: dict[int, list[Person]] = defaultdict(list)
    for person in asked.values():
        by_report[person.report_id].append(person)
    for report, mine in by_report.items():
        theirs = _kin_beside(report)
        for person in mine:
            if near := [each.pk for each in theirs if _is_alike(person, each)]:
                found[person.pk] = near
    return found


def kin_told_beside(joined: Collection[int]) -> list[Person]:
    """Named kin in the reports that tell of ``joined``: now that these are one, their kin may be."""
    told = Person.objects.filter(pk__in=joined).order_by("report_id").values_list("report_id", flat=True)
    reports = list(dict.fromkeys(told))[:_MOST_REPORTS]
    others = list(Person.objects.filter(report__in=reports).exclude(names=[]))
    kin = _kin([each.pk for each in others])
    return [each for each in others if each.pk in kin]


def _kin_beside(report: int) -> list[Person]:
    """Named kin of anybody, in other reports that tell of somebody of this one."""
    people = list(Person.objects.filter(report=report).values_list("pk", flat=True))
    known = grouped(people)
    linked = {each for person in people for each in known.group(person)} - set(people)
    if not linked:
        return []
    rows = Person.objects.filter(pk__in=linked).order_by("report_id").values_list("report_id", flat=True)
    reports = list(dict.fromkeys(rows))[:_MOST_REPORTS]
    others = list(Person.objects.filter(report__in=reports).exclude(names=[]).order_by("pk"))
    kin = _kin([each.pk for each in others])
    return [each for each in others if each.pk in kin]


def _kin(persons: Iterable[int]) -> set[int]:
    """Those of whom it is told whose kin they are."""
    links = Claim.subjects.through.objects.filter(person__in=list(persons), claim__kind="kinship").order_by()
    return set(links.values_list("person_id", flat=True))


def _is_alike(one: Person, other: Person) -> bool:
    return any(
        (found := likened(mine, theirs)) is not None and found.nats >= _ONE_NAME
        for mine in _forms(one.names)
        for theirs in _forms(other.names)
    )


def _forms(names: Sequence[str]) -> Sequence[str]:
    return names[:3]
