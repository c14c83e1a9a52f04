"""What is asked for by name, each thing by itself."""

from __future__ import annotations

import pytest

HELD = "Emre Duman was arrested in May. "

ASKED = [
    (
        "The union calls for the release of Emre Duman, an inquiry into his treatment and access to doctors.",
        ["release", "intervention", "intervention"],
    ),
    ("The union wants him released.", ["release"]),
    ("The family demands an independent investigation.", ["intervention"]),
    ("His wife demanded compensation and an apology.", ["appeal", "appeal"]),
    ("The family wants his body back.", ["appeal"]),
    ("The group is seeking his release.", ["release"]),
]


@pytest.mark.parametrize(("text", "kinds"), ASKED)
def test_each_thing_that_is_asked_for_is_demanded(text, kinds, reading):
    asked = [one for one in reading(HELD + text).claims if one.kind not in ("detention", "kinship")]
    assert [one.kind for one in asked] == kinds
    assert {one.modality.value for one in asked} == {"demanded"}


@pytest.mark.parametrize(
    "text",
    [
        "The police demanded information from the neighbours.",
        "The students seek treatment for malaria.",
        "The court requested an explanation of the map.",
        "The family did not demand an investigation.",
    ],
)
def test_what_others_ask_for(text, reading):
    asked = [one.kind for one in reading(HELD + text).claims]
    assert "appeal" not in asked
    assert "intervention" not in asked
