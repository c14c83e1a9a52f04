"""Capturing pages of a real server with a real Chromium: what is kept, that it holds together, and what is refused."""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import socket
import subprocess
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from warcio.archiveiterator import ArchiveIterator

from amanat.adapters.capture import Captured, capture, launching
from amanat.adapters.capture.address import TOR, checked_address, checked_proxy
from amanat.adapters.capture.devtools import DevTools
from amanat.adapters.capture.exchanges import listed
from amanat.adapters.capture.warc_file import turned
from amanat.adapters.formats import extract_bytes
from amanat.core import capture_errors as errors
from news_server import RUSSIAN, SENTENCE, NewsServer, news

needs_browser = pytest.mark.skipif(
    not any(map(shutil.which, launching.NAMES)) or (os.geteuid() == 0 and not shutil.which("bwrap")),
    reason="no Chromium here that may be started",
)


@pytest.fixture(scope="module")
def server() -> Iterator[NewsServer]:
    with news() as running:
        yield running


@pytest.fixture(scope="module")
def captured(server: NewsServer) -> Captured:
    return capture(server.address("/news?from=list#top"))


def parts(made: Captured) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(made.wacz)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def records(made: Captured, kind: str) -> dict[str, tuple[list[tuple[str, str]], bytes]]:
    """By address: headers, and the body."""
    found = {}
    for record in ArchiveIterator(io.BytesIO(parts(made)["archive/data.warc.gz"]), check_digests="raise"):
        if record.rec_type == kind:
            headers = (record.http_headers or record.rec_headers).headers
            found[record.rec_headers.get_header("WARC-Target-URI")] = (
                headers,
                record.content_stream().read(),
            )
    return found


@needs_browser
def test_every_answer_is_kept_byte_for_byte_with_its_headers(server: NewsServer, captured: Captured) -> None:
    answers = records(captured, "response")
    assert {url.partition("?")[0].rpartition("/")[2] for url in answers} >= {
        "news",
        "style.css",
        "late.js",
        "dot.svg",
    }
    headers, body = answers[server.address("/news?from=list")]
    assert SENTENCE.encode() in body
    assert b"The script said" not in body
    assert [value for name, value in headers if name == "Set-Cookie"] == ["first=1", "second=2"]
    asked, _ = records(captured, "request")[server.address("/news?from=list")]
    assert "Headless" not in dict(asked)["User-Agent"]
    assert captured.answers >= len(answers)
    assert captured.status == 200
    assert captured.left_out == ()


@needs_browser
def test_the_page_as_shown_and_a_picture_of_it_are_kept(server: NewsServer, captured: Captured) -> None:
    shown = records(captured, "resource")
    address = server.address("/news?from=list")
    assert b"The script said that he was released in May." in shown[f"urn:dom:{address}"][1]
    with Image.open(io.BytesIO(shown[f"urn:fullPage:{address}"][1])) as picture:
        assert picture.width == launching.WIDTH
        assert len(set(picture.convert("L").resize((60, 40)).tobytes())) > 3
    assert captured.has_picture


@needs_browser
def test_the_capture_agrees_with_its_digests_and_its_index(captured: Captured) -> None:
    inside = parts(captured)
    described = json.loads(inside["datapackage.json"])
    assert described["wacz_version"] == "1.1.1"
    assert {each["path"] for each in described["resources"]} == set(inside) - {
        "datapackage.json",
        "datapackage-digest.json",
    }
    for each in described["resources"]:
        assert each["hash"] == "sha256:" + hashlib.sha256(inside[each["path"]]).hexdigest()
        assert each["bytes"] == len(inside[each["path"]])
    own = json.loads(inside["datapackage-digest.json"])
    assert own["hash"] == "sha256:" + hashlib.sha256(inside["datapackage.json"]).hexdigest()
    lines = inside["indexes/index.cdxj"].decode().splitlines()
    assert lines == sorted(lines)
    for line in lines:
        entry = json.loads(line.split(" ", 2)[2])
        start = int(entry["offset"])
        piece = inside["archive/data.warc.gz"][start : start + int(entry["length"])]
        (record,) = ArchiveIterator(io.BytesIO(piece))
        assert record.rec_headers.get_header("WARC-Target-URI") == entry["url"]
    page = json.loads(inside["pages/pages.jsonl"].splitlines()[1])
    assert (page["title"], page["status"]) == ("A herder is held", 200)


