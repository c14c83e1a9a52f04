"""The file of a report as it was received: which it is, for whoever may read the report. Its bytes are in the vault."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from amanat.core.action_errors import NotFoundError
from amanat.core.protecting import Actor
from amanat.store.models import Receipt
from amanat.store.queries.access import visible_reports

_LONGEST: Final = 150
_UNSAFE: Final = re.compile(r'[\\/:*?"<>|]')
"""What file systems take for something else than a letter of a name."""


@dataclass(frozen=True, slots=True)
class Original:
    report: int
    sha256: str
    size: int
    """Bytes."""
    name: str
    """As it came in, made fit for a file's name on any system."""


def original(actor: Actor, id: int) -> Original:
    """Raises NotFoundError, where it is not there and where the actor may not read it."""
    row = visible_reports(actor).filter(pk=id).values_list("sha256", "size").first()
    if row is None:
        raise NotFoundError(f"report {id}")
    receipt = Receipt.objects.filter(report=id).order_by("received_at", "pk").first()
    return Original(id, *row, _file_name(receipt.untrusted_name if receipt else "", id))


def _file_name(untrusted: str, id: int) -> str:
    """The last part of the name, without what steers a terminal or turns the letters round; never hidden, never an
    option."""
    last = re.split(r"[\\/]", untrusted)[-1]
    seen = "".join(letter for letter in last if unicodedata.category(letter)[0] != "C")
    kept = _UNSAFE.sub("_", seen).rstrip(" .").lstrip(" .-")
    stem, dot, kind = kept.rpartition(".")
    short = f"{stem[: _LONGEST - len(kind) - 1]}.{kind}" if dot and len(kind) < 10 else kept[:_LONGEST]
    return short or f"report-{id}"
