"""Who tells of a case: its sources, what parties deny, and why its persons are taken to be one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from amanat.store.models import Person
from amanat.store.queries.standing import SELF, teller_key
from amanat.store.queries.views import ClaimView, JudgementView, MemberView, TellerTally

_PARTIES = frozenset({"official", "government"})


def teller_tallies(claims: Iterable[ClaimView], members: Collection[int]) -> tuple[TellerTally, ...]:
    """Each first witness once, whoever tells most first; ``through``: who carried it to the reports."""
    told: dict[str, list[ClaimView]] = defaultdict(list)
    for claim in claims:
        if claim.told_by:
            told[teller_key(claim.told_by[0], members)].append(claim)
    ordered = sorted(told.items(), key=lambda item: -len(item[1]))
    return tuple(_tally(key, group) for key, group in ordered)


def _tally(key: str, claims: Sequence[ClaimView]) -> TellerTally:
    first = claims[0].told_by[0]
    through = (teller.name for claim in claims for teller in claim.told_by[1:])
    return TellerTally(
        name=first.name,
        role=first.role,
        is_subject=key == SELF,
        claims=len(claims),
        reports=tuple(sorted({claim.report for claim in claims})),
        through=tuple(dict.fromkeys(through)),
    )


def denials(claims: Iterable[ClaimView]) -> tuple[ClaimView, ...]:
    """What officials and governments say was not so: claims like any other, shown beside."""
    return tuple(claim for claim in claims if claim.kind == "denial" or _denied_by_party(claim))


def _denied_by_party(claim: ClaimView) -> bool:
    return claim.polarity == "denied" and bool(claim.told_by) and claim.told_by[0].role in _PARTIES


def member_views(people: Sequence[Person], judgements: Sequence[JudgementView]) -> tuple[MemberView, ...]:
    """The persons, the earliest first, each with a standing judgement that joins it to an earlier one."""
    same = [each for each in judgements if each.standing and each.verdict == "same"]
    return tuple(_member(person, {other.pk for other in people}, same) for person in people)


def _member(person: Person, members: Collection[int], same: Sequence[JudgementView]) -> MemberView:
    joined = [each for each in same if each.right == person.pk and each.left in members]
    joined += [each for each in same if each.left == person.pk and each.right in members and not joined]
    is_first = person.pk == min(members)
    why = None if is_first or not joined else joined[0]
    return MemberView(
        person=person.pk,
        report=person.report_id,
        names=tuple(person.names),
        description=person.description,
        joined_by=why.by if why else "",
        joined_why=why.why if why else "",
        joined_to=None if why is None else why.left if why.right == person.pk else why.right,
    )
