"""Builds the demo collection's PDF and DOCX from their text in sources/, so that both can be made again.

Run from anywhere: ``python examples/make_formats.py``. Needs python-docx and reportlab.
The same text gives the same bytes: both files carry a fixed date and no machine's name.
"""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from xml.sax.saxutils import escape

from docx import Document
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate

HERE = Path(__file__).parent
MADE = datetime(2021, 2, 18, tzinfo=UTC)
"""One fixed moment for both files' properties: a clock would make every build differ."""


def blocks(source: Path) -> list[str]:
    """The source's paragraphs; a line break within one is kept."""
    return [block for block in source.read_text(encoding="utf-8").strip().split("\n\n") if block]


def make_pdf(source: Path, target: Path) -> None:
    """One A4 document; ``invariant`` leaves out the time and the random identifier of a usual PDF."""
    style = getSampleStyleSheet()["BodyText"]
    page = SimpleDocTemplate(str(target), pagesize=A4, invariant=1, title=source.stem, author="")
    page.build([Paragraph(escape(block).replace("\n", "<br/>"), style) for block in blocks(source)])


def make_docx(source: Path, target: Path) -> None:
    """One Word document, its zip rewritten so that no entry carries the time of making."""
    document = Document()
    for block in blocks(source):
        document.add_paragraph(block)
    properties = document.core_properties
    properties.author, properties.title = "", source.stem
    properties.created = properties.modified = MADE
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as made, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in made.namelist():
            entry = zipfile.ZipInfo(name, date_time=(2021, 2, 18, 0, 0, 0))
            kept.writestr(entry, made.read(name), zipfile.ZIP_DEFLATED)


def main() -> None:
    make_pdf(HERE / "sources" / "urgent-action-two-men.txt", HERE / "demo" / "urgent-action-two-men.pdf")
    make_docx(
        HERE / "sources" / "verdict-summary-two-men.txt", HERE / "demo" / "verdict-summary-two-men.docx"
    )


if __name__ == "__main__":
    main()
