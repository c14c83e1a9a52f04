"""A casebook by its commands: made, filled, looked at, decided on, verified."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from command import PASSPHRASE, amanat_run, lines


def test_init_twice_is_refused_and_changes_nothing(casebook: Path) -> None:
    before = (casebook / "casebook.json").read_bytes()
    ran = amanat_run("init", casebook)
    assert (ran.code, len(lines(ran.err))) == (3, 1)
    assert "There is a casebook" in ran.err
    assert (casebook / "casebook.json").read_bytes() == before


def test_a_wrong_passphrase_and_a_folder_that_is_none_are_told_apart(casebook: Path, tmp_path: Path) -> None:
    wrong = amanat_run("-C", casebook, "cases", passphrase="guess")
    none = amanat_run("-C", tmp_path, "cases", "--json")
    assert (wrong.code, none.code) == (3, 3)
    assert "passphrase does not open" in wrong.err
    assert none.error["error"] == "not-a-casebook"


def test_where_the_casebook_may_be_named(casebook: Path, tmp_path: Path) -> None:
    expected = amanat_run("-C", casebook, "cases", "--json").json
    assert amanat_run("cases", "--json", "-C", casebook).json == expected
    assert amanat_run("cases", "--json", AMANAT_CASEBOOK=str(casebook)).json == expected
    assert amanat_run("cases", "--json", cwd=casebook).json == expected
    assert amanat_run("-C", tmp_path, "cases", "--json", "-C", casebook).json == expected


def test_the_passphrase_from_a_file(casebook: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text(PASSPHRASE + "\n", encoding="utf-8")
    assert amanat_run("-C", casebook, "cases", passphrase=None, AMANAT_PASSPHRASE_FILE=str(secret)).code == 0
    missing = str(tmp_path / "absent")
    assert amanat_run("-C", casebook, "cases", passphrase=None, AMANAT_PASSPHRASE_FILE=missing).code == 3


def test_the_passphrase_is_never_an_argument(casebook: Path) -> None:
    assert amanat_run("-C", casebook, "cases", "--passphrase", PASSPHRASE, passphrase=None).code == 2


def the_case(casebook: Path) -> dict[str, Any]:
    found = amanat_run("-C", casebook, "cases", "Dilara", "--json").json["items"]
    [number] = [each["id"] for each in found if each["title"] == "Dilara Osmanqizi"]
    case: dict[str, Any] = amanat_run("-C", casebook, "case", str(number), "--json").json
    return case


def test_from_a_case_to_the_sentence_of_every_claim(casebook: Path) -> None:
    case = the_case(casebook)
    claims = [claim for act in case["acts"] for claim in act["claims"]]
    assert {claim["kind"] for claim in claims} >= {"detention", "release", "flight"}
    for claim in claims:
        report = amanat_run("-C", casebook, "report", str(claim["report"]), "--json").json
        passage = claim["passage"]
        assert report["text"][passage["start"] : passage["end"]] == passage["quote"]


def test_the_same_for_people(casebook: Path) -> None:
    case = the_case(casebook)
    shown = amanat_run("-C", casebook, "case", str(case["id"])).out
    assert "Case" in shown and "Dilara Osmanqizi" in shown and "detention" in shown
    listed = amanat_run("-C", casebook, "cases").out
    assert "Dilara Osmanqizi" in listed
    report = amanat_run("-C", casebook, "report", "2").out
    assert "⟦" in report and "SHA-256" in report


def test_the_file_of_a_report_comes_out_as_it_went_in(casebook: Path, reports: Path, tmp_path: Path) -> None:
    listed = amanat_run("-C", casebook, "report", "2", "--json").json
    file = tmp_path / "out"
    assert amanat_run("-C", casebook, "report", "2", "--original", file).code == 0
    assert file.read_bytes() == (reports.parent / listed["receipts"][0]["untrusted_name"]).read_bytes()
    again = amanat_run("-C", casebook, "report", "2", "--original", file, "--json")
    assert (again.code, again.error["error"]) == (2, "file-there")


def test_find_and_log(casebook: Path) -> None:
    found = amanat_run("-C", casebook, "find", "qaratal", "--json").json
    assert "report" in {hit["kind"] for hit in found["hits"]}
    assert "Nothing was found" in amanat_run("-C", casebook, "find", "xyzzy").out
    entries = amanat_run("-C", casebook, "log", "--json").json["items"]
    assert {entry["who"] for entry in entries} >= {"Marit Oksana"}
    assert "receive" in amanat_run("-C", casebook, "log").out


def test_a_page_beyond_the_last_is_said_and_not_replaced_by_another(casebook: Path) -> None:
    ran = amanat_run("-C", casebook, "cases", "--page", "99", "--json")
    assert (ran.code, ran.out, ran.error["error"]) == (7, "", "no-such-page")
    assert "There is no page 99 of the cases: there is one page only." in ran.error["message"]


def test_what_is_not_there_is_exit_7(casebook: Path) -> None:
    for thing in ("case", "report"):
        ran = amanat_run("-C", casebook, thing, "99999", "--json")
        assert (ran.code, ran.error["error"]) == (7, "not-found")
    assert amanat_run("-C", casebook, "review", "99999", "confirm").code == 7


@pytest.mark.parametrize("said", [["case"], ["report"], ["review", "confirm"]])
def test_a_number_that_nothing_could_have_is_a_wrong_use_and_no_fault(
    casebook: Path, said: list[str]
) -> None:
    ran = amanat_run("-C", casebook, said[0], "9" * 30, *said[1:])
    assert (ran.code, len(lines(ran.err))) == (2, 1)


def test_decisions_supersede_and_are_logged(casebook: Path) -> None:
    claim = str(the_case(casebook)["acts"][0]["claims"][0]["id"])

    def review(*said: str) -> dict[str, Any]:
        ran = amanat_run("-C", casebook, "review", claim, *said, "--json", "--actor", "Ilse Bremer")
        assert ran.code == 0, ran.err
        made: dict[str, Any] = ran.json
        return made

    first = review("confirm", "--why", "I read it")
    second = review(
        "correct", "--set", "when=2017-07-15/2018-10", "--set", "where=Qaratal", "--set", "by=the police"
    )
    assert (first["verdict"], second["verdict"], second["supersedes"]) == (
        "confirmed",
        "corrected",
        first["id"],
    )
    assert second["correction"] == {
        "when": "2017-07-15/2018-10",
        "where": {"name": "Qaratal", "also": [], "within": []},
        "by": ["the police"],
    }
    review("undo")
    assert review("reject")["verdict"] == "rejected"
    assert [entry["who"] for entry in amanat_run("-C", casebook, "log", "--json").json["items"][:4]] == [
        "Ilse Bremer"
    ] * 4
    review("undo")


@pytest.mark.parametrize(
    "said",
    [
        ["correct"],
        ["confirm", "--set", "when=2018"],
        ["correct", "--set", "when"],
        ["correct", "--set", "colour=red"],
        ["correct", "--set", "when=in the summer"],
        ["correct", "--set", "count={"],
        ["maybe"],
    ],
)
def test_a_decision_that_cannot_be_kept_is_exit_2_and_one_line(casebook: Path, said: list[str]) -> None:
    ran = amanat_run("-C", casebook, "review", "1", *said)
    assert (ran.code, len(lines(ran.err))) == (2, 1), ran.err


def test_a_role_that_may_not_is_exit_6(casebook: Path, reports: Path) -> None:
    ran = amanat_run("-C", casebook, "--role", "reader", "add", reports / "taken.txt", "--json")
    assert (ran.code, ran.error["error"]) == (6, "refused")


def test_verify_says_so_and_exits_5_when_something_was_changed(casebook: Path, tmp_path: Path) -> None:
    whole = amanat_run("-C", casebook, "verify", "--json", "--checkpoint", tmp_path / "kept")
    assert (whole.code, whole.json) == (0, {"ok": True, "findings": []})
    assert amanat_run("-C", casebook, "verify", "--against", tmp_path / "kept").code == 0
    broken = tmp_path / "broken"
    shutil.copytree(casebook, broken)
    evidence = max(
        (each for each in (broken / "vault").rglob("*") if each.is_file()),
        key=lambda file: file.stat().st_size,
    )
    content = bytearray(evidence.read_bytes())
    content[-1] ^= 1
    evidence.chmod(0o600)
    evidence.write_bytes(content)
    ran = amanat_run("-C", broken, "verify")
    assert ran.code == 5
    assert "CHANGED" in ran.err
    assert amanat_run("-C", broken, "verify", "--json").json["findings"][0]["where"] == "file"


def test_a_checkpoint_for_a_folder_that_is_not_there_is_no_fault_of_the_disk(
    casebook: Path, tmp_path: Path
) -> None:
    nowhere = amanat_run("-C", casebook, "verify", "--checkpoint", tmp_path / "none" / "kept", "--json")
    assert (nowhere.code, nowhere.out, nowhere.error["error"]) == (7, "", "folder-missing")
    assert f"no folder {tmp_path / 'none'}" in nowhere.error["message"]
    assert "nothing is lost" in nowhere.error["message"]
    folder = amanat_run("-C", casebook, "verify", "--checkpoint", tmp_path)
    assert (folder.code, len(lines(folder.err))) == (2, 1)
    assert str(tmp_path / "checkpoint.txt") in folder.err


def test_an_older_casebook_put_back_is_seen_by_a_checkpoint_kept_elsewhere(
    casebook: Path, tmp_path: Path
) -> None:
    older = tmp_path / "older"
    shutil.copytree(casebook, older)
    assert amanat_run("-C", casebook, "review", "1", "confirm").code == 0
    assert amanat_run("-C", casebook, "verify", "--checkpoint", tmp_path / "kept").code == 0
    assert amanat_run("-C", older, "verify").code == 0
    assert amanat_run("-C", older, "verify", "--against", tmp_path / "kept").code == 5
    amanat_run("-C", casebook, "review", "1", "undo")


@pytest.mark.parametrize("content", [None, b"", b" \n", b"\xff\xfe\x00not text"])
def test_what_holds_no_checkpoint_is_not_compared_with(
    casebook: Path, tmp_path: Path, content: bytes | None
) -> None:
    """Compared with an empty file, everything would be as it was."""
    kept = tmp_path / "kept"
    if content is not None:
        kept.write_bytes(content)
    ran = amanat_run("-C", casebook, "verify", "--against", kept, "--json")
    expected = (7, "file-missing") if content is None else (2, "no-checkpoint")
    assert (ran.code, ran.error["error"], ran.out) == (*expected, "")


def test_no_passphrase_is_asked_for_where_there_is_no_casebook(tmp_path: Path) -> None:
    none = amanat_run("-C", tmp_path / "none", "cases", "--json", passphrase=None)
    assert (none.code, none.error["error"]) == (3, "not-a-casebook")
    (tmp_path / "file").write_bytes(b"")
    for folder in (tmp_path / "file", tmp_path / "no" / "such"):
        made = amanat_run("init", folder, "--json", passphrase=None)
        assert (made.code, made.error["error"]) == (3, "not-a-folder")
