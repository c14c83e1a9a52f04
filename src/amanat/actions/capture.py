"""Capturing: a page fetched through a browser because the user asks for it, and received like a file."""

from __future__ import annotations

import io
from dataclasses import dataclass

from amanat.actions.receive import Received, receive
from amanat.actions.record import refuse_unless_allowed
from amanat.adapters import capture as browser
from amanat.adapters.casebook import OpenCasebook
from amanat.core.protecting import Actor, Deed, Sensitivity

HOW = "capture"
"""On the receipt, in place of ``file``."""


@dataclass(frozen=True, slots=True)
class CapturedReport:
    received: Received
    captured: browser.Captured


def capture(
    casebook: OpenCasebook,
    actor: Actor,
    address: str,
    *,
    proxy: str | None = None,
    sensitivity: Sensitivity = Sensitivity.OPEN,
) -> CapturedReport:
    """The page at ``address`` as a report, received and not read yet. Its address stands in the log.

    The actor's right is looked at before anything goes over the network. Raises RefusedError, CaptureError,
    StorageError.
    """
    refuse_unless_allowed(actor, Deed.RECEIVE, [sensitivity])
    captured = browser.capture(address, proxy)
    received = receive(
        casebook,
        actor,
        io.BytesIO(captured.wacz),
        untrusted_name=captured.name,
        how=HOW,
        sensitivity=sensitivity,
        why=f"captured from {captured.url}",
    )
    return CapturedReport(received, captured)
