"""Chronologies in one line: every item has its own date or none, and never its neighbour's."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core.claim import Reading
from amanat.core.reading.chronologies import chronology

LINES = {
    "2018-01-19 summoned to the police; 2019-03 detained; beaten; 2020 sentenced to five years": [
        ("2018-01-19", "summoned to the police"),
        ("2019-03", "detained"),
        (None, "beaten"),
        ("2020", "sentenced to five years"),
    ],
    "Chronology: 12 May – taken from her hostel; moved – end of May – no charge so far. She is 21.": [
        ("12 May", "taken from her hostel"),
        (None, "moved"),
        ("end of May", "no charge so far."),
    ],
    "2022 – questioned – March 2023 – expelled from the college – threatened by telephone.": [
        ("2022", "questioned"),
        ("March 2023", "expelled from the college"),
        (None, "threatened by telephone."),
    ],
    "He edits a weekly. Events: 3 March 2015: stopped | (9/2016) convicted | freed": [
        ("3 March 2015", "stopped"),
        ("9/2016", "convicted"),
        (None, "freed"),
    ],
    "01.02.2019 summoned, 03.02.2019 detained, 2020 sentenced.": [
        ("01.02.2019", "summoned"),
        ("03.02.2019", "detained"),
        ("2020", "sentenced."),
    ],
    "5-7 May 2019: beaten; June 2019 – August 2019: held": [
        ("5-7 May 2019", "beaten"),
        ("June 2019 – August 2019", "held"),
    ],
}
PROSE = (
    "Born in 1980, he studied in Kyiv; his brother, a teacher, died in 2019 – and nobody knows how.",
    "Her husband – a teacher – was arrested on 5 May 2019 – two days before the vote of 7 May 2019.",
    "He was arrested on 3 May 2019; in June 2019 he was tried.",
    "In 2017 there were 40 prisoners; in 2018 there were 60.",
    "The law of 2012, amended in 2014 and 2016, was dropped; nobody mourned it.",
)


@pytest.mark.parametrize("line", LINES)
def test_items_are_parted_and_each_has_its_own_date(line: str) -> None:
    found = [
        (one.date.text if one.date else None, line[one.told : one.end].strip())
        for one in chronology(line, 0, len(line))
    ]
    assert found == LINES[line]


@pytest.mark.parametrize("line", PROSE)
def test_prose_is_no_chronology(line: str) -> None:
    assert chronology(line, 0, len(line)) == []


@given(st.text("ab12 ;–-.:2019May(),|", max_size=80))
def test_items_lie_in_the_line_one_after_the_other(line: str) -> None:
    last = 0
    for item in chronology(line, 0, len(line)):
        assert last <= item.start <= item.told <= item.end <= len(line)
        last = item.end


FIELD = """Name: Tomas Okun
Sex: M
Occupation: bookseller
Summary of events: {line}
Status: in prison
"""
PARAGRAPH = """Kora Bulletin, 30 June 2023

Tomas Okun sells books in Kora. His family asks for news of him.

Timeline: {line}

His shop is closed.
"""
LINE = (
    "2018-01-19 questioned by police; 2019-03 detained at a checkpoint; beaten by guards; "
    "2020 – sentenced to five years in prison; 8 November 2021: transferred to Colony 12; released"
)


@pytest.mark.parametrize("page", [FIELD, PARAGRAPH])
def test_claims_of_a_chronology_have_their_own_items_dates(
    reading: Callable[[str], Reading], page: str
) -> None:
    told = {claim.kind: claim.when for claim in reading(page.format(line=LINE)).claims if claim.when}
    assert told == {
        "interrogation": "2018-01-19",
        "detention": "2019-03",
        "sentence": "2020",
        "transfer": "2021-11-08",
    }


def test_the_passage_of_an_item_holds_its_date(reading: Callable[[str], Reading]) -> None:
    found = reading(FIELD.format(line=LINE)).claims
    assert "2019-03 detained at a checkpoint" in {claim.passage.quote for claim in found}
    assert "torture and ill-treatment" in {claim.kind for claim in found if claim.when is None}
