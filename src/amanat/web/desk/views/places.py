"""Users' own places: the list, a form for one more, and replacing or withdrawing one that stands."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from amanat.actions import places as actions
from amanat.core.protecting import Deed, Sensitivity, allowed
from amanat.store.queries import places as queries
from amanat.web.desk.guards import actor_of, running
from amanat.web.desk.placing import PlaceForm
from amanat.web.desk.views.asking import number

_LONGEST_WHY = 1000


@require_GET
def places(request: HttpRequest) -> HttpResponse:
    """The list, and beside it an empty form, or that of the place which is to be replaced."""
    actor, asked = actor_of(request), number(request, "replace")
    before = queries.own_place(actor, asked)[0] if asked else None
    return _shown(request, PlaceForm(actor, before=before), before)


@require_POST
def add(request: HttpRequest) -> HttpResponse:
    """Keep a new place; a form that cannot be kept comes back with what is wrong."""
    actor = actor_of(request)
    form = PlaceForm(actor, request.POST)
    if not form.is_valid():
        return _shown(request, form, None, status=422)
    level = Sensitivity(form.cleaned_data["sensitivity"])
    why = form.cleaned_data["why"]
    actions.bring_places(running().casebook, actor, [form.entry], how="desk", sensitivity=level, why=why)
    return _back()


@require_POST
def replace(request: HttpRequest, place_id: int) -> HttpResponse:
    actor = actor_of(request)
    before = queries.own_place(actor, place_id)[0]
    form = PlaceForm(actor, request.POST, before=before)
    if not form.is_valid():
        return _shown(request, form, before, status=422)
    actions.replace_place(running().casebook, actor, place_id, form.entry, form.cleaned_data["why"])
    return _back()


@require_POST
def withdraw(request: HttpRequest, place_id: int) -> HttpResponse:
    why = request.POST.get("why", "").strip()[:_LONGEST_WHY]
    actions.withdraw_place(running().casebook, actor_of(request), place_id, why)
    return _back()


def _shown(
    request: HttpRequest, form: PlaceForm, before: queries.OwnPlaceView | None, status: int = 200
) -> HttpResponse:
    actor = actor_of(request)
    shown = {
        "here": "places",
        "places": queries.own_places(actor),
        "form": form if allowed(actor, Deed.RECEIVE) else None,
        "before": before,
    }
    return render(request, "desk/places.html", shown, status=status)


def _back() -> HttpResponse:
    return HttpResponse(status=303, headers={"Location": reverse("places")})
