"""What the cases of some persons should be: worked out from claims, reviews and judgements, without writing.

The same values are compared with what is stored, to write only what changed, and by verify.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q

from amanat.core.linking.acts import gather
from amanat.core.linking.clusters import RULE_PREFIX, Judged, partition
from amanat.core.linking.joining import Partition
from amanat.core.names.folding import folded
from amanat.core.vocabulary import vocabulary
from amanat.store.models import Claim, Judgement, Person, Review
from amanat.store.models.acts import InvolvementRole
from amanat.store.queries.claim_views import claim_views
from amanat.store.queries.standing import group_of, stands, statuses, subjects, told
from amanat.store.queries.views import ClaimView, Subject


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody's part in an act: a person, or a description where ``person`` is None."""

    role: str
    person: int | None
    description: str


@dataclass(frozen=True, slots=True)
class ActShape:
    first: int
    kind: str
    claims: frozenset[int]
    parts: frozenset[Part]


@dataclass(frozen=True, slots=True)
class CaseShape:
    root: int
    title: str
    sort_key: str
    members: frozenset[int]
    acts: frozenset[ActShape]


def standing_among(persons: Collection[int]) -> list[Judged]:
    """The judgements that stand between any two of ``persons``."""
    rows = Judgement.objects.filter(superseded_by=None, left__in=persons, right__in=persons).order_by()
    return [
        Judged(by.startswith(RULE_PREFIX), left, right, verdict)
        for by, left, right, verdict in rows.values_list("by", "left_id", "right_id", "verdict")
    ]


def connected(persons: Iterable[int]) -> set[int]:
    """Everybody whom chains of "same" reach from ``persons``, split by "not same" or not."""
    found, newest = set(persons), set(persons)
    while newest:
        pairs = Judgement.objects.filter(
            Q(left__in=newest) | Q(right__in=newest), superseded_by=None, verdict="same"
        ).values_list("left_id", "right_id")
        newest = {person for pair in pairs for person in pair} - found
        found |= newest
    return found


def grouped(persons: Collection[int]) -> Partition[int]:
    """``persons``, and all that they are connected with, in clusters."""
    everyone = connected(persons)
    return partition(everyone, standing_among(everyone))


def case_shapes(persons: Collection[int]) -> list[CaseShape]:
    """The cases that ``persons`` belong in. All connected persons must be among them."""
    acted_on = _acted_on(persons)
    clusters = [
        sorted(cluster)
        for cluster in partition(persons, standing_among(persons)).groups()
        if not acted_on.isdisjoint(cluster)
    ]
    wanted = [person for cluster in clusters for person in cluster]
    people = {person.pk: person for person in Person.objects.filter(pk__in=wanted)}
    told_of: dict[int, list[ClaimView]] = defaultdict(list)
    about = Claim.subjects.through.objects.filter(person__in=wanted)
    for claim in claim_views(Claim.objects.filter(pk__in=about.values("claim")), None):
        for person in subjects([claim]):
            told_of[person].append(claim)
    found = (_case_shape([people[member] for member in cluster], told_of) for cluster in clusters)
    return [shape for shape in found if shape is not None]


def _acted_on(persons: Collection[int]) -> set[int]:
    """Those of whom an act may be told. Of most officials, lawyers and spokespeople none is, and they are in
    hundreds of reports: their claims need not be read to know that they get no case."""
    links = Claim.subjects.through.objects.filter(person__in=persons).order_by()
    acts = links.exclude(claim__kind__in=[*vocabulary().kinds("status"), *vocabulary().kinds("statement")])
    corrected = links.filter(claim__in=Review.objects.filter(verdict="corrected").values("claim"))
    return {*acts.values_list("person_id", flat=True), *corrected.values_list("person_id", flat=True)}


def _makes_a_case(kind: str, named: bool) -> bool:
    """An act makes one; but of somebody without a name a journey alone does not."""
    return group_of(kind) == "act" and (named or kind != "travel")


def _case_shape(members: Sequence[Person], told_of: dict[int, list[ClaimView]]) -> CaseShape | None:
    """None where no act is told of them: whoever only speaks, or is only mentioned, gets no case."""
    claims = {claim.id: claim for member in members for claim in told_of[member.pk] if stands(claim)}
    named = any(person.names for person in members)
    if not any(_makes_a_case(claim.kind, named) for claim in claims.values()):
        return None
    title = next((person.names[0] for person in members if person.names), str(members[0]))
    ids = frozenset(member.pk for member in members)
    acts = gather((told(claim, ids) for claim in claims.values()), statuses())
    return CaseShape(
        root=members[0].pk,
        title=title,
        sort_key=folded(title)[:200],
        members=ids,
        acts=frozenset(_act_shape([claims[each.id] for each in act]) for act in acts),
    )


def _act_shape(claims: Sequence[ClaimView]) -> ActShape:
    parts = {_part(InvolvementRole.VICTIM, each) for claim in claims for each in claim.who}
    parts |= {_part(InvolvementRole.PERPETRATOR, each) for claim in claims for each in claim.by}
    ids = frozenset(claim.id for claim in claims)
    return ActShape(min(ids), claims[0].kind, ids, frozenset(parts))


def _part(role: InvolvementRole, who: Subject) -> Part:
    return Part(role.value, who.person, "" if who.person is not None else who.label)
