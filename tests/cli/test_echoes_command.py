"""``amanat echoes``: the list, one report, a decision."""

from __future__ import annotations

from pathlib import Path

from command import amanat_run

from core.echo.telling import REWORDED, SOURCE


def test_echoes_are_listed_explained_and_decided(casebook: Path, tmp_path: Path) -> None:
    for name, text in (("one.txt", SOURCE), ("two.txt", REWORDED)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert amanat_run("-C", casebook, "echoes").out.strip() == "No echoes."
    added = amanat_run("-C", casebook, "add", tmp_path / "one.txt", tmp_path / "two.txt")
    assert added.code == 0, added.err
    told = amanat_run("-C", casebook, "echoes", "--json").json
    (echo,) = told["echoes"]
    one, other = str(echo["left"]["report"]), str(echo["right"]["report"])
    assert set(told["origins"]) == {one, other}
    shown = amanat_run("-C", casebook, "echoes", other)
    assert "shared:" in shown.out and "comes from" in shown.out
    assert f"Report {other} " in shown.out and "counts: what" in shown.out
    decided = amanat_run(
        "-C", casebook, "echoes", other, "--with", one, "--decide", "independent", "--why", "told both"
    )
    assert "independent by" in decided.out
    assert amanat_run("-C", casebook, "log").out.count("judge echo") == 1
    assert amanat_run("-C", casebook, "echoes", "--with", one).code == 2
    assert amanat_run("-C", casebook, "echoes", one, "--with", "99", "--json").error["error"] == "not-found"
