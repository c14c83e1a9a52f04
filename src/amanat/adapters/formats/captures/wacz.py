"""A WACZ file (a ZIP of WARC files, a list of pages, and digests of both) as the text of its main page."""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from collections.abc import Iterator, Mapping, Set
from typing import Any

from amanat.adapters.formats.captures.main_page import text_of_capture
from amanat.adapters.formats.captures.records import Contents, gather
from amanat.adapters.formats.captures.unpacked import MOST_UNPACKED, Purse
from amanat.adapters.sandbox.terms import RefusalError

_LIST = "datapackage.json"
_LIST_DIGEST = "datapackage-digest.json"
_PAGES = "pages/pages.jsonl"
_WARC = re.compile(r"archive/.+\.warc(\.gz)?")
_MOST_LIST = 4 * 2**20
_MOST_PARTS = 5_000
_MEDIA_TYPE = "application/wacz"


def is_one(packed: zipfile.ZipFile, names: Set[str]) -> bool:
    return _LIST in names and any(_WARC.fullmatch(name) for name in names)


def text_of(packed: zipfile.ZipFile, names: Set[str], options: Mapping[str, Any]) -> dict[str, Any]:
    """Raises RefusalError; or whatever ``zipfile`` raises on a damaged archive."""
    _refuse_bombs(packed)
    described = _described(packed)
    changed = _changed(packed, names, described)
    contents, purse = Contents(), Purse()
    for name in sorted(names):
        if _WARC.fullmatch(name):
            with packed.open(name) as archive:
                gather(archive, contents, purse)
    found = text_of_capture(contents, list(_wanted(packed, names, described)), changed, options)
    software = found["capture"]["software"] or str(described.get("software") or "")[:200]
    return {**found, "capture": {**found["capture"], "software": software}, "media_type": _MEDIA_TYPE}


def _refuse_bombs(packed: zipfile.ZipFile) -> None:
    members = packed.infolist()
    unpacked = sum(each.file_size for each in members)
    if unpacked > MOST_UNPACKED or len(members) > _MOST_PARTS:
        reason = f"{len(members)} parts that unpack to {unpacked // 2**20} MB"
        raise RefusalError("document-unsafe", reason=reason)


def _described(packed: zipfile.ZipFile) -> dict[str, Any]:
    """The capture's description of itself; nothing where that is no JSON object."""
    try:
        found = json.loads(_small(packed, _LIST))
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _small(packed: zipfile.ZipFile, name: str) -> bytes:
    with packed.open(name) as part:
        return part.read(_MOST_LIST)


def _changed(packed: zipfile.ZipFile, names: Set[str], described: Mapping[str, Any]) -> list[str]:
    """Parts that are not what the list of digests says, or are not there; and the list, if it is not its own."""
    resources = described.get("resources")
    changed = [
        str(each.get("path"))
        for each in (resources if isinstance(resources, list) else [])
        if isinstance(each, dict) and not _agrees(packed, names, each.get("path"), each.get("hash"))
    ]
    if _LIST_DIGEST in names:
        try:
            said = json.loads(_small(packed, _LIST_DIGEST)).get("hash")
        except (ValueError, RecursionError, AttributeError):
            said = None
        if not _agrees(packed, names, _LIST, said):
            changed.append(_LIST)
    return changed


def _agrees(packed: zipfile.ZipFile, names: Set[str], path: object, said: object) -> bool:
    if not isinstance(path, str) or path not in names or not isinstance(said, str):
        return False
    kind, _, digest = said.partition(":")
    if kind not in ("sha256", "md5"):
        return True  # a digest of a kind not known here says nothing
    found = hashlib.new(kind, usedforsecurity=False)  # md5 stands in some captures, and is compared too
    with packed.open(path) as part:
        while piece := part.read(2**20):
            found.update(piece)
    return found.hexdigest() == digest


def _wanted(packed: zipfile.ZipFile, names: Set[str], described: Mapping[str, Any]) -> Iterator[str]:
    """The addresses the capture was made for, the likeliest first."""
    if isinstance(main := described.get("mainPageUrl"), str):
        yield main
    if _PAGES not in names:
        return
    for line in _small(packed, _PAGES).splitlines()[:1000]:
        try:
            page = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(page, dict) and isinstance(page.get("url"), str):
            yield page["url"]
