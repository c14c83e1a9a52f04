"""What a browser asked for and was answered, as it is kept in a capture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

Headers = list[tuple[str, str]]


@dataclass(slots=True)
class Exchange:
    """One request and its answer. ``body`` is unpacked: what the server packed it with stands in ``headers``."""

    at: datetime
    url: str
    method: str
    asked: Headers
    status: int
    reason: str
    headers: Headers
    body: bytes = b""
    number: str = ""
    """The browser's own, by which it tells later what went over the line."""

    def header(self, name: str) -> str:
        return next((value for each, value in self.headers if each.lower() == name.lower()), "")


@dataclass(slots=True)
class Visit:
    """A page as it was visited. ``left_out``: addresses whose answers were too large or did not end in time."""

    url: str
    at: datetime
    shown_url: str = ""
    """Where the browser was led in the end."""
    title: str = ""
    browser: str = ""
    exchanges: list[Exchange] = field(default_factory=list)
    rendered: str = ""
    picture: bytes = b""
    left_out: list[str] = field(default_factory=list)

    @property
    def status(self) -> int:
        """What the server answered for the page that was shown; 0 if that is not known."""
        return next((each.status for each in self.exchanges if each.url == self.shown_url), 0)


def listed(untrusted: object) -> Headers:
    """Headers as the browser gives them: a list of names and values, or one object."""
    if isinstance(untrusted, Mapping):
        pairs = [(str(name), str(value)) for name, value in untrusted.items()]
    elif isinstance(untrusted, list):
        pairs = [
            (str(each.get("name")), str(each.get("value"))) for each in untrusted if isinstance(each, dict)
        ]
    else:
        return []
    lines = [(name, line) for name, value in pairs for line in value.split("\n")]
    return [(_plain(name), _plain(line)) for name, line in lines]


def _plain(text: str) -> str:
    """Nothing by which a header could end early in the file it is kept in."""
    return "".join(sign if sign.isprintable() or sign == "\t" else " " for sign in text)
