"""What claims add up to: tables of cases, and what holds for any claims whatever."""

from __future__ import annotations

import random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from told_claims import (
    CAMP,
    COUNTY,
    GOVERNMENT,
    MEDIA,
    OFFICIAL,
    ORGANISATION,
    PRISON,
    RELATIVE,
    SOURCE,
    WITNESS,
    claims,
    echo,
    told,
)

from amanat.core.weighing import Finding, Reason, Told, Verdict, findings

RANK = {Verdict.UNSUPPORTED: 0, Verdict.SINGLE: 1, Verdict.CORROBORATED: 2}
TIMES = ("when", "began", "ended")


def of(*claims: Told) -> dict[str, Finding]:
    return {found.name: found for found in findings(claims)}


HERSELF = told(1)
UNSUPPORTED, SINGLE, CORROBORATED = Verdict.UNSUPPORTED, Verdict.SINGLE, Verdict.CORROBORATED
CONTESTED, DENIED = Verdict.CONTESTED, Verdict.DENIED


@pytest.mark.parametrize(
    ("claims", "verdict", "reasons"),
    [
        ([HERSELF], SINGLE, [Reason.ONE_WITNESS]),
        ([told(1), told(2), told(3)], SINGLE, [Reason.ONE_WITNESS]),
        ([told(1), told(2, "Gulnar", WITNESS)], CORROBORATED, []),
        ([told(1, origin="a"), told(2, "Gulnar", WITNESS, origin="a")], SINGLE, [Reason.ONE_ORIGIN]),
        ([told(1), told(2, "Gulnar", WITNESS, report=1)], SINGLE, [Reason.ONE_ORIGIN]),
        ([told(1), told(2, "Gulnar", WITNESS, through=("self",))], SINGLE, [Reason.THROUGH_ONE]),
        ([told(1), told(2, "a neighbour", WITNESS)], CORROBORATED, []),
        ([told(1), told(2, "unnamed source", SOURCE)], SINGLE, [Reason.PERHAPS_ONE]),
        ([told(1, "Gulnar", WITNESS), told(2, "a neighbour", WITNESS)], SINGLE, [Reason.PERHAPS_ONE]),
        ([told(1, "her sister", RELATIVE), told(2, "her sister", RELATIVE)], SINGLE, [Reason.PERHAPS_ONE]),
        ([told(1, "Herald", MEDIA)], UNSUPPORTED, [Reason.OWN_VOICE]),
        ([told(1, "Herald", MEDIA), told(2, "Watch", ORGANISATION), told(3, "", "")], UNSUPPORTED, [Reason.OWN_VOICE]),
        ([told(1), told(2, "Herald", MEDIA)], SINGLE, [Reason.ONE_WITNESS]),
        ([told(1, modality="possible")], UNSUPPORTED, [Reason.NOT_SAID_TO_BE_SO]),
        ([told(1, modality="planned", actual=False)], SINGLE, [Reason.ONE_WITNESS]),
        ([told(1), told(2, "Gulnar", WITNESS, modality="feared")], SINGLE, [Reason.ONE_WITNESS]),
        ([told(1, "Zhang", OFFICIAL), told(2, "the county", GOVERNMENT)], SINGLE, [Reason.ONE_PARTY]),
        ([told(1), told(2, "Zhang", OFFICIAL)], CORROBORATED, []),
        ([told(1), told(2, "the county", GOVERNMENT, denied=True)], DENIED, [Reason.ONE_WITNESS]),
        ([told(1), told(2, "Gulnar", WITNESS), told(3, "Zhang", OFFICIAL, denied=True)], DENIED, []),
        ([told(1), told(2, "Gulnar", WITNESS, denied=True)], CONTESTED, [Reason.ONE_WITNESS]),
        (
            [told(1), told(2, "Omar", WITNESS, denied=True), told(3, "Zhang", OFFICIAL, denied=True)],
            CONTESTED,
            [Reason.ONE_WITNESS],
        ),
        ([told(1, "the county", GOVERNMENT, denied=True)], DENIED, [Reason.NOBODY_AFFIRMS]),
        ([told(1, role="a role of a later reader")], UNSUPPORTED, [Reason.OWN_VOICE]),
        ([told(1), told(2, denied=True, modality="possible")], SINGLE, [Reason.ONE_WITNESS]),
    ],
    ids=[
        "herself", "herself in three interviews", "herself and another", "two witnesses, one origin",
        "two witnesses in one report", "another who has it from her", "herself and a neighbour",
        "herself and a source who may be her", "a name and a neighbour", "two sisters or one", "an outlet",
        "outlets and organisations", "herself and an outlet", "possibly", "planned", "feared by another",
        "two of one party", "the party confirms", "denied", "corroborated and denied", "a witness says no",
        "a witness and a party say no", "only denied", "an unknown role",
        "perhaps not another time",
    ],
)  # fmt: skip
def test_whether_it_happened(claims: list[Told], verdict: Verdict, reasons: list[Reason]) -> None:
    found = of(*claims)["whether"]
    assert (found.verdict, list(found.reasons)) == (verdict, reasons)


