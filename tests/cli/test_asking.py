"""Asking for commands: help, options, names that are wrong, files named like options."""

from __future__ import annotations

import resource
from pathlib import Path

import pytest
from command import Ran, amanat_run, lines

from amanat.cli.main import COMMANDS


def help_of(*arguments: str) -> Ran:
    return amanat_run(*arguments, "--help", passphrase=None)


def test_help_answers_at_once() -> None:
    help_of()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert help_of().code == 0
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime) < 0.3


def test_help_names_every_command() -> None:
    said = help_of().out
    assert [name for name in COMMANDS if f"\n  {name} " not in said] == []
    assert amanat_run(passphrase=None).out == said


@pytest.mark.parametrize("command", list(COMMANDS))
def test_every_command_has_help(command: str) -> None:
    said = help_of(command)
    assert said.code == 0
    assert said.out.startswith(f"Usage: amanat {command}")
    assert "--json" in said.out


@pytest.mark.parametrize(
    ("mistyped", "meant"), [("verfy", "verify"), ("raed", "read"), ("case-list", "cases")]
)
def test_a_mistyped_command_is_answered_with_the_one_that_was_meant(mistyped: str, meant: str) -> None:
    ran = amanat_run(mistyped, passphrase=None)
    assert ran.code == 2
    assert f"“{meant}”" in ran.err
    assert len(lines(ran.err)) == 1


def test_an_option_that_is_none_is_one_line_and_exit_2() -> None:
    ran = amanat_run("cases", "--colour", passphrase=None)
    assert (ran.code, len(lines(ran.err))) == (2, 1)
    assert amanat_run("cases", "--colour", "--json", passphrase=None).error["error"] == "usage"


def test_a_file_named_like_an_option_goes_after_two_dashes(tmp_path: Path) -> None:
    (tmp_path / "--json.txt").write_text("Sanjar Tolegen was detained in January 2019.\n", encoding="utf-8")
    refused = amanat_run("read", "--json.txt", passphrase=None, cwd=tmp_path)
    assert refused.code == 2
    assert "put -- before it" in refused.err
    ran = amanat_run("read", "--json", "--", "--json.txt", passphrase=None, cwd=tmp_path)
    assert ran.code == 0
    assert ran.json["claims"][0]["kind"] == "detention"


@pytest.mark.parametrize(
    ("variable", "value"),
    [("AMANAT_PROCESSES", "two"), ("AMANAT_MAX_FILE_MB", "-1"), ("AMANAT_SANDBOX", "off")],
)
def test_a_setting_that_cannot_be_used_is_named(variable: str, value: str) -> None:
    ran = amanat_run("cases", passphrase=None, **{variable: value})
    assert ran.code == 2
    assert variable in ran.err
    assert len(lines(ran.err)) == 1


def test_the_version() -> None:
    assert amanat_run("--version", passphrase=None).out.startswith("amanat 0.")
