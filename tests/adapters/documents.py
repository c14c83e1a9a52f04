"""Documents that the tests make: real files of every kind, sound and broken. All of it is invented."""

import io
import textwrap
import zipfile
from collections.abc import Sequence
from email.message import EmailMessage

import docx
import openpyxl
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


_ODF = "urn:oasis:names:tc:opendocument:xmlns:"


def odt(inside: str, *, title: str = "", manifest: str = "", sort: str = "text") -> bytes:
    """An OpenDocument file with this XML in its text."""
    names = " ".join(f'xmlns:{each}="{_ODF}{each}:1.0"' for each in ("office", "text", "table", "draw"))
    parts = {
        "mimetype": f"application/vnd.oasis.opendocument.{sort}".encode(),
        "content.xml": (
            f'<?xml version="1.0"?><office:document-content {names}><office:body><office:text>{inside}'
            "</office:text></office:body></office:document-content>"
        ).encode(),
        "META-INF/manifest.xml": (
            f'<manifest:manifest xmlns:manifest="{_ODF}manifest:1.0">{manifest}</manifest:manifest>'
        ).encode(),
    }
    if title:
        parts["meta.xml"] = (
            f'<office:document-meta {names} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta>'
            f"<dc:title>{title}</dc:title></office:meta></office:document-meta>"
        ).encode()
    return archive(parts)


def workbook(sheets: dict[str, Sequence[Sequence[object]]], *, hidden: Sequence[str] = ()) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        sheet.sheet_state = "hidden" if name in hidden else "visible"
        for row in rows:
            sheet.append(list(row))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def mail(
    *attached: tuple[str, bytes],
    subject: str = "Two men from Tasbulak",
    text: str = SENTENCES,
    html: str = "",
) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"] = "Marta Ilin <marta@example.org>", "desk@example.org"
    message["Subject"], message["Date"] = subject, "Tue, 12 Mar 2019 10:00:00 +0600"
    if text:
        message.set_content(text)
    if html:
        (message.add_alternative if text else message.set_content)(html, subtype="html")
    for name, content in attached:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message


def placed(pages: Sequence[Sequence[tuple[float, float, str]]], size: int = 10) -> bytes:
    """A PDF with each string where it is told to stand, in this order: left, height, string."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    for page in pages:
        canvas.setFont("Helvetica", size)
        for left, height, text in page:
            canvas.drawString(left, height, text)
        canvas.showPage()
    canvas.save()
    return file.getvalue()
