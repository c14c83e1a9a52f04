"""What the stages together make of single sentences and short reports: a table per rule."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

# sentence, kind, polarity, modality
STANCES = [
    ("Police arrested Selin Aydemir on Monday.", "detention", "affirmed", "asserted"),
    ("Police have not arrested Selin Aydemir.", "detention", "denied", "asserted"),
    ("Nobody arrested Selin Aydemir.", "detention", "denied", "asserted"),
    ("Selin Aydemir was never tortured.", "torture and ill-treatment", "denied", "asserted"),
    ("He was held for two weeks without being charged.", "prosecution", "denied", "asserted"),
    ("Officials denied torturing the student.", "denial", "affirmed", "asserted"),
    ("Selin Aydemir may be deported to Arvenia.", "threat of deportation", "affirmed", "possible"),
    ("Selin Aydemir could be executed at any time.", "killing", "affirmed", "possible"),
    ("The government plans to deport the brothers.", "threat of deportation", "affirmed", "planned"),
    ("The brothers are to be deported on Friday.", "threat of deportation", "affirmed", "planned"),
    ("The authorities will deport the brothers in May.", "threat of deportation", "affirmed", "planned"),
    ("They plan to kill the editor.", "killing", "affirmed", "planned"),
    ("They threatened to kill the editor.", "coercion", "affirmed", "asserted"),
    ("The family fears that he was killed.", "killing", "affirmed", "feared"),
    ("She is at risk of torture.", "torture and ill-treatment", "affirmed", "feared"),
    ("He is afraid of being deported.", "threat of deportation", "affirmed", "feared"),
    ("She does not want to be sent back.", "threat of deportation", "affirmed", "feared"),
    ("The authorities must release Selin Aydemir.", "release", "affirmed", "demanded"),
    ("The group demanded that the police release the students.", "release", "affirmed", "demanded"),
    ("The committee called for the release of the teacher.", "release", "affirmed", "demanded"),
    ("The woman who fled the camp fears for her children.", "flight", "affirmed", "asserted"),
    ("He fled after soldiers killed his father.", "killing", "affirmed", "asserted"),
    ("If they return, they will be arrested.", "detention", "affirmed", "possible"),
    ("The guards refused to release the prisoner.", "release", "denied", "asserted"),
    ("Deporting her would break the law.", "threat of deportation", "affirmed", "planned"),
]


@pytest.mark.parametrize(
    ("sentence", "kind", "polarity", "modality"), STANCES, ids=[row[0] for row in STANCES]
)
def test_polarity_and_modality(sentence, kind, polarity, modality, reading):
    found = [(claim.kind, str(claim.polarity), str(claim.modality)) for claim in reading(sentence).claims]
    assert (kind, polarity, modality) in found


# text, kind, the chain of tellers as names
CHAINS = [
    (
        "Soldiers beat Tomas Rielle, his brother said.",
        "torture and ill-treatment",
        ["Tomas Rielle’s brother"],
    ),
    ("Police detained nine miners, residents said on Sunday.", "detention", ["residents"]),
    ("According to a lawyer, Tomas Rielle was tortured.", "torture and ill-treatment", ["a lawyer"]),
    (
        "Ana Rielle says that a guard told her that her brother was killed.",
        "killing",
        ["a guard", "Ana Rielle"],
    ),
    (
        "“They tortured me for three days in the cellar,” Tomas Rielle said.",
        "torture and ill-treatment",
        ["Tomas Rielle"],
    ),
    (
        "Tomas Rielle told Radio Costera that soldiers burned his hands.",
        "torture and ill-treatment",
        ["Tomas Rielle", "Radio Costera"],
    ),
    ("Soldiers detained nine miners on Friday.", "detention", []),
    (
        "The ministry has been accused of torturing prisoners.",
        "torture and ill-treatment",
        ["unnamed accusers"],
    ),
]


@pytest.mark.parametrize(("text", "kind", "tellers"), CHAINS, ids=[row[0] for row in CHAINS])
def test_tellers_from_the_first_outwards(text, kind, tellers, reading):
    found = reading(text)
    names = {person.id: (person.names or (person.description,))[0] for person in found.people}
    chains = [
        [names.get(teller.name, teller.name) for teller in claim.told_by]
        for claim in found.claims
        if claim.kind == kind
    ]
    assert tellers in chains


# text, kind, who it happened to
WHO = [
    (
        "Tomas Rielle, a miner, was arrested in May 2019. He was tortured.",
        "torture and ill-treatment",
        ["Tomas Rielle"],
    ),
    ("Ana Rielle and two other teachers were detained.", "detention", ["Ana Rielle", "two other teachers"]),
    ("Ana Rielle met the officer. He beat her with a stick.", "torture and ill-treatment", ["Ana Rielle"]),
    (
        "Police arrested the villagers at dawn. They were beaten.",
        "torture and ill-treatment",
        ["the villagers"],
    ),
    ("Ana Rielle's husband, Tomas, was killed in 2018.", "killing", ["Tomas"]),
    ("Soldiers tied the hands of Tomas Rielle to a beam.", "torture and ill-treatment", ["Tomas Rielle"]),
    ("A man named Davo Maren was shot dead by police.", "killing", ["Davo Maren"]),
    (
        "Ana Rielle said that her name is on a list of people to be deported.",
        "threat of deportation",
        ["Ana Rielle"],
    ),
    (
        "A court in Lasna sentenced a teacher to six years on Monday. Davo Maren, 33, was led away.",
        "sentence",
        ["Davo Maren"],
    ),
]


@pytest.mark.parametrize(("text", "kind", "who"), WHO, ids=[row[0] for row in WHO])
def test_whom_it_happened_to(text, kind, who, reading):
    found = reading(text)
    names = {person.id: (person.names or (person.description,))[0] for person in found.people}
    assert who in [[names.get(one, one) for one in claim.who] for claim in found.claims if claim.kind == kind]


WHEN = [
    ("Davo Maren was held from July 2017 to October 2018.", "detention", "2017-07/2018-10"),
    ("In May 2019 Davo Maren was arrested and beaten.", "torture and ill-treatment", "2019-05"),
    ("Davo Maren was arrested in May 2019 and sentenced to nine years.", "sentence", None),
    ("Davo Maren was arrested, his sister said on 4 May 2019.", "detention", None),
    ("Davo Maren was detained on 3 March 2019. Three days later he was released.", "release", "2019-03-06"),
    (
        "Davo Maren was held in a camp from July 2017 to October 2018.\n\nDuring his detention, he was tortured.",
        "torture and ill-treatment",
        "2017-07/2018-10",
    ),
    ("Davo Maren, 33, was arrested in May 2019.", "age", None),
]


@pytest.mark.parametrize(("text", "kind", "when"), WHEN, ids=[row[0] for row in WHEN])
def test_when_it_was_and_never_more_precisely_than_the_text(text, kind, when, reading):
    assert when in [claim.when for claim in reading(text).claims if claim.kind == kind]


COUNTS = [
    ("Soldiers detained at least 40 villagers.", (40, None)),
    ("Police arrested more than a thousand people.", (1000, None)),
    ("Gunmen killed between 30 and 50 farmers.", (30, 50)),
    ("Troops killed dozens of protesters.", (24, None)),
    ("Police arrested up to 300 students.", (None, 300)),
    ("Police arrested twelve students.", (12, 12)),
]


@pytest.mark.parametrize(("text", "bounds"), COUNTS, ids=[row[0] for row in COUNTS])
def test_numbers_of_people_keep_their_bounds(text, bounds, reading):
    counts = [claim.count for claim in reading(text).claims if claim.count is not None]
    assert bounds in [(count.min, count.max) for count in counts]


PLACES = [
    ("The editor left the country for Rwanda in 2021.", "travel", "Rwanda"),
    ("The teacher left for Venezuela in 2003.", "flight", "Venezuela"),
    ("Omar was transferred to Tanta University Hospital.", "transfer", "Tanta University Hospital"),
    ("The editor left the country in 2021.", "travel", "country"),
    ("Omar was arrested for Rwanda's sake.", "detention", None),
]


@pytest.mark.parametrize(("text", "kind", "place"), PLACES, ids=[row[0] for row in PLACES])
def test_where_it_was_or_went(text, kind, place, reading):
    found = [
        claim.where.name if claim.where else None for claim in reading(text).claims if claim.kind == kind
    ]
    assert found == [place]


def test_who_denies_or_accuses_is_the_teller_and_did_nothing(reading):
    text = "The ministry denied that Omar was beaten. The army accused the rebels of burning the village."
    claims = [claim for claim in reading(text).claims if claim.kind in ("denial", "accusation")]
    assert [(claim.kind, claim.by, claim.told_by[0].name) for claim in claims] == [
        ("denial", (), "The ministry"),
        ("accusation", (), "The army"),
    ]


def test_what_was_forbidden_keeps_the_word_that_forbade_it(reading):
    (claim,) = reading("Prisoners were not allowed to pray in their cells.").claims
    assert claim.kind == "forced breach of religion" and claim.details.startswith("not allowed to pray")


def test_a_question_in_a_transcript_claims_nothing(reading):
    found = reading(
        "Interview with Ana Rielle\n\nQ: Were people tortured there?\n\nA: I was beaten in May 2019. I fled in June.\n"
    )
    assert {claim.kind for claim in found.claims} == {"torture and ill-treatment", "flight"}
    assert all(
        claim.who == claim.told_by[0].name or claim.told_by[0].name in claim.who for claim in found.claims
    )


def test_related_items_and_furniture_claim_nothing(reading):
    body = "Police detained nine miners in the town of Lasna on Friday, and their families have had no news since then."
    found = reading(
        f"Miners held\n\n{body}\n\nSee also\nSoldiers kill farmer\n03/04/2019\n\nSubscribe to our updates\n"
    )
    assert {claim.passage.quote for claim in found.claims} == {body}
    assert [item.title for item in found.report.related] == ["Soldiers kill farmer"]


def test_the_same_text_gives_the_same_claims_with_the_same_identities(reading):
    text = "Police detained nine miners in May 2019. Two of them were tortured, a lawyer said."
    first, second = reading(text), reading(text)
    assert first == second
    assert len({claim.id for claim in first.claims}) == len(first.claims)


def test_the_reading_is_json(reading):
    found = reading("Police detained nine miners in May 2019.").as_json()
    assert json.loads(json.dumps(found)) == found
    assert set(found) == {"report", "people", "claims", "marks"}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=300))
def test_any_text_can_be_read_and_every_passage_is_exact(text, reading):
    found = reading(text)
    assert all(text[claim.passage.start : claim.passage.end] == claim.passage.quote for claim in found.claims)
