"""Dates of pages that give them elsewhere than in a line of their own, and pages of posts, whose people are nobody."""

from __future__ import annotations

import pytest

from amanat.core.reading.header import PageHints, read_header
from amanat.core.reading.zones import zoned

TOLD = "They came in March and took my brother. I have not seen him since. I ask where he is.\n\nI wait, and I count."

# name, text, what the header holds: title, outlet, published, dateline
HEADS = [
    (
        "an archive's preface",
        'THE HARBOUR ARCHIVE\nTestimony HA-7\n\n"We counted the trains"\n\n'
        f"Maria S., as told to Ilse Brandt. Tbilisi, 3 October 2023. Shortened.\n\n{TOLD}",
        ('"We counted the trains"', "THE HARBOUR ARCHIVE", "2023-10-03", "Tbilisi"),
    ),
    (
        "recorded on two days",
        'THE HARBOUR ARCHIVE\nTestimony HA-8\n\n"We counted the trains"\n\n'
        f"Recorded in Tbilisi on 9 and 10 April 2021, in Georgian. Interviewer: I. Brandt.\n\n{TOLD}",
        ('"We counted the trains"', "THE HARBOUR ARCHIVE", "2021-04-10", None),
    ),
    (
        "a rejoinder names another's article",
        "Ministry of the Interior\nPort Alba, 14 March 2021\n\nThe ministry rejects what was written of three men\n\n"
        'On the article "Taken by night" (Alba Chronicle, 11 March 2021)\n\n'
        "The ministry has seen the article with regret. Nobody was taken from that town, it says.",
        (
            "The ministry rejects what was written of three men",
            "Ministry of the Interior",
            "2021-03-14",
            None,
        ),
    ),
    (
        "a part of the paper beside its name",
        "HARBOUR LANTERN\nTuesday, 11 June 2024\nLocal news\n\nNine held as two villages empty\n\n"
        "Nine people were taken from their homes on Monday night, relatives said.",
        ("Nine held as two villages empty", "HARBOUR LANTERN", "2024-06-11", None),
    ),
    (
        "a thread of a body",
        "Families of the Taken, Alba\n@familiesalba\nThread · 2 posts · last post 11 Nov 2023\n\n"
        "13 May 2023\nJonas Albrek was picked up last night from his house.\n\n"
        "11 Nov 2023\nHe is not back. Nobody tells us where he is.\n",
        (None, "Families of the Taken, Alba", "2023-11-11", None),
    ),
    (
        "a statement that a desk took down",
        "Puertas Abiertas – Documentation desk, Callao (Peru)\nSTATEMENT no. 41/22\n"
        "Taken down on 9 and 10 September 2022 by I. Brandt, in Quechua through an interpreter.\n"
        f"Person: male, b. 2001.\n\n{TOLD}",
        ("STATEMENT no. 41/22", "Puertas Abiertas", "2022-09-10", None),
    ),
    (
        "a record that was changed",
        "ALBA REGISTER\nDatabase of the disappeared\n\nCase file: MR-46\n\nName: Jonas Albrek\nSex: Male\n"
        "Date of birth: 14/08/1961\nResidence: Alba\n\n"
        "Thirty men came down the river in three boats, at about five in the morning.\n\n"
        "Record created: 11/09/2008. Last updated: 30/01/2022",
        ("MR-46", "ALBA REGISTER", "2022-01-30", None),
    ),
]


@pytest.mark.parametrize(("text", "head"), [row[1:] for row in HEADS], ids=[row[0] for row in HEADS])
def test_a_head_of_that_shape(text, head):
    found = read_header(zoned(text), "0" * 64, PageHints(), "en")
    assert (found.title, found.outlet, found.published, found.dateline)[
        : 3 if head[3] is None else 4
    ] == head[: 3 if head[3] is None else 4]


RECORD = """ALBA REGISTER

Name: Jonas Albrek
Sex: Male
Date of birth: 14/08/1961
Date of arrest: 03/02/2002
Place of arrest: Kora
Current status: missing
"""


def test_a_pages_other_dates_settle_the_order_and_it_is_said(reading):
    found = reading(RECORD)
    assert "2002-02-03" in {claim.when for claim in found.claims if claim.kind == "detention"}
    assert [flag.code for flag in found.report.flags].count("date-order") == 1


def test_without_such_a_date_both_readings_stand(reading):
    found = reading(RECORD.replace("14/08/1961", "04/08/1961"))
    assert "[2002-02-03,2002-03-02]" in {claim.when for claim in found.claims if claim.kind == "detention"}
    assert "date-order" not in [flag.code for flag in found.report.flags]


def test_dates_that_disagree_settle_nothing(reading):
    found = reading(RECORD + "\nLast seen by his sister on 02/27/2002 in Kora, she said.\n")
    assert "[2002-02-03,2002-03-02]" in {claim.when for claim in found.claims if claim.kind == "detention"}
