"""Which of tesseract's language packs are on this machine, and which serve which script and language.

Looked up outside the sandbox, where folders can be listed; inside, the packs are only opened by name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

FOLDERS = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
)
"""Debian's and Ubuntu's, Fedora's and Arch's, those of one's own build, macOS's."""

BY_SCRIPT: dict[str, tuple[str, ...]] = {
    "Latin": ("eng",),
    "Cyrillic": ("rus+kaz",),
    "Arabic": ("ara", "uig"),
    "Han": ("chi_sim",),
}
"""What a page is read with, by its script; of several, the one that is surest. Russian and Kazakh go together
at no loss; Arabic and Uyghur spoil each other's words, so each is tried alone.
"""


@dataclass(frozen=True, slots=True)
class Packs:
    """``folder`` is None where tesseract has none here."""

    folder: Path | None
    installed: tuple[str, ...] = ()


def find(named: str) -> Packs:
    """The packs in the folder ``named``, or else in the first of the usual folders that has any."""
    for folder in map(Path, [named] if named else FOLDERS):
        installed = sorted(each.stem for each in folder.glob("*.traineddata"))
        if installed:
            return Packs(folder, tuple(installed))
    return Packs(None)


def attempts(script: str, installed: Sequence[str]) -> tuple[str, ...]:
    """What a page in this script can be read with here; packs that are not installed are left out."""
    wanted = BY_SCRIPT.get(script, ())
    here = ["+".join(pack for pack in each.split("+") if pack in installed) for each in wanted]
    return tuple(each for each in here if each)


def lacking(script: str, installed: Sequence[str]) -> tuple[str, ...]:
    """The packs of this script that are not installed."""
    packs = [pack for each in BY_SCRIPT.get(script, ()) for pack in each.split("+")]
    return tuple(pack for pack in packs if pack not in installed)


def packages(packs: Sequence[str]) -> str:
    """Debian's names of the packages that bring these packs."""
    return " ".join(f"tesseract-ocr-{each.replace('_', '-')}" for each in packs)
