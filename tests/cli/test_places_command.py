"""``amanat places``: a file brought in, listed, withdrawn; a file that cannot be."""

from __future__ import annotations

from pathlib import Path

from command import amanat_run, lines

LIST = (
    "name;other names;kind;lies in;latitude;longitude\nQaratas Camp;喀拉塔什;camp;Künes County;43,45;83,3\n"
)


def test_a_list_is_brought_in_listed_and_withdrawn(casebook: Path, tmp_path: Path) -> None:
    file = tmp_path / "camps.csv"
    file.write_text(LIST, encoding="utf-8")
    brought = amanat_run("-C", casebook, "places", file, "--why", "from the valley", "--json")
    assert brought.code == 0, brought.err
    (number,) = brought.json["new"]
    assert amanat_run("-C", casebook, "places", file).out.startswith("0 new, 0 replaced, 1 as they stood")
    shown = amanat_run("-C", casebook, "places")
    assert "Qaratas Camp" in shown.out and "43.45, 83.3" in shown.out
    assert amanat_run("-C", casebook, "log").out.count("bring places") == 1
    withdrawn = amanat_run("-C", casebook, "places", "--withdraw", str(number))
    assert withdrawn.code == 0
    assert amanat_run("-C", casebook, "places", "--json").json == []
    assert (
        amanat_run("-C", casebook, "places", "--withdraw", str(number), "--json").error["error"]
        == "not-found"
    )


def test_a_file_that_cannot_be_taken_is_one_line_with_its_line(casebook: Path, tmp_path: Path) -> None:
    file = tmp_path / "camps.csv"
    file.write_text("name\tlatitude\nTal\tnorth\n", encoding="utf-8")
    ran = amanat_run("-C", casebook, "places", file)
    assert (ran.code, len(lines(ran.err))) == (2, 1)
    assert "line 2" in ran.err
    for absent in (tmp_path / "none.csv", tmp_path):
        assert amanat_run("-C", casebook, "places", absent, "--json").error["error"] in (
            "file-missing",
            "not-a-file",
        )
    assert amanat_run("-C", casebook, "places", file, "--withdraw", "1").code == 2
