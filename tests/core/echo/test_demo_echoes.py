"""The demo's reports of one woman: what her two interviews and a third witness tell alike makes them no echoes."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from amanat.core.echo import Echo, Grade, Report, compare, words_of

DEMO = Path(__file__).parents[3] / "examples" / "demo"
RADIO = ("raushan-mirror",)
FEATURE = ("raushan-longitude-feature", "raushan-feature-cut")
OTHERS = ("testimony-kitchen-worker", "official-denial")
PUBLISHED = {"raushan-mirror": "2021-04-05", "raushan-longitude-feature": "2020-06-14"}


def held_against(one: str, other: str) -> Echo | None:
    left, right = (
        words_of(
            Report(
                at,
                (DEMO / f"{name}.txt").read_text("utf-8"),
                name,
                published=PUBLISHED.get(name, ""),
                language="en",
            )
        )
        for at, name in enumerate((one, other))
    )
    return compare(left, right)


def counts(echo: Echo | None) -> bool:
    return echo is not None and echo.verdict.is_echo and echo.grade is not Grade.POSSIBLE


@pytest.mark.parametrize(("one", "other"), [*product(RADIO, (*FEATURE, *OTHERS)), *product(FEATURE, OTHERS)])
def test_independent_accounts_are_at_most_a_question(one: str, other: str) -> None:
    assert not counts(held_against(one, other))


def test_what_was_cut_out_of_one_is_an_echo() -> None:
    assert counts(held_against(*FEATURE))
