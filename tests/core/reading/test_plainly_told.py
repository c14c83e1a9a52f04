"""Testimony in plain words: who was put before the verb, sold, locked in, made to work; what "they" did to "us"."""

from __future__ import annotations

import pytest

BEFORE = "I was arrested in May 2022 with my friend Mercy and my cousin Nelson. We were held in a camp. "

TOLD = [
    # Whom it happened to stands first, the doer before the verb.
    ("My friend Mercy they locked in a dark cell for four days.", "detention", "Mercy"),
    ("My cousin they beat with a hose until he fell.", "torture and ill-treatment", "Nelson"),
    ("Nelson they did not release.", "release", "Nelson"),
    ("Mercy the guards beat every night.", "torture and ill-treatment", "Mercy"),
    ("Nelson they shot at the gate.", "killing", "Nelson"),
    # Sold and bought.
    ("They sold Mercy on to Sabha.", "transfer", "Mercy"),
    ("A man from the coast bought me for 900 dollars.", "coercion", "the witness"),
    ("A trader bought Mercy and two girls from the guards.", "coercion", "Mercy"),
    ("They told us that we had been bought.", "coercion", "we"),
    ("My uncle bought me out for 2,000 dollars.", "release", "the witness"),
    # The way out, paid for.
    ("One guard sold me the door for 300 dinars.", "release", "the witness"),
    # Where people are kept.
    ("They put us in a hangar behind the market.", "detention", "us"),
    ("They put us in a building with bars.", "detention", "us"),
    ("They kept us in a yard for six weeks.", "detention", "us"),
    ("I slept in the yard and he locked it.", "detention", "the witness"),
    ("They hit the men and brought us to the Al-Amal centre.", "detention", "us"),
    # Work and deeds that were not chosen.
    ("There we built houses for the officers, without pay.", "forced labour", "we"),
    ("Mercy cleaned their rooms and got no wages.", "forced labour", "Mercy"),
    ("Every one of us had to telephone home.", "coercion", "us"),
    ("We had to call our families and ask for money.", "coercion", "we"),
    ("Each of us owed him 5,000 dollars, he said, and we had to write to strangers all night.", "coercion", "we"),
    # Hands laid on people.
    ("They threw Mercy on the floor.", "torture and ill-treatment", "Mercy"),
    ("They pulled Mercy by the hair.", "torture and ill-treatment", "Mercy"),
    ("They gave me electricity on the neck.", "torture and ill-treatment", "the witness"),
    # The dead and the ill.
    ("A man from Gambia told me he had helped to bury more than thirty people.", "killing", "more than thirty people"),
    ("Nelson got fever in his chest.", "health", "Nelson"),
]  # fmt: skip

NOTHING = [
    ("My father bought me a bicycle.", "coercion"),
    ("My uncle sold his shop.", "transfer"),
    ("He locked the shop and went home.", "detention"),
    ("We slept in a hotel and he locked his car.", "detention"),
    ("The women were with the child.", "health"),
    ("They built houses for their sons.", "forced labour"),
    ("The tea they brought was cold.", "torture and ill-treatment"),
    ("I think they beat the drum.", "torture and ill-treatment"),
    ("My brother said they came at night.", "detention"),
    ("The company gave us electricity for two hours a day.", "torture and ill-treatment"),
]

ALONE = "I was born in Kisii. I had a shop. My friend Mercy lived with me. I speak of what I saw. "


def held(found, kind):
    names = {one.id: {*one.names, one.description} for one in found.people}
    return [
        set().union(*(names.get(who, {who}) for who in one.who)) for one in found.claims if one.kind == kind
    ]


@pytest.mark.parametrize(("text", "kind", "who"), TOLD)
def test_what_a_witness_tells_plainly(text, kind, who, reading):
    found = held(reading(BEFORE + "\n\n" + text), kind)
    assert any(who in one or any(who in name for name in one if name) for one in found), found
    assert len(found) > len(held(reading(BEFORE), kind))


@pytest.mark.parametrize(("text", "kind"), NOTHING)
def test_the_same_words_of_an_ordinary_day(text, kind, reading):
    assert held(reading(ALONE + text), kind) == []
