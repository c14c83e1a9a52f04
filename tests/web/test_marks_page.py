"""A report in a language that is not read: its marks, its direction, beginning a claim."""

from __future__ import annotations

import re

import pytest
from desk_client import OpenDesk, opened

from amanat.adapters.casebook import OpenCasebook
from amanat.core.protecting import Actor, Role
from amanat.store.models import Claim
from invented import marked

CHINESE = "告知书\n\n2018年3月17日，警方在特克斯县拘留了热吾尚·萨德尔拜。家属没有收到通知。"


@pytest.fixture
def here(casebook: OpenCasebook) -> OpenDesk:
    marked(casebook)
    marked(casebook, CHINESE, "notice.txt")
    return opened(casebook)


def _page(desk: OpenDesk, report: int) -> str:
    answer = desk.client.get(f"/reports/{report}/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_page_says_what_was_and_was_not_read(here: OpenDesk) -> None:
    page = _page(here, 1)
    assert "Read here: dates, numbers, places of the gazetteer, likely names and words for acts." in page
    assert "Not read: who did what to whom" in page
    assert "Nothing in this report was read as a claim" not in page


def test_the_text_runs_from_right_to_left_and_its_passages_by_their_own_letters(here: OpenDesk) -> None:
    page = _page(here, 1)
    assert '<div class="text" lang="ug" dir="rtl">' in page
    assert '<mark class="found act" title="Detention">تۇتقۇن</mark>' in page
    assert '<mark class="found date" title="15 March 2018">' in page
    assert re.search(r'<bdi lang="ug" dir="auto">تۇتقۇن</bdi>', page)
    assert '<div class="text" lang="zh" dir="auto">' in _page(here, 2)


def test_a_claim_is_begun_and_opened_to_be_completed(here: OpenDesk) -> None:
    page = _page(here, 2)
    address = re.search(r"/reports/2/marks/\d+/begin", page)
    assert address
    answer = here.client.post(address[0])
    claim = Claim.objects.get(report=2)
    assert answer.status_code == 303
    assert answer.headers["Location"] == f"/reports/2/?claim={claim.pk}&correct=1#claim"
    after = here.client.get(answer.headers["Location"].partition("#")[0]).content.decode()
    assert 'class="slots"' in after and "by hand" not in claim.kind
    assert "拘留了热吾尚·萨德尔拜。" in claim.passage.quote


def test_a_place_without_a_mark_begins_nothing(here: OpenDesk) -> None:
    assert here.client.post("/reports/2/marks/0/begin").status_code == 404
    assert here.client.get("/reports/2/marks/0/begin").status_code == 405
    assert not Claim.objects.exists()


def test_a_reader_begins_nothing(casebook: OpenCasebook) -> None:
    marked(casebook)
    desk = opened(casebook, Actor("Nadia Reader", Role.READER))
    address = re.search(r"/reports/1/marks/\d+/begin", _page(desk, 1))
    assert address and desk.client.post(address[0]).status_code == 403
