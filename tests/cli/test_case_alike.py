"""The case command: it folds at 80 columns, its JSON has the documented shape, and it names who may be the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
from command import amanat_run

from amanat.core.weighing import Verdict

SCHEMA = Path(__file__).parents[2] / "docs" / "case.schema.json"


def test_who_may_be_the_same_is_told_with_the_reason(tmp_path: Path) -> None:
    reports, casebook = tmp_path / "reports", tmp_path / "casebook"
    reports.mkdir()
    for number, name in enumerate(("Anselmo Quib", "Anselmo Quib Tzuy")):
        text = f"{name} was arrested in Cobán on {number + 3} March 2021. Police beat {name} in custody.\n"
        (reports / f"{number}.txt").write_text(text, encoding="utf-8")
    assert amanat_run("init", casebook, "--owner", "Marit Oksana").code == 0
    assert amanat_run("-C", casebook, "add", reports).code == 0
    listed = amanat_run("-C", casebook, "cases", "--json").json["items"]
    assert [each["title"] for each in listed] == ["Anselmo Quib", "Anselmo Quib Tzuy"]
    first, second = (each["id"] for each in listed)
    said = amanat_run("-C", casebook, "case", str(first)).out
    assert f"Anselmo Quib Tzuy (case {second}), because likely one person (" in said
    shown = amanat_run("-C", casebook, "case", str(first), "--json").json
    jsonschema.validate(shown, json.loads(SCHEMA.read_text("utf-8")))
    _fits_the_terminal(casebook, first, shown)
    [alike] = shown["alike"]
    assert (alike["case"], alike["other_name"]) == (second, "Anselmo Quib Tzuy")
    assert 0.5 <= alike["probability"] < 1


def _fits_the_terminal(casebook: Path, case: int, shown: dict[str, Any]) -> None:
    """No line is longer than the terminal, and every passage stands in it whole."""
    said = amanat_run("-C", casebook, "case", str(case), COLUMNS="80").out
    assert max(len(line) for line in said.splitlines()) <= 80
    words = " ".join(said.split())
    for act in shown["acts"]:
        assert any(str(verdict) in words for verdict in Verdict if verdict == act["findings"][0]["verdict"])
        for claim in act["claims"]:
            assert " ".join(claim["passage"]["quote"].split()) in words
    for sentence in shown["summary"]:
        assert sentence["text"] in words
