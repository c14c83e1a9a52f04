"""From an address to a capture: the browser started, the page visited, everything packed, the browser gone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from amanat.adapters.capture.address import checked_address, checked_proxy
from amanat.adapters.capture.launching import browser
from amanat.adapters.capture.visiting import Visitor
from amanat.adapters.capture.wacz_file import wacz_of
from amanat.core.capture_errors import CaptureTooLargeError
from amanat.settings import number, setting

_MB = 2**20


@dataclass(frozen=True, slots=True)
class Captured:
    """``answers`` were kept, ``left_out`` were not; ``has_picture``: a screenshot is in it."""

    wacz: bytes
    name: str
    url: str
    shown_url: str
    title: str
    at: datetime
    status: int
    answers: int
    left_out: tuple[str, ...]
    has_picture: bool


def capture(address: str, proxy: str | None = None) -> Captured:
    """The page at ``address``, over the network, now; through ``proxy`` or, if None, the setting's.

    Raises a ``core.capture_errors.CaptureError`` that names what is wrong.
    """
    url = checked_address(address)
    through = checked_proxy(setting("capture_proxy") if proxy is None else proxy)
    most = number("max_file_mb")
    with browser(url, through) as tools:
        visit = Visitor(tools, number("capture_seconds"), most * _MB // 2).visit(url)
    wacz = wacz_of(visit)
    if len(wacz) > most * _MB:
        raise CaptureTooLargeError(url, megabytes=-(-len(wacz) // _MB), limit=most)
    return Captured(
        wacz,
        f"{urlsplit(url).hostname}-{visit.at:%Y%m%dT%H%M%SZ}.wacz",
        url,
        visit.shown_url,
        visit.title,
        visit.at,
        visit.status,
        len(visit.exchanges),
        tuple(dict.fromkeys(visit.left_out)),
        bool(visit.picture),
    )
