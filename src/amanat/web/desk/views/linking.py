"""The pairs that are left to people: what would settle most first, and each with its evidence side by side."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from amanat.actions import link as actions
from amanat.core.action_errors import NotFoundError
from amanat.core.aloud import FIGURE, NAMES
from amanat.core.linking.rules import likelihood
from amanat.core.protecting import Deed, allowed
from amanat.store.queries import linking as queries
from amanat.web.desk.errors import UnanswerableError
from amanat.web.desk.guards import actor_of, running
from amanat.web.desk.views.asking import page_number, reason
from amanat.web.desk.views.judgements import VERDICTS


def pairs(request: HttpRequest) -> HttpResponse:
    number = page_number(request)
    found = queries.open_pairs(actor_of(request), number)
    shown = {"here": "linking", "list": found, "before": found.number - 1, "after": found.number + 1}
    return render(request, "desk/linking.html", shown)


def pair(request: HttpRequest, one: int, other: int) -> HttpResponse:
    """Also a pair on which somebody decided: to see why, and to take it back."""
    actor = actor_of(request)
    found = queries.open_pair(actor, one, other)
    sides = tuple(zip((found.left, found.right), found.claims, strict=True))
    shown = {
        "here": "linking",
        "pair": found,
        "why": next((each.why for each in reversed(found.judgements) if likelihood(each.why)), ""),
        "names": [each for each in found.reasons if each.feature == "name"],
        "facts": [each for each in found.reasons if each.feature != "name"],
        "figure": FIGURE,
        "of_names": NAMES,
        "sides": sides,
        "joined": found.left.case is not None and found.left.case == found.right.case,
        "may_judge": bool(allowed(actor, Deed.JUDGE)),
        "now": timezone.now(),
    }
    return render(request, "desk/pair.html", shown)


@require_POST
def judge(request: HttpRequest, one: int, other: int) -> HttpResponse:
    """Then the pair that would settle most of those left."""
    verdict = request.POST.get("verdict", "")
    if verdict not in VERDICTS:
        raise UnanswerableError(f"persons {one} and {other}", why=f"{verdict!r} is not a verdict")
    actions.judge(running().casebook, actor_of(request), one, other, verdict, reason(request))
    return _seen(_next_address(request))


@require_POST
def undo(request: HttpRequest, one: int, other: int, judgement_id: int) -> HttpResponse:
    actor = actor_of(request)
    if {one, other} != set(queries.pair_of(actor, judgement_id)):
        raise NotFoundError(f"judgement {judgement_id} of persons {one} and {other}")
    actions.undo_judgement(running().casebook, actor, judgement_id)
    return _seen(reverse("pair", args=[one, other]))


def _next_address(request: HttpRequest) -> str:
    left = queries.open_pairs(actor_of(request)).items
    if not left:
        return reverse("linking")
    return reverse("pair", args=[left[0].left.person, left[0].right.person])


def _seen(address: str) -> HttpResponse:
    return HttpResponse(status=303, headers={"Location": address})
