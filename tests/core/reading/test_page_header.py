"""What a report says of itself, over a table of invented heads in many styles."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from amanat.core.reading.header import PageHints, find_dateline, read_header
from amanat.core.reading.zones import Zone, zoned

BODY = (
    "Nine people were taken from their homes on Monday night, relatives said. Where they are held is not known.\n\n"
    "The governor's spokesman said that nobody had been arrested."
)
CASES = yaml.safe_load(Path(__file__).with_name("heads.yaml").read_text(encoding="utf-8"))
NAMES = [case["name"] for case in CASES]


def page_of(case):
    """The case's page with its line ends; a single line end between all its lines, where it says so."""
    text = case["text"].replace("BODY", BODY)
    return {"windows": text.replace("\n", "\r\n"), "single": text.replace("\n\n", "\n")}.get(
        case.get("ends"), text
    )


def header_of(text, hints=None):
    hints = hints or PageHints()
    return read_header(zoned(text, hints.headline or hints.title), "0" * 64, hints, "en")


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_a_head_is_read(case):
    found = header_of(page_of(case))
    read = {
        "title": found.title,
        "outlet": found.outlet,
        "credit": list(found.credit),
        "dateline": found.dateline,
        "published": found.published,
        "flags": [flag.code for flag in found.flags],
        "related": [[item.title, item.published] for item in found.related],
    }
    assert {key: value for key, value in read.items() if value} == {
        key: case[key] for key in read if key in case
    }


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_no_sentence_of_the_report_is_lost(case):
    page = zoned(page_of(case))
    kept = " ".join(" ".join(page.quote(block).split()) for block in page.of(Zone.BODY))
    assert "BODY" not in case["text"] or all(paragraph in kept for paragraph in BODY.split("\n\n"))


DATELINES = [
    ("Nur-Sultan (The Steppe Courier/Agencies) – Nine people were held.", "Nur-Sultan"),
    ("KABUL, Afghanistan (AP) — Nine people were held on Monday.", "Kabul, Afghanistan"),
    ("N’DJAMENA — Nine people were held on Monday, lawyers said.", "N’Djamena"),
    ("WASHINGTON, D.C. — Nine people were held on Monday, lawyers said.", "Washington, D.C."),
    ("URUMQI, Jan. 9 (Tarim Daily) -- Nine people were held on Monday.", "Urumqi"),
    ("Bishkek, 5 May 2021 – Nine people were held on Monday, lawyers said.", "Bishkek"),
    ("PORT-AU-PRINCE (Island Wire) - Nine people were held on Monday.", "Port-Au-Prince"),
    ("Quetta (Desert Chronicle): Nine people were held on Monday.", "Quetta"),
    ("LAHORE: Nine people were held on Monday, lawyers said.", "Lahore"),
    ("SAN PEDRO ALTO – Nine people were held on Monday, lawyers said.", "San Pedro Alto"),
]


@pytest.mark.parametrize(("paragraph", "place"), DATELINES)
def test_a_dateline_is_found(paragraph, place):
    found = find_dateline(zoned(f"Nine held in port city\n\n{paragraph}"))
    assert found is not None
    assert found.place == place


NO_DATELINES = [
    "Musa – a farmer of forty – was taken from his field on Monday.",
    "Osh – A town of traders – was quiet on Monday, a resident said.",
    "DEFENDANTS: Nine men, all of them printers, were in the dock.",
    "UPDATE – Nine more people were held on Monday, lawyers said.",
    "Witness – I saw nine men led away on Monday.",
    "Dr Keita – who treated them – was held as well on Monday.",
    "BACKGROUND: Nine people were held on Monday, lawyers said.",
    "He said: Nine people were held on Monday, lawyers told me.",
    "Nine people – all of them teachers – were held on Monday.",
    "Kenya: Nine people were held on Monday, lawyers said.",
]


@pytest.mark.parametrize("paragraph", NO_DATELINES)
def test_what_begins_alike_is_no_dateline(paragraph):
    assert find_dateline(zoned(f"Nine held in port city\n\n{paragraph}")) is None


def test_who_speaks_again_and_again_is_no_dateline():
    turns = "\n\n".join(
        f"KAMPALA GUARD (Lake Radio) – Answer number {number} was given." for number in range(3)
    )
    assert find_dateline(zoned(f"A talk in the yard\n\n{turns}")) is None


def test_a_web_page_says_its_headline_and_site_itself():
    hints = PageHints(
        title="Nine held in port city – Lagoon Courier", site="Lagoon Courier", dates=("3 May 2017",)
    )
    found = header_of(f"Region\nNine held in port city\n{BODY}", hints)
    assert (found.title, found.outlet, found.published) == (
        "Nine held in port city",
        "Lagoon Courier",
        "2017-05-03",
    )


def test_a_headline_kept_apart_from_the_text_is_the_title():
    found = header_of(BODY, PageHints(headline="Nine held in port city"))
    assert found.title == "Nine held in port city"


def test_items_that_the_page_marks_as_related_keep_their_dates():
    hints = PageHints(related=("Port strike enters third week", "25/10/2018", "Mayor resigns"))
    found = header_of(BODY, hints)
    assert [(item.title, item.published) for item in found.related] == [
        ("Port strike enters third week", "2018-10-25"),
        ("Mayor resigns", None),
    ]


def test_an_empty_page_has_an_empty_header():
    found = header_of("")
    assert (found.title, found.outlet, found.published, found.related) == (None, None, None, ())


TAKEN = "He was taken from his house in Tomsay by police, and held in the camp in Qaratal. His wife waited for him."


@pytest.mark.parametrize(
    ("fields", "published"),
    [
        ("Released | September 2019", None),
        ("Released\tSeptember 2019", None),
        ("Sentenced | May 2020\nReleased: September 2022", None),
        ("Date of trial: 4 May 2020", None),
        ("Disappeared: 4 May 2020", None),
        ("Released: 12 May 2020", "2020-05-12"),
        ("Published | 12 May 2020\nReleased | September 2019", "2020-05-12"),
    ],
)
def test_the_labelled_date_of_an_event_is_no_date_of_publication(fields, published):
    found = header_of(f"Sanjar Tolegen\n{fields}\n\n{TAKEN}")
    assert (found.published, found.flags) == (published, ())