@needs_browser
def test_what_was_captured_is_read_like_any_other_file(captured: Captured) -> None:
    found = extract_bytes(captured.wacz, captured.name)
    assert SENTENCE in found.text
    assert "released in May" in found.text
    assert [each.code for each in found.flags] == ["captured"]
    assert captured.url.partition("#")[0] in found.flags[0].note


@needs_browser
def test_a_redirect_is_kept_and_followed(server: NewsServer) -> None:
    made = capture(server.address("/moved"))
    assert made.shown_url == server.address("/news")
    assert made.status == 200
    assert server.address("/moved") in records(made, "response")
    assert SENTENCE in extract_bytes(made.wacz, made.name).text


@needs_browser
def test_old_letters_and_packed_answers_come_through_whole(server: NewsServer) -> None:
    old = capture(server.address("/old-letters"))
    assert RUSSIAN.encode("cp1251") in records(old, "response")[server.address("/old-letters")][1]
    assert RUSSIAN in extract_bytes(old.wacz, old.name).text
    packed = capture(server.address("/packed"))
    headers, body = records(packed, "response")[server.address("/packed")]
    assert SENTENCE.encode() in body
    assert dict(headers)["X-Orig-Content-Encoding"] == "gzip"


@needs_browser
def test_frames_of_other_sites_and_dialogs_do_not_hold_it_up(server: NewsServer) -> None:
    framed = capture(server.address("/framed"))
    assert f"http://localhost:{server.server_port}/style.css" in records(framed, "response")
    assert SENTENCE in extract_bytes(capture(server.address("/dialogs")).wacz, "x").text


@needs_browser
def test_an_error_is_captured_as_one(server: NewsServer) -> None:
    made = capture(server.address("/gone"))
    assert made.status == 404
    assert "the server answered 404" in extract_bytes(made.wacz, made.name).flags[0].note


