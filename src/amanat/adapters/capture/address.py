"""Which addresses are captured, and through which proxies."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from amanat.core.capture_errors import CaptureAddressError

_SCHEMES = ("http", "https")
_VISIBLE = re.compile(r"[^\x00-\x20\x7f]+")
_PROXY = re.compile(r"(?:http|https|socks4|socks5)://(?:[\w.-]+|\[[0-9a-fA-F:]+\]):\d{1,5}")
TOR = "socks5://127.0.0.1:9050"
"""Where Tor listens when it runs on this computer; its browser's own is at port 9150."""
_MOST = 4000


def checked_address(address: str) -> str:
    """The address, if it is that of a page on the web. Raises CaptureAddressError."""
    shown = "".join(sign if sign.isprintable() else "\ufffd" for sign in address[:200])
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise CaptureAddressError(shown, why="it is no address") from None
    if not _VISIBLE.fullmatch(address) or len(address) > _MOST:
        raise CaptureAddressError(shown, why="it is empty, too long, or has spaces in it")
    if parts.scheme.lower() not in _SCHEMES:
        what = (
            f"what begins with {parts.scheme}: is no page on the web"
            if parts.scheme
            else "it has no https://"
        )
        raise CaptureAddressError(shown, why=what)
    if not host:
        raise CaptureAddressError(shown, why="it names no server")
    if parts.username is not None or parts.password is not None:
        raise CaptureAddressError(
            parts.hostname or "", why="a name or password in it would be kept with the page"
        )
    return address


def checked_proxy(proxy: str) -> str:
    """The proxy's address, ``tor`` spelt out; empty for none. Raises CaptureAddressError."""
    if proxy == "tor":
        return TOR
    if proxy and not _PROXY.fullmatch(proxy):
        why = "a proxy is written like socks5://127.0.0.1:9050, or tor"
        raise CaptureAddressError("".join(sign for sign in proxy[:200] if sign.isprintable()), why=why)
    return proxy
