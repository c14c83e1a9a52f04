"""Documents that the tests make: real PDF, DOCX and ZIP files, sound and broken. All of it is invented."""

import io
import textwrap
import zipfile
from collections.abc import Sequence

import docx
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

LINE = 14
SENTENCES = (
    "Two brothers from the village of Tasbulak were taken from their house on the night of 12 March 2019, "
    "their mother said in a video. Nobody told the family why they had been taken, and the district "
    "department has not answered any of her letters since."
)


def pdf(
    pages: Sequence[Sequence[str]],
    *,
    head: str = "",
    foot: bool = False,
    password: str = "",
    pictures: bool = False,
    title: str = "",
) -> bytes:
    """``pages`` of paragraphs; a string that starts with "=" is set as it is, line by line."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, encrypt=password or None)
    if title:
        canvas.setTitle(title)
    for number, paragraphs in enumerate(pages, 1):
        if head:
            canvas.drawString(60, 800, head)
        if foot:
            canvas.drawRightString(535, 30, f"Page {number} of {len(pages)}")
        if pictures:
            canvas.rect(60, 300, 400, 300, fill=1)
        _set(canvas, paragraphs)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _set(canvas: Canvas, paragraphs: Sequence[str]) -> None:
    height = 740
    for paragraph in paragraphs:
        lines = paragraph[1:].split("\n") if paragraph.startswith("=") else textwrap.wrap(paragraph, 80)
        for line in lines:
            canvas.drawString(60, height, line)
            height -= LINE
        height -= LINE


def word(
    paragraphs: Sequence[str], *, rows: Sequence[Sequence[str]] = (), after: str = "", title: str = ""
) -> bytes:
    document = docx.Document()
    for each in paragraphs:
        document.add_paragraph(each)
    if rows:
        table = document.add_table(len(rows), len(rows[0]))
        for row, cells in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    if after:
        document.add_paragraph(after)
    document.core_properties.title = title
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def with_part(package: bytes, name: str, content: bytes) -> bytes:
    """The package with one part replaced or added."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.namelist():
            if each != name:
                new.writestr(each, old.read(each))
        new.writestr(name, content)
    return file.getvalue()


def archive(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return file.getvalue()


def body_xml(inside: str) -> bytes:
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    return (
        f'<?xml version="1.0"?><w:document xmlns:w="{namespace}" xmlns:mc="{compatible}">'
        f"<w:body>{inside}</w:body></w:document>"
    ).encode()
