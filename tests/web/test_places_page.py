"""The page of users' own places: a form kept, one that cannot be, replacing, withdrawing, and who may."""

from __future__ import annotations

from desk_client import OpenDesk, opened
from desk_sample import MARIT
from django.test import Client

from amanat.adapters.casebook import OpenCasebook
from amanat.core.protecting import Actor, Role
from amanat.store.models import OwnPlace
from amanat.store.queries.places import own_places

CAMP = {
    "name": "Qaratas <b>Camp</b>",
    "also": "Қаратас лагері\n喀拉塔什",
    "kind": "camp",
    "lies_in": "Künes County",
    "latitude": "43.45",
    "longitude": "83.3",
    "sensitivity": "open",
}


def _shown(client: Client, address: str = "/places/") -> str:
    return client.get(address).content.decode()


def test_a_place_is_entered_shown_replaced_and_withdrawn(desk: OpenDesk) -> None:
    assert desk.client.post("/places/add", CAMP).status_code == 303
    (place,) = own_places(MARIT)
    assert (place.also, place.latitude, place.how) == (("Қаратас лагері", "喀拉塔什"), 43.45, "desk")
    page = _shown(desk.client)
    assert "Qaratas &lt;b&gt;Camp" in page and "<b>Camp" not in page
    assert "喀拉塔什" in _shown(desk.client, f"/places/?replace={place.id}").partition('id="form"')[2]
    answer = desk.client.post(
        f"/places/{place.id}/replace", {**CAMP, "kind": "prison", "why": "it was a prison"}
    )
    assert answer.status_code == 303
    (replaced,) = own_places(MARIT)
    assert (replaced.kind, replaced.supersedes, replaced.why) == ("prison", place.id, "it was a prison")
    assert desk.client.post(f"/places/{place.id}/withdraw").status_code == 404
    assert desk.client.post(f"/places/{replaced.id}/withdraw").status_code == 303
    assert own_places(MARIT) == ()
    assert OwnPlace.objects.count() == 3


def test_what_cannot_be_kept_comes_back_with_what_is_wrong(desk: OpenDesk) -> None:
    for wrong in (
        {"latitude": "north"},
        {"longitude": ""},
        {"name": ""},
        {"name": "!?"},
        {"sensitivity": "secret"},
    ):
        answer = desk.client.post("/places/add", {**CAMP, **wrong})
        assert answer.status_code == 422
        assert 'role="alert"' in answer.content.decode()
    assert not OwnPlace.objects.exists()


def test_a_reader_sees_open_places_and_no_form(casebook: OpenCasebook) -> None:
    desk = opened(casebook)
    desk.client.post("/places/add", CAMP)
    desk.client.post("/places/add", {**CAMP, "name": "Zhasyryn camp", "sensitivity": "sealed"})
    reader = opened(casebook, Actor("Timur Aldan", Role.READER))
    page = _shown(reader.client)
    assert (
        "Qaratas" in page and "Zhasyryn" not in page and "add-place" not in page and 'id="form"' not in page
    )
    assert reader.client.post("/places/add", CAMP).status_code in (403, 422)
    assert reader.client.post("/places/1/withdraw").status_code == 403
    assert own_places(MARIT)[0].withdrawn is False
