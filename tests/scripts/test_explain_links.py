"""The page of five links says what the program says today."""

from __future__ import annotations

import sys
from pathlib import Path

from amanat.adapters.casebook import OpenCasebook

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

from explain_links import page  # noqa: E402 (a script beside the program, not a part of it)


def test_the_page_of_explained_links_is_the_programs(casebook: OpenCasebook) -> None:
    written = (ROOT / "docs" / "links-explained.md").read_text(encoding="utf-8")
    assert written == page(casebook), "run: python scripts/explain_links.py > docs/links-explained.md"
