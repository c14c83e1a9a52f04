"""The pages of one document that are pictures: each read, and what a person should know of it put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import pypdfium2  # type: ignore[import-untyped]  # ships no types

from amanat.adapters.formats.pdf_lines import PdfLine
from amanat.adapters.formats.scans import packs, tesseract
from amanat.adapters.formats.scans.page import COMPLETE, ScannedPage, Wish, read_page
from amanat.adapters.formats.scans.tesseract import DPI, Grey
from amanat.adapters.sandbox.terms import RefusalError

_LONGEST_SIDE = 4500
"""Points of a page's longer side: A4 has 3,508 at the 300 to the inch that tesseract reads best."""
_STAMP = 120
"""Letters that may be stamped on a scanned page: a file number, a date, a running head."""
_FILLS = 0.5


@dataclass(slots=True)
class Scan:
    """``read`` are the pages by their numbers, from 1."""

    read: dict[int, ScannedPage] = field(default_factory=dict)

    def lines(self, number: int) -> list[PdfLine]:
        page = self.read[number]
        return page.lines if page.legible else []

    @property
    def has_text(self) -> bool:
        return any(page.legible for page in self.read.values())

    def facts(self, of: int) -> dict[str, Any]:
        """For the answer of the sandbox: how, and how well, which pages were read ``of`` so many."""
        legible = {number: page for number, page in self.read.items() if page.legible}
        return {
            "of": of,
            "engine": tesseract.version(),
            "packs": sorted(
                {pack for page in legible.values() if page.way for pack in page.way.packs.split("+")}
            ),
            "sureness": {str(number): round(page.sureness) for number, page in legible.items()},
            "turned": [number for number, page in legible.items() if page.way and page.way.turned],
            "incomplete": [number for number, page in legible.items() if page.covered < COMPLETE],
            "illegible": [number for number, page in self.read.items() if not self._well(page)],
            "late": [number for number, page in self.read.items() if page.late],
        }

    def _well(self, page: ScannedPage) -> bool:
        return page.legible or page.blank or page.late

    def refuse(self, wish: Wish) -> None:
        """Not one page could be read: raises RefusalError for the reason that most likely holds."""
        if any(page.late for page in self.read.values()):
            raise RefusalError("scan-timed-out")
        scripts = [page.script for page in self.read.values() if page.script]
        script = max(scripts, key=scripts.count) if scripts else ""
        missing = packs.lacking(script, wish.installed)
        if not wish.languages and (missing or (script and script not in packs.BY_SCRIPT)):
            raise RefusalError(
                "ocr-language-missing",
                script=script,
                packages=packs.packages(missing) or "tesseract-ocr-all",
            )
        sureness = max((page.sureness for page in self.read.values()), default=0.0)
        raise RefusalError("scan-illegible", sureness=round(sureness))


def read_pages(pages: Iterable[tuple[int, Grey]], wish: Wish) -> Scan:
    """Raises RefusalError where tesseract or a pack asked for is not there."""
    scan = Scan()
    try:
        for number, page in pages:
            scan.read[number] = read_page(page, wish)
    except tesseract.TesseractMissingError:
        raise RefusalError("ocr-missing") from None
    return scan


def looks_scanned(document: pypdfium2.PdfDocument, number: int, lines: Sequence[PdfLine]) -> bool:
    """A page without text; or with no more than a stamp or a page number on a picture that fills it."""
    if not lines:
        return True
    if sum(len(each.text) for each in lines) > _STAMP:
        return False
    page = document[number - 1]
    try:
        whole = page.get_width() * page.get_height()
        pictures = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=4)
        return any(_area(each.get_bounds()) > _FILLS * whole for each in pictures)
    except pypdfium2.PdfiumError:
        return False
    finally:
        page.close()


def _area(bounds: tuple[float, float, float, float]) -> float:
    left, bottom, right, top = bounds
    return max(0.0, right - left) * max(0.0, top - bottom)


def drawn(document: pypdfium2.PdfDocument, numbers: Iterable[int]) -> Iterable[tuple[int, Grey]]:
    """Pages of a PDF as points. What is too large at 300 to the inch is drawn smaller."""
    for number in numbers:
        page = document[number - 1]
        longest = max(page.get_width(), page.get_height(), 1.0)
        bitmap = page.render(scale=min(DPI / 72, _LONGEST_SIDE / longest), grayscale=True)
        points: Grey = bitmap.to_numpy()
        yield number, points.reshape(points.shape[0], points.shape[1]).copy()
        bitmap.close()
        page.close()