@needs_browser
def test_answers_too_large_or_without_an_end_are_left_out_and_named(
    server: NewsServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AMANAT_MAX_FILE_MB", "4")
    large = capture(server.address("/large"))
    assert large.left_out == (server.address("/three-megabytes"),)
    monkeypatch.setenv("AMANAT_CAPTURE_SECONDS", "6")
    began = time.monotonic()
    endless = capture(server.address("/endless"))
    assert endless.left_out == (server.address("/without-end"),)
    assert SENTENCE in extract_bytes(endless.wacz, endless.name).text
    assert time.monotonic() - began < 40


@needs_browser
def test_what_cannot_be_had_is_told(server: NewsServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AMANAT_CAPTURE_SECONDS", "4")
    with pytest.raises(errors.CaptureTimedOutError, match="within 4 seconds"):
        capture(server.address("/silent"))
    with socket.create_server(("127.0.0.1", 0)) as unused:
        closed = unused.getsockname()[1]
    with pytest.raises(errors.PageUnreachedError, match="connection refused"):
        capture(f"http://127.0.0.1:{closed}/")
    with pytest.raises(errors.PageUnreachedError):
        capture(server.address("/file"))


@needs_browser
def test_through_a_proxy_and_never_around_it(server: NewsServer) -> None:
    with news() as proxy:
        before = list(server.asked)
        made = capture("http://courier.example/news", f"http://127.0.0.1:{proxy.server_port}")
        assert "http://courier.example/news" in proxy.proxied
        assert SENTENCE in extract_bytes(made.wacz, made.name).text
        own = capture(server.address("/news"), f"http://127.0.0.1:{proxy.server_port}")
        assert server.asked == before
        assert own.status == 200
    with pytest.raises(errors.PageUnreachedError, match="proxy"):
        capture(server.address("/news"), f"socks5://127.0.0.1:{proxy.server_port}")


@needs_browser
@pytest.mark.skipif(not shutil.which("bwrap"), reason="no bubblewrap here")
def test_the_browser_sees_nothing_of_the_users(tmp_path: Path) -> None:
    secret = tmp_path / "names.txt"
    secret.write_text("a name", encoding="utf-8")
    with launching.browser("x") as tools:
        target = tools.call("Target.createTarget", url="about:blank")["targetId"]
        session = str(tools.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"])
        assert "errorText" in tools.call("Page.navigate", session, url=f"file://{secret}")
        assert "errorText" in tools.call("Page.navigate", session, url="file:///etc/passwd")
        assert "errorText" not in tools.call("Page.navigate", session, url="file:///usr/share")


@needs_browser
def test_the_browser_ends_with_the_capture(server: NewsServer) -> None:
    with pytest.raises(ZeroDivisionError), launching.browser("x") as tools:
        tools.call("Browser.getVersion")
        raise ZeroDivisionError
    with pytest.raises(OSError, match="descriptor"):
        tools.call("Browser.getVersion")


def test_without_a_browser_or_a_wall_nothing_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AMANAT_BROWSER", "no-such-browser")
    with pytest.raises(errors.BrowserMissingError):
        capture("https://courier.example/")
    monkeypatch.setenv("AMANAT_BROWSER", "true")
    with pytest.raises(errors.BrowserUnsafeError):
        capture("https://courier.example/")


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("file:///etc/passwd", "file: is no page"),
        ("javascript:alert(1)", "javascript: is no page"),
        ("data:text/html,x", "data: is no page"),
        ("chrome://version", "chrome: is no page"),
        ("ftp://courier.example/x", "ftp: is no page"),
        ("view-source:https://courier.example/", "view-source: is no page"),
        ("courier.example/news", "no https://"),
        ("", "empty"),
        ("https://", "names no server"),
        ("https:///news", "names no server"),
        ("https://a b.example/", "spaces"),
        ("https://courier.example/\nX", "spaces"),
        ("https://name:secret@courier.example/", "name or password"),
        ("https://courier.example:99999999/", "no address"),
        ("https://[::1/", "no address"),
        ("https://courier.example/" + "x" * 5000, "too long"),
    ],
)
def test_what_is_no_page_on_the_web_is_refused_before_a_browser_starts(address: str, why: str) -> None:
    with pytest.raises(errors.CaptureAddressError, match=why) as caught:
        checked_address(address)
    assert "secret" not in caught.value.message()


@pytest.mark.parametrize(
    "address", ["https://courier.example", "HTTP://10.0.0.1:8080/a?b=c#d", "https://ნ.example/ბ"]
)
def test_addresses_of_pages(address: str) -> None:
    assert checked_address(address) == address


@pytest.mark.parametrize(
    "proxy", ["127.0.0.1:9050", "socks5://x", "socks5://a b:1", "--flag", "tor:9050", "file:///x:1"]
)
def test_a_proxy_that_is_none_is_refused(proxy: str) -> None:
    with pytest.raises(errors.CaptureAddressError):
        checked_proxy(proxy)


def test_tor_stands_for_its_address() -> None:
    assert checked_proxy("tor") == TOR
    assert checked_proxy("") == ""


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://www.courier.example/News?a=B", "example,courier)/news?a=b"),
        ("http://courier.example:8080", "example,courier:8080)/"),
        ("urn:dom:https://courier.example/", "urn:dom:https://courier.example/"),
    ],
)
def test_addresses_as_the_index_sorts_them(url: str, key: str) -> None:
    assert turned(url) == key


def test_headers_cannot_break_out_of_the_file_they_are_kept_in() -> None:
    assert listed({"A": "x\r\nWARC-Type: response\ny"}) == [
        ("A", "x "),
        ("A", "WARC-Type: response"),
        ("A", "y"),
    ]
    assert listed([{"name": "B\r\n", "value": "1"}, 7]) == [("B  ", "1")]
    assert listed("nonsense") == []


def test_messages_of_the_browser_in_pieces_and_of_no_shape() -> None:
    reading, writing = os.pipe()
    tools = DevTools(reading, os.open(os.devnull, os.O_WRONLY))
    os.write(writing, b'{"method":"A","par')
    assert tools.event(0.1) is None
    os.write(writing, b'ams":{"x":1}}\0{"id":1,"result":{"y":2}}\0')
    assert tools.call("Anything", seconds=1) == {"y": 2}
    event = tools.event(0.1)
    assert event is not None
    assert (event.method, event.untrusted) == ("A", {"x": 1})
    os.write(writing, b"[]\0")
    with pytest.raises(ConnectionError):
        tools.event(1)
    os.close(writing)
    with pytest.raises(ConnectionError):
        tools.event(1)
    tools.close()


def test_the_programs_help_says_that_it_goes_over_the_network() -> None:
    # the only command that does: whoever runs it must know
    done = subprocess.run(
        ["python", "-c", "from amanat.cli.main import main; main()", "capture", "--help"],
        capture_output=True,
        text=True,
    )
    assert "over the network" in done.stdout
