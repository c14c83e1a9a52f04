"""The case page says what the claims add up to, and a claim's page takes grades."""

from __future__ import annotations

from desk_client import OpenDesk


def test_the_case_page_tells_findings_sources_contradictions_and_what_to_ask(desk: OpenDesk) -> None:
    page = desk.client.get("/cases/1/").content.decode()
    for heading in ("In short", "Where it comes from", "Contradictions", "Ask next", "The same as a table"):
        assert heading in page
    assert "2 reports tell of this person; they go back to 2 origins and 2 to 3 witnesses." in page
    assert "nobody named as having seen it" in page and "single account" in page
    assert page.count('class="origin known"') >= 4, "two origins, broad and narrow"
    assert '<a href="/reports/1/?claim=1#claim">#1</a>' in page
    assert "The beginning of detention: when, 15 July 2017 or 17 July 2017?" in page


def test_a_grade_is_given_shown_and_replaced(desk: OpenDesk) -> None:
    address = "/reports/1/claims/3/grade"
    answer = desk.client.post(address, {"reliability": "B", "credibility": "2", "why": "<b>twice</b>"})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/reports/1/?claim=3#claim")
    page = desk.client.get("/reports/1/?claim=3").content.decode()
    assert "usually reliable" in page and "probably true" in page and "&lt;b&gt;twice&lt;/b&gt;" in page
    case = desk.client.get("/cases/1/").content.decode()
    assert "Graded reliability B" in case and "Graded credibility 2" in case
    desk.client.post(address, {"reliability": "none"})
    assert "replaced since" in desk.client.get("/cases/1/").content.decode()


def test_what_is_no_grade_is_refused_in_words(desk: OpenDesk) -> None:
    answer = desk.client.post("/reports/1/claims/3/grade", {"credibility": "9"})
    assert answer.status_code == 400 and "no grade of credibility" in answer.content.decode()
    assert desk.client.post("/reports/2/claims/3/grade", {"credibility": "2"}).status_code == 404
    assert desk.client.post("/reports/1/claims/3/grade", {}).status_code == 303
    assert desk.client.get("/reports/1/claims/3/grade").status_code == 405
