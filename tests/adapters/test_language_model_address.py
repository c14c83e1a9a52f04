"""A second reader is on this machine, or the user insists in words."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from amanat.actions.second_reader import SecondReader, second_reader
from amanat.adapters.language_model.address import (
    WORDS,
    BadServerAddressError,
    ServerElsewhereError,
    addresses,
    is_loopback,
    server_address,
)
from amanat.adapters.language_model.server import ServerFaultError, ask
from amanat.core.action_errors import SecondReaderUnnamedError
from amanat.core.claim import ReportHeader
from amanat.core.reading.second.paragraph_read import Ended
from amanat.core.reading.second.paragraphs import Paragraph
from model_server import ModelServer, model, serving

HEADER = ReportHeader(title=None, text="", sha256="0" * 64)
TEXT = Paragraph(1, 0, 26, "Sanjar Tolegen was killed.")


@pytest.fixture
def everywhere() -> Iterator[tuple[ModelServer, str]]:
    """A server that can be reached by an address of this machine which is not a loopback one."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # nothing is sent: it only asks which address would be used
            own = str(probe.getsockname()[0])
        except OSError:
            own = ""
    if not own or is_loopback(own):
        pytest.skip("this machine has no address but the loopback one")
    with serving(model(), "0.0.0.0") as server:
        yield server, f"http://{own}:{server.server_port}"


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        ("http://localhost:11434", "http://localhost:11434/v1"),
        ("http://127.0.0.1:8080/", "http://127.0.0.1:8080/v1"),
        (" http://127.9.9.9:8080/v1/ ", "http://127.9.9.9:8080/v1"),
        ("http://[::1]:8000/v1/chat/completions", "http://[::1]:8000/v1"),
        ("http://[::ffff:127.0.0.1]:8000", "http://[::ffff:127.0.0.1]:8000/v1"),
        ("https://localhost/openai/v1", "https://localhost:443/openai/v1"),
    ],
)
def test_this_machine_by_any_name(given: str, taken: str) -> None:
    found = server_address(given)
    assert str(found) == taken
    assert not found.elsewhere


@pytest.mark.parametrize(
    "given",
    [
        "http://192.0.2.7:11434",
        "http://[2001:db8::7]:11434",
        "http://0.0.0.0:11434",
        "http://[::]:11434",
        "http://[::ffff:192.0.2.7]:11434",
        "http://nowhere.invalid:11434",
        "http://127.0.0.1.nowhere.invalid",
    ],
)
@pytest.mark.parametrize("words", ["", "yes", "true", "1", "I understand"])
def test_another_machine_is_refused_whatever_is_said_but_the_words(given: str, words: str) -> None:
    with pytest.raises(ServerElsewhereError) as refused:
        server_address(given, words)
    assert WORDS in refused.value.message()
    assert refused.value.exit_code == 6


@pytest.mark.parametrize(
    "given",
    [
        "localhost:11434",
        "ftp://localhost",
        "file:///etc/hosts",
        "http://",
        "http://localhost:port",
        "http://127.0.0.1@192.0.2.7/",
        "http://localhost/v1?key=x",
        "http://localhost/v1#x",
        "http://local host/",
        "http://localhost/a b",
        "http://[::1",
    ],
)
def test_what_is_no_address(given: str) -> None:
    with pytest.raises((BadServerAddressError, ServerElsewhereError)):
        server_address(given)


def test_the_words_allow_it_however_they_are_spaced(everywhere: tuple[ModelServer, str]) -> None:
    server, url = everywhere
    with pytest.raises(ServerElsewhereError):
        server_address(url)
    found = server_address(url, f"  {WORDS.upper()}. ")
    assert found.elsewhere
    assert ask(found, "small", [{"role": "user", "content": "?"}], None, 5).untrusted == '{"claims": []}'
    assert len(server.asked) == 1


def test_a_name_that_comes_to_mean_another_machine_is_found_out(
    everywhere: tuple[ModelServer, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    server, url = everywhere
    reader = SecondReader(server_address(f"http://localhost:{server.server_port}"), "small", 5)
    own = url.removeprefix("http://").partition(":")[0]
    moved = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (own, server.server_port))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: moved)
    with pytest.raises(ServerElsewhereError):
        reader.read(TEXT, HEADER)
    assert server.asked == []


def test_every_address_of_a_name_must_be_this_machines(monkeypatch: pytest.MonkeyPatch) -> None:
    both = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, 80)) for each in ("127.0.0.1", "192.0.2.7")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: both)
    with pytest.raises(ServerElsewhereError):
        server_address("http://localhost")


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_server_can_send_a_report_on(everywhere: tuple[ModelServer, str], status: int) -> None:
    there, url = everywhere
    onward = f"{url}/v1/chat/completions"
    with serving(lambda handler, _: handler.send(b"", status, Location=onward)) as here:
        reader = SecondReader(server_address(here.url), "small", 5)
        found = reader.read(TEXT, HEADER)
    assert found.ended is Ended.SENT_ON
    assert there.asked == []


def test_proxies_and_credentials_of_the_environment_are_not_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login marit password secret")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    seen: list[str | None] = []

    def look(handler, asked) -> None:
        seen.append(handler.headers.get("Authorization"))
        model()(handler, asked)

    with serving(model()) as proxy, serving(look) as server:
        for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.url)
        monkeypatch.delenv("NO_PROXY", raising=False)
        assert SecondReader(server_address(server.url), "small", 5).read(TEXT, HEADER).ended is Ended.READ
        assert proxy.asked == []
    assert seen == [None]


def test_addresses_are_numbers_of_this_machine() -> None:
    assert all(map(is_loopback, addresses(server_address("http://localhost"))))


def test_it_is_off_unless_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert second_reader() is None
    monkeypatch.setenv("AMANAT_SECOND_READER", "http://localhost:1")
    with pytest.raises(SecondReaderUnnamedError):
        second_reader()
    monkeypatch.setenv("AMANAT_SECOND_READER_MODEL", "small")
    found = second_reader()
    assert found is not None
    assert found.name == "second reader 1, small"
    assert second_reader("") is None


def test_nobody_there_is_a_fault_of_its_own() -> None:
    with serving(model()) as server:
        address = server_address(server.url)
    with pytest.raises(ServerFaultError) as fault:
        ask(address, "small", [{"role": "user", "content": "?"}], None, 5)
    assert fault.value.ended is Ended.UNREACHABLE
