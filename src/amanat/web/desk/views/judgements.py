"""Deciding from a case's page whether two persons are one, and taking such a decision back."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from amanat.actions import link as actions
from amanat.core.action_errors import NotFoundError
from amanat.store.queries import cases as queries
from amanat.store.queries.alike import case_of
from amanat.store.queries.views import CasePage
from amanat.web.desk.errors import UnanswerableError
from amanat.web.desk.guards import actor_of, running
from amanat.web.desk.views.asking import reason

VERDICTS: Final = ("same", "not same", "unsure")


@require_POST
def judge(request: HttpRequest, case_id: int, person_id: int, other_id: int) -> HttpResponse:
    """Whether ``person_id``, of the case, is ``other_id``: one who may be the same, or was taken to be."""
    page = queries.case(actor_of(request), case_id)
    if (person_id, other_id) not in _pairs(page):
        raise NotFoundError(f"persons {person_id} and {other_id} of case {case_id}")
    verdict = request.POST.get("verdict", "")
    if verdict not in VERDICTS:
        raise UnanswerableError(f"case {case_id}", why=f"{verdict!r} is not a verdict")
    actions.judge(running().casebook, actor_of(request), person_id, other_id, verdict, reason(request))
    return _to_case(request, case_id, person_id)


@require_POST
def undo(request: HttpRequest, case_id: int, judgement_id: int) -> HttpResponse:
    page = queries.case(actor_of(request), case_id)
    found = next((each for each in page.judgements if each.id == judgement_id), None)
    if found is None:
        raise NotFoundError(f"judgement {judgement_id} of case {case_id}")
    actions.undo_judgement(running().casebook, actor_of(request), judgement_id)
    members = {member.person for member in page.members}
    return _to_case(request, case_id, found.left if found.left in members else found.right)


def _pairs(page: CasePage) -> set[tuple[int, int]]:
    """Those that the page asks about: who may be the same, and who was joined with whom."""
    joined = {(each.person, each.joined_to) for each in page.members if each.joined_to is not None}
    return {(each.person, each.other) for each in page.alike} | joined


def _to_case(request: HttpRequest, case_id: int, person: int) -> HttpResponse:
    """The page where it was decided; where that case is now part of an earlier one, that one."""
    actor = actor_of(request)
    case = case_id if case_of(actor, case_id) == case_id else case_of(actor, person)
    address = reverse("cases") if case is None else reverse("case", args=[case])
    return HttpResponse(status=303, headers={"Location": f"{address}#one-person" if case else address})
