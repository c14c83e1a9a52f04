"""What somebody with less access sees of a case that only reports they may not read hold together: nothing of those."""

from __future__ import annotations

from amanat.actions.link import judge
from amanat.adapters.casebook import OpenCasebook
from amanat.core.linking.rules import BESIDES
from amanat.core.protecting import Actor, Role, Sensitivity
from amanat.store.models import Judgement, Person
from amanat.store.queries.alike import case_of
from amanat.store.queries.cases import case, list_cases
from amanat.store.queries.claims import claim
from amanat.store.queries.decisions import judgements_on
from amanat.store.queries.likely import likely_people
from amanat.store.queries.linking import open_pair
from amanat.store.queries.reports import report
from amanat.store.queries.search import find
from amanat.store.queries.views import as_json
from invented import OWNER, added

READER = Actor("Timur Aldan", Role.READER)
HELD = "detention | 2018-12 | Qaratal camp | |"


def _add(casebook: OpenCasebook, *lines: str, level: Sensitivity = Sensitivity.OPEN) -> int:
    outlet = f"Courier {Person.objects.count()}"
    entered = added(casebook, "\n".join([outlet, *lines]), sensitivity=level)
    return Person.objects.filter(report=entered.report).earliest("pk").pk


def _members(actor: Actor, id: int) -> set[int]:
    return {each.person for each in case(actor, id).members}


def _three(casebook: OpenCasebook) -> tuple[int, int, int]:
    """Two open reports on people of two names, and a sealed one that tells that they are one."""
    one = _add(casebook, f"Anselmo Quib | {HELD}")
    other = _add(casebook, f"Bilal Tzuy | {HELD}")
    between = _add(casebook, f"Candelaria Ixim | {HELD}", level=Sensitivity.SEALED)
    judge(casebook, OWNER, one, between, "same", "she changed her name")
    judge(casebook, OWNER, other, between, "same", "and again")
    return one, other, between


def test_who_is_joined_by_a_hidden_person_only_is_not_shown_as_joined(casebook: OpenCasebook) -> None:
    one, other, between = _three(casebook)
    assert _members(OWNER, one) == {one, other, between}
    assert _members(READER, one) == {one}
    [line] = list_cases(READER).items
    assert [form.text for form in line.forms] == ["Anselmo Quib"] and line.claims == 1
    assert (case_of(READER, one), case_of(READER, other)) == (one, None)
    assert list_cases(READER, "Bilal").items == ()
    assert [hit.kind for hit in find(READER, "Bilal").hits if hit.kind == "case"] == []
    assert {each.kind for each in likely_people(READER, "Bilal Tzuy")} == {"person"}
    page = report(READER, Person.objects.get(pk=other).report_id)
    assert [each.case for each in page.people] == [None]
    assert [who.case for view in page.claims for who in view.who] == [None]
    assert claim(READER, page.claims[0].id).claim.who[0].case is None
    pair = open_pair(READER, one, other)
    assert (pair.left.members, pair.right.members, pair.right.case) == (1, 1, None)


def test_a_judgement_that_may_be_read_shows_them_together(casebook: OpenCasebook) -> None:
    one, other, _ = _three(casebook)
    judge(casebook, OWNER, one, other, "same", "her passports")
    assert _members(READER, one) == {one, other}
    assert case_of(READER, other) == one
    assert "Candelaria" not in as_json(case(READER, one)).__str__()


def test_namesakes_are_shown_together_though_the_first_of_them_is_hidden(casebook: OpenCasebook) -> None:
    first = _add(casebook, f"Dauren Qalybek | {HELD}", level=Sensitivity.SEALED)
    one, other = (_add(casebook, f"Dauren Qalybek | {HELD}") for _ in range(2))
    assert _members(OWNER, first) == {first, one, other}
    assert _members(READER, first) == {one, other}


def test_the_largest_part_is_the_case_and_the_others_are_persons_of_their_own(casebook: OpenCasebook) -> None:
    one, other, between = _three(casebook)
    third = _add(casebook, f"Bilal Tzuy | {HELD}")
    assert _members(OWNER, one) == {one, other, between, third}
    assert _members(READER, one) == {other, third}


def test_a_rules_reasons_from_hidden_reports_are_not_shown(casebook: OpenCasebook) -> None:
    name, spelt = "Raushan Sadyrbay", "Rawshan Sadirbay"
    one = _add(casebook, f"{name} | {HELD}")
    _add(casebook, f"{name} | {HELD}", f"{name} | occupation | | | | falconer", level=Sensitivity.SEALED)
    other = _add(casebook, f"{spelt} | {HELD}", f"{spelt} | occupation | | | | falconer")
    told = [each for each in Judgement.objects.filter(left=one, right=other) if BESIDES in each.why]
    assert told, "the sealed report is among what the rule went by"
    assert not any(BESIDES in each.why for each in judgements_on(READER, [one, other]))
    assert {each.pk for each in told} <= {each.id for each in judgements_on(OWNER, [one, other])}
    assert other not in _members(READER, one)
