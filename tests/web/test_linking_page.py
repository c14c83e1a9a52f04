"""The screen on which people decide who is who: what would settle most first, one key for each answer."""

from __future__ import annotations

import re

import pytest
from desk_client import OpenDesk, opened

from amanat.adapters.casebook import OpenCasebook
from amanat.core.protecting import Actor, Role, Sensitivity
from amanat.store.models import Judgement, Person
from amanat.store.queries.linking import open_pair, open_pairs
from invented import OWNER, added

HELD = "detention | 2018-12 | Qaratal camp | |"


@pytest.fixture
def persons(casebook: OpenCasebook) -> list[int]:
    """Two who may be one; and two of one name with other fathers, who hardly are, and of whom more is told."""
    added(casebook, f"Courier 1\nAnselmo Quib | {HELD}")
    added(casebook, f"Courier 2\nAnselmo Quib Tzuy | {HELD}")
    for number, father in ((3, "Askar"), (4, "Muratbek")):
        kin = f"{father} | kinship | | | | father of Raushan Sadyrbay"
        added(casebook, f"Courier {number}\nRaushan Sadyrbay | {HELD}\n{kin}")
    return list(Person.objects.order_by("pk").values_list("pk", flat=True))


@pytest.fixture
def here(casebook: OpenCasebook, persons: list[int]) -> OpenDesk:
    return opened(casebook)


def test_open_pairs_are_listed_and_the_first_can_be_looked_at(here: OpenDesk) -> None:
    page = here.client.get("/linking/").content.decode()
    assert "Anselmo Quib Tzuy" in page and re.search(r"<b>\d\d(\.\d)? %</b>", page)
    assert page.count('class="button"') == 2
    settles = [pair.settles for pair in open_pairs(OWNER).items]
    assert settles == sorted(settles, reverse=True)


def test_the_evidence_stands_side_by_side_with_a_key_for_each_answer(here: OpenDesk) -> None:
    page = here.client.get("/linking/1/2/").content.decode()
    assert re.findall(r'value="([^"]+)" aria-keyshortcuts="([snu])"', page) == [
        ("same", "s"), ("not same", "n"), ("unsure", "u"),
    ]  # fmt: skip
    assert (
        "stands in one of the names only" in page
        and "detention" in page
        and "The two cases become one" in page
    )
    assert page.count("?claim=") >= 2, "each passage with its link"
    contradicted = here.client.get("/linking/3/5/").content.decode()
    assert "another father" in contradicted and "contradicts" in contradicted


def test_each_reason_is_said_in_words_with_the_passages_of_both_beside_it(here: OpenDesk) -> None:
    page = here.client.get("/linking/1/2/").content.decode()
    row = page[page.index("of both is told: detention, December 2018") :].partition("</tr>")[0]
    assert "times likelier of one person than of two who share the name" in row
    left, right = row.split("<td ")[1:]
    assert left.startswith('data-label="Anselmo Quib:"') and "/reports/1/?claim=" in left
    assert right.startswith('data-label="Anselmo Quib Tzuy:"') and "/reports/2/?claim=" in right
    assert "∅" not in page and "→∅" not in page
    assert "The probability that they are one person is" in page and "It is no proof" in page


def test_a_persons_own_why_stands_as_it_was_written(here: OpenDesk) -> None:
    here.client.post(
        "/linking/1/2/judge", {"verdict": "unsure", "why": "likely one person (99.9 %), I think"}
    )
    page = here.client.get("/linking/1/2/").content.decode()
    assert "likely one person (99.9 %), I think" in page


@pytest.mark.parametrize("verdict", ["same", "not same", "unsure"])
def test_a_decision_leads_to_the_next_pair_and_can_be_undone(here: OpenDesk, verdict: str) -> None:
    answer = here.client.post("/linking/1/2/judge", {"verdict": verdict, "why": "her aunt says so"})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/linking/3/5/")
    assert {(pair.left.person, pair.right.person) for pair in open_pairs(OWNER).items} == {(3, 5)}
    page = here.client.get("/linking/1/2/").content.decode()
    assert "her aunt says so" in page
    undo = re.search(r"/linking/1/2/undo/\d+", page)
    assert undo and here.client.post(undo[0]).status_code == 303
    assert len(open_pairs(OWNER).items) == 2
    assert Judgement.objects.filter(supersedes__why="her aunt says so").exists()


@pytest.mark.parametrize(
    ("address", "verdict", "status"),
    [
        ("/linking/1/2/judge", "perhaps", 400),
        ("/linking/1/999/judge", "same", 404),
        ("/linking/1/1/judge", "same", 400),
    ],
)
def test_what_cannot_be_judged(here: OpenDesk, address: str, verdict: str, status: int) -> None:
    before = Judgement.objects.count()
    assert here.client.post(address, {"verdict": verdict}).status_code == status
    assert here.client.get("/linking/1/999/").status_code == 404
    assert here.client.post("/linking/1/2/undo/999").status_code == 404
    assert Judgement.objects.count() == before


def test_nothing_of_what_the_actor_may_not_see(casebook: OpenCasebook, persons: list[int]) -> None:
    added(casebook, f"Courier 9\nAnselmo Quib Batz | {HELD}", sensitivity=Sensitivity.SEALED)
    reader = Actor("Ilse Brandt", Role.READER)
    names = {side.name for pair in open_pairs(reader).items for side in (pair.left, pair.right)}
    assert "Anselmo Quib Batz" not in names and "Anselmo Quib Tzuy" in names
    desk = opened(casebook, actor=reader)
    assert desk.client.get("/linking/1/2/").status_code == 200
    assert 'value="same"' not in desk.client.get("/linking/1/2/").content.decode()
    assert desk.client.post("/linking/1/2/judge", {"verdict": "same"}).status_code == 403


def test_a_chain_does_not_overrule_not_same_and_the_page_says_so(
    casebook: OpenCasebook, here: OpenDesk
) -> None:
    here.client.post("/linking/1/2/judge", {"verdict": "not same"})
    assert [each.verdict for each in open_pair(OWNER, 1, 2).kept_apart] == ["not same"]
    assert "no chain joins them" in here.client.get("/linking/1/2/").content.decode()
