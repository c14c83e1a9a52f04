"""Linking by sound in the casebook: one woman under several spellings and scripts, and what people decide of it."""

from __future__ import annotations

import pytest

from amanat.actions.findings import Finding
from amanat.actions.link import judge, undo_judgement
from amanat.actions.verify import verify
from amanat.adapters.casebook import OpenCasebook
from amanat.core.linking.rules import ALIKE, SAME_SOUND, likelihood
from amanat.core.protecting import Actor, Role, Sensitivity
from amanat.store.models import Judgement, Person
from amanat.store.queries.cases import case, list_cases
from invented import OWNER, added

LATIN, KAZAKH, RUSSIAN = "Raushan Sadyrbay", "Раушан Садырбайқызы", "Раушан Садырбаева"
BROTHER, FRIEND = "Berdibek Sadirbay", "Raushan Mukash"


def _report(*names: str, outlet: str = "Qarasu Herald") -> str:
    return "\n".join([outlet, *(f"{name} | detention | 2018-12 | Qaratal camp | |" for name in names)])


def _add(casebook: OpenCasebook, *names: str, level: Sensitivity = Sensitivity.OPEN) -> list[int]:
    """The persons of a report in which these names stand."""
    number = Person.objects.count()
    report = added(casebook, _report(*names, outlet=f"Courier {number}"), sensitivity=level).report
    return list(Person.objects.filter(report=report).order_by("pk").values_list("pk", flat=True))


def _clusters() -> set[frozenset[int]]:
    pages = [case(OWNER, line.id) for line in list_cases(OWNER).items]
    return {frozenset(member.person for member in page.members) for page in pages}


def _sound(casebook: OpenCasebook) -> None:
    assert [each for each in verify(casebook, OWNER) if isinstance(each, Finding)] == []


def test_one_woman_in_three_spellings_is_one_case_and_those_who_share_a_part_are_not(
    casebook: OpenCasebook,
) -> None:
    [first] = _add(casebook, LATIN)
    second, brother = _add(casebook, KAZAKH, BROTHER)
    [third] = _add(casebook, RUSSIAN)
    [friend] = _add(casebook, FRIEND)
    assert _clusters() == {frozenset({first, second, third}), frozenset({brother}), frozenset({friend})}
    assert {each.by for each in Judgement.objects.all()} == {SAME_SOUND}
    page = case(OWNER, first)
    assert [form.text for form in page.forms] == [LATIN, KAZAKH, RUSSIAN]
    assert page.members[1].joined_by == SAME_SOUND
    assert page.members[1].joined_to == first
    assert likelihood(page.members[1].joined_why) > 0.9
    assert "Садырбайқызы" in page.members[1].joined_why
    _sound(casebook)


def test_the_same_name_again_follows_its_namesake_and_is_not_asked_for_anew(casebook: OpenCasebook) -> None:
    everyone = [person for name in (LATIN, KAZAKH, LATIN, KAZAKH) for person in _add(casebook, name)]
    assert _clusters() == {frozenset(everyone)}
    assert [each.by for each in Judgement.objects.order_by("pk")] == [
        SAME_SOUND,
        "rule:same-folded-name",
        "rule:same-folded-name",
    ]


def test_not_same_parts_them_and_undo_brings_them_together_again(casebook: OpenCasebook) -> None:
    [first], [second] = _add(casebook, LATIN), _add(casebook, KAZAKH)
    made = judge(casebook, OWNER, first, second, "not same", "she is the aunt")
    assert _clusters() == {frozenset({first}), frozenset({second})}
    assert case(OWNER, first).alike == (), "it is decided"
    [third] = _add(casebook, RUSSIAN)
    assert not any({first, second} <= group for group in _clusters())
    assert third in {member for group in _clusters() for member in group}
    _sound(casebook)
    undo_judgement(casebook, OWNER, made.id)
    assert any({first, second} <= group for group in _clusters())
    _sound(casebook)


@pytest.mark.parametrize("verdict", ["same", "not same", "unsure"])
def test_what_is_only_likely_is_shown_until_somebody_decides(casebook: OpenCasebook, verdict: str) -> None:
    [first], [second] = _add(casebook, "Anselmo Quib"), _add(casebook, "Anselmo Quib Tzuy")
    assert _clusters() == {frozenset({first}), frozenset({second})}
    [shown] = case(OWNER, first).alike
    assert (shown.person, shown.other, shown.case) == (first, second, second)
    assert (shown.name, shown.other_name) == ("Anselmo Quib", "Anselmo Quib Tzuy")
    assert shown.probability >= 0.5 and "Tzuy stands in one of the names only" in shown.why
    [back] = case(OWNER, second).alike
    assert (back.person, back.other, back.case) == (second, first, first)
    assert case(OWNER, first).decisions == (), "a rule that leaves it to people has decided nothing"
    made = judge(casebook, OWNER, second, first, verdict, "")
    assert case(OWNER, first).alike == ()
    assert (frozenset({first, second}) in _clusters()) is (verdict == "same")
    [decision] = case(OWNER, first).decisions
    assert decision.verdict == verdict
    undo_judgement(casebook, OWNER, made.id)
    assert len(case(OWNER, first).alike) == 1
    _sound(casebook)


def test_two_of_one_report_are_only_shown(casebook: OpenCasebook) -> None:
    first, second = _add(casebook, LATIN, KAZAKH)
    assert _clusters() == {frozenset({first}), frozenset({second})}
    assert [each.other for each in case(OWNER, first).alike] == [second]
    [third] = _add(casebook, RUSSIAN)
    assert not any({first, second} <= group for group in _clusters()), "not by way of a third either"
    assert any(third in group for group in _clusters())


def test_the_unsure_of_a_person_keeps_the_rule_off(casebook: OpenCasebook) -> None:
    [first], [second] = _add(casebook, LATIN), _add(casebook, KAZAKH)
    judge(casebook, OWNER, first, second, "unsure", "")
    assert _clusters() == {frozenset({first}), frozenset({second})}
    [again] = _add(casebook, KAZAKH)
    assert not any({first, again} <= group and second in group for group in _clusters())


def test_only_what_the_actor_may_see_is_shown_and_counted(casebook: OpenCasebook) -> None:
    [first] = _add(casebook, "Anselmo Quib")
    _add(casebook, "Anselmo Quib Tzuy", level=Sensitivity.SEALED)
    _add(casebook, "Anselmo Quib Batz")
    reader = Actor("Ilse Brandt", Role.READER)
    assert len(case(OWNER, first).alike) == 2
    assert [each.other_name for each in case(reader, first).alike] == ["Anselmo Quib Batz"]


def test_reports_read_again_change_nothing(casebook: OpenCasebook) -> None:
    _add(casebook, LATIN)
    _add(casebook, KAZAKH)
    before = (Judgement.objects.count(), _clusters())
    added(casebook, _report(LATIN, outlet="Courier 0"))
    assert (Judgement.objects.count(), _clusters()) == before


def test_rules_propose_unsure_only_once_for_two_groups(casebook: OpenCasebook) -> None:
    for name in ("Anselmo Quib", "Anselmo Quib Tzuy", "Anselmo Quib Tzuy", "Anselmo Quib"):
        _add(casebook, name)
    assert Judgement.objects.filter(by=ALIKE).count() == 1
