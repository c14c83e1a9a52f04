"""Statements of families, unions and lawyers: what they demand in lists and in clauses, and what they tell besides."""

from __future__ import annotations

import pytest

HELD = "Emre Duman was arrested in May.\n\n"
BEGUN = "A letter from the union\n\nEmre Duman was arrested in May.\n\nWe demand:\n\n"


def _told(claims, kind):
    return [(one.polarity.value, one.modality.value) for one in claims if one.kind == kind]


LISTED = [
    ("a) to disclose where Emre Duman is held;\n\nb) to free his brother.", "appeal", [("affirmed", "demanded")]),
    ("a) that the graves be opened;\n\nb) that he be freed.", "appeal", [("affirmed", "demanded")]),
    ("(i) the return of his body;\n\n(ii) the release of his brother.", "appeal", [("affirmed", "demanded")]),
    ("a) an inquiry into his arrest;\n\nb) his release.", "intervention", [("affirmed", "demanded")]),
    ("a) an end to the torture of prisoners;\n\nb) that he go.", "torture and ill-treatment", [("denied", "demanded")]),
    (
        "a) the return of the body of Paul Imre, who was killed in June;\n\nb) his release.",
        "killing",
        [("affirmed", "asserted")],
    ),
    (
        "(i) to investigate the killing of Paul Imre;\n\n(ii) to free Emre Duman.",
        "killing",
        [("affirmed", "asserted")],
    ),
    (
        "(i) to order the brigade to release Emre Duman;\n\n(ii) to pay compensation.",
        "release",
        [("affirmed", "demanded")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "stances"), LISTED)
def test_what_an_item_of_a_list_asks_for_and_what_it_tells_besides(text, kind, stances, reading):
    items = [one for one in reading(BEGUN + text).claims if "arrested in May" not in one.passage.quote]
    assert _told(items, kind) == stances


CLAUSES = [
    ("The union demanded to know where Emre Duman is.", "appeal", [("affirmed", "demanded")]),
    ("The union demanded to know where Emre Duman is.", "enforced disappearance", []),
    ("We will not stop until Emre Duman is released.", "release", [("affirmed", "demanded")]),
    ("We will not leave until they tell us where he is.", "appeal", [("affirmed", "demanded")]),
    ("The union wants an end to the beating of prisoners.", "torture and ill-treatment", [("denied", "demanded")]),
    ("The treaty put an end to the beating of prisoners.", "torture and ill-treatment", [("affirmed", "asserted")]),
    ("There were calls for his release and for an independent inquiry.", "intervention", [("affirmed", "demanded")]),
    ("There were calls for the resignation of the commander.", "appeal", [("affirmed", "demanded")]),
    (
        "The union calls on the minister to say why he is held, to let his family visit him and to release him.",
        "release",
        [("affirmed", "demanded")],
    ),
    (
        "The families want the two soldiers who shot Paul Imre to be tried, and their commander to be prosecuted.",
        "prosecution",
        [("affirmed", "demanded"), ("affirmed", "demanded")],
    ),
    ("The union asks that Emre Duman be allowed to receive his medicine.", "appeal", [("affirmed", "demanded")]),
    ("The defence asked that the hearing be postponed.", "appeal", []),
    ("Emre Duman has been held since then and never brought before a judge.", "prosecution", [("denied", "asserted")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "stances"), CLAUSES)
def test_what_is_demanded_in_clauses(text, kind, stances, reading):
    assert _told([one for one in reading(HELD + text).claims if one.passage.quote == text], kind) == stances


def test_each_clause_that_a_power_is_asked_for_is_a_demand(reading):
    text = (
        "The union calls on the minister to say why he is held, to let his wife visit him and to release him."
    )
    asked = [one for one in reading(HELD + text).claims if one.kind in ("appeal", "release")]
    assert [one.kind for one in asked] == ["appeal", "appeal", "release"]


DENIED = [
    "We reject the claim that Emre Duman joined the rebels.",
    "The prison said that it had no such inmate.",
    "The union rejects the accusation that Emre Duman stole the money.",
]


@pytest.mark.parametrize("text", DENIED)
def test_what_is_rejected_is_a_denial(text, reading):
    told = [one for one in reading(HELD + text).claims if one.passage.quote == text]
    assert [one.kind for one in told][:1] == ["denial"]


@pytest.mark.parametrize(
    "text",
    ["We reject violence of every kind.", "We reject the offer.", "The prison said that it had no beds."],
)
def test_what_is_refused_is_no_denial(text, reading):
    assert "denial" not in [one.kind for one in reading(HELD + text).claims]
