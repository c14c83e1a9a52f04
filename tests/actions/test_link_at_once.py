"""Judging while somebody else judges: two connections to one real database, one after the other, nothing lost."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from amanat.actions.findings import Finding
from amanat.actions.link import judge, undo_judgement
from amanat.actions.verify import verify
from amanat.adapters.casebook import OpenCasebook
from amanat.core.action_errors import NothingToUndoError, SamePersonError
from amanat.core.protecting import Actor, Role
from amanat.store.models import Judgement, Person
from invented import OWNER, added

SECOND = Actor("Ilse Brandt", Role.INVESTIGATOR)
HELD = "detention | 2018-12 | Qaratal camp | |"


@pytest.fixture
def persons(casebook: OpenCasebook) -> list[int]:
    for number, name in enumerate(("Anselmo Quib", "Bilal Tzuy", "Candelaria Ixim", "Dauren Qalybek")):
        added(casebook, f"Courier {number}\n{name} | {HELD}")
    return list(Person.objects.order_by("pk").values_list("pk", flat=True))


def _judged(casebook: OpenCasebook, actor: Actor, one: int, other: int, verdict: str) -> int:
    """In a thread of its own, which has a connection of its own."""
    try:
        return judge(casebook, actor, one, other, verdict, f"{actor.name} says so").id
    finally:
        connection.close()


def _sound(casebook: OpenCasebook) -> None:
    assert [each for each in verify(casebook, OWNER) if isinstance(each, Finding)] == []


def test_two_people_merge_what_hangs_together_at_once(casebook: OpenCasebook, persons: list[int]) -> None:
    one, two, three, four = persons
    asked = [
        (OWNER, one, two, "same"),
        (SECOND, two, three, "same"),
        (OWNER, three, four, "same"),
        (SECOND, one, four, "not same"),
    ]
    with ThreadPoolExecutor(max_workers=4) as people:
        list(people.map(lambda each: _judged(casebook, *each), asked))
    assert Judgement.objects.filter(superseded_by=None).exclude(by__startswith="rule:").count() == 4
    _sound(casebook)


def test_two_people_who_judge_the_same_pair_supersede_each_other_in_one_order(
    casebook: OpenCasebook, persons: list[int]
) -> None:
    one, two, *_ = persons
    asked = [(OWNER, one, two, "same"), (SECOND, two, one, "not same"), (OWNER, one, two, "unsure")]
    with ThreadPoolExecutor(max_workers=3) as people:
        made = list(people.map(lambda each: _judged(casebook, *each), asked))
    [standing] = Judgement.objects.filter(left=one, right=two, superseded_by=None)
    chain = []
    each: Judgement | None = standing
    while each is not None:
        chain.append(each.pk)
        each = each.supersedes
    assert sorted(chain) == sorted(made), "one chain, none lost"
    with pytest.raises(NothingToUndoError):
        undo_judgement(casebook, OWNER, chain[-1])
    undo_judgement(casebook, OWNER, chain[0])
    _sound(casebook)


def test_nobody_is_linked_to_themselves(casebook: OpenCasebook, persons: list[int]) -> None:
    with pytest.raises(SamePersonError):
        judge(casebook, OWNER, persons[0], persons[0], "same", "")
    assert not Judgement.objects.filter(by=OWNER.name).exists()
