"""``amanat find`` in a process of its own: words first, then names in other scripts and spellings."""

from __future__ import annotations

from pathlib import Path

import pytest
from command import amanat_run

SCRIPTS = ["Дилара Османқызы", "دىلارا ئوسمانقىزى", "迪拉热·奥斯曼", "Dilaire Aosiman", "Dilara Osmankyzy"]


@pytest.mark.parametrize("asked", SCRIPTS)
def test_a_name_is_found_from_five_scripts(casebook: Path, asked: str) -> None:
    ran = amanat_run("-C", casebook, "find", *asked.split(), "--json")
    assert ran.code == 0, ran.err
    [best, *_] = ran.json["likely"]
    assert best["form"]["text"] == "Dilara Osmanqizi"
    assert best["kind"] == "case" and 0.3 <= best["score"] <= 1 and best["reasons"]
    assert best["likelihood"] in ("almost certain", "likely", "possible")


def test_it_says_how_sure_it_is_why_and_what_that_means(casebook: Path) -> None:
    said = amanat_run("-C", casebook, "find", "Дилара", "Османқызы").out
    assert "By name" in said and "the same name, 0." in said
    assert "does not make two persons one" in " ".join(said.split())


def test_what_stands_so_comes_first_and_only_once(casebook: Path) -> None:
    ran = amanat_run("-C", casebook, "find", "dilara", "--json").json
    cases = {hit["id"] for hit in ran["hits"] if hit["kind"] == "case"}
    assert cases and cases.isdisjoint(hit["id"] for hit in ran["likely"] if hit["kind"] == "case")


@pytest.mark.parametrize("rubbish", ["😀", "123", "x" * 10_000, "‮", "--", "; rm -rf /"])
def test_rubbish_finds_nothing_and_harms_nothing(casebook: Path, rubbish: str) -> None:
    ran = amanat_run("-C", casebook, "find", "--", rubbish)
    assert (ran.code, ran.err) == (0, "")
    assert "Dilara" not in ran.out
