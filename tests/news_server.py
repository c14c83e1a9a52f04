"""A web server on this machine whose pages have what pages have: scripts, frames, redirects, errors."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit
from urllib.request import urlopen

SENTENCE = "Sanjar Tolegen was detained in Tomsay on 12 March 2019, his wife said."
RUSSIAN = "Санжара Толегена задержали в Томсае 12 марта 2019 года, рассказала его жена."
_PAGES = {
    "/news": (
        "<!doctype html><html><head><meta charset=utf-8><title>A herder is held</title><link rel=icon href=/dot.svg>"
        "<link rel=stylesheet href=/style.css></head><body><h1>A herder is held</h1>"
        f"<p>{SENTENCE}</p><p id=later></p><img src=/dot.svg><script src=/late.js></script></body></html>"
    ),
    "/late.js": "setTimeout(() => { later.textContent = 'The script said that he was released in May.'; }, 200)",
    "/style.css": "h1 { color: red }",
    "/dot.svg": "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='40'><circle cx='20' cy='20' r='9'/></svg>",
    "/dialogs": f"<html><body><script>alert('stop'); confirm('?')</script><p>{SENTENCE}</p></body></html>",
    "/endless": f"<html><body><p>{SENTENCE}</p><img src=/without-end></body></html>",
    "/empty": "",
}
_TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}


class _Handler(BaseHTTPRequestHandler):
    server: NewsServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        if self.path.startswith("http://"):  # we are asked as a proxy
            self.server.proxied.append(self.path)
            with urlopen(f"http://127.0.0.1:{self.server.server_port}{urlsplit(self.path).path}") as answer:
                self._say(200, answer.read(), answer.headers["Content-Type"])
            return
        self.server.asked.append(self.path)
        path = urlsplit(self.path).path
        if path in _PAGES:
            kind = next(
                (kind for end, kind in _TYPES.items() if path.endswith(end)), "text/html; charset=utf-8"
            )
            self._say(200, _PAGES[path].encode(), kind)
        else:
            getattr(self, "_" + path.strip("/").replace("-", "_"), self._missing)()

    def _say(self, status: int, body: bytes, kind: str = "text/html", **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Set-Cookie", "first=1")
        self.send_header("Set-Cookie", "second=2")
        self.end_headers()
        self.wfile.write(body)

    def _missing(self) -> None:
        self._say(404, b"<html><body><p>This page was taken away.</p></body></html>")

    def _moved(self) -> None:
        self._say(302, b"", Location="/news")

    def _packed(self) -> None:
        self._say(200, gzip.compress(_PAGES["/news"].encode()), Content_Encoding="gzip")

    def _old_letters(self) -> None:
        page = f"<html><head><meta charset=windows-1251></head><body><p>{RUSSIAN}</p></body></html>"
        self._say(200, page.encode("cp1251"), "text/html; charset=windows-1251")

    def _framed(self) -> None:
        other = f"http://localhost:{self.server.server_port}/style.css"
        self._say(200, f"<html><body><p>{SENTENCE}</p><iframe src='{other}'></iframe></body></html>".encode())

    def _large(self) -> None:
        page = f"<html><body><p>{SENTENCE}</p><img src=/three-megabytes></body></html>"
        self._say(200, page.encode())

    def _three_megabytes(self) -> None:
        self._say(200, bytes(3 * 2**20), "image/png")

    def _without_end(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "image/png")
        self.send_header("Connection", "close")
        self.end_headers()
        while not self.server.ended.wait(0.05):
            self.wfile.write(b"x" * 1000)
        self.close_connection = True

    def _silent(self) -> None:
        self.server.ended.wait(60)

    def _file(self) -> None:
        self._say(200, b"PK\x03\x04", "application/zip", Content_Disposition="attachment; filename=x.zip")

    def log_message(self, format: str, *arguments: object) -> None:
        pass


class NewsServer(ThreadingHTTPServer):
    """``asked`` are the paths asked for; ``proxied`` the addresses asked for through it as a proxy."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[str] = []
        self.proxied: list[str] = []
        self.ended = threading.Event()

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that leaves in the middle of an answer is no fault."""

    def address(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"


@contextmanager
def news() -> Iterator[NewsServer]:
    server = NewsServer()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield server
    finally:
        server.ended.set()
        server.shutdown()
        thread.join()
        server.server_close()
