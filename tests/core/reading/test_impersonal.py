"""Acts that befall nobody the sentence names, headings that tell nothing, and fields under less usual labels."""

from __future__ import annotations

import pytest

TOLD = [
    ("There were arrests in three villages that week.", "detention", None),
    ("There have been further detentions in Osh.", "detention", None),
    ("More than forty arrests were made on Friday.", "detention", 41),
    ("Police made twelve arrests.", "detention", 12),
    ("The police carried out mass arrests in Osh.", "detention", None),
    ("A wave of arrests followed the march.", "detention", None),
    ("Dozens of executions were carried out in the spring.", "killing", 24),
    ("Disappearances have been reported in the district.", "enforced disappearance", None),
]


@pytest.mark.parametrize(("text", "kind", "least"), TOLD)
def test_an_act_may_befall_nobody_who_is_named(reading, text, kind, least):
    [claim] = [one for one in reading(text).claims if one.kind == kind]
    assert claim.who == ()
    assert (claim.count.min if claim.count else None) == least


@pytest.mark.parametrize(
    "text",
    [
        "The report counts arrests by district.",
        "A protest against arrests was held in Osh.",
        "Police said that the arrests followed a complaint.",
        "The law on arrests was made in May.",
    ],
)
def test_arrests_that_are_only_spoken_of_are_no_act(reading, text):
    assert [one for one in reading(text).claims if one.kind == "detention"] == []


BODY = "Emre Duman, a carpenter from Osh, was beaten by two officers in the yard of the station on Monday."


@pytest.mark.parametrize(
    "heading", ["Arrests and trials", "Torture in detention", "Death in custody", "Forced labour"]
)
def test_a_heading_tells_nothing(reading, heading):
    text = f"Report on the district\n\n{BODY}\n\n{heading}\n\n{BODY}"
    assert all(heading not in one.passage.quote for one in reading(text).claims)


def test_fields_under_less_usual_labels_are_read(reading):
    text = (
        "Detained person: Emre Duman\nYear born: 1981\nWorked as: carpenter\nHome district: Osh\n"
        "Day of arrest: 3 May 2019\nSeized by: border guards\nTerm given: six years\n"
    )
    kinds = {one.kind for one in reading(text).claims}
    assert {"birth date", "occupation", "residence", "detention", "sentence"} <= kinds
