"""Who the tellers of some claims are: which of them are one person, and which are known by name.

Persons whom judgements join are one teller, as far as the actor may see both sides; so are those who are called by
the same name and were not judged to be two. Somebody known by a description only is told by that description.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Q

from amanat.core.claim import TellerRole
from amanat.core.linking.clusters import RULE_PREFIX, Judged, partition
from amanat.core.names.folding import folded
from amanat.core.protecting import Actor
from amanat.core.weighing import SELF
from amanat.store.models import Person
from amanat.store.queries.access import visible, visible_judgements
from amanat.store.queries.views import ClaimView, TellerView

_INSTITUTIONS = frozenset({TellerRole.GOVERNMENT, TellerRole.MEDIA, TellerRole.ORGANISATION})


@dataclass(frozen=True, slots=True)
class Tellers:
    """``keys``: of persons, by id. ``names``: the same keys by folded name. ``named``: keys of those with a name."""

    members: frozenset[int]
    keys: Mapping[int, str]
    names: Mapping[str, str]
    named: frozenset[str]

    def key(self, teller: TellerView | None) -> str:
        """What tells first tellers apart: the person of the case, another person, or a name."""
        if teller is None:
            return ""
        if teller.person is not None and self.is_named(teller):
            return SELF if teller.person in self.members else self.keys[teller.person]
        name = folded(teller.name)
        return self.names.get(name, name) if self.is_named(teller) else f"{name}|{teller.role}"

    def is_named(self, teller: TellerView | None) -> bool:
        """Whether the same key is the same teller in any report."""
        if teller is None:
            return False
        if teller.person is not None:
            return teller.person in self.members or self.keys[teller.person] in self.named
        return teller.role in _INSTITUTIONS or looks_like_a_name(teller.name)


def looks_like_a_name(text: str) -> bool:
    """Whether every word begins with a capital: for tellers whom the reader knew as no person.

    Scripts without capitals do not tell, and are not taken for names.
    """
    words = text.split()
    return bool(words) and all(word[:1].isupper() for word in words)


def tellers_of(actor: Actor, claims: Iterable[ClaimView], members: Collection[int]) -> Tellers:
    """For the claims of the case with these ``members``; all of them filtered for the actor already."""
    persons = {each.person for claim in claims for each in claim.told_by if each.person is not None}
    everyone, judged = _connected(actor, persons - set(members))
    people = visible(Person.objects.filter(pk__in=everyone), actor).order_by("pk")
    names = {pk: [folded(name) for name in given] for pk, given in people.values_list("pk", "names")}
    found = partition(sorted(names), [each for each in judged if each.left in names and each.right in names])
    first: dict[str, int] = {}
    for person, forms in names.items():
        for form in forms[:1]:
            found.join(first.setdefault(form, person), person)
    keys = {person: f"person:{min(group)}" for group in found.groups() for person in group}
    return Tellers(
        members=frozenset(members),
        keys=keys,
        names={form: keys[person] for form, person in first.items()} | _full_names(actor, members),
        named=frozenset(keys[person] for person, forms in names.items() if forms),
    )


def _full_names(actor: Actor, members: Collection[int]) -> dict[str, str]:
    """The person of the case may tell under a name alone, where a correction says so."""
    people = visible(Person.objects.filter(pk__in=members), actor).order_by()
    forms = (folded(name) for given in people.values_list("names", flat=True) for name in given)
    return {form: SELF for form in forms if " " in form}


def _connected(actor: Actor, persons: Iterable[int]) -> tuple[set[int], list[Judged]]:
    """Everybody whom chains of "same" reach from ``persons``, and all that stands between them."""
    found, newest = set(persons), set(persons)
    standing = visible_judgements(actor).filter(superseded_by=None).order_by()
    while newest:
        pairs = standing.filter(Q(left__in=newest) | Q(right__in=newest), verdict="same")
        newest = {person for pair in pairs.values_list("left_id", "right_id") for person in pair} - found
        found |= newest
    between = standing.filter(left__in=found, right__in=found)
    judged = [
        Judged(by.startswith(RULE_PREFIX), left, right, verdict)
        for by, left, right, verdict in between.values_list("by", "left_id", "right_id", "verdict")
    ]
    return found, judged
