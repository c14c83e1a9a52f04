"""Every page on a real casebook: what it shows, that it is only text, and that decisions are kept."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from desk_client import OpenDesk
from desk_sample import FIRST, NAME

PAGES = [
    "/cases/",
    "/cases/?q=saltan",
    "/cases/?q=nobody",
    "/cases/1/",
    "/reports/",
    "/reports/1/",
    "/reports/1/?claim=3&correct=1",
    "/reports/2/",
    "/reports/3/",
    "/reports/4/",
    "/find/",
    "/find/?q=aqsu",
    "/places/",
    "/log/",
]


class Page(HTMLParser):
    """The tags, attributes and text of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]


def _page(desk: OpenDesk, address: str, status: int = 200) -> Page:
    answer = desk.client.get(address)
    assert answer.status_code == status
    return Page(answer.content.decode())


@pytest.mark.parametrize("address", PAGES)
def test_no_page_has_an_inline_script_or_style_or_another_host(desk: OpenDesk, address: str) -> None:
    page = _page(desk, address)
    for tag, attrs in page.tags:
        assert not any(name.startswith(("on", "hx-on")) or name == "style" for name in attrs), (tag, attrs)
        assert tag not in ("style", "iframe", "object", "embed", "base")
        for name in ("href", "src", "action", "hx-get"):
            target = attrs.get(name) or ""
            assert not re.match(r"[a-z]+:|//", target), target
    assert all(attrs.get("src") for attrs in page.all("script"))


@pytest.mark.parametrize("address", PAGES)
def test_landmarks_language_title_and_names_are_there(desk: OpenDesk, address: str) -> None:
    page = _page(desk, address)
    assert page.all("html")[0]["lang"] == "en"
    assert len(page.all("main")) == 1 and len(page.all("h1")) == 1
    assert page.all("a")[0]["href"] == "#main"
    labelled = {attrs.get("for") for attrs in page.all("label")}
    fields = [a for tag in ("input", "select", "textarea") for a in page.all(tag)]
    for field in fields:
        assert field.get("type") == "hidden" or field.get("id") in labelled or field.get("name") == "why"
    ids = [attrs["id"] for _, attrs in page.tags if attrs.get("id")]
    assert len(ids) == len(set(ids)), sorted(i for i in ids if ids.count(i) > 1)
    within = {target[1:] for a in page.all("a") if (target := a.get("href") or "").startswith("#")}
    assert within <= set(ids), "links within the page lead to something on it"


def test_the_case_shows_both_beginnings_side_by_side_and_the_threat(desk: OpenDesk) -> None:
    answer = desk.client.get("/cases/1/").content.decode()
    words = Page(answer).words
    assert NAME in words
    assert "15 July 2017" in words and "17 July 2017" in words
    assert answer.count('class="conflict') >= 2
    assert "Threat of deportation" in words and "her name is on a list" in words.lower()
    assert "her sister" in words and "unnamed source" in words
    assert answer.count("<svg") >= 2 and 'class="bracket"' in answer


def test_the_report_shows_its_text_unchanged_with_every_claim_numbered(desk: OpenDesk) -> None:
    answer = desk.client.get("/reports/1/").content.decode()
    text = answer[answer.index('<div class="text"') : answer.index("</div></div>")]
    bare = re.sub(r"<a class=\"ref\".*?</a>|<[^>]+>", "", text)
    lines = [line for line in bare.replace("&lt;", "<").replace("&gt;", ">").split("\n") if line.strip()]
    assert lines == [line for line in FIRST.split("\n") if line]
    assert [int(n) for n in re.findall(r"</span>(\d+)", text)] == [1, 2, 3, 4, 5, 6]
    assert "3 January or 1 March 2020" in answer and "not settled" in answer
    assert "Two men sent back" in answer and "herald.html" in answer


def test_what_could_not_be_read_is_listed_with_the_reason_and_its_name_is_only_text(desk: OpenDesk) -> None:
    for address in ("/reports/", "/reports/4/"):
        words = _page(desk, address).words
        assert "--scan <2>.pdf" in words and "The PDF is cut off." in words


def test_a_text_in_arabic_script_runs_from_right_to_left(desk: OpenDesk) -> None:
    page = _page(desk, "/reports/3/")
    text = next(attrs for attrs in page.all("div") if attrs.get("class") == "text")
    assert text["dir"] == "rtl" and text["lang"] == "ug"


def test_confirming_goes_on_to_the_next_open_claim_and_can_be_undone(desk: OpenDesk) -> None:
    answer = desk.client.post(
        "/reports/1/claims/1/review", {"verdict": "confirmed", "why": "seen in the letter"}
    )
    assert answer.status_code == 303
    assert answer.headers["Location"].startswith("/reports/1/?claim=2&done=")
    after = desk.client.get(answer.headers["Location"]).content.decode()
    assert "✓ Confirmed" in after and "Marit Oksana" in after and "seen in the letter" in after
    assert 'class="confirmed' in after
    undone = desk.client.post("/reports/1/claims/1/undo")
    assert undone.status_code == 303
    again = desk.client.get("/reports/1/?claim=1").content.decode()
    assert 'class="confirmed' not in again and "replaced since" in again and "Reopened" in again


