"""How likely a claim is there: what the marks say, and that the weights are ones they can have."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core.reading.chances import Chances, chances, odds
from amanat.core.reading.spots import LEARNED, spotted_kinds

ROOT = Path(__file__).parents[3]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "benchmarks")]

from chances_training.fitting import fitted  # noqa: E402
from chances_training.rows import Labelled, Row, Wanted, labelled_reports, pairs  # noqa: E402
from spotter_training.marks import STATUSES  # noqa: E402


@given(st.dictionaries(st.sampled_from(["seen", "always", "quoted"]), st.floats(-5, 5)))
def test_a_chance_is_a_probability(marks: dict[str, float]) -> None:
    assert 0 < Chances(0.5, {"seen": 1.0, "always": -2.0}).of(marks) < 1


def test_what_was_never_learnt_weighs_nothing() -> None:
    assert Chances(0.5, {"seen": 1.0}).of({"a mark of tomorrow": 3.0}) == 0.5


@pytest.mark.parametrize("of", ["spotter", "rules"])
def test_what_is_seen_more_surely_is_likelier(of: str) -> None:
    learnt = chances(of)
    marks = {"always": 1.0, "kind detention": 1.0, "by a verb": 1.0, "named": 1.0, "somebody": 1.0}
    low, high = (learnt.of({**marks, "seen": odds(each)}) for each in (0.3, 0.97))
    assert low < high
    assert 0 < learnt.least < 1


def test_every_kind_that_was_weighed_is_one_of_the_spotters() -> None:
    stored = json.loads((LEARNED / "chances.json").read_text(encoding="utf-8"))
    for one in stored.values():
        kinds = {mark.removeprefix("kind ") for mark in one["weights"] if mark.startswith("kind ")}
        assert kinds - {"told lately"} <= set(spotted_kinds())


def test_odds_are_held_within_what_the_spotter_can_mean() -> None:
    assert odds(0.0) == odds(0.01) == pytest.approx(-3, abs=0.01)
    assert odds(0.5) == 0
    assert odds(1.0) == pytest.approx(5, abs=0.01)


# -- learning --------------------------------------------------------------------------------------------------


def test_a_mark_that_parts_right_from_wrong_is_found() -> None:
    rows = [
        Row(
            0,
            "spotter",
            {"always": 1.0, "telling": float(number % 2), "idle": float(number % 3 == 0)},
            number % 2 == 1,
        )
        for number in range(60)
    ]
    weights = fitted(rows)
    assert weights["telling"] > 2
    assert abs(weights["idle"]) < 0.5


def test_one_label_makes_one_claim_right() -> None:
    text = "They took Ana Lim. They beat her."
    report = Labelled(
        "two", text, (Wanted(frozenset({"detention"}), 0, 18),), frozenset({"detention"}), ours=True
    )
    matched = pairs([("detention", 0, 18), ("detention", 19, 33), ("transfer", 0, 18)], report)
    assert list(matched) == [0]


def test_what_is_learnt_from_was_no_lesson_of_the_spotter() -> None:
    reports = labelled_reports()
    untaught = [each for each in reports if "detention" in each.kinds]
    assert len(untaught) == 70
    assert all(each.ours and each.kinds <= STATUSES for each in reports if each not in untaught)
    taught = {path.name for path in (ROOT / "scripts/spotter_training/reports").glob("*.txt")}
    assert not taught & {f"{each.name.rpartition('-')[0]}.txt" for each in reports if not each.ours}
