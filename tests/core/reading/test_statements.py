"""Statements about acts, and near misses that state nothing. Everybody here is invented."""

from __future__ import annotations

import pytest

STATEMENTS = {"accusation", "denial", "assessment", "notification", "appeal", "intervention", "policy"}

ACCUSATIONS = [
    ("Prosecutors accused Jan Dvorak of spying.", "spying"),
    ("Officials accuse the two men of stealing sheep.", "stealing sheep"),
    ("Jan Dvorak was accused of separatism.", "separatism"),
    ("The mayor blamed the students for the fire.", "the fire"),
    ("Police suspect Jan Dvorak of links to a banned party.", "links to a banned party"),
    ("State television called Jan Dvorak a terrorist.", "a terrorist"),
    ("The soldiers said that Jan Dvorak was a spy.", "a spy"),
    ("They told us that we are all jihadists.", "jihadists"),
    (
        "On Friday 31 workers were arrested for inciting an illegal gathering.",
        "inciting an illegal gathering",
    ),
    ("Jan Dvorak was detained on suspicion of espionage.", "suspicion of espionage"),
    ("The army said that terrorists had burned the houses.", "burned the houses"),
    ("The spokesman said that Ana Ruiz had been used by hostile forces.", "used by hostile forces"),
    ("The newspaper branded Ana Ruiz an extremist.", "an extremist"),
]

DENIALS = [
    ("The governor's office denied any ill-treatment.", "any ill-treatment"),
    ("The company rejected the accusation.", "the accusation"),
    ("The ministry dismissed the reports as rumours.", "the reports"),
    ("Jan Dvorak pleaded not guilty.", "not guilty"),
    ("Jan Dvorak maintained his innocence.", "innocence"),
    (
        "The government says the camps are nothing more than vocational training centres.",
        "vocational training centres",
    ),
    ("Officials described the sites as schools.", "schools"),
    ("The ministry said that no civilian had been targeted.", "no civilian had been targeted"),
    ("The police said that Jan Dvorak died of natural causes.", "died of natural causes"),
    ("The army denies that its soldiers shot Jan Dvorak.", "its soldiers shot Jan Dvorak"),
    ("The prison service said that Jan Dvorak is being treated humanely.", "humanely"),
    ("That there were burns on the body is untrue.", "there were burns on the body"),
    ("The claims about the prison are false.", "false"),
    ('"None of our staff was involved," the company said.', "was involved"),
]

ASSESSMENTS = [
    ("A UN working group found that the detention of Jan Dvorak was arbitrary.", "arbitrary"),
    ("An official of the migration office said that her concerns were valid.", "valid"),
    ("The forensic report found no trace of violence.", "no trace of violence"),
    ("Rights groups called the verdict revenge.", "revenge"),
    ("Experts described the trial as a sham.", "sham"),
    ("The court ruled that the arrest was unlawful.", "unlawful"),
    ("Doctors found injuries consistent with beating.", "injuries consistent with beating"),
    ("The panel considered that his fears were credible.", "credible"),
]

NOTIFICATIONS = [
    ("Ana Ruiz received a notice from the police.", "affirmed"),
    ("Ana Ruiz has not received any notification from the authorities.", "denied"),
    ("The family was notified of the verdict in March.", "affirmed"),
    ("No verdict was given to the family.", "denied"),
    ("The officers handed Ana Ruiz a summons.", "affirmed"),
    ("Jan Dvorak was not told the reason for his arrest.", "denied"),
    ("The ruling has not been communicated to Jan Dvorak.", "denied"),
    ("The family got a paper saying it was his heart.", "affirmed"),
    ("Ana Ruiz was informed that the appeal had been rejected.", "affirmed"),
]

APPEALS = [
    ("Ana Ruiz appealed to the president for help.", "asserted"),
    ("Ana Ruiz begged the ministry to help her brother.", "asserted"),
    ("Jan Dvorak will appeal against the verdict.", "planned"),
    ("Jan Dvorak has lodged an appeal.", "asserted"),
    ("Ana Ruiz wrote to the United Nations.", "asserted"),
    ("Jan Dvorak has been asking for a doctor since March.", "asserted"),
    ("Ana Ruiz is calling for help.", "asserted"),
    ("Jan Dvorak has been asking for an X-ray since March.", "asserted"),
]