def test_a_rejected_claim_leaves_the_case_and_is_kept_among_the_rejected(desk: OpenDesk) -> None:
    desk.client.post("/reports/1/claims/2/review", {"verdict": "rejected"})
    case = _page(desk, "/cases/1/").words
    assert "Rejected" in case and "She crossed the border in December 2018" in case
    assert "✗" in desk.client.get("/reports/1/").content.decode()


def _slots(desk: OpenDesk, claim: int) -> dict[str, str]:
    """The form as the page has it filled in."""
    html = desk.client.get(f"/reports/1/?claim={claim}&correct=1").content.decode()
    form = html[html.index('class="slots"') : html.index("</form>", html.index('class="slots"'))]
    fields = dict(re.findall(r'<input[^>]*name="(\w+)"[^>]*?value="([^"]*)"', form))
    fields |= {
        n: v.lstrip("\n") for n, v in re.findall(r'<textarea name="(\w+)"[^>]*>(.*?)</textarea>', form, re.S)
    }
    for name, options in re.findall(r'<select name="(\w+)".*?>(.*?)</select>', form, re.S):
        fields[name] = re.findall(r'value="([^"]*)" selected', options)[0]
    fields.pop("csrfmiddlewaretoken")
    return fields


def test_a_correction_keeps_only_what_was_changed(desk: OpenDesk) -> None:
    slots = _slots(desk, 3)
    assert slots["where"] == "Aqsu camp\nTomsay (Tumshuk)\nBirlik Province"
    assert slots["told_by"].splitlines()[-1] == "Tomsay Herald (media)"
    changed = {**slots, "when": "2018-09/2018-10", "where": "Aqsu workshop\nTomsay (Tumshuk; Tumxuk)"}
    answer = desk.client.post("/reports/1/claims/3/correct", changed)
    assert answer.status_code == 303, answer.content.decode()
    page = desk.client.get(answer.headers["Location"]).content.decode()
    assert "September to October 2018" in page and "Aqsu workshop" in page and "when: 2018-08/2018-10" in page
    second = {**_slots(desk, 3), "details": "sewed work gloves"}
    page = desk.client.get(
        desk.client.post("/reports/1/claims/3/correct", second).headers["Location"]
    ).content.decode()
    assert "sewed work gloves" in page and "September to October 2018" in page and "Aqsu workshop" in page


@pytest.mark.parametrize(
    ("slot", "written", "said"),
    [
        ("when", "next spring", "is not a date"),
        ("told_by", "somebody", "needs a role"),
        ("told_by", "somebody (king)", "needs a role"),
        ("where", "a (b) c (d)", "is not a place"),
        ("kind", "nonsense", "not one of the available"),
        ("count_min", "-3", "greater than or equal"),
        ("details", "sewed gloves", "Nothing was changed"),
    ],
)
def test_a_correction_that_cannot_be_kept_comes_back_with_the_reason(
    desk: OpenDesk, slot: str, written: str, said: str
) -> None:
    answer = desk.client.post("/reports/1/claims/3/correct", {**_slots(desk, 3), slot: written})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert _page(desk, "/reports/1/?claim=3").words.count("corrected") == 0


def test_what_is_not_there_and_what_is_not_asked_properly(desk: OpenDesk) -> None:
    for address in ("/cases/99/", "/reports/99/", "/nowhere", "/static/../urls.py", "/static/VENDORED.md"):
        assert desk.client.get(address).status_code == 404
    assert desk.client.post("/reports/1/claims/99/review", {"verdict": "confirmed"}).status_code == 404
    assert desk.client.post("/reports/2/claims/1/review", {"verdict": "confirmed"}).status_code == 404
    assert desk.client.post("/reports/1/claims/1/review", {"verdict": "maybe"}).status_code == 400
    assert desk.client.get("/reports/1/claims/1/review").status_code == 405
    for odd in ("?claim=abc", "?claim=" + "9" * 400, "?claim=-1", "?claim=٣", "?done=77"):
        assert desk.client.get(f"/reports/1/{odd}").status_code == 200
    for odd in ("?page=0", "?page=99999999999999999999", "?page=x", "?q=%00%ff"):
        assert desk.client.get(f"/cases/{odd}").status_code == 200


def test_the_log_and_the_search_lead_on(desk: OpenDesk) -> None:
    desk.client.post("/reports/1/claims/1/review", {"verdict": "confirmed"})
    assert "review: confirmed" in _page(desk, "/log/").words
    assert "/reports/2/" in desk.client.get("/find/?q=winters").content.decode()
    assert "/cases/1/" in desk.client.get("/find/?q=berdibek").content.decode()


def test_a_number_that_nothing_has_is_not_found(desk: OpenDesk) -> None:
    addresses = (
        "/cases/{}/",
        "/reports/{}/",
        "/reports/{}/original",
        "/linking/1/{}/",
        "/linking/{}/1/",
        "/reports/1/echoes/{}/",
    )
    numbers = ("0", "999", "9" * 18, "9" * 40, "-1", "١")
    asked = [address.format(number) for address in addresses for number in numbers]
    assert [each for each in asked if desk.client.get(each).status_code != 404] == []
