"""A shelf of names as bytes: what goes in comes out, and what was damaged is never searched."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amanat.core.names import NameIndex
from amanat.core.names.kept import made_by, shelved, taken_up

NAMES = ["Dilara Osmanqizi", "Санжар Төлеген", "ئايگۈل سېرىقباي", "阿依古丽·赛力克拜", "Millford Qarvon"]
BYTES = shelved(NAMES)


def test_what_was_kept_is_found_as_what_was_built() -> None:
    kept, built = NameIndex([taken_up(BYTES)]), NameIndex.build(NAMES)
    assert [kept.name(at) for at in range(len(kept))] == NAMES
    for query in ("Дилара Османқызы", "Sanjar Tolegen", "Aygul Serikbay"):
        found, wanted = kept.search(query), built.search(query)
        assert [match.position for match in found] == [match.position for match in wanted]
        np.testing.assert_allclose(
            [match.score for match in found], [match.score for match in wanted], atol=0.02
        )


def test_a_shelf_that_was_taken_up_can_be_added_to() -> None:
    index = NameIndex([taken_up(BYTES)])
    assert index.add("Yerzhan Bolatuly") == len(NAMES)
    assert index.search("Ержан Болатұлы")[0].position == len(NAMES)


def test_no_names_are_a_shelf_too() -> None:
    assert NameIndex([taken_up(shelved([]))]).search("Dilara") == []


@settings(deadline=None, max_examples=60)
@given(st.integers(0, len(BYTES) - 1), st.integers(1, 255))
def test_a_byte_that_was_changed_does_no_harm(at: int, by: int) -> None:
    harmed = bytearray(BYTES)
    harmed[at] ^= by
    try:
        shelf = taken_up(bytes(harmed))
    except ValueError:
        return
    assert [shelf.text(position) for position in range(len(shelf))] == NAMES


@pytest.mark.parametrize("harmed", [b"", b"PK", BYTES[:-40], BYTES[: len(BYTES) // 2], b"\0" * 500, b"{}"])
def test_bytes_that_are_no_shelf_are_refused(harmed: bytes) -> None:
    with pytest.raises(ValueError, match="shelf of names"):
        taken_up(harmed)


def test_it_says_what_it_was_made_by() -> None:
    rules, _, tables = made_by().partition(":")
    assert rules.isdigit() and len(tables) == 16
