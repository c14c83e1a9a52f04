"""A visit as a WARC file: who made it, every request with its answer, the page as shown, and its picture."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from warcio.statusandheaders import StatusAndHeaders  # type: ignore[import-untyped]  # ships no types
from warcio.warcwriter import WARCWriter  # type: ignore[import-untyped]

from amanat import __version__
from amanat.adapters.capture.exchanges import Exchange, Headers, Visit
from amanat.core.captures import PICTURED, RENDERED

_REPACKED = frozenset(("content-encoding", "transfer-encoding", "content-length"))
"""These told how the body came; it is kept unpacked, so they are kept under other names."""


class _InMemory(WARCWriter):  # type: ignore[misc]  # warcio ships no types
    """A writer that keeps nothing on the disk, not even for a moment: what is captured may be secret."""

    @staticmethod
    def _create_temp_file() -> io.BytesIO:
        return io.BytesIO()


@dataclass(frozen=True, slots=True)
class Entry:
    """Where in the WARC file an answer stands."""

    url: str
    at: datetime
    status: int
    media_type: str
    digest: str
    offset: int
    length: int


def software(visit: Visit) -> str:
    return f"Amanat {__version__} ({visit.browser})" if visit.browser else f"Amanat {__version__}"


def warc_of(visit: Visit) -> tuple[bytes, list[Entry]]:
    """The file, each record packed by itself, and where its answers are."""
    file = io.BytesIO()
    writer = _InMemory(file, gzip=True, warc_version="WARC/1.1")
    about = {"software": software(visit), "format": "WARC File Format 1.1"}
    writer.write_record(writer.create_warcinfo_record("data.warc.gz", about))
    entries = [_exchange(writer, file, each) for each in visit.exchanges]
    for prefix, media_type, content in (
        (RENDERED, "text/html; charset=utf-8", b"\xef\xbb\xbf" + visit.rendered.encode("utf-8", "replace")),
        (PICTURED, "image/png", visit.picture),
    ):
        if visit.rendered if prefix == RENDERED else content:
            entries.append(_resource(writer, file, prefix + visit.shown_url, visit.at, media_type, content))
    return file.getvalue(), entries


def _exchange(writer: WARCWriter, file: io.BytesIO, exchange: Exchange) -> Entry:
    dated = {"WARC-Date": _instant(exchange.at)}
    answer = writer.create_warc_record(
        exchange.url,
        "response",
        payload=io.BytesIO(exchange.body),
        http_headers=StatusAndHeaders(
            f"{exchange.status} {exchange.reason}".strip(), _as_kept(exchange), protocol="HTTP/1.1"
        ),
        warc_headers_dict=dict(dated),
    )
    parts = urlsplit(exchange.url)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    named = any(name.lower() == "host" for name, _ in exchange.asked)
    asked: Headers = [*([] if named else [("Host", parts.netloc)]), *exchange.asked]
    request = writer.create_warc_record(
        exchange.url,
        "request",
        http_headers=StatusAndHeaders(f"{exchange.method} {path} HTTP/1.1", asked, is_http_request=True),
        warc_headers_dict={**dated, "WARC-Concurrent-To": answer.rec_headers.get_header("WARC-Record-ID")},
    )
    entry = _written(writer, file, answer, exchange.at, exchange.status, exchange.header("Content-Type"))
    writer.write_record(request)
    return entry


def _as_kept(exchange: Exchange) -> Headers:
    kept = [
        (f"X-Orig-{name}" if name.lower() in _REPACKED else name, value) for name, value in exchange.headers
    ]
    return [*kept, ("Content-Length", str(len(exchange.body)))]


def _resource(
    writer: WARCWriter, file: io.BytesIO, url: str, at: datetime, media_type: str, content: bytes
) -> Entry:
    record = writer.create_warc_record(
        url,
        "resource",
        payload=io.BytesIO(content),
        warc_content_type=media_type,
        warc_headers_dict={"WARC-Date": _instant(at)},
    )
    return _written(writer, file, record, at, 200, media_type)


def _written(
    writer: WARCWriter, file: io.BytesIO, record: object, at: datetime, status: int, media_type: str
) -> Entry:
    offset = file.tell()
    writer.write_record(record)
    headers = record.rec_headers  # type: ignore[attr-defined]  # a warcio record
    return Entry(
        headers.get_header("WARC-Target-URI"),
        at,
        status,
        media_type.partition(";")[0].strip() or "unk",
        headers.get_header("WARC-Payload-Digest") or "",
        offset,
        file.tell() - offset,
    )


def _instant(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def turned(url: str) -> str:
    """The address by which an index is sorted: ``https://www.example.org/A`` is ``org,example)/a`` (SURT)."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https"):
        return url.lower()
    host = (parts.hostname or "").removeprefix("www.")
    port = f":{parts.port}" if parts.port and parts.port not in (80, 443) else ""
    query = f"?{parts.query}" if parts.query else ""
    return f"{','.join(reversed(host.split('.')))}{port}){parts.path or '/'}{query}".lower()
