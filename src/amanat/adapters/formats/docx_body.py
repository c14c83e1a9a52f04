"""DOCX to text: paragraphs and table rows of the body in order, then foot- and endnotes.

Read from the XML itself, so that inserted text, links, text boxes and content controls are not left out;
deleted text and field codes are. A document type definition is refused: Word writes none, only attacks do.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

from amanat.adapters.formats.encoding import newlines, without_controls
from amanat.adapters.formats.packages import tree
from amanat.adapters.sandbox.terms import RefusalError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MAIN_KIND = "/officeDocument"
_SPOKEN = {
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "\u2011",
    f"{_W}ptab": "\t",
}
_LEFT_OUT = frozenset((f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", f"{_MC}Fallback"))
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_DAMAGED = "docx-damaged"


def is_one(packed: zipfile.ZipFile, names: set[str]) -> bool:
    in_folder = any(name.startswith("word/") for name in names)
    return "word/document.xml" in names or ("_rels/.rels" in names and in_folder)


def text_of(packed: zipfile.ZipFile, names: set[str]) -> dict[str, Any]:
    """Its text and its title. Raises RefusalError."""
    main = _main_part(packed, names)
    if main is None:
        raise RefusalError("unsupported-kind", kind="a Word document of a kind not known here")
    folder = main.rpartition("/")[0]
    blocks = list(_blocks(tree(packed, main, _DAMAGED)))
    for notes in ("footnotes.xml", "endnotes.xml"):
        if f"{folder}/{notes}" in names:
            blocks += _notes(tree(packed, f"{folder}/{notes}", _DAMAGED))
    text, replaced = without_controls(newlines("\n\n".join(blocks) + "\n"))
    if not text.strip():
        raise RefusalError("no-text")
    title = _title(packed, names)
    return {"text": text, "replaced": replaced, "media_type": MEDIA_TYPE, "hints": {"title": title}}


def _main_part(packed: zipfile.ZipFile, names: set[str]) -> str | None:
    if "_rels/.rels" in names:
        for each in tree(packed, "_rels/.rels", _DAMAGED).iter(_RELATIONS):
            target = (each.get("Target") or "").lstrip("/")
            if (
                (each.get("Type") or "").endswith(_MAIN_KIND)
                and target.startswith("word/")
                and target in names
            ):
                return target
    return "word/document.xml" if "word/document.xml" in names else None


def _blocks(root: etree._Element) -> Iterator[str]:
    """Paragraphs and table rows in order, each as one string; empty ones are left out."""
    for each in _outermost(root):
        text = _row(each) if each.tag == f"{_W}tr" else _paragraph(each)
        if text:
            yield text


def _outermost(root: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and table rows that do not stand inside another one."""
    events = etree.iterwalk(root, events=("start",))
    for _, element in events:
        if element.tag in _LEFT_OUT:
            events.skip_subtree()
        elif element.tag in (f"{_W}p", f"{_W}tr"):
            yield element
            events.skip_subtree()


def _row(row: etree._Element) -> str:
    cells = [
        " ".join(text for each in cell.iter(f"{_W}p") if (text := _paragraph(each).replace("\n", " ")))
        for cell in row.iter(f"{_W}tc")
    ]
    return "\t".join(cells).strip()


def _paragraph(paragraph: etree._Element) -> str:
    """What a reader sees of it; a paragraph inside it (a text box) stands on a line of its own."""
    pieces: list[str] = []
    events = etree.iterwalk(paragraph, events=("start",))
    for _, element in events:
        if element.tag in _LEFT_OUT:
            events.skip_subtree()
        elif element.tag == f"{_W}t":
            pieces.append(element.text or "")
        elif element.tag == f"{_W}p" and element is not paragraph:
            pieces.append("\n")
        else:
            pieces.append(_SPOKEN.get(element.tag, "") if isinstance(element.tag, str) else "")
    return "".join(pieces).strip()


def _notes(root: etree._Element) -> list[str]:
    """The notes' text; the separators that Word keeps among them have a type and are no notes."""
    notes = root.iter(f"{_W}footnote", f"{_W}endnote")
    return [text for note in notes if note.get(f"{_W}type") is None for text in _blocks(note)]


def _title(packed: zipfile.ZipFile, names: set[str]) -> str | None:
    if "docProps/core.xml" not in names:
        return None
    found = tree(packed, "docProps/core.xml", _DAMAGED).findtext(f"{_DC}title")
    return without_controls(newlines(found.strip()))[0] if found and found.strip() else None
