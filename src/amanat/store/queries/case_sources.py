"""Who tells of a case: its sources, what parties deny, and why its persons are taken to be one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from amanat.core.weighing import SELF, Told, Voice, voice
from amanat.core.weighing.origins import report_of
from amanat.core.weighing.voices import voice_of
from amanat.store.models import Person
from amanat.store.queries.echoes import OriginView
from amanat.store.queries.views import (
    CaseOrigin,
    ClaimView,
    GradeView,
    JudgementView,
    MemberView,
    TellerTally,
)


def teller_tallies(
    claims: Iterable[ClaimView], told: Mapping[int, Told], grades: Iterable[GradeView]
) -> tuple[TellerTally, ...]:
    """Each first teller once, whoever tells most first; ``through``: who carried it to the reports.

    Somebody without a name is one for each origin: whether the same stands in two is not known.
    """
    groups: dict[tuple[str, str], list[ClaimView]] = defaultdict(list)
    for claim in claims:
        if claim.told_by:
            groups[_teller(told[claim.id])].append(claim)
    standing = [each for each in grades if each.standing and each.value and each.axis == "reliability"]
    ordered = sorted(groups.values(), key=lambda group: -len(group))
    return tuple(_tally(group, told, standing) for group in ordered)


def _teller(told: Told) -> tuple[str, str]:
    return (told.teller, "" if told.named else told.source)


def _tally(claims: Sequence[ClaimView], told: Mapping[int, Told], grades: Iterable[GradeView]) -> TellerTally:
    first, weighed = claims[0], told[claims[0].id]
    through = (teller.name for claim in claims for teller in claim.told_by[1:])
    reports = {claim.report for claim in claims}
    names = {(claim.report, claim.told_by[0].name) for claim in claims}
    return TellerTally(
        name=first.told_by[0].name,
        role=first.told_by[0].role,
        is_subject=weighed.teller == SELF,
        claims=len(claims),
        reports=tuple(sorted(reports)),
        through=tuple(dict.fromkeys(through)),
        voice=voice(weighed).value,
        named=weighed.named,
        origins=tuple(sorted({told[claim.id].source for claim in claims})),
        first_claim=first.id,
        first_report=first.report,
        grades=tuple(each for each in grades if (each.report, each.source) in names),
    )


def case_origins(
    told: Iterable[Told], tellers: Sequence[TellerTally], origins: Iterable[OriginView]
) -> tuple[CaseOrigin, ...]:
    """Each origin with the reports that go back to it, in whole or in part, the one with the most reports first."""
    labels = {each.key: each.label for each in origins}
    reports: dict[str, set[int]] = defaultdict(set)
    sources: dict[int, set[str]] = defaultdict(set)
    for each in told:
        reports[each.source].add(each.report)
        sources[each.report].add(each.source)
    found = [
        CaseOrigin(
            key=key,
            label=labels.get(key, ""),
            report=report_of(key),
            reports=tuple(sorted(group)),
            partly=tuple(sorted(each for each in group if len(sources[each]) > 1)),
            tellers=tuple(number for number, teller in enumerate(tellers) if key in teller.origins),
        )
        for key, group in reports.items()
    ]
    return tuple(sorted(found, key=lambda each: (-len(each.reports), each.reports)))


def denials(claims: Iterable[ClaimView]) -> tuple[ClaimView, ...]:
    """What officials and governments say was not so: claims like any other, shown beside."""
    return tuple(claim for claim in claims if claim.kind == "denial" or _denied_by_party(claim))


def _denied_by_party(claim: ClaimView) -> bool:
    told_first = claim.told_by[0].role if claim.told_by else ""
    return claim.polarity == "denied" and voice_of(told_first) is Voice.PARTY


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
