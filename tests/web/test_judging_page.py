"""Deciding on a case's page whether two persons are one: who may be the same, and who was joined by a rule."""

from __future__ import annotations

import re

import pytest
from desk_client import OpenDesk, opened

from amanat.adapters.casebook import OpenCasebook
from amanat.core.protecting import Actor, Role
from amanat.store.models import Person
from amanat.store.queries.cases import case
from invented import OWNER, added

HELD = "detention | 2018-12 | Qaratal camp | |"


@pytest.fixture
def persons(casebook: OpenCasebook) -> list[int]:
    """One who is joined by sound with the second, and one who may be the third; the second case is 3."""
    names = ("Raushan Sadyrbay", "Раушан Садырбайқызы", "R. Sadyrbay")
    for number, name in enumerate(names):
        added(casebook, f"Courier {number}\n{name} | {HELD}")
    return list(Person.objects.order_by("pk").values_list("pk", flat=True))


@pytest.fixture
def here(casebook: OpenCasebook, persons: list[int]) -> OpenDesk:
    return opened(casebook)


def _page(desk: OpenDesk, case_id: int) -> str:
    answer = desk.client.get(f"/cases/{case_id}/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_who_may_be_the_same_is_shown_with_the_reason_and_three_answers(here: OpenDesk) -> None:
    page = _page(here, 1)
    assert "May be the same person" in page and 'href="/cases/3/"' in page
    card = page[page.index('id="alike"') :]
    assert (
        "R. Sadyrbay" in card
        and "The probability that they are one person is" in card
        and "begin alike" in card
    )
    assert re.findall(r'name="verdict" value="([^"]+)"', card) == ["same", "not same", "unsure"]
    assert "/cases/1/persons/1/is/3" in card or "/cases/1/persons/2/is/3" in card


@pytest.mark.parametrize("verdict", ["not same", "unsure"])
def test_a_decision_is_kept_and_asked_no_more(here: OpenDesk, verdict: str) -> None:
    [shown] = case(OWNER, 1).alike
    address = f"/cases/1/persons/{shown.person}/is/{shown.other}"
    answer = here.client.post(address, {"verdict": verdict, "why": "she was elsewhere then"})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/cases/1/#one-person")
    page = _page(here, 1)
    assert 'id="alike"' not in page and "she was elsewhere then" in page
    assert ("Not the same person" if verdict == "not same" else "Unsure whether") in page
    undo = re.search(r"/cases/1/judgements/\d+/undo", page)
    assert undo and here.client.post(undo[0]).status_code == 303
    assert 'id="alike"' in _page(here, 1)


def test_same_makes_one_case_of_two_and_leads_to_it(here: OpenDesk) -> None:
    [shown] = case(OWNER, 3).alike
    answer = here.client.post(f"/cases/3/persons/3/is/{shown.other}", {"verdict": "same"})
    assert answer.headers["Location"] == "/cases/1/#one-person"
    assert "R. Sadyrbay" in _page(here, 1)
    assert here.client.get("/cases/3/").status_code == 404


def test_what_a_rule_joined_can_be_parted(here: OpenDesk) -> None:
    page = _page(here, 1)
    assert "one name by sound (by rule)" in page and "Садырбайқызы" in page
    answer = here.client.post("/cases/1/persons/2/is/1", {"verdict": "not same"})
    assert answer.headers["Location"] == "/cases/1/#one-person"
    assert [member.person for member in case(OWNER, 1).members] == [1]
    assert here.client.get("/cases/2/").status_code == 200


def test_only_what_the_page_asks_can_be_answered(here: OpenDesk, casebook: OpenCasebook) -> None:
    added(casebook, f"Courier 9\nBerdibek Sadyrbay | {HELD}")
    for address in ("/cases/1/persons/1/is/4", "/cases/1/persons/4/is/1", "/cases/9/persons/1/is/3"):
        assert here.client.post(address, {"verdict": "same"}).status_code == 404
    [shown] = case(OWNER, 1).alike
    asked = f"/cases/1/persons/{shown.person}/is/{shown.other}"
    assert here.client.post(asked, {"verdict": "none"}).status_code == 400
    assert here.client.get(asked).status_code == 405


def test_a_reader_is_refused(casebook: OpenCasebook, persons: list[int]) -> None:
    desk = opened(casebook, Actor("Ilse Brandt", Role.READER))
    [shown] = case(OWNER, 1).alike
    answer = desk.client.post(f"/cases/1/persons/{shown.person}/is/{shown.other}", {"verdict": "same"})
    assert answer.status_code == 403
    assert len(case(OWNER, 1).alike) == 1
