"""A testimony taken down by somebody: its masthead says when, by whom and of whom; its "I" is the one described."""

from __future__ import annotations

import pytest

TOLD = (
    "I was born in Kisii. In May 2022 they arrested me at the market. They beat me with a pipe. "
    "My brother Dawit was with me. I want to go home.\n"
)
MASTHEADS = [
    "Taken down on 9 September 2023 by F. Ayuk, through the interpreter Y. H.\n"
    "Person: female, b. 1997, Kenyan. Name known to us. Read back to her.",
    "Recorded on 9 September 2023 by L. Achieng, in Swahili.\n"
    "Witness: woman, b. 1997, Kenyan, waitress. Her name is not given.",
    "Taken in Nairobi on 9 September 2023 by D. R. Person: woman, b. 1997, Kenyan, waitress.",
    "Heard on 9 September 2023, through the interpreter H. A., by the team. Woman, b. 1997, Kenyan.",
]


def page(masthead):
    return f"Harbour Desk – Nairobi\nSTATEMENT no. 41/23\n{masthead}\n\n{TOLD}"


def held(found, kind):
    names = {one.id: " ".join(one.names) or one.description for one in found.people}
    return [
        ([names.get(who, who) for who in one.who], one.details) for one in found.claims if one.kind == kind
    ]


@pytest.mark.parametrize("masthead", MASTHEADS)
def test_the_masthead_describes_the_witness(masthead, reading):
    found = reading(page(masthead))
    assert [(len(who), details) for who, details in held(found, "birth date")] == [(1, "1997")]
    assert [details for _, details in held(found, "nationality")] == ["Kenyan"]
    assert held(found, "birth date")[0][0] == held(found, "torture and ill-treatment")[0][0]


@pytest.mark.parametrize("masthead", MASTHEADS)
def test_taking_a_statement_is_no_arrest_and_the_interpreter_is_no_witness(masthead, reading):
    found = reading(page(masthead))
    assert len(held(found, "detention")) == 1
    assert all(details != "interpreter" for _, details in held(found, "occupation"))
    told = {one.name for claim in found.claims for one in claim.told_by}
    names = {name for one in found.people for name in one.names if one.id in told}
    assert not names & {"F. Ayuk", "Y. H.", "D. R.", "H. A.", "L. Achieng"}


def test_the_witness_of_the_note_below_is_the_one_who_spoke(reading):
    note = "\nNote by F. A.: The witness limps on the left side. She has registered with UNHCR.\n"
    found = reading(page(MASTHEADS[0]) + note)
    assert held(found, "health")[0][0] == held(found, "torture and ill-treatment")[0][0]


def test_what_the_interviewer_sees_is_the_witnesss(reading):
    told = TOLD.replace("a pipe. ", "a pipe. [She limps on the left side.] ")
    found = reading(page(MASTHEADS[0]).replace(TOLD, told))
    assert held(found, "health")[0][0] == held(found, "torture and ill-treatment")[0][0]


def test_a_heading_that_names_the_witness_is_no_description(reading):
    found = reading(page("Recorded on 9 September 2023 by L. Achieng.\nWitness: Mariam Tessema"))
    assert held(found, "torture and ill-treatment")[0][0] == ["Mariam Tessema"]
