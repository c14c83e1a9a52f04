"""Interviews of people who are nobody: what a short answer says of what it was asked."""

from __future__ import annotations

import pytest

HEAD = (
    'HARBOUR ARCHIVE\nOral histories, file 3\n\n"We counted the trains"\n\nRecorded in Tbilisi on 9 April 2021. '
    "Interviewer: I. Brandt.\n\nMaria is 26. She was held in a camp near Kora from May 2019 to June 2020.\n\n"
    "INTERVIEWER: Where are you from?\n\nMARIA: From the hills. My father grew beans there, and I did too.\n\n"
)


def page(question, answer):
    return f"{HEAD}INTERVIEWER: {question}\n\nMARIA: {answer}"


# question, answer, the words of the passage, kind, polarity, date
ANSWERED = [
    ("Were you beaten?", "Every night.", "Every night", "torture and ill-treatment", "affirmed", None),
    ("Were you beaten there?", "No, never.", "No, never", "torture and ill-treatment", "denied", None),
    ("When were you arrested?", "On 3 May 2019.", "On 3 May 2019", "detention", "affirmed", "2019-05-03"),
    ("How long were you detained?", "Thirteen months.", "Thirteen months", "detention", "affirmed", None),
    ("Was your brother arrested?", "Yes, he was.", "Yes, he was", "detention", "affirmed", None),
    ("Who arrested you?", "Soldiers.", "Soldiers", "detention", "affirmed", None),
    (
        "What did you have to do there?",
        "To sew gloves, all day.",
        "To sew",
        "forced labour",
        "affirmed",
        None,
    ),
    (
        "What did you have to do there?",
        "We sewed gloves. Sixteen hours, from six in the morning.",
        "Sixteen hours",
        "forced labour",
        "affirmed",
        None,
    ),
]


@pytest.mark.parametrize(
    ("question", "answer", "words", "kind", "polarity", "when"),
    ANSWERED,
    ids=[f"{r[0]} {r[1]}" for r in ANSWERED],
)
def test_a_short_answer_takes_the_questions_act(question, answer, words, kind, polarity, when, reading):
    found = reading(page(question, answer))
    claims = [one for one in found.claims if words in one.passage.quote and one.kind == kind]
    assert [(one.polarity, one.when) for one in claims] == [(polarity, when)]
    names = {one.id: one.names for one in found.people}
    assert names[claims[0].told_by[0].name] == ("Maria",)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Were you beaten?", "I do not want to speak of it."),
        ("Were you beaten?", "Perhaps."),
        ("Who arrested you?", "Nobody knows."),
        ("How did you sleep?", "On the floor."),
        ("What did you do before?", "To sew was my trade."),
        ("Were you beaten?", "Yes. Others were too, but I do not want to speak of it."),
    ],
)
def test_what_answers_nothing_of_the_kind(question, answer, reading):
    asked = [one for one in reading(page(question, answer)).claims if answer in one.passage.quote]
    assert asked == []


def test_who_did_it_comes_from_the_answer(reading):
    claims = [
        one
        for one in reading(page("Who arrested you?", "Soldiers.")).claims
        if one.passage.quote == "Soldiers."
    ]
    assert [one.by for one in claims] == [("Soldiers",)]


def test_what_befell_a_group_befell_whoever_says_to_have_been_in_it(reading):
    asked = "In July the militia released some forty people. Were you in that group?"
    found = reading(page(asked, "Not that one, the next one, on the nineteenth."))
    claims = [one for one in found.claims if one.passage.quote.startswith("Not that one")]
    names = {one.id: one.names for one in found.people}
    assert [(one.kind, [names[who] for who in one.who], one.count) for one in claims] == [
        ("release", [("Maria",)], None)
    ]


def test_a_number_of_times_is_no_number_of_people(reading):
    claims = [
        one
        for one in reading(page("Were you beaten?", "Two times.")).claims
        if one.passage.quote == "Two times."
    ]
    assert [one.count for one in claims] == [None]
