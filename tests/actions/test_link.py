"""Linking's first step in the casebook: cases grow, split and come back."""

from __future__ import annotations

import json

import pytest

from amanat.actions.findings import Finding
from amanat.actions.link import judge, undo_judgement
from amanat.actions.verify import verify
from amanat.adapters.casebook import OpenCasebook
from amanat.core.action_errors import NotFoundError, NothingToUndoError, SamePersonError
from amanat.store.models import Judgement, LogEntry, Person
from amanat.store.queries.cases import case, list_cases
from invented import BULLETIN, COURIER, HERALD, OWNER, added


def _clusters() -> set[frozenset[int]]:
    pages = [case(OWNER, line.id) for line in list_cases(OWNER).items]
    return {frozenset(member.person for member in page.members) for page in pages}


def _dilaras() -> list[int]:
    return list(Person.objects.filter(names__0="Dilara Osmanqizi").values_list("pk", flat=True))


def _sound(casebook: OpenCasebook) -> None:
    assert [each for each in verify(casebook, OWNER) if isinstance(each, Finding)] == []


def test_the_same_full_name_is_one_case_and_a_single_word_is_not(casebook: OpenCasebook) -> None:
    for text in (HERALD, COURIER, BULLETIN):
        added(casebook, text)
    first, second = _dilaras()
    [judgement] = Judgement.objects.all()
    assert (judgement.left_id, judgement.right_id, judgement.verdict) == (first, second, "same")
    assert judgement.by == "rule:same-folded-name"
    titles = [line.title for line in list_cases(OWNER).items]
    assert titles == ["Dilara", "Dilara Osmanqizi", "Sanjar Tolegen"], "nobody who only speaks gets a case"
    assert frozenset({first, second}) in _clusters()
    assert case(OWNER, first).id == first


def test_not_same_splits_and_undo_restores(casebook: OpenCasebook) -> None:
    added(casebook, HERALD)
    added(casebook, COURIER)
    before, (first, second) = _clusters(), _dilaras()
    made = judge(casebook, OWNER, second, first, "not same", "other fathers")
    assert _clusters() == {frozenset({first}), frozenset({second})}
    undo_judgement(casebook, OWNER, made.id, "they are one after all")
    assert _clusters() == before
    assert Judgement.objects.count() == 4, "rule, person, undo, rule again: nothing is edited"
    _sound(casebook)


def test_what_was_split_off_is_still_one_with_its_other_namesakes(casebook: OpenCasebook) -> None:
    for number in range(4):
        added(casebook, f"{HERALD}\n{number}")
    one, two, three, four = _dilaras()
    judge(casebook, OWNER, one, two, "not same", "")
    judge(casebook, OWNER, one, three, "not same", "")
    assert _clusters() == {frozenset({one, four}), frozenset({two, three})}
    _sound(casebook)


def test_people_join_what_no_rule_would(casebook: OpenCasebook) -> None:
    added(casebook, HERALD)
    added(casebook, BULLETIN)
    full, given = _dilaras()[0], Person.objects.get(names__0="Dilara").pk
    judge(casebook, OWNER, given, full, "same", "same birth date")
    assert frozenset({full, given}) in _clusters()
    page = case(OWNER, full)
    assert [form.text for form in page.forms] == ["Dilara Osmanqizi", "Dilara"]
    assert page.members[1].joined_why == "same birth date"
    body = json.loads(LogEntry.objects.order_by("-index")[0].body)
    assert (body["action"], body["why"], len(body["reports"])) == ("judge", "same birth date", 2)
    _sound(casebook)


def test_only_a_persons_standing_judgement_can_be_undone(casebook: OpenCasebook) -> None:
    added(casebook, HERALD)
    added(casebook, COURIER)
    first, second = _dilaras()
    with pytest.raises(NothingToUndoError):
        undo_judgement(casebook, OWNER, Judgement.objects.get().pk)
    made = judge(casebook, OWNER, first, second, "unsure", "")
    judge(casebook, OWNER, first, second, "not same", "")
    with pytest.raises(NothingToUndoError):
        undo_judgement(casebook, OWNER, made.id)
    with pytest.raises(SamePersonError):
        judge(casebook, OWNER, first, first, "same", "")
    with pytest.raises(NotFoundError):
        judge(casebook, OWNER, first, 999, "same", "")
