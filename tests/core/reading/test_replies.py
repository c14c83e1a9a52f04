"""What those in power say befell somebody otherwise is a denial, told by them; the same from anybody else is none."""

from __future__ import annotations

import pytest

OTHERWISE = [
    ("The commissioner said that Omar had slipped on the stairs.", "The commissioner"),
    ("The warden insisted that Omar had been treated well.", "The warden"),
    ("The minister assured the family that Omar was well and studying.", "The minister"),
    ("Police said that Omar had jumped from a window.", "Police"),
    ("The Government maintains that the trial was open and denies that Omar was beaten.", "Government"),
]


@pytest.mark.parametrize(("text", "teller"), OTHERWISE)
def test_a_reply_that_tells_it_otherwise(text, teller, reading):
    found = reading(text)
    names = {one.id: one.description for one in found.people}
    told = [one.name for claim in found.claims if claim.kind == "denial" for one in claim.told_by]
    assert [names.get(name, name) for name in told] == [teller]


HELD = "Emre Duman was arrested in May. "

ANSWERS = [
    "The police told his wife that they knew nothing of him.",
    "The police said they did not have him.",
    "A sergeant insisted that he had left on his own.",
    "Officials disclaimed any knowledge of his whereabouts.",
    "The warden said that he had hurt himself.",
    "The warden said his injuries were self-inflicted.",
    "The embassy replied that it had no information on him.",
    "The prosecutor's office claimed he was free to go at any time.",
    "The army said that it had no role in the arrest.",
    "His mother was told at the station that he was not there.",
    "The ministry denied any involvement, charges that the police have rejected.",
    "The governor said that the police had acted within the law.",
]


@pytest.mark.parametrize("text", ANSWERS)
def test_an_answer_of_those_who_hold_somebody(text, reading):
    assert "denial" in [claim.kind for claim in reading(HELD + text).claims]


OF_WHOM = [
    "The police said they did not have him.",
    "The embassy replied that it had no information on him.",
    "The warden said his injuries were self-inflicted.",
    "The police denied having touched him.",
]


@pytest.mark.parametrize("text", OF_WHOM)
def test_a_denial_is_about_whom_the_denied_thing_befell(text, reading):
    found = reading(HELD + text)
    names = {one.id: one.names[0] for one in found.people if one.names}
    told = [claim.who for claim in found.claims if claim.kind == "denial"]
    assert [[names.get(who, who) for who in one] for one in told] == [["Emre Duman"]]


def test_what_stands_before_is_what_is_denied(reading):
    text = "Emre Duman was charged with sabotage, a charge he denies."
    assert "denial" in [claim.kind for claim in reading(text).claims]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said that classes had been cancelled in eleven schools.",
        "The police warned Emre Duman that he could be prosecuted for a false accusation.",
        "The judge denied his application on Monday.",
        "The prison denied him a transfer to hospital.",
        "A neighbour said that Omar had slipped on the ice.",
        "The commissioner said that Omar had been beaten.",
        "The minister said that prices had fallen.",
    ],
)
def test_what_is_no_reply(text, reading):
    assert not [claim for claim in reading(text).claims if claim.kind == "denial"]
