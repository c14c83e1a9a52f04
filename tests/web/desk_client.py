"""A client that has come in to the desk by a one-time link, and one that has not."""

from __future__ import annotations

from dataclasses import dataclass

import desk_sample
from django.test import Client

from amanat.adapters.casebook import OpenCasebook
from amanat.core.protecting import Actor
from amanat.web.desk import guards
from amanat.web.desk.door import Door


@dataclass
class OpenDesk:
    """``client`` has a session. ``links`` are the tokens said so far."""

    client: Client
    door: Door
    links: list[str]
    casebook: OpenCasebook


def opened(casebook: OpenCasebook, actor: Actor = desk_sample.MARIT) -> OpenDesk:
    links: list[str] = []
    door = Door(actor, links.append)
    guards.stand_at(guards.Desk(door, casebook))
    client = knocking()
    answer = client.get(f"/open/{door.new_link()}")
    assert answer.status_code == 303
    return OpenDesk(client, door, links, casebook)


def knocking(**more: bool) -> Client:
    """A browser at the desk's address, without a session yet."""
    return Client(HTTP_HOST="127.0.0.1:8765", HTTP_ORIGIN="http://127.0.0.1:8765", **more)
