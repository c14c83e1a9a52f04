"""The tasks of the name benchmark: queries of the test only, and every answer among the candidates."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from names_data import write

from names.calibrating import Calibration, calibrated
from names.ordinary.cases import cases
from names.ordinary.scored import scored
from names.peers.ranker import Ranker
from names.peers.simple import simple_rankers
from names.running import run
from names.splits import folded, is_test, pairs
from names.tasks.composed import Homonyms, Person, Record, Token, asked_for, record
from names.tasks.million import million
from names.tasks.people import people_tasks
from names.tasks.places import place_tasks
from names.tasks.task import Query, make
from names.tasks.tokens import token_tasks, toneless
from names.turkic import is_turkic_or_muslim


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("names"))


def jaro_winkler() -> Ranker:
    found = next(simple_rankers())
    assert not isinstance(found, str)
    return found


def test_every_task_can_be_solved_and_asks_for_test_tokens_only(folder: Path) -> None:
    made = [make() for _, make in [*token_tasks(folder), *people_tasks(folder), *place_tasks(folder)]]
    assert len({task.key for task in made}) == len(made)
    for task in made:
        assert task.queries, task.key
        assert len(set(task.candidates)) == len(task.candidates)
        assert all(query.answers and query.answers <= set(task.candidates) for query in task.queries)


def test_latin_queries_are_test_tokens(folder: Path) -> None:
    task = dict(token_tasks(folder))["latin-han"]()
    assert all(is_test(query.text) for query in task.queries)
    assert len(task.queries) == len(
        {pair.latin for pair in pairs(folder, "latin-han") if is_test(pair.latin)}
    )


def test_a_smaller_task_keeps_its_answers() -> None:
    queries = [Query(f"q{number}", frozenset({f"c{number}"})) for number in range(20)]
    task = make("any", "any", queries, [f"c{number}" for number in range(500)]).smaller(5, 50)
    assert len(task.queries) == 5
    assert len(task.candidates) == 50
    assert all(query.answers <= set(task.candidates) for query in task.queries)


def token(form: str, *latin: str) -> Token:
    keys = frozenset(map(folded, latin))
    return Token({"kazakh": (form,), "latin": latin}, keys, keys)


SERIK = Person(token("Серік", "Serik"), token("Оспанов", "Ospanov"), token("Болат", "Bolat"), is_woman=False)
SERIKE = Person(
    token("Серике", "Serike"), token("Оспанов", "Ospanov"), token("Болат", "Bolat"), is_woman=True
)


def test_how_a_person_is_written() -> None:
    draw = random.Random(1)
    whole = record(SERIKE, "kazakh", draw, ["family given father"])
    assert whole.text == "Оспанова Серике Болатқызы"
    assert {asked_for(whole, "latin", draw).style for _ in range(40)} == {
        "given family",
        "family given father",
    }


def test_who_can_be_who() -> None:
    records = [
        Record(SERIK, "given family", "a"),
        Record(SERIK, "given father", "b"),
        Record(SERIKE, "given family", "c"),
    ]
    assert Homonyms(records).of(Record(SERIK, "family given father", "?")) == {"a", "b"}
    assert Homonyms(records).of(Record(SERIK, "given father", "?")) == {"b"}
    turned = Person(SERIK.family, SERIK.given, SERIK.father, is_woman=False)
    assert Homonyms(records).of(Record(turned, "given family", "?")) == {"a"}


@pytest.mark.parametrize(
    ("key", "between"), [("million-han", "·"), ("million-han-turkic", "·"), ("million-han-joined", "")]
)
def test_many_names_in_han(folder: Path, key: str, between: str) -> None:
    task = million(folder, key, 500)
    assert all(query.answers & set(task.candidates) for query in task.queries)
    assert all(between in name for name in task.candidates)


@pytest.mark.parametrize(("han", "pinyin"), [("古丽", "guli"), ("吕", "lu"), ("伊力哈木", "yilihamu")])
def test_toneless_pinyin(han: str, pinyin: str) -> None:
    assert toneless(han) == pinyin


@pytest.mark.parametrize("name", ["abdurehim", "gulnara", "nurlan", "Rustambek", "zelimkhan", "Hamidullah"])
def test_counted_as_turkic_or_muslim(name: str) -> None:
    assert is_turkic_or_muslim(name)


@pytest.mark.parametrize(
    "name", ["callahan", "siobhan", "gulbrandsen", "jonathan", "milan", "strakhan", "yan", ""]
)
def test_not_counted_as_turkic_or_muslim(name: str) -> None:
    assert not is_turkic_or_muslim(name)


def test_a_run_gives_figures(folder: Path) -> None:
    row = run(jaro_winkler(), dict(people_tasks(folder))["latin-kazakh-people"]())
    assert set(row.figures) == {"recall@1", "recall@10", "F1"}
    assert row.figures["recall@10"].value > 0.5
    assert row.as_json()["ranker"] == "anyascii + Jaro-Winkler"


def test_ordinary_cases_are_labelled_and_once_each() -> None:
    made = cases()
    assert made == cases()
    assert len({(case.one, case.other) for case in made}) == len(made)
    assert 0.4 < sum(case.is_match for case in made) / len(made) < 0.7
    found = scored(jaro_winkler(), made)
    assert found.figures["average precision"].value > 0.6
    assert all(0 <= share <= 1 for share in found.kinds.values())


def test_calibration_counts(folder: Path) -> None:
    found = calibrated(jaro_winkler(), folder, 6)
    assert 0 < found.rate < 1
    assert sum(count for _, count, _, _ in found.bins()) == len(found.pairs)
    assert Calibration(()).as_json()["rate"] == 0
