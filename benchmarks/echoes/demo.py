"""The reports of the demo as the program takes them in, and which of them truly repeat each other."""

from __future__ import annotations

from pathlib import Path

from amanat.adapters.formats.answers import checked
from amanat.adapters.formats.html_page import page
from amanat.adapters.formats.kinds import kind_of
from amanat.core.echo import Report
from amanat.core.reading.reader import opened

FOLDER = Path(__file__).parents[2] / "examples" / "demo"
RADIO = (
    "raushan-radio-interview.html",
    "raushan-mirror.txt",
    "raushan-agencies-cut.html",
    "raushan-reworded-swapped.html",
    "raushan-ru-news.txt",
    "raushan-kk-news.txt",
)
"""An interview, and what others made of it."""
FEATURE = ("raushan-longitude-feature.txt", "raushan-feature-cut.txt")
"""The same woman, interviewed by another."""
OTHERS = (
    "testimony-kitchen-worker.txt",
    "official-denial.txt",
    "archive-entry-sadirbay.html",
    "two-men-deportation-postponed.txt",
    "cable-workers-verdict.txt",
    "cable-worker-colony-death-denied.html",
    "radio-journalist-missing.txt",
    "radio-journalist-family-post.txt",
)
"""Each of them independent of all the rest."""


def demo_reports(names: tuple[str, ...] = (*RADIO, *FEATURE, *OTHERS)) -> list[Report]:
    """Numbered from 1, with what their own pages say of outlet, credit, date and language."""
    return [_report(number, FOLDER / name) for number, name in enumerate(names, 1)]


def demo_families() -> tuple[list[int], list[int]]:
    """The numbers in `demo_reports` of the two interviews, each with its echoes behind it."""
    count = len(RADIO)
    return list(range(1, count + 1)), list(range(count + 1, count + len(FEATURE) + 1))


def _report(number: int, path: Path) -> Report:
    content = path.read_bytes()
    kind = kind_of(content)
    if kind.parser is None:
        text, hints = content.decode("utf-8"), None
    else:  # our own files, read without the sandbox
        found = checked(page(content, {}), kind)
        text, hints = found.text, found.hints
    _, header = opened(text, "", hints)
    return Report(
        number,
        text,
        header.outlet or "",
        header.credit,
        header.title or "",
        header.published or "",
        header.language or "",
    )