def test_a_denial_stands_beside_and_is_never_netted_off() -> None:
    found = of(told(1), told(2, "Gulnar", WITNESS), told(3, "the county", GOVERNMENT, denied=True))["whether"]
    assert (found.verdict, found.support, found.denied, found.contested) == (DENIED, CORROBORATED, True, True)
    assert [(each.text, each.claims) for each in found.answers] == [("affirmed", (1, 2)), ("denied", (3,))]
    assert (found.counts.witnesses.least, found.counts.parties.most) == (2, 0)


def _relations(*claims: Told, name: str) -> list[tuple[str, str, str]]:
    found = of(*claims)[name]
    text = [each.text for each in found.answers]
    return [(text[each.one], each.how.value, text[each.other]) for each in found.relations]


@pytest.mark.parametrize(
    ("one", "other", "name", "relation"),
    [
        ({"when": "2017"}, {"when": "2017-07"}, "when", ("2017-07", "narrows", "2017")),
        ({"when": "2017-07-15"}, {"when": "2017-07-17"}, "when", ("2017-07-15", "contradicts", "2017-07-17")),
        (
            {"when": "[2017-07..2017-09]"},
            {"when": "[2017-08..2017-11]"},
            "when",
            ("[2017-07..2017-09]", "agrees", "[2017-08..2017-11]"),
        ),
        (
            {"when": "2017-07/2018-10"},
            {"when": "2017-07-15/2018-11"},
            "began",
            ("2017-07-15", "narrows", "2017-07"),
        ),
        ({"when": "../2016"}, {"when": "2018/.."}, "when", ("../2016", "contradicts", "2018/..")),
        ({"place": CAMP}, {"place": COUNTY}, "where", ("qaratal/tomsay/birlik", "narrows", "tomsay/birlik")),
        (
            {"place": CAMP},
            {"place": PRISON},
            "where",
            ("qaratal/tomsay/birlik", "contradicts", "aqsu/birlik"),
        ),
        (
            {"count": (10, 10, "people")},
            {"count": (5, None, "people")},
            "count",
            ("10 people", "narrows", "5– people"),
        ),
    ],
)
def test_how_two_answers_stand_to_each_other(
    one: dict[str, object], other: dict[str, object], name: str, relation: tuple[str, str, str]
) -> None:
    assert _relations(told(1, **one), told(2, **other), name=name) == [relation]


def test_two_names_for_whoever_did_it_only_stand_beside_each_other() -> None:
    found = of(told(1, by=("police",), details="gloves"), told(2, by=("guards",), details="socks"))
    assert (found["by"].relations, found["details"].relations) == ((), ())
    assert not found["by"].contested


def test_the_closer_answer_is_one_persons_and_the_wider_is_borne_out_by_both() -> None:
    found = of(told(1, place=CAMP), told(2, "Gulnar", WITNESS, place=COUNTY))["where"]
    assert {each.text: each.support for each in found.answers} == {
        "qaratal/tomsay/birlik": SINGLE,
        "tomsay/birlik": CORROBORATED,
    }
    assert found.support is CORROBORATED


def test_answers_that_only_stand_beside_each_other_bear_nothing_out() -> None:
    found = of(told(1, details="gloves"), told(2, "Gulnar", WITNESS, details="socks"))
    assert (found["whether"].support, found["details"].support) == (CORROBORATED, SINGLE)
    assert found["details"].reasons == (Reason.NO_TWO_AGREE,)


def test_of_a_status_only_the_opposite_of_the_same_is_a_contradiction() -> None:
    permit = told(1, kind="legal status", details="permit", when="2018")
    other = told(2, "the county", GOVERNMENT, kind="legal status", details="visa", when="2021", denied=True)
    found = of(permit, other)
    assert (found["whether"].contested, found["whether"].denied, found["when"].contested) == (
        False,
        False,
        False,
    )
    same = told(3, "the county", GOVERNMENT, kind="legal status", details="Permit", denied=True)
    assert of(permit, same)["whether"].verdict is DENIED


