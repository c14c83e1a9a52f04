"""Cases: the list with search, and one case with all that its page shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from django.db.models import QuerySet

from amanat.core.action_errors import NotFoundError
from amanat.core.protecting import Actor
from amanat.core.weighing import Told, counts
from amanat.core.weighing.asking import open_questions
from amanat.core.weighing.summary import summary
from amanat.store.models import Case, Claim, Person, Report
from amanat.store.models.acts import Act
from amanat.store.models.cases import CaseMember
from amanat.store.queries.access import visible, visible_cases, visible_members, visible_reports
from amanat.store.queries.alike import alike
from amanat.store.queries.case_acts import act_views, contested_questions, timeline
from amanat.store.queries.case_sources import case_origins, denials, member_views, teller_tallies
from amanat.store.queries.case_weighing import contradictions_in, matters_of
from amanat.store.queries.claim_views import claim_views
from amanat.store.queries.decisions import (
    echo_decisions,
    judgement_decisions,
    judgements_on,
    newest_first,
    review_decisions,
)
from amanat.store.queries.echoes import PassageSource, sources_of
from amanat.store.queries.grades import grade_decisions, grades_on
from amanat.store.queries.names import description_of, name_forms, title_of
from amanat.store.queries.paging import paged
from amanat.store.queries.reports import report_lines
from amanat.store.queries.standing import is_alarm, stands
from amanat.store.queries.tellers import tellers_of
from amanat.store.queries.views import ActView, CaseLine, CasePage, ClaimView, Page, Tally, TellerTally
from amanat.store.queries.weighing import weighable
from amanat.store.queries.words import matching_cases


def list_cases(actor: Actor, search: str = "", page: int = 1) -> Page[CaseLine]:
    """In order of name. ``search``: words that begin words of the names, in any script, or of the reports."""
    cases = visible_cases(actor)
    if search.strip():
        cases = cases.filter(matching_cases(actor, search))
    return paged(cases, page, partial(_lines, actor))


def _lines(actor: Actor, cases: Sequence[Case]) -> list[CaseLine]:
    people: dict[int, list[Person]] = defaultdict(list)
    ids = [case.pk for case in cases]
    members = visible_members(CaseMember.objects.filter(case__in=ids), actor)
    for member in members.select_related("person").order_by("person_id"):
        people[member.case_id].append(member.person)
    claims = _claims_by_case(actor, {person.pk: case for case, those in people.items() for person in those})
    return [_line(case.pk, people[case.pk], claims[case.pk]) for case in cases]


def _claims_by_case(actor: Actor, case_of: Mapping[int, int]) -> dict[int, list[ClaimView]]:
    links = Claim.subjects.through.objects.filter(person__in=list(case_of))
    views = {view.id: view for view in claim_views(visible(_claims(links), actor), actor)}
    found: dict[int, dict[int, ClaimView]] = defaultdict(dict)
    for person, claim in links.values_list("person", "claim"):
        if claim in views:
            found[case_of[person]][claim] = views[claim]
    return defaultdict(list, {case: list(each.values()) for case, each in found.items()})


def _claims(links: QuerySet[Any]) -> QuerySet[Claim]:
    return Claim.objects.filter(pk__in=links.values("claim"))


def _line(case: int, people: Sequence[Person], claims: Sequence[ClaimView]) -> CaseLine:
    standing = [claim for claim in claims if stands(claim)]
    return CaseLine(
        id=case,
        title=title_of(people),
        forms=name_forms(people),
        description=description_of(people),
        reports=len({person.report_id for person in people}),
        claims=len(standing),
        open=sum(claim.status == "open" for claim in standing),
        alarm=any(map(is_alarm, standing)),
        kinds=tuple(dict.fromkeys(claim.kind for claim in standing)),
    )


def case(actor: Actor, id: int) -> CasePage:
    """Raises NotFoundError."""
    members = visible_members(CaseMember.objects.filter(case=id), actor)
    people = [member.person for member in members.select_related("person").order_by("person_id")]
    if not people:
        raise NotFoundError(f"case {id}")
    ids = {person.pk for person in people}
    claims = visible(_claims(Claim.subjects.through.objects.filter(person__in=ids)), actor)
    views = claim_views(claims, actor)
    standing = [view for view in views if stands(view)]
    sources = _sources(actor, standing)
    told = _told(actor, standing, ids, sources)
    acts = act_views(Act.objects.filter(case=id), standing, told)
    matters = matters_of(acts, told)
    judgements = judgements_on(actor, ids)
    grades = grades_on(actor, [view.id for view in views])
    tellers = teller_tallies(standing, told, grades)
    return CasePage(
        id=id,
        title=title_of(people),
        description=description_of(people),
        forms=name_forms(people),
        tally=_tally(people, views, acts, tellers),
        alarms=tuple(filter(is_alarm, standing)),
        acts=_of(acts, "act"),
        statuses=_of(acts, "status"),
        statements=_of(acts, "statement"),
        timeline=timeline(_of(acts, "act")),
        tellers=tellers,
        denials=denials(standing),
        rejected=tuple(view for view in views if view.status == "rejected"),
        members=member_views(people, judgements),
        alike=alike(actor, ids),
        reports=tuple(report_lines(_reports(actor, people))),
        judgements=judgements,
        decisions=newest_first(
            [
                *review_decisions(claims),
                *judgement_decisions(judgements),
                *grade_decisions(grades),
                *echo_decisions(actor, {view.report for view in views}),
            ]
        ),
        counts=counts(told.values()),
        summary=summary(matters),
        contradictions=contradictions_in(matters),
        open_questions=open_questions(matters),
        origins=case_origins(told.values(), tellers, (each.origin for each in sources.values())),
        grades=grades,
    )


def _sources(actor: Actor, claims: Sequence[ClaimView]) -> dict[int, PassageSource]:
    """Where the passage of each claim comes from, by the claim's id."""
    sources = sources_of(actor, {claim.report for claim in claims})
    return {claim.id: sources.of(claim.report, claim.passage.start, claim.passage.end) for claim in claims}


def _told(
    actor: Actor, claims: Sequence[ClaimView], members: set[int], sources: Mapping[int, PassageSource]
) -> dict[int, Told]:
    """The claims, by id, as they are weighed."""
    tellers = tellers_of(actor, claims, members)
    return {claim.id: weighable(claim, tellers, sources[claim.id]) for claim in claims}


def _of(acts: Sequence[ActView], sort: str) -> tuple[ActView, ...]:
    return tuple(act for act in acts if act.sort == sort)


def _reports(actor: Actor, people: Sequence[Person]) -> list[Report]:
    ids = {person.report_id for person in people}
    return list(visible_reports(actor).filter(pk__in=ids).defer("text", "related"))


def _tally(
    people: Sequence[Person],
    views: Sequence[ClaimView],
    acts: Sequence[ActView],
    tellers: Sequence[TellerTally],
) -> Tally:
    standing = [view for view in views if stands(view)]
    return Tally(
        reports=len({person.report_id for person in people}),
        tellers=len(tellers),
        claims=len(standing),
        open=sum(view.status == "open" for view in standing),
        confirmed=sum(view.status in ("confirmed", "corrected") for view in standing),
        rejected=sum(view.status == "rejected" for view in views),
        contested=contested_questions(acts),
    )
