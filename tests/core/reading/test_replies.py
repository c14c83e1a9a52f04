"""What those in power say befell somebody otherwise is a denial, told by them; the same from anybody else is none."""

from __future__ import annotations

import pytest

OTHERWISE = [
    ("The commissioner said that Omar had slipped on the stairs.", "The commissioner"),
    ("The warden insisted that Omar had been treated well.", "The warden"),
    ("The minister assured the family that Omar was well and studying.", "The minister"),
    ("Police said that Omar had jumped from a window.", "Police"),
    ("The Government maintains that the trial was open and denies that Omar was beaten.", "Government"),
]


@pytest.mark.parametrize(("text", "teller"), OTHERWISE)
def test_a_reply_that_tells_it_otherwise(text, teller, reading):
    found = reading(text)
    names = {one.id: one.description for one in found.people}
    told = [one.name for claim in found.claims if claim.kind == "denial" for one in claim.told_by]
    assert [names.get(name, name) for name in told] == [teller]


@pytest.mark.parametrize(
    "text",
    [
        "A neighbour said that Omar had slipped on the ice.",
        "The commissioner said that Omar had been beaten.",
        "The minister said that prices had fallen.",
    ],
)
def test_what_is_no_reply(text, reading):
    assert not [claim for claim in reading(text).claims if claim.kind == "denial"]
