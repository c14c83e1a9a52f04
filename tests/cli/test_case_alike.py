"""The case command names those who may be the same person, and why, without joining them."""

from __future__ import annotations

from pathlib import Path

from command import amanat_run


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
    [alike] = amanat_run("-C", casebook, "case", str(first), "--json").json["alike"]
    assert (alike["case"], alike["other_name"]) == (second, "Anselmo Quib Tzuy")
    assert 0.5 <= alike["probability"] < 1
