"""The learnt weights fit the features they are of, keep their direction, and never turn an order about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from amanat.core.linking.comparing import FEATURES
from amanat.core.linking.evidence import Evidence
from amanat.core.linking.learnt import near_names, rows, weighed

BIRTH = [
    ("a slip", 1.0), ("within a year", 0.0), ("within three years", -1.5), ("within five years", -3.0),
    ("within ten years", -5.0), ("further apart", -7.0),
]  # fmt: skip
PLACES = [("town", 2.3), ("land", 1.2), ("country", 0.2), ("elsewhere", -1.2)]


def test_the_table_is_of_features_that_there_are() -> None:
    known = {feature.name for feature in FEATURES} | {"name"}
    assert {feature for feature, _ in rows()} <= known
    assert len(rows()) > 20


@pytest.mark.parametrize(("feature", "levels"), [("birth", BIRTH), ("origin", PLACES), ("residence", PLACES)])
def test_what_fits_better_never_weighs_less(feature: str, levels: list[tuple[str, float]]) -> None:
    nats = [weighed(feature, Evidence(hand, "", level)).nats for level, hand in levels]
    assert nats == sorted(nats, reverse=True)


@pytest.mark.parametrize("row", sorted(rows()))
def test_the_direction_of_evidence_is_never_learnt(row: tuple[str, str]) -> None:
    feature, level = row
    for nats in (0.05, 3.0):
        speaking, against = (Evidence(each, "", level) for each in (nats, -nats))
        assert weighed(feature, speaking).nats >= 0 >= weighed(feature, against).nats
    assert weighed(feature, Evidence(0.0, "", level)).nats <= 0


def test_what_was_never_learnt_is_worth_what_its_function_says() -> None:
    said = Evidence(1.25, "why", "a level that nobody learnt", contradicts=True)
    assert weighed("birth", said) == said
    assert weighed("birth", replace(said, level="agree")).reason == "why"


def test_what_was_found_by_its_name_bears_it_oftener_within_bounds() -> None:
    assert 0 <= near_names() <= 3
