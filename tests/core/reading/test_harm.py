"""What was done to people and what is said of them, in the usual words of agencies, bodies, witnesses and kin.

The sentences stand in harm.yaml, by what act or status they tell of, with whom it happened to or holds for.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

SENTENCES = yaml.safe_load((Path(__file__).parent / "harm.yaml").read_text(encoding="utf-8"))
TOLD = [(kind, text, who) for kind, rows in SENTENCES.items() for text, who in rows]

NOTHING = [
    ("The women worked at a factory in Osh.", "forced labour"),
    ("Farmers pick cotton every autumn.", "forced labour"),
    ("The villagers carried stones to the river to build a wall.", "forced labour"),
    ("They sang songs at the wedding.", "indoctrination"),
    ("The old man died at home in May.", "death in custody"),
    ("He could carry two sacks up the hill.", "forced labour"),
    ("The teacher lost her book.", "killing"),
    ("She has not seen her doctor's letter.", "denial of medical care"),
    ("The children live with their grandmother in Osh.", "separation of family"),
    ("Nobody hurts old people here.", "torture and ill-treatment"),
    ("The barber cut the customer's hair.", "torture and ill-treatment"),
    ("The student had to go to the market.", "coercion"),
    ("The worker signed a contract in May.", "coercion"),
    ("The mother was questioned by the teacher about homework.", "reprisal against relatives"),
    ("The couple shaved costs.", "forced breach of religion"),
]


def holders(reading, text, kind):
    """Every name by which those of the kind's claims are known."""
    read = reading(text)
    names = {one.id: {*one.names, one.description} for one in read.people}
    return [
        set().union(*(names.get(who, {who}) for who in one.who)) for one in read.claims if one.kind == kind
    ]


@pytest.mark.parametrize(("kind", "text", "who"), TOLD)
def test_what_is_told_and_of_whom(kind, text, who, reading):
    found = holders(reading, text, kind)
    assert found
    assert not who or any(who in one for one in found), found


@pytest.mark.parametrize(("text", "kind"), NOTHING)
def test_the_same_words_in_an_ordinary_life_claim_nothing(text, kind, reading):
    assert holders(reading, text, kind) == []


CAMP = "Jan Dvorak was held in a labour camp. "

HELD = [
    ("The men sorted scrap from dawn to dusk.", "forced labour"),
    ("They learned songs about the Party.", "indoctrination"),
    ("Prayer was forbidden.", "forced breach of religion"),
    ("Family visits have been cancelled.", "separation of family"),
    ("Two of the men did not survive the winter.", "death in custody"),
    ("They had to carry logs.", "forced labour"),
    ("The men were not allowed to sleep.", "torture and ill-treatment"),
]


@pytest.mark.parametrize(("text", "kind"), HELD)
def test_what_people_held_do_is_no_choice(text, kind, reading):
    assert kind in [one.kind for one in reading(CAMP + text).claims]


STANCES = [
    (
        "The prisoner has not received any medical treatment.",
        "denial of medical care",
        "affirmed",
        "asserted",
    ),
    ("No doctor has examined the prisoner.", "denial of medical care", "affirmed", "asserted"),
    ("The prisoner was not beaten.", "torture and ill-treatment", "denied", "asserted"),
    ("Ana Ruiz was arrested in May. She was given no explanation.", "notification", "denied", "asserted"),
    ("The family has not been informed of his transfer.", "notification", "denied", "asserted"),
    ("The family fears that the prisoner will be killed.", "killing", "affirmed", "feared"),
    ("The brothers may have been tortured.", "torture and ill-treatment", "affirmed", "possible"),
    ("Ana Ruiz could no longer hold a spoon.", "health", "affirmed", "asserted"),
]


@pytest.mark.parametrize(("text", "kind", "polarity", "modality"), STANCES)
def test_how_it_is_held(text, kind, polarity, modality, reading):
    found = [(one.polarity.value, one.modality.value) for one in reading(text).claims if one.kind == kind]
    assert (polarity, modality) in found


def test_nothing_given_to_a_deed_that_would_lie_after_the_report(reading):
    text = "30 November 2020\n\nMaria Lopes was brought to the field and came back after forty days.\n"
    assert not any((one.when or "").startswith("2021") for one in reading(text).claims)