INTERVENTIONS = [
    "The United Nations has asked repeatedly to visit Balochistan.",
    "The Special Rapporteur on torture wrote to the government.",
    "The German embassy raised the case with the ministry.",
    "The European Parliament condemned the arrests.",
    "The police opened an investigation on Sunday.",
    "UN experts urged the government to release Jan Dvorak.",
    "Amnesty International demanded an inquiry into the killing.",
    "The Human Rights Commission announced that it would investigate the killings.",
]

POLICIES = [
    ("The government imposed a curfew on the region.", "curfew"),
    ("The party launched a campaign against beards.", "campaign against beards"),
    ("The authorities banned the wearing of veils.", "banned the wearing of veils"),
    ("The union was declared extremist in June.", "declared extremist"),
    ("The decree forbids gatherings of more than ten people.", "forbids gatherings"),
    ("The movement is banned in Belarus.", "banned in Belarus"),
    ("A state of emergency was declared in the province.", "state of emergency"),
    ("The parliament adopted a law on foreign agents.", "law"),
]

NOTHING = [
    "A judge dismissed the case in May.",
    "The guards denied Ana Ruiz visits.",
    "Ana Ruiz has been denied medical treatment.",
    "The owner of the shop does not ask.",
    "The plan appeals to Ana Ruiz.",
    "Ana Ruiz received a letter from her sister.",
    "Ana Ruiz was told that the shop had closed.",
    "Ana Ruiz called her mother.",
    "The Centre relies on official sources only.",
    "The company launched a new phone.",
    "Jan Dvorak opened the door.",
    "Jan Dvorak blamed nobody.",
    "The teacher described the school.",
    "The ministry said that the road was open.",
    "The trial was long.",
    "The doctor found the keys.",
    "Ana Ruiz asked for tea.",
    "The mother wrote a list.",
    "Jan Dvorak said that the soldiers are here.",
    "The council adopted a child-friendly logo.",
    "The farmers were arrested for three days.",
    "The law student read a book.",
]


def claims(reading, text):
    return [claim for claim in reading(text).claims if claim.kind in STATEMENTS]


@pytest.mark.parametrize(
    ("kind", "text", "details"),
    [("accusation", *case) for case in ACCUSATIONS]
    + [("denial", *case) for case in DENIALS]
    + [("assessment", *case) for case in ASSESSMENTS]
    + [("policy", *case) for case in POLICIES],
)
def test_a_statement_in_its_own_words(kind, text, details, reading):
    found = claims(reading, text)
    assert [(claim.kind, details in (claim.details or "")) for claim in found] == [(kind, True)], found


@pytest.mark.parametrize(("text", "polarity"), NOTIFICATIONS)
def test_a_notification_or_none(text, polarity, reading):
    assert [(claim.kind, str(claim.polarity)) for claim in claims(reading, text)] == [
        ("notification", polarity)
    ]


@pytest.mark.parametrize(("text", "modality"), APPEALS)
def test_an_appeal(text, modality, reading):
    assert [(claim.kind, str(claim.modality)) for claim in claims(reading, text)] == [("appeal", modality)]


@pytest.mark.parametrize("text", INTERVENTIONS)
def test_an_intervention(text, reading):
    assert [claim.kind for claim in claims(reading, text)] == ["intervention"]


@pytest.mark.parametrize("text", NOTHING)
def test_near_misses_state_nothing(text, reading):
    assert claims(reading, text) == []


def test_an_accused_state_is_told_of_as_the_act(reading):
    text = "The government has been accused of detaining thousands of villagers."
    assert [claim.kind for claim in reading(text).claims] == ["detention"]


def test_a_denial_is_affirmed_and_keeps_its_teller(reading):
    (claim,) = claims(reading, "The prison service denies that Jan Dvorak is ill.")
    assert (claim.kind, str(claim.polarity), claim.told_by[0].name) == (
        "denial",
        "affirmed",
        "The prison service",
    )


def test_accusers_may_be_unnamed(reading):
    (claim,) = claims(reading, "Jan Dvorak was accused of spying.")
    assert claim.told_by[0].name == "unnamed accusers"
