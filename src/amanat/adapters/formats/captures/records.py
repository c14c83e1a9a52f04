"""The pages in a WARC file: what servers answered, and what a browser made of it, each with its address and time."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, Any

from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]  # ships no types
from warcio.exceptions import ArchiveLoadFailed  # type: ignore[import-untyped]

from amanat.adapters.formats.captures.unpacked import Purse, Unpacked, unpacked_answer
from amanat.core.captures import RENDERED

_MOST_PAGE = 64 * 2**20
_MOST_PAGES_HELD = 128 * 2**20
_READABLE = re.compile(r"text/html|application/xhtml\+xml|application/pdf|text/plain", re.I)


@dataclass(frozen=True, slots=True)
class CapturedPage:
    """``rendered``: the page as the browser had it in the end, and not as the server sent it."""

    url: str
    date: str
    status: int
    content: bytes
    location: str = ""
    rendered: bool = False


@dataclass(slots=True)
class Contents:
    """``mismatched``: addresses of records whose content does not agree with the digest beside it."""

    pages: list[CapturedPage] = field(default_factory=list)
    records: int = 0
    software: str = ""
    cut_off: bool = False
    mismatched: list[str] = field(default_factory=list)
    held: int = 0


def gather(packed: IO[bytes], contents: Contents, purse: Purse) -> None:
    """Adds what one WARC file holds. One that is cut off or damaged gives what stands before. Raises RefusalError."""
    unpacked = Unpacked(packed, purse)
    try:
        for record in ArchiveIterator(io.BufferedReader(unpacked, 2**16), check_digests=True):
            contents.records += 1
            _take(record, contents)
    except (ArchiveLoadFailed, EOFError, ValueError, KeyError, AttributeError, UnicodeError, OSError):
        contents.cut_off = True  # warcio raises any of these on headers that are none
    contents.cut_off = contents.cut_off or unpacked.cut_off


def _take(record: Any, contents: Contents) -> None:
    headers = record.rec_headers
    url = headers.get_header("WARC-Target-URI") or ""
    if record.rec_type == "warcinfo":
        found = re.search(rb"^software:\s*(.{1,200})", record.content_stream().read(8192), re.I | re.M)
        contents.software = contents.software or (
            found[1].decode("utf-8", "replace").strip() if found else ""
        )
    elif record.rec_type in ("response", "resource") and contents.held < _MOST_PAGES_HELD:
        for page in _page(record, url, headers.get_header("WARC-Date") or ""):
            contents.pages.append(page)
            contents.held += len(page.content)
    while record.raw_stream.read(2**16):
        pass
    if getattr(record.raw_stream, "limit", 0):
        contents.cut_off = True
    elif record.digest_checker is not None and record.digest_checker.passed is False:
        contents.mismatched.append(url)


def _page(record: Any, url: str, date: str) -> Iterator[CapturedPage]:
    """The record as a page, if it is one that can be read, or leads to one."""
    if record.rec_type == "resource":
        if url.startswith(RENDERED):
            content = record.content_stream().read(_MOST_PAGE)
            yield CapturedPage(url.removeprefix(RENDERED), date, 0, content, rendered=True)
        elif _READABLE.match(record.rec_headers.get_header("Content-Type") or "") and url.startswith("http"):
            yield CapturedPage(url, date, 0, record.content_stream().read(_MOST_PAGE))
        return
    http = record.http_headers
    status = int(http.get_statuscode() or 0) if http is not None else 0
    if http is None or not url.startswith(("http://", "https://")):
        return
    location = http.get_header("Location") or ""
    if 300 <= status < 400 and location:
        yield CapturedPage(url, date, status, b"", location)
    elif _READABLE.match(http.get_header("Content-Type") or ""):
        how = (http.get_header("Content-Encoding") or "").strip().lower()
        http.remove_header("Content-Encoding")  # warcio's own way of unpacking has no bounds
        content = unpacked_answer(record.content_stream().read(_MOST_PAGE), how, _MOST_PAGE)
        if content is not None:
            yield CapturedPage(url, date, status, content)
