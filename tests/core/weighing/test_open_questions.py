"""Which questions are open after the claims, and how a case is told in sentences."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from told_claims import GOVERNMENT, MEDIA, OFFICIAL, RELATIVE, SOURCE, WITNESS, claims, told

from amanat.core.weighing import Told, findings
from amanat.core.weighing.asking import open_questions
from amanat.core.weighing.matter import Matter, Sentence
from amanat.core.weighing.summary import MOST_ACTS, summary


def matter(
    *told: Told, kind: str = "detention", group: str = "act", actual: bool = True, when: str = ""
) -> Matter:
    return Matter(told[0].id, kind, group, actual, when, told, findings(told))


def asked(*matters: Matter) -> dict[str, Sentence]:
    return {each.rule: each for each in open_questions(matters)}


PLAIN = {"when": "2018-03-15", "place_label": "Qaratal camp, Tomsay", "by": ("police",), "label": "Dilara"}
SISTER = {"label": "her sister"}
CLINIC = "Detention, Qaratal camp: who else saw it, or was told of it then?"
TWO_WAYS = "One and the same tells it both ways: ask the person, and go back to each interview."


@pytest.mark.parametrize(
    ("matters", "rule", "words"),
    [
        ([matter(told(1, label="Dilara"))], "not said", "Detention: when, where and by whom? No claim says."),
        ([matter(told(1, **{**PLAIN, "when": ""}))], "not said", "Detention, Qaratal camp: when? No claim says."),
        ([matter(told(1, **PLAIN))], "one witness", CLINIC),
        (
            [matter(told(1, "Herald", MEDIA, **{**PLAIN, "label": "Herald"}))],
            "own voice",
            "Detention, Qaratal camp: from whom does Herald have it? Nobody is named as having seen it.",
        ),
        (
            [matter(told(1, **PLAIN), told(2, "unnamed source", SOURCE, label="a source"))],
            "identity",
            "Detention, Qaratal camp: are the person and a source two people? If so, it is corroborated.",
        ),
        (
            [matter(told(1, "her sister", RELATIVE, **SISTER), told(2, "her sister", RELATIVE, **SISTER))],
            "identity",
            "Detention: is her sister in 2 reports one person, or two?",
        ),
        (
            [matter(told(1, when="2018-03-15"), told(2, when="2018-03-17"))],
            "contradiction",
            f"Detention: when, 15 March 2018 or 17 March 2018? {TWO_WAYS}",
        ),
        (
            [matter(told(1, when="2018-03-15", origin="a"), told(2, when="2018-03-17", origin="a"))],
            "contradiction",
            "Detention: when, 15 March 2018 or 17 March 2018? All answers go back to one origin: what does its first "
            "report say?",
        ),
        (
            [matter(told(1, when="2018-03-15/2018-10"), told(2, "Omar", WITNESS, when="2018-03-17/2018-10"))],
            "contradiction",
            "The beginning of detention: when, 15 March 2018 or 17 March 2018? What could settle it: a notice to the "
            "family, a message or a call of those days.",
        ),
        (
            [matter(told(1), kind="threat of deportation", actual=False)],
            "deadline",
            "Threat of deportation: by when? No claim gives a day until which something can be done.",
        ),
        (
            [
                matter(told(1), kind="detention", when="2018-03"),
                matter(told(2), kind="release", when="2019-01"),
                matter(told(3), kind="detention", when="2020-05"),
            ],
            "whereabouts",
            "Where is the person now? The last that is told is: Detention, May 2020.",
        ),
        (
            [
                matter(told(1, published="2020-01-01"), told(2, "Zhang", OFFICIAL, denied=True, published="2020-02-01",
                                                             label="Zhang")),
            ],
            "denial",
            "Zhang denied it: what do the witnesses answer? No later report has their answer.",
        ),
    ],
)  # fmt: skip
def test_what_is_asked_next(matters: list[Matter], rule: str, words: str) -> None:
    found = asked(*matters)[rule]
    assert found.text == words
    assert found.claims and set(found.claims) <= {claim for each in matters for claim in each.claims}


@pytest.mark.parametrize(
    ("matters", "rule"),
    [
        ([matter(told(1, **PLAIN))], "not said"),
        ([matter(told(1), kind="flight")], "by whom"),
        ([matter(told(1, **PLAIN), told(2, "Gulnar", WITNESS))], "one witness"),
        ([matter(told(1, when="2018"), told(2, when="2018-03"))], "contradiction"),
        ([matter(told(1, when="../2021-04-30"), kind="threat of deportation", actual=False)], "deadline"),
        ([matter(told(1), when="2018"), matter(told(2), kind="release", when="2019")], "whereabouts"),
        ([matter(told(1), when="2018"), matter(told(2), kind="release", when="2018")], "whereabouts"),
        (
            [
                matter(
                    told(1, published="2020-03-01"),
                    told(2, "the county", GOVERNMENT, denied=True, published="2020-02-01"),
                )
            ],
            "denial",
        ),
        ([matter(told(1), group="statement", kind="appeal")], "one witness"),
    ],
    ids=[
        "all is said", "a journey is nobody's deed", "two witnesses", "dates that agree", "a day is given",
        "released since", "released in the same year", "answered later", "a statement",
    ],
)  # fmt: skip
def test_what_is_answered_is_not_asked(matters: list[Matter], rule: str) -> None:
    assert rule not in asked(*matters)


def test_the_summary_says_it_in_plain_sentences() -> None:
    detention = matter(
        told(1, when="2018-03-15", place_label="Qaratal camp, Tomsay", origin="radio"),
        told(2, when="2018-03-17", origin="magazine", place_label="Qaratal camp, Tomsay"),
        told(3, "the county", GOVERNMENT, denied=True, label="the county"),
        when="2018-03-15",
    )
    threat = matter(told(4, modality="feared", actual=False), kind="deportation", actual=False)
    assert [each.text for each in summary([detention, threat])] == [
        "4 reports tell of this person; they go back to 4 origins and 1 witness. 1 official or government also speaks.",
        "Detention, Qaratal camp, 15 March 2018: told by one witness, the person, in 2 reports of 2 origins. "
        "Denied by a party: the county. "
        "Contested, when it was: 15 March 2018 (the person) or 17 March 2018 (the person).",
        "Deportation: feared, not said to have happened; told by the person.",
    ]


def test_acts_without_a_sentence_of_their_own_are_counted_and_never_left_out() -> None:
    many = [matter(told(number)) for number in range(1, MOST_ACTS + 4)]
    found = {each.rule: each for each in summary(many)}
    assert found["left over"].text == "3 more acts are told of below: 3 single account."
    assert found["left over"].claims == (15, 16, 17)


@settings(max_examples=60, deadline=None)
@given(st.lists(claims(1), min_size=1, max_size=3), st.randoms(use_true_random=False))
def test_sentences_rest_on_claims_and_not_on_their_order(
    told: list[list[Told]], chance: random.Random
) -> None:
    kinds = {"legal status": "status", "birth date": "status"}
    matters = [matter(*each, kind=each[0].kind, group=kinds.get(each[0].kind, "act")) for each in told]
    known = {claim for each in matters for claim in each.claims}
    for sentence in (*summary(matters), *open_questions(matters)):
        assert sentence.claims and set(sentence.claims) <= known
        assert sentence.text[0].isupper() or sentence.text[0].isdigit()
        assert sentence.text[-1] in ".?"
    shuffled = [replace(each, told=tuple(chance.sample(each.told, len(each.told)))) for each in matters]
    assert summary(shuffled) == summary(matters)
    assert open_questions(shuffled) == open_questions(matters)
