"""ODT to text: headings, paragraphs, list items and table rows in order, then foot- and endnotes.

What was deleted while changes were tracked is left out, and so are comments in the margin: they are not the
document's own words.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

from amanat.adapters.formats.encoding import newlines, without_controls
from amanat.adapters.formats.packages import tree
from amanat.adapters.sandbox.terms import RefusalError

_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _TABLE, _OFFICE = f"{{{_NAMES}text:1.0}}", f"{{{_NAMES}table:1.0}}", f"{{{_NAMES}office:1.0}}"
_ENCRYPTED = f"{{{_NAMES}manifest:1.0}}encryption-data"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_BLOCKS = (f"{_TEXT}p", f"{_TEXT}h")
_NOTE = f"{_TEXT}note"
_LEFT_OUT = frozenset(
    (f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}note-citation", f"{_OFFICE}forms")
)
_SPOKEN = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
_MOST_SPACES = 200
_TYPES = {
    "text": "an OpenDocument text",
    "spreadsheet": "an OpenDocument spreadsheet",
    "presentation": "an OpenDocument presentation",
    "graphics": "an OpenDocument drawing",
}
_MEDIA_TYPE = "application/vnd.oasis.opendocument."
_DAMAGED = "document-damaged"


def is_one(packed: zipfile.ZipFile, names: set[str]) -> bool:
    return "content.xml" in names and "mimetype" in names and packed.read("mimetype").startswith(b"appl")


def text_of(packed: zipfile.ZipFile, names: set[str]) -> dict[str, Any]:
    """Its text and its title. Raises RefusalError."""
    media_type = packed.read("mimetype").decode("ascii", "replace").strip()
    sort = media_type.removeprefix(_MEDIA_TYPE).removesuffix("-template").removesuffix("-master")
    if sort != "text":
        raise RefusalError("unsupported-kind", kind=_TYPES.get(sort, "an OpenDocument file not known here"))
    if "META-INF/manifest.xml" in names:
        manifest = tree(packed, "META-INF/manifest.xml", _DAMAGED)
        if next(manifest.iter(_ENCRYPTED), None) is not None:
            raise RefusalError("document-locked")
    content = tree(packed, "content.xml", _DAMAGED)
    body = content.find(f"{_OFFICE}body")
    blocks = list(_blocks(body if body is not None else content))
    text, replaced = without_controls(newlines("\n\n".join(blocks) + "\n"))
    if not text.strip():
        raise RefusalError("no-text")
    return {
        "text": text,
        "replaced": replaced,
        "media_type": f"{_MEDIA_TYPE}text",
        "hints": {"title": _title(packed, names)},
    }


def _blocks(body: etree._Element) -> Iterator[str]:
    notes: list[etree._Element] = []
    for each in _outermost(body):
        text = _row(each, notes) if each.tag == f"{_TABLE}table-row" else _paragraph(each, notes)
        if text:
            yield text
    for note in notes:  # a note in a note is put at the end of the list while it is walked
        for each in note.iter(*_BLOCKS):
            if text := _paragraph(each, notes):
                yield text


def _outermost(body: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs, headings and table rows that do not stand inside another one."""
    events = etree.iterwalk(body, events=("start",))
    for _, element in events:
        if element.tag in _LEFT_OUT:
            events.skip_subtree()
        elif element.tag in _BLOCKS or element.tag == f"{_TABLE}table-row":
            yield element
            events.skip_subtree()


def _row(row: etree._Element, notes: list[etree._Element]) -> str:
    cells = [
        " ".join(text for each in cell.iter(*_BLOCKS) if (text := _paragraph(each, notes).replace("\n", " ")))
        for cell in row.iter(f"{_TABLE}table-cell")
    ]
    return "\t".join(cells).strip()


def _paragraph(paragraph: etree._Element, notes: list[etree._Element]) -> str:
    """What a reader sees of it; a paragraph inside it (a text box) stands on a line of its own.

    White space is folded as the format demands: only ``text:s`` and ``text:tab`` make more of it.
    """
    pieces: list[str] = []
    events = etree.iterwalk(paragraph, events=("start", "end"))
    for event, element in events:
        if event == "end":
            pieces.append(_folded(element.tail) if element is not paragraph else "")
            continue
        if element.tag in _LEFT_OUT or element.tag == _NOTE:
            if element.tag == _NOTE:
                notes.append(element)
            events.skip_subtree()
            continue
        if element.tag in _BLOCKS and element is not paragraph:
            pieces.append("\n")
        pieces.append(_spaces(element) or _SPOKEN.get(str(element.tag), "") or _folded(element.text))
    return "".join(pieces).strip()


def _spaces(element: etree._Element) -> str:
    if element.tag != f"{_TEXT}s":
        return ""
    count = element.get(f"{_TEXT}c") or "1"
    return " " * (min(int(count), _MOST_SPACES) if count.isdecimal() else 1)


def _folded(text: str | None) -> str:
    return " ".join(f"|{text}|".split())[1:-1] if text else ""


def _title(packed: zipfile.ZipFile, names: set[str]) -> str | None:
    if "meta.xml" not in names:
        return None
    found = next(tree(packed, "meta.xml", _DAMAGED).iter(_TITLE), None)
    title = (found.text or "").strip() if found is not None else ""
    return without_controls(newlines(title))[0] or None
