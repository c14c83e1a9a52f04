"""What is said of a link: in the order of what was weighed, never certain, and less than was weighed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core.linking.calibrated import calibrated
from amanat.core.linking.record import Record
from amanat.core.linking.rules import likelihood
from amanat.core.linking.weighing_groups import Weigher

WEIGHED = st.floats(1e-9, 1 - 1e-9)


@given(WEIGHED, WEIGHED)
def test_the_order_of_links_stays_and_nothing_is_certain(one: float, other: float) -> None:
    least, most = sorted((calibrated(one), calibrated(other)))
    assert 0 < least <= most < 1
    assert calibrated(min(one, other)) == least


@pytest.mark.parametrize("weighed", [0.5, 0.8, 0.9, 0.99, 0.999])
def test_less_is_said_than_was_weighed(weighed: float) -> None:
    assert calibrated(weighed) < weighed


def test_a_judgement_says_the_calibrated_figure() -> None:
    records = {1: Record(names=("Anselmo Quibtzuy",)), 2: Record(names=("Anselmo Quibtzuy",))}
    weighed = Weigher(records, {}).weigh(1, 2, {2})
    assert weighed.said == calibrated(weighed.probability)
    assert likelihood(weighed.why) == pytest.approx(weighed.said, abs=0.001)
