"""Plain acts in light words: got a term, kept from, given no; made, had, got or told to do; what was not done."""

from __future__ import annotations

import pytest

STATUSES = {"occupation", "kinship", "age", "residence"}


def kinds(reading, text):
    return [one.kind for one in reading(text).claims if one.kind not in STATUSES]


TOLD = [
    ("Emre Duman took a beating from the guards.", "torture and ill-treatment"),
    ("Emre Duman came in for a beating.", "torture and ill-treatment"),
    ("Emre Duman was dealt blows to the head.", "torture and ill-treatment"),
    ("Emre Duman had two ribs broken.", "torture and ill-treatment"),
    ("Emre Duman was kept in chains.", "torture and ill-treatment"),
    ("Emre Duman got life.", "sentence"),
    ("Emre Duman was sent down for six years.", "sentence"),
    ("Emre Duman received 20 days' administrative detention.", "sentence"),
    ("Emre Duman was made to pay 300 euros.", "fine"),
    ("Emre Duman was asked again and again who had paid him.", "interrogation"),
    ("Emre Duman was pressed for names.", "interrogation"),
    ("Emre Duman was taken for questioning.", "interrogation"),
    ("Emre Duman was taken for interrogation fourteen times.", "interrogation"),
    ("Emre Duman was shot in both knees.", "torture and ill-treatment"),
    ("They got Ayla Sezer to sign a paper.", "coercion"),
    ("Ayla Sezer was told to undress.", "sexual violence"),
    ("Ayla Sezer was told to kneel.", "coercion"),
    ("Ayla Sezer was made to kneel on gravel.", "torture and ill-treatment"),
    ("Ayla Sezer was driven to sign a false statement.", "coercion"),
    ("Ayla Sezer was kept from seeing her children.", "separation of family"),
    ("Ayla Sezer was kept from her children.", "separation of family"),
    ("Ayla Sezer was stopped from praying.", "forced breach of religion"),
    ("Ayla Sezer was kept overnight.", "detention"),
    ("Ayla Sezer was given three days to leave the country.", "threat of deportation"),
    ("Ayla Sezer was set free in June.", "release"),
    ("Ayla Sezer was threatened with prosecution.", "prosecution"),
    ("The soldiers were told to set Ayla Sezer free.", "release"),
    ("Ayla Sezer was held blindfolded for three days.", "torture and ill-treatment"),
    ("Ayla Sezer was kept blindfolded and handcuffed.", "torture and ill-treatment"),
    ("If convicted, Ayla Sezer faces nine years in prison.", "sentence"),
]


@pytest.mark.parametrize(("text", "kind"), TOLD)
def test_one_act_of_one_kind(text, kind, reading):
    assert kinds(reading, text) == [kind]


IN_PRISON = "Emre Duman was held in a prison in Osh. "

NOT_DONE = [
    ("His mother has not been let in to see him.", "separation of family"),
    ("His wife isn't let near the prison.", "separation of family"),
    ("His daughter has not heard his voice since.", "separation of family"),
    ("Not one letter has reached us.", "separation of family"),
    ("No doctor came.", "denial of medical care"),
    ("He was left without his tablets.", "denial of medical care"),
    ("The guards failed to give him his insulin.", "denial of medical care"),
    ("He went three days without food.", "torture and ill-treatment"),
    ("They demanded the names of his friends.", "interrogation"),
    ("They wanted to know who had paid him.", "interrogation"),
    ("They told him to confess.", "coercion"),
]


@pytest.mark.parametrize(("text", "kind"), NOT_DONE)
def test_what_was_not_done_or_was_asked_of_those_held(text, kind, reading):
    claims = [one for one in reading(IN_PRISON + text).claims if one.kind not in STATUSES]
    assert [(one.kind, one.polarity.value) for one in claims] == [
        ("detention", "affirmed"),
        (kind, "affirmed"),
    ]


NOTHING = [
    "Ayla Sezer was kept from calling a lawyer.",
    "A doctor was turned back at the gate.",
    "Emre Duman suffered a respiratory arrest.",
    "The team took a beating on Saturday.",
    "Emre Duman was asked by reporters who would win.",
    "Emre Duman was told to wait.",
    "Emre Duman was pushed to the front of the church.",
    "The boy stopped from time to time.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_the_same_words_of_something_else(text, reading):
    assert kinds(reading, text) == []


def test_of_whom_the_parser_makes_an_owner(reading):
    text = "Ayla Sezer was stopped at the gate. They had her sign a paper and made her kneel."
    assert kinds(reading, text)[-2:] == ["coercion", "coercion"]
