"""Who may have done an act: a table of sentences with whom ``by`` holds for a kind; things are nobody."""

from __future__ import annotations

import pytest

DONE = [
    ("Soldiers of the northern column beat Omar Tarin in the yard.", "torture", True),
    ("Omar Tarin was arrested by a patrol.", "detention", True),
    ("The junta arrested Omar Tarin in May.", "detention", True),
    ("Omar Tarin was arrested by the roadside.", "detention", False),
    ("The letter got Omar Tarin arrested.", "detention", False),
    ("A shell killed Omar Tarin at the well.", "killing", False),
    ("The long night in the cell killed Omar Tarin.", "killing", False),
]


@pytest.mark.parametrize(("text", "kind", "somebody"), DONE, ids=[row[0] for row in DONE])
def test_only_somebody_or_a_body_has_done_it(text, kind, somebody, reading):
    claims = [claim for claim in reading(text).claims if claim.kind.startswith(kind)]
    assert claims
    assert all(bool(claim.by) is somebody for claim in claims)
