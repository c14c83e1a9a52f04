"""Who answers, where answers are labelled by a word, a family name or by papers that ask once each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from amanat.core.claim import Reading
from amanat.core.reading.turns import turns
from amanat.core.reading.zones import zoned

HEADS = (
    "Transcript of the press briefing, 14 June 2022\nSpokesperson: Edwin Mbalula",
    "Questions and answers, 14 June 2022\n\nAnswered by the ministry's spokesman, Colonel Edwin Mbalula.",
    "Ministry Spokesperson Edwin Mbalula's Regular Press Conference on 14 June 2022",
    "Answers to the press, 14 June 2022\n\nEdwin Mbalula, the ministry's spokesperson, took questions.",
)
ASKED = (
    ("{q}: Where are the forty men of Ntoro?", "{a}: On 19 May 2022 the police arrested eleven suspects."),
    ("{q}: Was one of them beaten to death?", "{a}: Peter Ochola was transferred to Kirombe prison."),
)


def told(found: Reading, kind: str) -> list[tuple[str, ...]]:
    names = {person.id: person.names for person in found.people}
    return [
        names.get(claim.told_by[0].name, (claim.told_by[0].name,))
        for claim in found.claims
        if claim.kind == kind
    ]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize(("q", "a"), [("Question", "Answer"), ("Q", "A"), ("Journalist", "Spokesperson")])
def test_the_spokesperson_named_above_tells_what_the_answers_say(
    reading: Callable[[str], Reading], head: str, q: str, a: str
) -> None:
    page = "\n\n".join([head, *(line.format(q=q, a=a) for pair in ASKED for line in pair)])
    found = reading(page)
    assert all("Edwin Mbalula" in names for names in told(found, "detention") + told(found, "transfer"))
    assert told(found, "detention")
    assert told(found, "transfer")


def test_a_family_name_as_label_is_the_first_who_bears_it(reading: Callable[[str], Reading]) -> None:
    found = reading(
        "Transcript, 22 October 2023\n\n"
        "HOST: We have with us Nasrin Alamgir, whose husband Kamal Alamgir disappeared, and Fazle Haque.\n\n"
        "ALAMGIR: Six men arrested my husband on 11 October.\n\n"
        "HOST: Mr Haque, what do you say?\n\n"
        "HAQUE: Kamal was released on 13 October.\n\n"
        "HOST: Is that so?\n\n"
        "ALAMGIR: No. He is not at home.\n"
    )
    assert told(found, "detention") == [("Nasrin Alamgir",)]
    assert "Fazle Haque" in told(found, "release")[0]


def test_papers_that_ask_once_each_are_no_tellers(reading: Callable[[str], Reading]) -> None:
    found = reading(
        "Regular press conference, 8 July 2020\n\n"
        "AFB News: What is your response to the report?\n\n"
        "Hu Jialin: The report is false.\n\n"
        "Hanseatic Daily: Has the student been detained?\n\n"
        "Hu Jialin: She was sentenced to five years in October 2018.\n\n"
        "The Lagoon Post: Her sister says so.\n\n"
        "Hu Jialin: She was released.\n"
    )
    assert told(found, "sentence") == [("Hu Jialin",)]
    assert told(found, "release") == [("Hu Jialin",)]
    assert told(found, "detention") == []


def test_a_letter_is_told_by_whom_its_heading_presents(reading: Callable[[str], Reading]) -> None:
    found = reading(
        "A letter from Block C\n\n"
        "Smuggled out of the prison in March 2024. The writer is Somchai Prasert, a poet.\n\n"
        "On 2 February guards searched my mat. They beat me in front of the others.\n\n"
        "My letters are torn up. I am well.\n\nS.\n"
    )
    assert told(found, "torture and ill-treatment") == [("Somchai Prasert",)]


@pytest.mark.parametrize(("once", "converse"), [("his sister", False), ("What was found?", True)])
def test_labels_that_stand_once_ask_only_if_they_end_with_questions(once: str, converse: bool) -> None:
    page = [
        "Regional bulletin, 8 July 2020",
        "What became of three drivers is not known, a commission said in a statement.",
        f"Hanseatic Daily: {once}",
        "Person: Aidar Tursyn was arrested in Kulan on 3 May 2018.",
        f"Lagoon Post: {once}",
        "Person: Dana Tursyn was arrested in Merke on 9 May 2018.",
    ]
    assert bool(turns(zoned("\n\n".join(page)))) is converse


def test_answers_between_questions_without_labels_are_the_interviewees(
    reading: Callable[[str], Reading],
) -> None:
    found = reading(
        "Lowland Review, 11 December 2019\n\n"
        "Habib Oumarou, a mechanic, spent a year in a barracks. The conversation has been shortened.\n\n"
        "How were you taken?\n\nSoldiers came to the workshop on 7 January 2018. They took me and two others.\n\n"
        "What was the cell like?\n\nWe were ninety in a room for twenty. People died. Nobody counted.\n\n"
        "What happened to the others?\n\nThey beat Sani with a gun because he asked for water.\n"
    )
    assert told(found, "torture and ill-treatment") == [("Habib Oumarou",)]


def test_a_diary_is_told_by_who_kept_it(reading: Callable[[str], Reading]) -> None:
    found = reading(
        "From the diary of a nurse\nKept by Khin Thuzar, published with her consent\n\n"
        "9 February 2021\nI went out with the others. Soldiers beat a boy.\n\n"
        "14 March 2021\nThey arrested our doctor. I have left the city.\n"
    )
    assert told(found, "detention") == [("Khin Thuzar",)]


@pytest.mark.parametrize(
    "body", ["MINISTRY OF THE INTERIOR", "Embassy of Lowland in Kirombe", "Prison Service"]
)
def test_a_body_that_answers_in_its_own_name_is_no_prisoner_of_whom_it_speaks(
    reading: Callable[[str], Reading], body: str
) -> None:
    found = reading(
        f"{body}\nPRESS RELEASE\n14 June 2022\n\nThe following questions were received.\n\n"
        "Q: Is Peter Ochola alive?\n\nA: He is. Peter Ochola, 34, was transferred to Kirombe prison on 2 June 2022.\n\n"
        "Q: And Jane Adoyo?\n\nA: Jane Adoyo was released on 3 June 2022.\n"
    )
    assert all(len(claim.told_by) < 2 for claim in found.claims if claim.kind in ("transfer", "release"))
    assert {claim.kind for claim in found.claims} >= {"transfer", "release"}
