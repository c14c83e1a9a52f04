"""Docs and program say the same: every command, option, setting, error, exit code and term, in both
directions.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import click
import pytest

from amanat.cli.main import COMMANDS, amanat
from amanat.core.errors import AmanatError, Exit
from amanat.core.vocabulary import vocabulary
from amanat.core.weighing import Verdict
from amanat.core.weighing.grades import SCALES
from amanat.settings import SETTINGS

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
sys.path.insert(0, str(ROOT / "scripts"))

from make_case_schema import schema  # noqa: E402 (as the last)
from make_echoes_page import page as echoes_side_by_side  # noqa: E402 (as the next)
from make_errors_page import MEANINGS, errors, page  # noqa: E402 (a script beside the program, not a part of it)


def text(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def section(command: str) -> str:
    return re.split(r"^## ", text("commands.md").partition(f"\n## {command}\n")[2], maxsplit=1, flags=re.M)[0]


def command_of(name: str) -> click.Command:
    found = amanat.get_command(click.Context(amanat), name)
    assert found is not None
    return found


def options_of(command: click.Command) -> set[str]:
    return {
        name
        for each in command.params
        if isinstance(each, click.Option)
        for name in (*each.opts, *each.secondary_opts)
    }


SHARED = options_of(amanat) - {"-V", "--version"}


def test_every_command_has_its_section_and_every_section_its_command() -> None:
    headings = set(re.findall(r"^## ([a-z]+)$", text("commands.md"), re.M))
    assert headings == set(COMMANDS)
    assert re.findall(r"^\| \[`(\w+)`\]\(#\w+\) \| (.+) \|$", text("commands.md"), re.M) == list(
        COMMANDS.items()
    )


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_option_is_documented_and_every_documented_one_exists(name: str) -> None:
    own = options_of(command_of(name)) - SHARED
    said = set(re.findall(r"(?<![\w-])--?[a-zA-Z][\w-]*", section(name)))
    assert own <= said, f"not documented: {own - said}"
    assert said <= own | SHARED | {"-V", "--version"}, f"documented, but not there: {said - own - SHARED}"


def test_the_options_of_every_command_are_documented() -> None:
    rows = text("commands.md").partition("## Options of every command")[2].partition("\n## ")[0]
    said = set(
        re.findall(
            r"`(--?[a-zA-Z][\w-]*)", "\n".join(row for row in rows.splitlines() if row.startswith("|"))
        )
    )
    assert said == SHARED | {"-h", "--help", "-V", "--version"}


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_takes_the_shared_options(name: str) -> None:
    assert SHARED - {"-h", "--help"} <= options_of(command_of(name))


def test_every_setting_is_documented_with_its_default_and_what_it_does() -> None:
    rows = re.findall(r"^\| `(AMANAT_\w+)` \| (.+?) \| (.+) \|$", text("settings.md"), re.M)
    expected = [
        (each.variable, f"`{each.default}`" if each.default else "(empty)", each.does) for each in SETTINGS
    ]
    assert [name for name, _, _ in rows] == [name for name, _, _ in expected]
    assert [default for _, default, _ in rows] == [default for _, default, _ in expected]


def test_every_setting_that_a_document_names_exists() -> None:
    known = {each.variable for each in SETTINGS}
    for document in DOCS.rglob("*.md"):
        said = set(re.findall(r"\bAMANAT_[A-Z_]+\b", document.read_text(encoding="utf-8")))
        assert {each for each in said if not each.startswith("AMANAT_TEST_")} <= known | {"AMANAT_"}, (
            document.name
        )


def test_the_page_of_errors_is_the_programs() -> None:
    assert text("errors.md") == page(), "run: python scripts/make_errors_page.py > docs/errors.md"


def test_the_echoes_side_by_side_are_what_the_program_prints() -> None:
    assert text("echoes-explained.md") == echoes_side_by_side(), (
        "run: python scripts/make_echoes_page.py > docs/echoes-explained.md"
    )


def test_the_schema_of_a_case_is_the_programs() -> None:
    assert json.loads(text("case.schema.json")) == schema(), (
        "run: python scripts/make_case_schema.py > docs/case.schema.json"
    )


def test_every_finding_reason_and_grade_is_documented() -> None:
    said = text("weighing.md")
    for verdict in Verdict:
        assert f"| {verdict} |" in said
    for steps in SCALES.values():
        for step in steps:
            assert f"| {step.value} |" in said or f"{step.value} | {step.meaning}" in said


def test_every_exit_code_has_a_meaning() -> None:
    assert set(MEANINGS) == set(Exit)


def test_no_two_errors_share_a_code() -> None:
    codes = [each.code for each in errors()]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("error", errors(), ids=lambda each: each.code)
def test_every_error_says_what_happened_and_what_to_do(error: type[AmanatError]) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", error.code)
    assert error.__name__.endswith("Error")
    assert "{item}" in error.happened
    assert error.remedy.endswith(".") or (not error.remedy and "{why}" in error.happened)
    named = set(re.findall(r"{(\w+)}", error.happened + error.kept + error.remedy)) - {"item"}
    assert "…" in error("…", **dict.fromkeys(named, "…")).message()


def test_every_term_of_the_vocabulary_is_documented_and_every_documented_one_exists() -> None:
    said = set(re.findall(r"^\| ([^|]+?) \| `[\w-]+` \|", text("vocabulary.md"), re.M))
    assert said == set(vocabulary().kinds())


def test_links_between_documents_lead_somewhere() -> None:
    for document in [ROOT / "README.md", *DOCS.rglob("*.md")]:
        if not document.exists():
            continue
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", document.read_text(encoding="utf-8")):
            assert (document.parent / target).exists(), f"{document.name} links to {target}"
