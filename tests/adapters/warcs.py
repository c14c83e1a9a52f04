"""WARC and WACZ files that the tests make, sound and broken. All of it is invented."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import zipfile
from collections.abc import Mapping, Sequence

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

ADDRESS = "https://courier.example/news/12"
DATE = "2024-03-09T08:15:30Z"
SENTENCES = (
    "Two brothers from the village of Tasbulak were taken from their house on the night of 12 March 2019, their "
    "mother said in a video. Nobody told the family why they had been taken."
)
HEAD = "<head><title>A night in March</title></head>"
PAGE = f"<!doctype html><html>{HEAD}<body><h1>A night in March</h1><p>{SENTENCES}</p></body></html>".encode()

Answer = tuple[str, int, Mapping[str, str], bytes]


def answer(body: bytes = PAGE, url: str = ADDRESS, status: int = 200, **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return url, status, {"Content-Type": "text/html", **named}, body


class InMemory(WARCWriter):
    """warcio's own leaves its temporary files to be closed by chance."""

    @staticmethod
    def _create_temp_file() -> io.BytesIO:
        return io.BytesIO()


def warc(
    answers: Sequence[Answer], *, packed: bool = True, rendered: Mapping[str, bytes] | None = None
) -> bytes:
    file = io.BytesIO()
    writer = InMemory(file, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("x.warc", {"software": "Crawler 3.1"}))
    dated = {"WARC-Date": DATE}
    for url, status, headers, body in answers:
        writer.write_record(
            writer.create_warc_record(
                url,
                "response",
                payload=io.BytesIO(body),
                http_headers=StatusAndHeaders(f"{status} Said", list(headers.items()), protocol="HTTP/1.1"),
                warc_headers_dict=dict(dated),
            )
        )
    for url, body in (rendered or {}).items():
        writer.write_record(
            writer.create_warc_record(
                f"urn:dom:{url}", "resource", payload=io.BytesIO(body), warc_content_type="text/html",
                warc_headers_dict=dict(dated),
            )
        )  # fmt: skip
    return file.getvalue()


def wacz(
    archives: Mapping[str, bytes],
    *,
    main: str = ADDRESS,
    more: Mapping[str, bytes] | None = None,
    honest: bool = True,
) -> bytes:
    """``honest``: its digests are those of its parts."""
    parts = {f"archive/{name}": content for name, content in archives.items()}
    pages = [{"format": "json-pages-1.0"}, {"url": main, "ts": DATE}]
    parts["pages/pages.jsonl"] = b"\n".join(json.dumps(each).encode() for each in pages)
    resources = [
        {"path": name, "hash": "sha256:" + hashlib.sha256(content if honest else b"other").hexdigest()}
        for name, content in parts.items()
    ]
    described = json.dumps(
        {"profile": "data-package", "wacz_version": "1.1.1", "resources": resources}
    ).encode()
    parts["datapackage.json"] = described
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in {**parts, **(more or {})}.items():
            packed.writestr(name, content)
    return file.getvalue()


def endless(megabytes: int) -> bytes:
    """A WARC packed with gzip that unpacks to so many megabytes of one answer, and is a thousandth of that."""
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {ADDRESS}\r\nWARC-Date: {DATE}\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {megabytes * 2**20}\r\n\r\n"
        "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n"
    )
    file = io.BytesIO()
    with gzip.GzipFile(fileobj=file, mode="wb") as packed:
        packed.write(head.encode())
        for _ in range(megabytes):
            packed.write(bytes(2**20))
    return file.getvalue()
