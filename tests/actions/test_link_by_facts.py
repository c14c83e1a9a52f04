"""Linking by what is told of people besides their names: contradictions part namesakes, facts join doubtful names."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from amanat.actions.findings import Finding
from amanat.actions.link import judge, undo_judgement
from amanat.actions.outcome import Outcome
from amanat.actions.read import read
from amanat.actions.review import correct, reject, undo_review
from amanat.actions.verify import verify
from amanat.adapters.casebook import OpenCasebook
from amanat.core.claim import Person as ReadPerson
from amanat.core.linking.rules import ALIKE, BY_FACTS, SAME_NAME, likelihood
from amanat.core.protecting import Sensitivity
from amanat.store.models import Claim, Judgement, LogEntry, Person
from amanat.store.queries.cases import case, list_cases
from amanat.store.queries.records import records
from invented import OWNER, added, received
from line_reader import reading_of

NAME = "Raushan Sadyrbay"
CAMP = "Qaratal camp < Tomsay"


def _add(casebook: OpenCasebook, *lines: str, level: Sensitivity = Sensitivity.OPEN) -> list[int]:
    """The persons of a report with these lines (tests/line_reader.py)."""
    outlet = f"Courier {Person.objects.count()}"
    report = added(casebook, "\n".join([outlet, *lines]), sensitivity=level).report
    return list(Person.objects.filter(report=report).order_by("pk").values_list("pk", flat=True))


def _held(name: str = NAME, when: str = "2018-12", place: str = CAMP) -> str:
    return f"{name} | detention | {when} | {place} | |"


def _born(when: str, name: str = NAME) -> str:
    return f"{name} | birth date | {when} | | | born {when}"


def _clusters() -> set[frozenset[int]]:
    pages = [case(OWNER, line.id) for line in list_cases(OWNER).items]
    return {frozenset(member.person for member in page.members) for page in pages}


def _sound(casebook: OpenCasebook) -> None:
    assert [each for each in verify(casebook, OWNER) if isinstance(each, Finding)] == []


def test_records_hold_what_stands_and_nothing_denied_feared_or_rejected(casebook: OpenCasebook) -> None:
    [person] = _add(
        casebook,
        _held(),
        _born("1979-06-20"),
        f"{NAME} | not detention | 2019 | {CAMP} | |",
        f"{NAME} | may deportation | 2020 | | |",
        f"{NAME} | ethnicity | | | | Kazakhs",
        f"{NAME} | occupation | | | | a veterinary assistant",
        f"{NAME} | residence | | Tomsay | | lives in",
    )
    found = records([person])[person]
    assert [each.when for each in found.acts] == ["2018-12"]
    assert [each.told for each in found.born] == ["born 1979-06-20"]
    assert (found.ethnicity, found.occupation) == (("Kazakh",), ("a veterinary assistant",))
    assert [each.told for each in found.residence] == ["Tomsay"]
    reject(casebook, OWNER, Claim.objects.get(kind="birth date").pk)
    assert records([person])[person].born == ()


def test_kin_are_known_from_both_sides(casebook: OpenCasebook) -> None:
    sister, brother = _add(casebook, _held(), f"Berdibek | kinship | | | | younger brother of {NAME}")
    found = records([sister, brother])
    assert [(each.relation, each.name) for each in found[sister].kin] == [("sibling", "Berdibek")]
    assert [(each.relation, each.name) for each in found[brother].kin] == [("sibling", NAME)]
    assert found[brother].sex == ("m",)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ([_held(), _born("1979-06-20")], [_held(), _born("1999-02-01")]),
        (
            [_held(), f"Askar | kinship | | | | father of {NAME}"],
            [_held(), f"Muratbek | kinship | | | | father of {NAME}"],
        ),
        (
            [_held(when="2018-01/2018-12", place="Urumqi < China")],
            [_held(when="2018-06-04", place="Almaty < Kazakhstan")],
        ),
    ],
    ids=["born twenty years apart", "another father", "in two countries at one time"],
)  # fmt: skip
def test_two_people_of_one_full_name_are_not_joined_against_the_facts(
    casebook: OpenCasebook, first: list[str], second: list[str]
) -> None:
    one, other = _add(casebook, *first)[0], _add(casebook, *second)[0]
    assert not any({one, other} <= group for group in _clusters())
    [shown] = case(OWNER, one).alike
    assert shown.other == other and "against it:" in shown.why
    judge(casebook, OWNER, one, other, "same", "the register was wrong")
    assert any({one, other} <= group for group in _clusters()), "a person overrules the rule"
    _sound(casebook)


def test_a_third_goes_with_the_namesake_whose_facts_it_shares_or_with_neither(casebook: OpenCasebook) -> None:
    [elder] = _add(casebook, _held(), _born("1979-06-20"))
    [younger] = _add(casebook, _held(when="2020-03"), _born("1999-02-01"))
    [told] = _add(casebook, _held(when="2020-03"), _born("1999"))
    assert frozenset({younger, told}) in _clusters()
    [untold] = _add(casebook, f"{NAME} | detention | | Elsewhere | |")
    assert frozenset({untold}) in _clusters(), "nothing says which of the two it is"
    assert {each.other for each in case(OWNER, untold).alike} & {elder, younger, told}
    _sound(casebook)


def test_a_doubtful_name_and_strong_facts_are_one_case(casebook: OpenCasebook) -> None:
    facts = (_born("1981-08-21", "{}"), "{} | occupation | | | | veterinary assistant")
    sister = "Berdibek | kinship | | | | younger brother of {}"
    one, _ = _add(casebook, *(each.format("Rewushang Sadeerbai") for each in (_held("{}"), *facts, sister)))
    other, _ = _add(casebook, *(each.format("Rewshan Sadirbay") for each in (_held("{}"), *facts, sister)))
    assert any({one, other} <= group for group in _clusters())
    made = Judgement.objects.get(left=one, right=other, superseded_by=None)
    assert made.by == BY_FACTS and "the same occupation" in made.why and likelihood(made.why) > 0.99


def test_sisters_taken_together_are_left_to_people(casebook: OpenCasebook) -> None:
    brother = "Berdibek | kinship | | | | younger brother of {}"
    one, _ = _add(casebook, _held("Rewushang Sadeerbai", "2018-03-17"), brother.format("Rewushang Sadeerbai"))
    other, _ = _add(casebook, _held("Rewshan Sadirbay", "2018-03-17"), brother.format("Rewshan Sadirbay"))
    assert not any({one, other} <= group for group in _clusters())
    assert [each.other for each in case(OWNER, one).alike] == [other]


def test_a_brother_of_one_word_is_found_by_his_sister(casebook: OpenCasebook) -> None:
    brother = ("Berdibek | kinship | | | | younger brother of {}", "Berdibek | detention | 2020 | | |")
    _, one = _add(casebook, _held(), *(each.format(NAME) for each in brother))
    _, other = _add(
        casebook, _held("Rawshan Sadirbay"), *(each.format("Rawshan Sadirbay") for each in brother)
    )
    _, stranger = _add(
        casebook, _held("Gulnar Abdiqadir"), *(each.format("Gulnar Abdiqadir") for each in brother)
    )
    assert frozenset({one, other}) in _clusters()
    assert frozenset({stranger}) in _clusters()


def test_a_correction_changes_what_the_rule_says_and_undoing_it_brings_it_back(
    casebook: OpenCasebook,
) -> None:
    [one] = _add(casebook, _held(), _born("1979-06-20"))
    [other] = _add(casebook, _held(), _born("1979-06-20"))
    before = _clusters()
    assert frozenset({one, other}) in before
    claim = Claim.objects.filter(kind="birth date").latest("pk").pk
    correct(casebook, OWNER, claim, {"when": "1999-06-20"}, "the page says 1999")
    assert not any({one, other} <= group for group in _clusters())
    standing = Judgement.objects.get(left=one, right=other, superseded_by=None)
    assert (standing.by, standing.verdict) == (ALIKE, "unsure")
    assert standing.supersedes is not None and standing.supersedes.by == SAME_NAME
    assert standing.pk in {
        pk for pk, _ in json.loads(LogEntry.objects.latest("index").body)["rows"]["judgement"]
    }
    undo_review(casebook, OWNER, claim)
    assert _clusters() == before
    _sound(casebook)


def test_what_people_judged_stays_whatever_is_corrected(casebook: OpenCasebook) -> None:
    [one], [other] = _add(casebook, _held()), _add(casebook, _held(), _born("1979-06-20"))
    made = judge(casebook, OWNER, one, other, "same", "her daughter says so")
    claim = Claim.objects.get(kind="birth date").pk
    correct(casebook, OWNER, claim, {"when": "1919"}, "")
    assert frozenset({one, other}) in _clusters()
    assert Judgement.objects.get(left=one, right=other, superseded_by=None).pk == made.id
    undo_judgement(casebook, OWNER, made.id)
    _sound(casebook)


def test_a_claim_that_a_new_reading_withdraws_takes_its_evidence_with_it(casebook: OpenCasebook) -> None:
    [one] = _add(casebook, _held(), _born("1979-06-20"))
    [other] = _add(casebook, _held(), _born("1999-06-20"))
    assert frozenset({one}) in _clusters()
    claim = Claim.objects.filter(kind="birth date").latest("pk").pk
    reject(casebook, OWNER, claim, "of her daughter")
    assert frozenset({one, other}) in _clusters()
    _sound(casebook)


def test_reasons_tell_only_of_the_two_whose_reports_can_be_read(casebook: OpenCasebook) -> None:
    [one] = _add(casebook, _held())
    [sealed] = _add(casebook, _held(), f"{NAME} | occupation | | | | falconer", level=Sensitivity.SEALED)
    [other] = _add(casebook, _held("Rawshan Sadirbay"), "Rawshan Sadirbay | occupation | | | | falconer")
    assert frozenset({one, sealed, other}) in _clusters()
    joined = Judgement.objects.filter(right=other).exclude(left=sealed)
    assert joined and not any("falconer" in each.why for each in joined)


def test_a_list_on_which_every_row_has_one_name_joins_nobody(casebook: OpenCasebook) -> None:
    text = "A list\n" + _held()
    report = received(casebook, text)
    reading = reading_of(text)
    many = replace(reading, people=tuple(ReadPerson(f"p{n}", (NAME,)) for n in range(1, 501)))
    read(casebook, OWNER, report.report, Outcome(report.sha256, "text/plain", "utf-8", many))
    [other] = _add(casebook, _held())
    assert Person.objects.count() == 501
    assert not Judgement.objects.filter(verdict="same").exists()
    assert frozenset({other}) in _clusters()
    _sound(casebook)
