"""Pages dated piece by piece: digests, chronologies, diaries and threads of people who are nobody."""

from __future__ import annotations

import pytest

from amanat.core.reading.day_headings import dated_parts, is_day_heading, within
from amanat.core.reading.zones import zoned

DIGEST = """HARBOUR LEGAL AID
Bulletin no. 9: 3–9 June 2024

The week in the courts

MONDAY, 3 JUNE
• Port Alba. Police arrested the teacher Lena Oduro at her school. Her brother had been arrested in March 2023.
• Two men arrested at the market in Kora.

WEDNESDAY, 5 JUNE
• The court remanded Oduro until 2 August.
• Sam Ekka is serving six years. He was beaten by guards.

WEEKEND, 8–9 JUNE
• Soldiers beat a fisherman near Cape Dore.

BACKGROUND
Oduro's father was killed by soldiers.
"""

CHRONOLOGY = """Chronology of a case
Harbour Legal Aid, 1 September 2021

The case of Ilya Marsh in dates

4 March 2020: Ilya Marsh was arrested at the airport.
19 March 2020: He was beaten by two guards.
2 June: A court sentenced him to four years in prison.
11 January 2021: He was transferred to a prison in Kora.
"""

THREAD = """Mothers of Alba
@mothersofalba
Thread · 3 posts

2 May 2022
My neighbours say nothing. Jonas Albrek, 22, was arrested last night.

4 May 2022
5 am, police beat his mother with sticks. She is ill. His brother was arrested.

9 June 2022
Jonas has been in prison since 6 May. In March they arrested Pia Albrek.
"""


def found(reading, text, words):
    """The date of the claim whose passage holds the words, of the one kind or the other."""
    return [claim.when for claim in reading(text).claims if words in claim.passage.quote]


@pytest.mark.parametrize(
    ("words", "kind", "when"),
    [
        ("Police arrested the teacher", "detention", "2024-06-03"),
        ("had been arrested in March 2023", "detention", "2023-03"),
        ("Two men arrested", "detention", "2024-06-03"),
        ("remanded Oduro until", "detention", "../2024-08-02"),
        ("beaten by guards", "torture and ill-treatment", "2024-06-05"),
        ("near Cape Dore", "torture and ill-treatment", "[2024-06-08..2024-06-09]"),
        ("father was killed", "killing", None),
    ],
)
def test_what_a_digest_tells_under_a_day_was_on_that_day(words, kind, when, reading):
    claims = [one for one in reading(DIGEST).claims if words in one.passage.quote and one.kind == kind]
    assert [one.when for one in claims] == [when]


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("arrested at the airport", "2020-03-04"),
        ("beaten by two guards", "2020-03-19"),
        ("four years in prison", "2020-06-02"),
        ("to a prison in Kora", "2021-01-11"),
    ],
)
def test_the_entries_of_a_chronology(words, when, reading):
    assert when in found(reading, CHRONOLOGY, words)


@pytest.mark.parametrize(
    ("words", "kind", "when"),
    [
        ("arrested last night", "detention", "2022-05-01"),
        ("5 am, police beat", "torture and ill-treatment", "2022-05-04"),
        ("She is ill", "health", "2022-05-04"),
        ("His brother was arrested", "detention", None),
        ("since 6 May", "detention", "2022-05-06/.."),
        ("In March", "detention", "2022-03"),
    ],
)
def test_a_post_is_seen_from_its_own_date(words, kind, when, reading):
    claims = [one for one in reading(THREAD).claims if words in one.passage.quote and one.kind == kind]
    assert [one.when for one in claims] == [when]


@pytest.mark.parametrize(
    ("line", "heads"),
    [
        ("MONDAY, 7 OCTOBER", True),
        ("Weekend, 12–13 October", True),
        ("3 March 2021", True),
        ("Night of 3 March 2021", True),
        ("October 2021", False),
        ("Police came on 3 March 2021", False),
        ("• 3 March 2021", False),
    ],
)
def test_a_line_that_heads_a_day(line, heads):
    assert is_day_heading(line) is heads


def test_one_date_above_a_report_heads_no_parts():
    page = zoned(
        "HILL RADIO\n\nA village without its men\n\n3 March 2021\n\nSoldiers came at dawn to Kora, people said."
    )
    assert dated_parts(page, "2021-03-03") == []


def test_years_go_on_over_the_turn_of_the_year():
    page = zoned(
        "A diary\n\n30 December 2020\nThey came at night and took the men away.\n\n"
        "2 January\nWe heard shots from the school, all day.\n"
    )
    assert [part.when for part in dated_parts(page, None)] == ["2020-12-30", "2021-01-02"]


def test_of_a_weekend_it_is_some_day():
    assert within("2024-06-08/2024-06-09") == "[2024-06-08..2024-06-09]"
    assert within("2024-06-08") == "2024-06-08"