@settings(max_examples=150, deadline=None)
@given(claims(1), st.randoms(use_true_random=False))
def test_the_order_of_claims_never_matters(told: list[Told], chance: random.Random) -> None:
    shuffled = list(told)
    chance.shuffle(shuffled)
    assert findings(shuffled) == findings(told)


@settings(max_examples=150, deadline=None)
@given(claims(2))
def test_taking_a_claim_away_never_raises_what_a_question_is_borne_out_by(told: list[Told]) -> None:
    with_it, without = of(*told), of(*told[1:])
    for name, found in without.items():
        before = with_it.get(name) or max(
            (with_it[each] for each in TIMES if each in with_it), key=lambda each: RANK[each.support]
        )
        assert RANK[found.support] <= RANK[before.support]


@settings(max_examples=150, deadline=None)
@given(claims(2))
def test_a_claim_more_never_takes_a_contradiction_or_a_denial_away(told: list[Told]) -> None:
    before, after = of(*told[1:]), of(*told)
    for name, found in before.items():
        if found.contested:
            assert after[name].contested
            pairs = _contradictions(found)
            assert pairs <= _contradictions(after[name])
        if found.denied:
            assert after[name].denied


def _contradictions(found: Finding) -> set[frozenset[str]]:
    text = [each.text for each in found.answers]
    return {frozenset((text[r.one], text[r.other])) for r in found.relations if r.how == "contradicts"}


@settings(max_examples=150, deadline=None)
@given(claims(1), st.integers(0, 99), st.integers(1, 20))
def test_an_echo_adds_no_origin_no_witness_and_no_support(told: list[Told], which: int, report: int) -> None:
    """An echo is a report of its own, so whatever it repeats it repeats of one origin."""
    chosen = told[which % len(told)]
    assume(all(each.report != report for each in told))
    before, after = of(*told), of(*told, echo(chosen, 1000, report))
    for name, found in after.items():
        assert (found.counts.origins, found.counts.witnesses, found.counts.parties, found.support) == (
            before[name].counts.origins,
            before[name].counts.witnesses,
            before[name].counts.parties,
            before[name].support,
        )


@settings(max_examples=100, deadline=None)
@given(claims(1), st.integers(0, 99))
def test_a_claim_taken_away_and_brought_back_leaves_everything_as_it_was(
    told: list[Told], which: int
) -> None:
    chosen = told[which % len(told)]
    rest = [each for each in told if each is not chosen]
    assert findings([*rest, chosen]) == findings(told)


@settings(max_examples=100, deadline=None)
@given(claims(1))
def test_every_claim_that_answers_stands_under_its_answer(told: list[Told]) -> None:
    found = of(*told)
    assert sorted(id for each in found["whether"].answers for id in each.claims) == sorted(c.id for c in told)
    places = [id for each in found["where"].answers for id in each.claims] if "where" in found else []
    assert sorted(places) == sorted(each.id for each in told if each.place_label)


@pytest.mark.parametrize(
    ("one", "published", "other", "later", "contested"),
    [
        ("22", "2019-03-16", "61", "2019-03-20", True),
        ("22-year-old", "2019", "in his sixties", "2019", True),
        ("34", "2017-05", "36", "2019-05", False),
        ("34", "2017-05", "34", "2020-05", False),
        ("20", "2010", "30", "2020", False),
        ("22", "", "61", "2019", False),
        ("of age", "2019", "61", "2019", False),
    ],
)
def test_ages_that_nobody_can_have_are_contested(
    one: str, published: str, other: str, later: str, contested: bool
) -> None:
    both = of(
        told(1, "his father", RELATIVE, kind="age", details=one, published=published),
        told(2, "the court", OFFICIAL, report=2, kind="age", details=other, published=later),
    )
    assert both["details"].contested is contested
    assert len(both["details"].answers) == len({one, other})


def test_a_birth_date_that_differs_is_asked_about_once() -> None:
    found = of(
        told(1, kind="birth date", when="1981-08-11", details="11 August 1981"),
        told(2, "Zhang", OFFICIAL, kind="birth date", when="1981-08-21", details="born on 21 August 1981"),
    )
    assert found["when"].contested and not found["details"].contested
    found = of(
        told(1, kind="birth date", details="the year of the sheep"),
        told(2, "Zhang", OFFICIAL, kind="birth date", details="the year of the dog"),
    )
    assert found["details"].contested
