"""The page of five links says what the program says today."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from amanat.adapters.casebook import OpenCasebook

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

from explain_links import page  # noqa: E402 (a script beside the program, not a part of it)

NUMBERED = re.compile(
    r"(?<=\()\d+(?=\))|(?<=#)\d+|\b(?:claim|case|Case|judge|link|judgement|--undo) \d+(?: \d+)?|\b\d+ is (?=\w)"
)


def test_the_page_of_explained_links_is_the_programs(casebook: OpenCasebook) -> None:
    written = (ROOT / "docs" / "links-explained.md").read_text(encoding="utf-8")
    again = "run: python scripts/explain_links.py > docs/links-explained.md"
    assert _unnumbered(written) == _unnumbered(page(casebook)), again


def _unnumbered(text: str) -> str:
    """Persons and claims are counted through: one claim more in one report would change every number behind it."""
    return NUMBERED.sub("N", " ".join(text.split()))
