"""Found by words that begin words, in every script, the same on both databases."""

from __future__ import annotations

from itertools import combinations

import pytest

from amanat.actions.link import judge
from amanat.adapters.casebook import OpenCasebook
from amanat.store.models import Person, SearchEntry
from amanat.store.queries.search import find, snippet
from invented import OWNER, added

REPORTS = (
    "Qarasu Herald\nAygül Serikbay | detention | 2018 | Qaratal camp < Tomsay | | in a glove factory",
    "Карасу Вестник\nАйгүл Серікбай | detention | 2018 | Тұмсай < Бірлік | | тігін фабрикасы",
    "قاراسۇ گېزىتى\nئايگۈل سېرىقباي | detention | 2018 | تۇمساي | | پەلەي زاۋۇتى",
    "喀拉苏报\n阿依古丽·赛力克拜 | detention | 2018 | 图姆赛营 | | 手套工厂",
)


@pytest.fixture
def found(casebook: OpenCasebook) -> OpenCasebook:
    """Four women of one name by sound, judged apart, so that each word leads to a case of its own."""
    for text in REPORTS:
        added(casebook, text)
    for one, other in combinations(Person.objects.values_list("pk", flat=True), 2):
        judge(casebook, OWNER, one, other, "not same", "four women")
    return casebook


QUERIES: list[tuple[str, set[tuple[str, int]]]] = [
    ("aygul", {("case", 1), ("report", 1)}),
    ("AYGÜL serik", {("case", 1), ("report", 1)}),
    ("serik aygul", {("case", 1), ("report", 1)}),
    ("glove", {("report", 1)}),
    ("factory aygul", {("report", 1)}),
    ("ctory", set()),
    ("qaratal", {("place", 1), ("report", 1)}),
    ("айгүл", {("case", 2), ("report", 2)}),
    ("СЕРІК", {("case", 2), ("report", 2)}),
    ("тұмсай", {("place", 2), ("report", 2)}),
    ("тігін фаб", {("report", 2)}),
    ("ئايگۈل", {("case", 3), ("report", 3)}),
    ("ايگۈل", {("case", 3), ("report", 3)}),
    ("زاۋۇت", {("report", 3)}),
    ("阿依古丽", {("case", 4), ("report", 4)}),
    ("古丽", {("case", 4), ("report", 4)}),
    ("丽", {("case", 4), ("report", 4)}),
    ("赛力克拜 阿依", {("case", 4), ("report", 4)}),
    ("手套", {("report", 4)}),
    ("营", {("place", 4), ("report", 4)}),
    ("套手", set()),
    ("detention", {("report", 1), ("report", 2), ("report", 3), ("report", 4)}),
    ("", set()),
    ("* \" ' & | ! :* -", set()),
    ("NEAR OR AND NOT", set()),
    ("gl* ove", set()),
    ("aygul' | 'x", set()),
]


def test_the_same_hits_on_both_databases(found: OpenCasebook) -> None:
    hits = {words: {(hit.kind, hit.id) for hit in find(OWNER, words).hits} for words, _ in QUERIES}
    assert hits == dict(QUERIES)


def test_a_hit_shows_where_it_stands(found: OpenCasebook) -> None:
    [hit] = find(OWNER, "glove").hits
    assert "in a glove factory" in hit.snippet
    [hit] = [each for each in find(OWNER, "手套").hits if each.kind == "report"]
    assert "手套工厂" in hit.snippet


@pytest.mark.parametrize(
    ("text", "wanted", "shown"),
    [
        ("short text", ["text"], "short text"),
        (
            "x " * 200 + "Gülzar " + "y " * 200,
            ["gulz"],
            "… " + "x " * 40 + "Gülzar " + ("y " * 37).strip() + " …",
        ),
        ("nothing here", ["absent"], "nothing here"),
    ],
)
def test_snippets(text: str, wanted: list[str], shown: str) -> None:
    assert snippet(text, wanted) == shown


def test_entries_follow_the_report(found: OpenCasebook) -> None:
    kinds = sorted(SearchEntry.objects.filter(report=1).values_list("kind", flat=True))
    assert kinds == ["person", "place", "report"]
