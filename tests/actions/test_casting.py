"""Who gets a case: whoever an act is told of; not whoever only speaks, is only spoken of, or only travels."""

from __future__ import annotations

from dataclasses import replace

import pytest

from amanat.actions.outcome import Outcome
from amanat.actions.read import read
from amanat.actions.review import correct
from amanat.adapters.casebook import OpenCasebook
from amanat.core.claim import Person as ReadPerson
from amanat.store.models import Case, Claim
from invented import OWNER, added, received
from line_reader import reading_of


@pytest.mark.parametrize(
    ("kind", "named", "is_a_case"),
    [
        ("detention", True, True),
        ("detention", False, True),
        ("may deportation", True, True),
        ("travel", True, True),
        ("travel", False, False),
        ("occupation", True, False),
        ("assessment", True, False),
    ],
)
def test_an_act_makes_a_case(casebook: OpenCasebook, kind: str, named: bool, is_a_case: bool) -> None:
    text = f"Qarasu Herald\nDilara Osmanqizi | {kind} | 2018-12 | | |"
    report, reading = received(casebook, text), reading_of(text)
    if not named:
        reading = replace(reading, people=(ReadPerson("p1", (), "a woman in a grey coat"),))
    read(casebook, OWNER, report.report, Outcome(report.sha256, "text/plain", "utf-8", reading))
    assert Case.objects.exists() is is_a_case


def test_a_status_that_is_corrected_to_an_act_makes_a_case(casebook: OpenCasebook) -> None:
    added(casebook, "Qarasu Herald\nDilara Osmanqizi | occupation | | | | a weaver")
    assert not Case.objects.exists()
    correct(casebook, OWNER, Claim.objects.get().pk, {"kind": "forced labour"}, "the loom was the camp's")
    assert Case.objects.exists()
