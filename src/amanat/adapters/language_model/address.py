"""Where a language model is, and whether that is on this machine."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

from amanat.core.errors import AmanatError, Exit

WORDS = "I understand that whole reports are sent to another machine"
"""What a user says who wants just that."""


class BadServerAddressError(AmanatError):
    code = "bad-server-address"
    exit_code = Exit.USAGE
    happened = "“{item}” is no address of a second reader: {why}."
    kept = "Nothing was read and nothing was sent."
    remedy = (
        "Give it as http://localhost:11434 (Ollama), http://localhost:8080 (llama.cpp) or http://localhost:8000 "
        "(vLLM)."
    )


class ServerElsewhereError(AmanatError):
    code = "server-elsewhere"
    exit_code = Exit.REFUSED
    happened = "The second reader {item} is not on this machine: {why}."
    kept = "Nothing was sent."
    remedy = (
        "Reports are read on this machine only. Whoever wants them sent to another one says so in these words: "
        "--send-reports-to-another-machine “{words}”. Read docs/second-reader.md first."
    )


@dataclass(frozen=True, slots=True)
class Address:
    """``path`` ends before ``/chat/completions``. ``elsewhere``: the user insists that it need not be here."""

    scheme: str
    host: str
    port: int
    path: str
    elsewhere: bool = False

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}{self.path}"


def server_address(url: str, words: str = "") -> Address:
    """The address a user gave, checked. ``words``: what was said for it to be on another machine.

    A name must resolve to loopback addresses alone; `addresses` looks again whenever a connection is opened.
    Raises BadServerAddressError, ServerElsewhereError.
    """
    address = _parsed(url)
    here = _is_here(address)
    if here or _normal(words) == _normal(WORDS):
        return Address(address.scheme, address.host, address.port, address.path, elsewhere=not here)
    why = "its name does not resolve to a loopback address (127.0.0.1, ::1)"
    if words:
        why += ", and the words that allow another machine were not said as they must be"
    raise ServerElsewhereError(str(address), why=why, words=WORDS)


def addresses(address: Address) -> list[str]:
    """The numeric addresses to connect to. Raises ServerElsewhereError where one is not this machine's own."""
    found = _resolved(address.host, address.port)
    if not address.elsewhere and not all(map(is_loopback, found)):
        raise ServerElsewhereError(str(address), why=f"its name resolves to {', '.join(found)}", words=WORDS)
    return found


def is_loopback(numeric: str) -> bool:
    found = ipaddress.ip_address(numeric.partition("%")[0])
    mapped = found.ipv4_mapped if isinstance(found, ipaddress.IPv6Address) else None
    return (mapped or found).is_loopback


def _is_here(address: Address) -> bool:
    found = _resolved(address.host, address.port)
    return bool(found) and all(map(is_loopback, found))


def _resolved(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return []
    return list(dict.fromkeys(str(each[4][0]) for each in found))


def _parsed(url: str) -> Address:
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError as wrong:
        raise BadServerAddressError(url, why=str(wrong)) from None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise BadServerAddressError(url, why="it begins neither with http:// nor with https://")
    if parts.username is not None or parts.query or parts.fragment:
        raise BadServerAddressError(parts.hostname, why="it holds more than machine, port and path")
    path = parts.path.rstrip("/").removesuffix("/chat/completions") or "/v1"
    if not path.isascii() or not path.isprintable() or " " in path:
        raise BadServerAddressError(parts.hostname, why="its path holds signs that no path has")
    return Address(parts.scheme, parts.hostname, port or (443 if parts.scheme == "https" else 80), path)


def _normal(words: str) -> str:
    return " ".join(words.casefold().split()).rstrip(".")
