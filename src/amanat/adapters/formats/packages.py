"""ZIP packages, as Word, LibreOffice and Excel write them: opened with care, their XML read without harm."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from lxml import etree

from amanat.adapters.sandbox.terms import RefusalError

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, KeyError, ValueError)
"""What reading a damaged archive, or one that is no archive at all, can raise."""
_MOST_UNPACKED = 200 * 2**20
_MOST_PARTS = 5_000


@contextmanager
def opened(untrusted: bytes) -> Iterator[zipfile.ZipFile]:
    """The archive. Raises one of ``BROKEN``."""
    with zipfile.ZipFile(io.BytesIO(untrusted)) as packed:
        yield packed


def refuse_bombs(packed: zipfile.ZipFile) -> None:
    """A document with more parts, or larger ones, than any that a person wrote. Raises RefusalError."""
    parts = packed.infolist()
    unpacked = sum(each.file_size for each in parts)
    if unpacked > _MOST_UNPACKED or len(parts) > _MOST_PARTS:
        raise RefusalError(
            "document-unsafe", reason=f"{len(parts)} parts that unpack to {unpacked // 2**20} MB"
        )


def tree(packed: zipfile.ZipFile, name: str, damaged: str) -> etree._Element:
    """A part's root element. No entity is resolved, nothing is fetched.

    A document type definition is refused: no program writes one into these, only attacks do. Raises
    RefusalError, with the code ``damaged`` where it is not XML.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(packed.read(name), parser)
    except etree.XMLSyntaxError:
        raise RefusalError(damaged) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise RefusalError("document-unsafe", reason="a document type definition where none belongs")
    return root
