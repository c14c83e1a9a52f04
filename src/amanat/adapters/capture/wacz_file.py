"""A visit as a WACZ file (1.1.1): the WARC file, an index, the list of pages, and the digests of all of them."""

from __future__ import annotations

import hashlib
import io
import json
import uuid
import zipfile
from datetime import datetime
from typing import Any

from amanat.adapters.capture.exchanges import Visit
from amanat.adapters.capture.warc_file import Entry, software, turned, warc_of

_WARC = "archive/data.warc.gz"
_VERSION = "1.1.1"


def wacz_of(visit: Visit) -> bytes:
    """The file. Its parts stand unpacked in it, so that a player can read them where they are."""
    warc, entries = warc_of(visit)
    parts = {
        _WARC: warc,
        "indexes/index.cdxj": _index(entries),
        "pages/pages.jsonl": _pages(visit),
    }
    described = _json(_described(visit, parts))
    parts["datapackage.json"] = described
    parts["datapackage-digest.json"] = _json({"path": "datapackage.json", "hash": _digest(described)})
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as packed:
        for name, content in parts.items():
            packed.writestr(zipfile.ZipInfo(name, visit.at.timetuple()[:6]), content)
    return file.getvalue()


def _described(visit: Visit, parts: dict[str, bytes]) -> dict[str, Any]:
    return {
        "profile": "data-package",
        "wacz_version": _VERSION,
        "title": visit.title or visit.shown_url,
        "created": _instant(visit.at),
        "software": software(visit),
        "mainPageUrl": visit.url,
        "mainPageDate": _instant(visit.at),
        "resources": [
            {
                "name": name.rpartition("/")[2],
                "path": name,
                "hash": _digest(content),
                "bytes": len(content),
            }
            for name, content in parts.items()
        ],
    }


def _pages(visit: Visit) -> bytes:
    head = {"format": "json-pages-1.0", "id": "pages", "title": "Pages"}
    page = {
        "id": str(uuid.uuid4()),
        "url": visit.url,
        "ts": _instant(visit.at),
        "title": visit.title or visit.shown_url,
        "status": visit.status,
    }
    return b"\n".join([_json(head), _json(page), b""])


def _index(entries: list[Entry]) -> bytes:
    """Players look addresses up in it (CDXJ): by address turned round, then by time."""
    lines = [
        f"{turned(each.url)} {each.at:%Y%m%d%H%M%S} ".encode()
        + _json(
            {
                "url": each.url,
                "mime": each.media_type,
                "status": str(each.status),
                "digest": each.digest,
                "length": str(each.length),
                "offset": str(each.offset),
                "filename": "data.warc.gz",
            }
        )
        for each in entries
    ]
    return b"\n".join([*sorted(lines), b""])


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=True).encode("ascii")


def _digest(content: bytes) -> str:
    return "sha256:" + hashlib.sha256(content).hexdigest()


def _instant(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")
