"""The search page: exact hits first, then who can be meant by name, readable in every direction and aloud."""

from __future__ import annotations

from html.parser import HTMLParser
from urllib.parse import quote

import pytest
from desk_client import OpenDesk, opened
from desk_sample import NAME

from amanat.adapters.casebook import OpenCasebook
from amanat.core.protecting import Actor, Role, Sensitivity
from amanat.web.desk.likeness import isolated
from invented import added

ASKED = {
    "Cyrillic": "Салтанат Бердібек",
    "Arabic": "سالتانات بەردىبەك",
    "Han": "萨勒塔娜提·别尔迪别克",
    "another Latin": "Saltanat Berdybekkyzy",
    "pinyin": "Saletanati Bieerdibieke",
}


def _html(desk: OpenDesk, asked: str) -> str:
    answer = desk.client.get(f"/find/?q={quote(asked)}")
    assert answer.status_code == 200
    return answer.content.decode()


class _Tags(HTMLParser):
    """Whether every tag is closed in its order, and the attributes of each kind of tag."""

    VOID = frozenset({"meta", "link", "input", "br", "img"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.attributes: dict[str, list[dict[str, str | None]]] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes.setdefault(tag, []).append(dict(attrs))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("script", list(ASKED))
def test_her_case_is_found_from_every_script_with_the_reasons(desk: OpenDesk, script: str) -> None:
    html = _html(desk, ASKED[script])
    assert 'href="/cases/1/"' in html and NAME in html
    assert 'class="reasons"' in html and "the same name" in html
    assert "does not make two persons one" in html
    assert _Tags(html).open == []


def test_the_number_is_rounded_down_and_said_in_words(desk: OpenDesk) -> None:
    html = _html(desk, ASKED["Cyrillic"])
    assert "almost certainly the same name" in html and ">1.00<" not in html


def test_the_list_has_a_heading_and_says_how_many_were_found(desk: OpenDesk) -> None:
    tags = _Tags(_html(desk, ASKED["Arabic"])).attributes
    [section] = [each for each in tags["section"] if "aria-labelledby" in each]
    assert section["aria-labelledby"] in {each.get("id") for each in tags["h2"]}
    assert [each for each in tags["p"] if each.get("role") == "status"]


def test_nothing_is_said_by_name_where_words_alone_were_meant(desk: OpenDesk) -> None:
    html = _html(desk, "winters")
    assert "/reports/2/" in html and "By name" not in html


def test_where_no_case_is_written_so_a_link_leads_on_to_other_spellings(desk: OpenDesk) -> None:
    html = desk.client.get(f"/cases/?q={quote(ASKED['Cyrillic'])}").content.decode()
    assert f'href="/find/?q={quote(ASKED["Cyrillic"])}"' in html


@pytest.mark.parametrize("asked", ["", "😀", "123", "<b>x</b>", "%00", "‮gniht", "х" * 9_000])
def test_rubbish_has_a_page(desk: OpenDesk, asked: str) -> None:
    html = _html(desk, asked)
    assert "<b>x</b>" not in html and _Tags(html).open == []


def test_a_reader_does_not_feel_a_sealed_name(casebook: OpenCasebook) -> None:
    text = "Sealed\nZarina Mukhtar | detention | 2018 | Shelek | | held"
    added(casebook, text, "sealed.txt", Sensitivity.SEALED)
    owner, reader = opened(casebook), opened(casebook, Actor("Timur Aldan", Role.READER))
    asked = "Зарина Мұхтар"
    assert "Nothing found" in _html(reader, asked)
    assert "Zarina" not in _html(reader, asked)
    del owner
    assert "Zarina Mukhtar" in _html(opened(casebook), asked)


@pytest.mark.parametrize(
    ("reason", "html"),
    [
        ("given name Nurlan ~ Nurlan", "given name Nurlan ~ Nurlan"),
        ("نۇرلان = Nurlan", '<bdi lang="und-Arab" dir="rtl">نۇرلان</bdi> = Nurlan'),
        ("ئاي گۈل: ا=a", '<bdi lang="und-Arab" dir="rtl">ئاي گۈل</bdi>: <bdi lang="und-Arab" dir="rtl">ا</bdi>=a'),
        ("古丽·努尔 = Gulnur", '<bdi lang="und-Hani">古丽·努尔</bdi> = Gulnur'),
        ("Нұрлан <b>", '<bdi lang="und-Cyrl">Нұрлан</bdi> &lt;b&gt;'),
        ("", ""),
    ],
)  # fmt: skip
def test_each_script_in_a_reason_is_told_as_such(reason: str, html: str) -> None:
    assert isolated(reason) == html
