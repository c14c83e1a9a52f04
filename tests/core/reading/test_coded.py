"""Witnesses and victims who have a code for a name are persons by that name, wherever it stands. Nobody is real."""

from __future__ import annotations

import pytest

# text, kind, whom it happened to
SUFFERED = [
    ("Witness 4, a cook from Zelva, was arrested in May.", "detention", ["Witness 4"]),
    ("Witness 4 was heard in May. Guards beat Witness 4 with a hose.", "torture and ill-treatment", ["Witness 4"]),
    ("Witness A told us that Victim B had been shot dead by soldiers.", "killing", ["Victim B"]),
    ("Interviewee no. 12 said that he was beaten.", "torture and ill-treatment", ["Interviewee no. 12"]),
    ("The soldiers arrested Witness 4 and Witness 7.", "detention", ["Witness 4", "Witness 7"]),
    ("T-4 was arrested in May. On the second night they beat T-4.", "torture and ill-treatment", ["T-4"]),
    ("T-4's brother fled. T-4 was tortured for a week.", "torture and ill-treatment", ["T-4"]),
    ("T-4's brother was tortured for a week.", "torture and ill-treatment", ["T-4’s brother"]),
    ("SWA-0212, a woman of about 40, was raped by soldiers.", "sexual violence", ["SWA-0212"]),
    ("SWA-0212 (f, 40) lives in Zelva. A guard raped SWA-0340 in May.", "sexual violence", ["SWA-0340"]),
    ("T-4 was silent. According to T-9, he was tortured in May.", "torture and ill-treatment", ["T-4"]),
    ("The cook, known as K-11, was killed. K-12 was shot dead with him.", "killing", ["K-12"]),
    ("Detainee 3 was held in Zelva. His wife was deported.", "deportation", ["Detainee 3’s wife"]),
    ("The commander told Witness 4 that he would be shot.", "coercion", ["Witness 4"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "who"), SUFFERED, ids=[row[0][:60] for row in SUFFERED])
def test_a_code_is_somebody_by_that_name(text, kind, who, reading):
    found = reading(text)
    called = {person.id: (person.names or (person.description,))[0] for person in found.people}
    said = [[called.get(one, one) for one in claim.who] for claim in found.claims if claim.kind == kind]
    assert who in said


@pytest.mark.parametrize(
    "text",
    [
        "The T-72 was driven through the gate. A T-72 killed Ana Ruizo.",
        "Soldiers with M-16 rifles arrested Ana Ruizo.",
        "M23 rebels beat Ana Ruizo. M23 told reporters that she had been released.",
        "Ana Ruizo caught COVID-19 in prison.",
        "Article 5 was read to Ana Ruizo. Camp-7 is closed.",
    ],
)
def test_what_is_no_person_gets_no_name(text, reading):
    named = [person.names for person in reading(text).people if person.names]
    assert [names for names in named if "Ana Ruizo" not in names and names[0][-1].isdigit()] == []


@pytest.mark.parametrize(
    "text", ["Witness 4 was arrested in May.", "In May soldiers beat Witness 4.", "Soldiers killed K-18."]
)
def test_the_number_of_a_witness_counts_nobody(text, reading):
    assert [claim.count for claim in reading(text).claims] == [None]
