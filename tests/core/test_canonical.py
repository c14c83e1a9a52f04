"""One text for one value, whichever database or keyboard it came from."""

import datetime
import json
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.core.canonical import canonical, digest


class Colour(StrEnum):
    GREEN = "green"


NOON = datetime.datetime(2021, 5, 4, 12, 0, 0, 7, tzinfo=datetime.UTC)
CASES = [
    ({"b": 1, "a": [True, None]}, '{"a":[true,null],"b":1}'),
    ("Ұ«\n", '"Ұ«\\n"'),
    (1.0, "1"),
    (-0.0, "0"),
    (0.1, "0.1"),
    (float(2**60), "1.152921504606847e+18"),
    (2**60, "1152921504606846976"),
    ((1, 2), "[1,2]"),
    (Colour.GREEN, '"green"'),
    (b"\x00\xff", '"00ff"'),
    (memoryview(b"\x01"), '"01"'),
    (NOON, '"2021-05-04T12:00:00.000007Z"'),
    (NOON.astimezone(datetime.timezone(datetime.timedelta(hours=6))), '"2021-05-04T12:00:00.000007Z"'),
    (datetime.date(2021, 5, 4), '"2021-05-04"'),
]
REFUSED = [float("nan"), float("inf"), "\ud800", {1: 2}, {"a": object()}, datetime.datetime(2021, 5, 4)]

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@pytest.mark.parametrize(("value", "text"), CASES)
def test_the_form(value: object, text: str) -> None:
    assert canonical(value) == text


@pytest.mark.parametrize("value", REFUSED)
def test_what_has_no_form_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match=r"form|strings"):
        canonical(value)


@given(values)
def test_a_value_read_back_has_the_same_form(value: object) -> None:
    assert canonical(json.loads(canonical(value))) == canonical(value)


def test_two_spellings_of_one_letter_are_two_texts() -> None:
    assert digest("\u0439") != digest("\u0438\u0306")
