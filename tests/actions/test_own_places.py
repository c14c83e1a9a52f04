"""Users' own places: brought in once, replaced and withdrawn, never edited, and found like the gazetteer's."""

from __future__ import annotations

import pytest

from amanat.actions.findings import Finding
from amanat.actions.places import Brought, bring_places, replace_place, withdraw_place
from amanat.actions.verify import verify
from amanat.adapters.casebook import OpenCasebook
from amanat.core.action_errors import NotFoundError
from amanat.core.places.entry import PlaceEntry
from amanat.store.models import LogEntry, OwnPlace
from amanat.store.queries.places import own_place, own_places, places_found
from invented import OWNER

CAMP = PlaceEntry(
    "Qaratas Camp", ("Қаратас лагері", "喀拉塔什"), "camp", "Künes County", 43.45, 83.3, "Steppe Wire"
)
FACTORY = PlaceEntry("Tal Factory", (), "factory", "Ghulja")


def bring(casebook: OpenCasebook, *entries: PlaceEntry) -> Brought:
    return bring_places(casebook, OWNER, entries, how="file camps.tsv", why="from the valley")


def test_the_same_list_again_changes_nothing(casebook: OpenCasebook) -> None:
    assert len(bring(casebook, CAMP, FACTORY).new) == 2
    size = LogEntry.objects.count()
    assert bring(casebook, CAMP, FACTORY, CAMP) == Brought(known=3)
    assert LogEntry.objects.count() == size
    assert [each.name for each in own_places(OWNER)] == ["Qaratas Camp", "Tal Factory"]


def test_a_list_that_says_otherwise_replaces_and_what_stood_is_kept(casebook: OpenCasebook) -> None:
    (first,) = bring(casebook, CAMP).new
    moved = PlaceEntry("QARATAS camp", CAMP.also, "prison", "Künes county")
    (second,) = bring(casebook, moved).replaced
    assert [each.kind for each in own_places(OWNER)] == ["prison"]
    assert [(each.id, each.kind) for each in own_place(OWNER, second)] == [
        (second, "prison"),
        (first, "camp"),
    ]
    assert own_place(OWNER, first)[0].by == "Aysel Tarhan"


def test_namesakes_in_other_surroundings_stay_apart(casebook: OpenCasebook) -> None:
    bring(casebook, PlaceEntry("No. 1 Prison", lies_in="Ghulja"), PlaceEntry("No. 1 Prison", lies_in="Aksu"))
    assert len(own_places(OWNER)) == 2


def test_replacing_and_withdrawing_by_number(casebook: OpenCasebook) -> None:
    (first,) = bring(casebook, CAMP).new
    second = replace_place(casebook, OWNER, first, FACTORY, "another building")
    with pytest.raises(NotFoundError):
        replace_place(casebook, OWNER, first, CAMP)
    third = withdraw_place(casebook, OWNER, second, "closed")
    assert own_places(OWNER) == ()
    assert [each.withdrawn for each in own_place(OWNER, third)] == [True, False, False]
    with pytest.raises(NotFoundError):
        withdraw_place(casebook, OWNER, third)
    assert OwnPlace.objects.count() == 3


@pytest.mark.parametrize("words", ["Qaratas Camp", "каратас лагери", "喀拉塔什", "Karatash camp"])
def test_they_are_found_in_any_script(casebook: OpenCasebook, words: str) -> None:
    (camp,) = bring(casebook, CAMP).new
    found = next(each for each in places_found(OWNER, words) if each.own == camp)
    assert found.within == ("Künes", "Ili Kazakh Autonomous Prefecture", "Xinjiang", "China")
    assert found.reasons


def test_the_gazetteers_are_found_beside_them(casebook: OpenCasebook) -> None:
    bring(casebook, FACTORY)
    first = places_found(OWNER, "Құлжа")[0]
    assert (first.name, first.own, first.kind) == ("Ghulja", None, "city")


def test_verify_sees_an_edited_place(casebook: OpenCasebook) -> None:
    bring(casebook, CAMP)
    assert not [each for each in verify(casebook, OWNER) if isinstance(each, Finding)]
    OwnPlace.objects.update(latitude=44.0)
    assert [each for each in verify(casebook, OWNER) if isinstance(each, Finding)]
