"""Runs the desk on this machine only, and opens it by a one-time link, as Jupyter does."""

from __future__ import annotations

import ipaddress
import logging
import socket
import webbrowser
from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from waitress.server import create_server

from amanat.adapters.casebook import OpenCasebook
from amanat.core.protecting import Actor
from amanat.web.desk import guards
from amanat.web.desk.door import Door
from amanat.web.desk.errors import DeskNotLocalError, DeskPortTakenError

_THREADS: Final = 4
_LARGEST_FORM: Final = 1_000_000
"""Bytes; a correction is the largest thing the desk is ever sent."""


def serve(
    casebook: OpenCasebook,
    actor: Actor,
    *,
    host: str = "127.0.0.1",
    port: int = 0,
    idle_minutes: float = 30.0,
    browser: bool = True,
    say: Callable[[str], None] = print,
) -> None:
    """Answer until interrupted (Ctrl-C). ``store.connect`` must have pointed Django at the casebook before.

    Every new link is said in the terminal; the first is also opened in the browser. ``port`` 0 takes a free
    one. Raises DeskNotLocalError for a host that others can reach, DeskPortTakenError for a port in use.
    """
    if not _is_loopback(host):
        raise DeskNotLocalError(host)
    logging.getLogger("django.request").setLevel(logging.ERROR)
    listener = _listening(host, port)
    port = int(listener.getsockname()[1])
    address = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
    settings.CSRF_COOKIE_NAME = f"amanat-csrf-{port}"

    def announce(token: str) -> None:
        say(f"Open the desk, once, with this link:\n    {address}/open/{token}")

    door = Door(actor, announce, idle_seconds=idle_minutes * 60)
    guards.stand_at(guards.Desk(door, casebook))
    say("The desk answers on this machine only. Close it with Ctrl-C.")
    token = door.new_link()
    if browser:
        webbrowser.open(f"{address}/open/{token}")
    server = create_server(
        WSGIHandler(),
        sockets=[listener],
        threads=_THREADS,
        ident=None,
        max_request_body_size=_LARGEST_FORM,
    )
    try:
        server.run()
    finally:
        server.close()


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _listening(host: str, port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as refused:
        listener.close()
        raise DeskPortTakenError(str(port)) from refused
    listener.listen()  # from here on: the link is said, and the browser opened, before the server runs
    return listener
