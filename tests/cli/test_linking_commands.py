"""`amanat link` lists who may be one, `amanat judge` decides and takes back; both with --json."""

from __future__ import annotations

from pathlib import Path

import pytest
from command import amanat_run


@pytest.fixture
def casebook(tmp_path: Path) -> Path:
    reports, casebook = tmp_path / "reports", tmp_path / "casebook"
    reports.mkdir()
    for number, name in enumerate(("Anselmo Quib", "Anselmo Quib Tzuy")):
        text = f"{name} was arrested in Cobán on {number + 3} March 2021. Police beat {name} in custody.\n"
        (reports / f"{number}.txt").write_text(text, encoding="utf-8")
    assert amanat_run("init", casebook, "--owner", "Marit Oksana").code == 0
    assert amanat_run("-C", casebook, "add", reports).code == 0
    return casebook


def test_a_pair_is_listed_judged_and_taken_back(casebook: Path) -> None:
    [pair] = amanat_run("-C", casebook, "link", "--json").json["items"]
    assert pair["left"]["name"] == "Anselmo Quib" and 0.5 <= pair["probability"] < 1
    assert "Anselmo Quib Tzuy" in amanat_run("-C", casebook, "link").out
    one, other = str(pair["left"]["person"]), str(pair["right"]["person"])
    told = " ".join(amanat_run("-C", casebook, "link", one, other).out.split())
    assert "The probability that they are one person is" in told and "It is no proof" in told
    assert "Tzuy stands in one of the names only" in told and "times likelier of one person" in told
    assert "Of Anselmo Quib (1): “Anselmo Quib was arrested in Cobán on" in told
    made = amanat_run("-C", casebook, "judge", one, other, "same", "--why", "her card says so", "--json").json
    assert (made["verdict"], made["why"]) == ("same", "her card says so")
    assert amanat_run("-C", casebook, "link", "--json").json["items"] == []
    assert "no pair" in amanat_run("-C", casebook, "link").out
    assert len(amanat_run("-C", casebook, "cases", "--json").json["items"]) == 1
    undone = amanat_run("-C", casebook, "judge", "--undo", str(made["id"]))
    assert undone.code == 0 and ": none, by" in undone.out
    assert len(amanat_run("-C", casebook, "cases", "--json").json["items"]) == 2
    assert amanat_run("-C", casebook, "judge", other, one, "not-same").code == 0
    assert amanat_run("-C", casebook, "verify").code == 0
    assert amanat_run("-C", casebook, "judge", one, one, "same").code != 0
    assert amanat_run("-C", casebook, "judge", one).code != 0
    assert amanat_run("-C", casebook, "judge", one, other, "perhaps").code != 0
    assert amanat_run("-C", casebook, "judge", one, "99999", "same").code != 0
