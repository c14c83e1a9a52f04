"""Grades are set by people, each axis by itself; a later one supersedes, and all of them stay."""

from __future__ import annotations

import pytest

from amanat.actions.grade import grade_claim, grade_source
from amanat.actions.verify import verify
from amanat.adapters.casebook import OpenCasebook
from amanat.core.action_errors import BadGradeError, NobodyToGradeError, NotFoundError
from amanat.core.weighing.grades import SCALES, Axis, step
from amanat.store.models import Claim, Grade, Person
from amanat.store.queries.cases import case
from invented import COURIER, HERALD, OWNER, added


@pytest.fixture
def filled(casebook: OpenCasebook) -> OpenCasebook:
    added(casebook, HERALD)
    added(casebook, COURIER)
    return casebook


def _claim(kind: str = "detention") -> int:
    return Claim.objects.filter(kind=kind).order_by("pk")[0].pk


def _case() -> int:
    return Person.objects.filter(names__0="Dilara Osmanqizi").order_by("pk")[0].pk


def test_a_grade_stands_beside_the_claims_and_changes_no_finding(filled: OpenCasebook) -> None:
    before = case(OWNER, _case())
    grade_source(filled, OWNER, _claim(), "e", "she was paid")
    grade_claim(filled, OWNER, _claim(), "5")
    after = case(OWNER, _case())
    assert (after.acts, after.counts, after.summary) == (before.acts, before.counts, before.summary)
    assert [(each.axis, each.value, each.by) for each in after.grades] == [
        ("reliability", "E", "Aysel Tarhan"),
        ("credibility", "5", "Aysel Tarhan"),
    ]
    herself = next(each for each in after.tellers if each.is_subject)
    assert [(each.value, each.meaning, each.why) for each in herself.grades] == [
        ("E", "unreliable", "she was paid")
    ]
    assert [each.what for each in after.decisions[:2]] == ["grade", "grade"]


def test_a_later_grade_supersedes_and_none_takes_it_back(filled: OpenCasebook) -> None:
    first = grade_claim(filled, OWNER, _claim(), "2")
    second = grade_claim(filled, OWNER, _claim(), "3", "the date is wrong")
    third = grade_claim(filled, OWNER, _claim(), "none")
    assert (second.supersedes, third.supersedes) == (first.id, second.id)
    found = case(OWNER, _case()).grades
    assert [(each.value, each.standing) for each in found] == [("2", False), ("3", False), ("", True)]
    assert [each for each in verify(filled, OWNER) if hasattr(each, "wrong")] == []


def test_what_is_no_grade_is_refused_and_what_stood_still_stands(filled: OpenCasebook) -> None:
    grade_claim(filled, OWNER, _claim(), "2")
    for wrong in ("7", "B", "", "22"):
        with pytest.raises(BadGradeError):
            grade_claim(filled, OWNER, _claim(), wrong)
    with pytest.raises(BadGradeError):
        grade_source(filled, OWNER, _claim(), "1")
    with pytest.raises(NotFoundError):
        grade_claim(filled, OWNER, 10_000, "2")
    assert [each.value for each in Grade.objects.all()] == ["2"]


def test_nobody_named_cannot_be_graded(casebook: OpenCasebook) -> None:
    added(casebook, HERALD)
    Claim.objects.get(kind="ethnicity").tellings.all().delete()
    with pytest.raises(NobodyToGradeError):
        grade_source(casebook, OWNER, _claim("ethnicity"), "B")


def test_every_step_has_its_code_of_list_42() -> None:
    for axis in Axis:
        codes = [each.huridocs.code for each in SCALES[axis]]
        assert codes == [f"{number}0000000000" for number in ("01", "02", "03", "04", "05", "99")]
        assert {each.huridocs.list for each in SCALES[axis]} == {42}
    assert step(Axis.RELIABILITY, " b ").meaning == "usually reliable"
