"""Merges that were wrong, and their undoing: after several of them, in any order, by two people, with reports coming in
between, everything is as if nobody had merged, and all that happened stands in the log."""

from __future__ import annotations

import json

import pytest

from amanat.actions.findings import Finding
from amanat.actions.link import judge, undo_judgement
from amanat.actions.verify import verify
from amanat.adapters.casebook import OpenCasebook
from amanat.core.action_errors import NotFoundError, NothingToUndoError, SamePersonError
from amanat.core.protecting import Actor, Role
from amanat.store.models import Judgement, LogEntry, Person
from amanat.store.queries.cases import case, list_cases
from amanat.store.queries.views import as_json
from invented import OWNER, added

SECOND = Actor("Ilse Brandt", Role.INVESTIGATOR)
HELD = "detention | 2018-12 | Qaratal camp | |"
NAMES = ("Anselmo Quibtzuy", "Bilal Orazmuhan", "Candelaria Ixim")

Rows = list[dict[str, object]]


def _add(casebook: OpenCasebook, name: str) -> int:
    entered = added(casebook, f"Courier {Person.objects.count()}\n{name} | {HELD}")
    return Person.objects.filter(report=entered.report).earliest("pk").pk


@pytest.fixture
def persons(casebook: OpenCasebook) -> list[int]:
    """Two reports on each of two people, whom the rules join by their names, and one on a third."""
    return [_add(casebook, name) for name in (*NAMES[:2], *NAMES)]


def _clusters() -> set[frozenset[int]]:
    pages = [case(OWNER, line.id) for line in list_cases(OWNER).items]
    return {frozenset(member.person for member in page.members) for page in pages}


def _told() -> dict[int, object]:
    """What each case page tells, besides who decided what when."""
    pages = {line.id: as_json(case(OWNER, line.id)) for line in list_cases(OWNER).items}
    for page in pages.values():
        assert isinstance(page, dict)
        for decided in ("judgements", "decisions", "members", "alike"):
            del page[decided]
    return pages


def _judgements() -> Rows:
    return list(Judgement.objects.order_by("pk").values())


def _logged() -> list[str]:
    return [json.loads(body)["action"] for body in LogEntry.objects.values_list("body", flat=True)]


def _sound(casebook: OpenCasebook) -> None:
    assert [each for each in verify(casebook, OWNER) if isinstance(each, Finding)] == []


@pytest.mark.parametrize("last_first", [True, False])
def test_undoing_every_merge_puts_everything_back(
    casebook: OpenCasebook, persons: list[int], *, last_first: bool
) -> None:
    one, two, again, also, three = persons
    before, told, judged, logged = _clusters(), _told(), _judgements(), _logged()
    assert before == {frozenset({one, again}), frozenset({two, also}), frozenset({three})}
    made = [
        judge(casebook, OWNER, one, two, "same", "one photograph").id,
        judge(casebook, SECOND, also, three, "same", "she married").id,
        judge(casebook, SECOND, again, three, "same", "").id,
    ]
    assert _clusters() == {frozenset(persons)}
    for judgement in reversed(made) if last_first else made:
        undo_judgement(casebook, SECOND, judgement, "another photograph")
    assert (_clusters(), _told()) == (before, told)
    assert _judgements()[: len(judged)] == judged, "nothing that stood before was edited"
    assert Judgement.objects.exclude(by__startswith="rule:").count() == 6
    done = _logged()[len(logged) :]
    assert done == ["judge"] * 3 + ["undo judgement"] * 3
    _sound(casebook)


def test_what_came_in_while_a_wrong_merge_stood_goes_with_its_own(
    casebook: OpenCasebook, persons: list[int]
) -> None:
    one, two, again, also, three = persons
    made = judge(casebook, OWNER, one, two, "same", "one photograph").id
    later = [_add(casebook, name) for name in NAMES[:2]]
    assert {one, again, two, also, *later} in _clusters()
    undo_judgement(casebook, OWNER, made)
    assert _clusters() == {
        frozenset({one, again, later[0]}),
        frozenset({two, also, later[1]}),
        frozenset({three}),
    }
    _sound(casebook)


def test_an_undoing_can_be_undone_and_no_judgement_twice(casebook: OpenCasebook, persons: list[int]) -> None:
    one, two, *_ = persons
    before = _clusters()
    made = judge(casebook, OWNER, one, two, "same", "one photograph").id
    merged = _clusters()
    undone = undo_judgement(casebook, SECOND, made).id
    for gone in (made, 10**6):
        with pytest.raises((NothingToUndoError, NotFoundError)):
            undo_judgement(casebook, OWNER, gone)
    undo_judgement(casebook, OWNER, undone)
    assert _clusters() == merged
    undo_judgement(casebook, SECOND, Judgement.objects.latest("pk").pk)
    assert _clusters() == before
    _sound(casebook)


def test_linking_somebody_to_themselves_leaves_no_trace(casebook: OpenCasebook, persons: list[int]) -> None:
    judged, logged, before = _judgements(), _logged(), _clusters()
    for verdict in ("same", "not same", "unsure", "none"):
        with pytest.raises(SamePersonError):
            judge(casebook, OWNER, persons[0], persons[0], verdict, "")
    with pytest.raises(NotFoundError):
        judge(casebook, OWNER, persons[0], 10**6, "same", "")
    assert (_judgements(), _logged(), _clusters()) == (judged, logged, before)
    _sound(casebook)


def test_whoever_is_told_to_be_kin_of_themselves_is_one_person_and_no_more(casebook: OpenCasebook) -> None:
    name = NAMES[0]
    added(casebook, f"Courier 1\n{name} | {HELD}\n{name} | kinship | | | | brother of {name}")
    added(casebook, f"Courier 2\n{name} | {HELD}\n{name} | kinship | | | | brother of {name}")
    people = Person.objects.filter(names__0=name).values_list("pk", flat=True)
    assert _clusters() == {frozenset(people)}
    assert all(each["left_id"] < each["right_id"] for each in _judgements())  # type: ignore[operator]
    _sound(casebook)
