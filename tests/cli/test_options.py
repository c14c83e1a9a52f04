"""Numbers as they are typed."""

from __future__ import annotations

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.cli.options import NUMBER


@given(st.integers(min_value=1, max_value=10**18 - 1))
def test_a_number_from_one_on_is_one(number: int) -> None:
    assert NUMBER.convert(str(number), None, None) == NUMBER.convert(number, None, None) == number


@pytest.mark.parametrize("typed", ["0", "-1", "1.5", "abc", "", "١٢", "½", "9" * 19, "1e3", "0x1f"])
def test_what_is_none_is_said_to_be_none(typed: str) -> None:
    with pytest.raises(click.BadParameter, match=r"is no number from 1 on\."):
        NUMBER.convert(typed, None, None)
