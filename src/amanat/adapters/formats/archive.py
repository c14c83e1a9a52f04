"""What a ZIP archive is: a document in parts, read as that; or files packed together, each a report."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from typing import Any

from amanat.adapters.formats import docx_body, odt_body, workbook
from amanat.adapters.formats.captures import wacz
from amanat.adapters.formats.packages import BROKEN, opened, refuse_bombs
from amanat.adapters.formats.zip_members import listing
from amanat.adapters.sandbox.terms import RefusalError

_UNREAD = (
    ("xl/workbook.bin", "an Excel workbook in its binary form"),
    ("ppt/presentation.xml", "a PowerPoint presentation"),
    ("META-INF/container.xml", "an e-book (EPUB)"),
)
_BY_PART = (
    (b"datapackage.json", "capture-damaged"),
    (b"word/", "docx-damaged"),
    (b"content.xml", "document-damaged"),
)
"""What a damaged archive was meant to be, by the names of parts that stand in it."""


def archive(untrusted: bytes, options: Mapping[str, Any]) -> dict[str, Any]:
    """The text of a document (DOCX, ODT, XLSX), or the list of what is packed. Raises RefusalError.

    ``options``: ``max_members`` and ``file_mb``, for archives of files.
    """
    try:
        with opened(untrusted) as packed:
            return _found(packed, options)
    except BROKEN:
        for begins, code in _BY_PART:
            if begins in untrusted:
                raise RefusalError(code) from None
        raise RefusalError("archive-damaged") from None


def _found(packed: zipfile.ZipFile, options: Mapping[str, Any]) -> dict[str, Any]:
    names = set(packed.namelist())
    if wacz.is_one(packed, names):
        return wacz.text_of(packed, names, options)
    for document in (docx_body, odt_body, workbook):
        if document.is_one(packed, names):
            refuse_bombs(packed)
            found: dict[str, Any] = document.text_of(packed, names)
            return found
    for part, kind in _UNREAD:
        if part in names:
            raise RefusalError("unsupported-kind", kind=kind)
    return listing(packed, options)
