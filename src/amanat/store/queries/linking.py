"""Pairs of persons that are left to people, by how much deciding them would settle, and what speaks for each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from math import exp

from django.db.models import Count, Q

from amanat.core.action_errors import NotFoundError, SamePersonError
from amanat.core.linking.clusters import RULE_PREFIX
from amanat.core.linking.comparing import compare_records
from amanat.core.linking.record import merged
from amanat.core.linking.rules import ALIKE, likelihood
from amanat.core.linking.weighing_groups import MOST_MEMBERS
from amanat.core.protecting import Actor
from amanat.store.models import Claim, Judgement, Person
from amanat.store.models.cases import CaseMember
from amanat.store.queries.access import cases_of, visible, visible_judgements, visible_members
from amanat.store.queries.claim_views import claim_views
from amanat.store.queries.decisions import judgement_view
from amanat.store.queries.link_evidence import shared_origins, side_of
from amanat.store.queries.records import visible_records
from amanat.store.queries.standing import stands
from amanat.store.queries.views import ClaimView, JudgementView, Page

SIZE = 25
"""Pairs on one page."""

_MOST = 2000
"""Open pairs that are put in order, the newest first."""

_TELLING = frozenset(
    {
        "birth date",
        "age",
        "ethnicity",
        "nationality",
        "citizenship",
        "residence",
        "occupation",
        "kinship",
        "religion",
    }
)
"""Kinds that tell who somebody is; the acts come after them."""

_MOST_CLAIMS = 40


@dataclass(frozen=True, slots=True)
class SideView:
    """One person of a pair, with the case they are taken to belong to."""

    person: int
    name: str
    names: tuple[str, ...]
    description: str
    report: int
    report_title: str
    case: int | None
    members: int
    """Persons taken for one with this one, this one among them."""
    claims: int


@dataclass(frozen=True, slots=True)
class OpenPair:
    """``settles``: how much is settled by deciding it: how doubtful it is, times the claims that hang on it."""

    judgement: int
    left: SideView
    right: SideView
    probability: float
    why: str
    settles: float


@dataclass(frozen=True, slots=True)
class ReasonView:
    """What one feature says. ``times``: how many times likelier it is of one person than of two (below 1: of two)."""

    feature: str
    words: str
    times: float
    contradicts: bool
    left: tuple[ClaimView, ...] = ()
    """The claims of the left one, and of those taken for one with them, that tell it; none where a name does."""
    right: tuple[ClaimView, ...] = ()


@dataclass(frozen=True, slots=True)
class PairPage:
    """All that the page of one pair shows. ``judgements``: what was ever judged of the two, oldest first."""

    left: SideView
    right: SideView
    probability: float
    why: str
    claims: tuple[tuple[ClaimView, ...], tuple[ClaimView, ...]]
    reasons: tuple[ReasonView, ...]
    """Weighed now, from what the actor may see of both and of those taken for one with them; where the two are taken
    for one already, of these two alone: a group compared with itself agrees in everything."""
    judgements: tuple[JudgementView, ...]
    together: int
    """Persons who would be one if these two are."""
    kept_apart: tuple[JudgementView, ...]
    """Judgements of people that a "same" of these two would not overrule, by any chain."""
    one_origin: tuple[str, ...]
    """Where reports of both sides go back to one origin: what they both tell bears nothing out."""
    after: int | None = None
    """The judgement of the next open pair; None where there is none."""


def open_pairs(actor: Actor, page: int = 1) -> Page[OpenPair]:
    """What rules propose and no person decided, what would settle most first; each two cases once."""
    found = _open(actor)
    number = min(max(1, page), max(1, -(-len(found) // SIZE)))
    return Page(tuple(found[(number - 1) * SIZE : number * SIZE]), number, SIZE, len(found))


def _open(actor: Actor) -> list[OpenPair]:
    standing = visible_judgements(actor).filter(superseded_by=None)
    rows = list(
        standing.filter(by=ALIKE, verdict="unsure")
        .select_related("left__report", "right__report")
        .order_by("-pk")[:_MOST]
    )
    people = {row.left_id: row.left for row in rows} | {row.right_id: row.right for row in rows}
    sides = _sides(actor, people.values())
    decided = _decided(actor, sides)
    best: dict[frozenset[object], OpenPair] = {}
    for row in rows:
        left, right = sides[row.left_id], sides[row.right_id]
        key = frozenset((_key(left), _key(right)))
        if len(key) == 1 or key in decided:
            continue
        pair = _pair(row, left, right)
        if key not in best or pair.probability > best[key].probability:
            best[key] = pair
    return sorted(best.values(), key=lambda each: (-each.settles, -each.probability, each.judgement))


def _decided(actor: Actor, sides: Mapping[int, SideView]) -> set[frozenset[object]]:
    """Pairs of cases of which people decided on some two persons."""
    persons = list(sides)
    rows = visible_judgements(actor).filter(superseded_by=None).exclude(by__startswith=RULE_PREFIX)
    rows = rows.exclude(verdict="none").filter(Q(left__in=persons) | Q(right__in=persons))
    pairs = list(rows.values_list("left_id", "right_id"))
    cases = cases_of(actor, {each for pair in pairs for each in pair})
    return {frozenset(_keyed(each, cases.get(each)) for each in pair) for pair in pairs}


def _keyed(person: int, case: int | None) -> tuple[str, int]:
    return ("person", person) if case is None else ("case", case)


def _key(side: SideView) -> tuple[str, int]:
    return _keyed(side.person, side.case)


def _pair(row: Judgement, left: SideView, right: SideView) -> OpenPair:
    probability = likelihood(row.why)
    doubt = 4 * probability * (1 - probability)
    return OpenPair(
        row.pk, left, right, probability, row.why, round(doubt * (left.claims + right.claims + 1), 3)
    )


def _sides(actor: Actor, people: Iterable[Person]) -> dict[int, SideView]:
    people = list(people)
    cases = cases_of(actor, {person.pk for person in people})
    rows = visible_members(CaseMember.objects.filter(case__in=set(cases.values())), actor)
    members = list(rows.order_by().values_list("person_id", "case_id"))
    sizes = Counter(case for _, case in members)
    claims = _claims_told(actor, people, members)
    return {
        person.pk: SideView(
            person=person.pk,
            name=str(person),
            names=tuple(person.names),
            description=person.description,
            report=person.report_id,
            report_title=person.report.title,
            case=(case := cases.get(person.pk)),
            members=sizes[case] if case is not None else 1,
            claims=claims[_keyed(person.pk, case)],
        )
        for person in people
    }


def _claims_told(
    actor: Actor, people: Iterable[Person], members: Iterable[tuple[int, int]]
) -> dict[tuple[str, int], int]:
    links = Claim.subjects.through.objects.filter(claim__withdrawn=False)
    links = visible(links, actor, "claim__report").order_by()
    shown = dict(members)
    by_case = links.filter(person__in=list(shown)).values("person__membership__case")
    alone = [person.pk for person in people if person.pk not in shown]
    by_person = links.filter(person__in=alone).values("person")
    found: dict[tuple[str, int], int] = defaultdict(int)
    found |= {
        ("case", row["person__membership__case"]): row["n"]
        for row in by_case.annotate(n=Count("claim", distinct=True))
    }
    found |= {
        ("person", row["person"]): row["n"] for row in by_person.annotate(n=Count("claim", distinct=True))
    }
    return found


def pair_of(actor: Actor, judgement: int) -> tuple[int, int]:
    """The persons of a judgement. Raises NotFoundError."""
    row = visible_judgements(actor).filter(pk=judgement).first()
    if row is None:
        raise NotFoundError(f"judgement {judgement}")
    return row.left_id, row.right_id


def open_pair(actor: Actor, one: int, other: int) -> PairPage:
    """The two with what is told of each, and what was judged of them. Raises NotFoundError, SamePersonError."""
    if one == other:
        raise SamePersonError(f"Person {one}")
    rows = visible(Person.objects.filter(pk__in=[one, other]), actor).select_related("report").order_by("pk")
    people = list(rows)
    if len(people) != 2:
        raise NotFoundError(f"pair of persons {one} and {other}")
    sides = _sides(actor, people)
    left, right = (sides[person.pk] for person in people)
    judged = visible_judgements(actor).filter(left=left.person, right=right.person).order_by("pk")
    rows_judged = list(judged.select_related("left", "right"))
    newest = rows_judged[-1] if rows_judged else None
    members = [_members(actor, side) for side in (left, right)]
    weighed = members if members[0] != members[1] else [{left.person}, {right.person}]
    reasons = _reasons(actor, *weighed)
    return PairPage(
        left=left,
        right=right,
        probability=likelihood(newest.why) if newest else 0.0,
        why=newest.why if newest else "",
        claims=(_told(actor, left), _told(actor, right)),
        reasons=reasons,
        judgements=tuple(judgement_view(row, standing=row is newest) for row in rows_judged),
        together=len(members[0] | members[1]),
        kept_apart=_between(actor, *members),
        one_origin=shared_origins(
            actor,
            {left.report, *(claim.report for each in reasons for claim in each.left)},
            {right.report, *(claim.report for each in reasons for claim in each.right)},
        ),
        after=_after(actor, {left.person, right.person}),
    )


def _reasons(actor: Actor, ours: Collection[int], theirs: Collection[int]) -> tuple[ReasonView, ...]:
    one, other = (
        merged(visible_records(actor, sorted(group)[:MOST_MEMBERS]).values()) for group in (ours, theirs)
    )
    found = compare_records(one, other).reasons
    left, right = side_of(actor, ours), side_of(actor, theirs)
    return tuple(
        ReasonView(
            each.feature,
            each.words,
            round(exp(each.nats), 2),
            each.contradicts,
            left.for_reason(each.feature, each.words),
            right.for_reason(each.feature, each.words),
        )
        for each in found
    )


def _members(actor: Actor, side: SideView) -> set[int]:
    if side.case is None:
        return {side.person}
    rows = visible_members(CaseMember.objects.filter(case=side.case), actor)
    return set(rows.order_by().values_list("person_id", flat=True))


def _told(actor: Actor, side: SideView) -> tuple[ClaimView, ...]:
    """What is told of the person in their report: first what tells who they are."""
    links = Claim.subjects.through.objects.filter(person=side.person)
    views = claim_views(visible(Claim.objects.filter(pk__in=links.values("claim")), actor), actor)
    kept = [view for view in views if stands(view)]
    return tuple(sorted(kept, key=lambda view: view.kind not in _TELLING)[:_MOST_CLAIMS])


def _between(actor: Actor, ours: Collection[int], theirs: Collection[int]) -> tuple[JudgementView, ...]:
    rows = visible_judgements(actor).filter(superseded_by=None, verdict="not same")
    rows = rows.exclude(by__startswith=RULE_PREFIX)
    rows = rows.filter(Q(left__in=ours, right__in=theirs) | Q(left__in=theirs, right__in=ours))
    return tuple(judgement_view(row) for row in rows.select_related("left", "right"))


def _after(actor: Actor, pair: set[int]) -> int | None:
    return next(
        (each.judgement for each in _open(actor) if {each.left.person, each.right.person} != pair), None
    )
