"""Receiving: bytes into the vault, then the report and its receipt, in one record."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from amanat.actions.record import Writing, record, refuse_unless_allowed
from amanat.adapters.casebook import OpenCasebook
from amanat.adapters.disk import storing
from amanat.adapters.vault import Kept
from amanat.core.casebook_errors import ChangedEvidenceError, MissingEvidenceError
from amanat.core.protecting import Actor, Deed, Sensitivity
from amanat.store.models import Enclosure, Receipt, Report
from amanat.store.models.reports import ReadState

UNKNOWN_MEDIA_TYPE = "application/octet-stream"
"""Until reading has looked into the file."""


@dataclass(frozen=True, slots=True)
class Received:
    """``is_new``: these bytes were never received before. ``has_new_receipt``: this coming-in was not known.

    ``to_read``: no reading of the report has been entered; one that could not be read is tried again.
    """

    report: int
    sha256: str
    size: int
    name: str
    is_new: bool
    has_new_receipt: bool
    to_read: bool


@dataclass(frozen=True, slots=True)
class Inside:
    """Where a file was taken out of: the report that holds it, its place in it from 1, its name there."""

    container: int
    number: int
    untrusted_name: str


def receive(
    casebook: OpenCasebook,
    actor: Actor,
    untrusted: Path | BinaryIO,
    *,
    untrusted_name: str | None = None,
    how: str = "file",
    sensitivity: Sensitivity = Sensitivity.OPEN,
    inside: Inside | None = None,
    why: str = "",
) -> Received:
    """Keep the bytes of a file or stream. They are on the disk before the row that points at them commits.

    The same bytes again are the same report with one more receipt; from the same person, the same way, under
    the same name they are the repetition of an interrupted ``add``, and nothing is added. A report's
    sensitivity is that of its first receipt. ``why`` stands in the log. Raises RefusedError, StorageError.
    """
    refuse_unless_allowed(actor, Deed.RECEIVE, [sensitivity])
    name = storable(untrusted_name if untrusted_name is not None else _name_of(untrusted))
    kept = _kept_already(casebook, untrusted) or casebook.vault.put(untrusted)
    known = Report.objects.filter(sha256=kept.sha256).first()
    level = Sensitivity(known.sensitivity) if known else sensitivity
    with record(casebook, actor, Deed.RECEIVE, "receive", of=[level], why=why) as writing:
        received = _enter(writing, kept, name, how, sensitivity)
        if inside is not None:
            _enclose(writing, received.report, inside)
        return received


def _enter(writing: Writing, kept: Kept, name: str, how: str, sensitivity: Sensitivity) -> Received:
    """Looks again: another process may have received the same bytes meanwhile."""
    report = Report.objects.filter(sha256=kept.sha256).first()
    is_new = report is None
    if report is None:
        report = writing.save(
            Report(
                sha256=kept.sha256,
                size=kept.size,
                media_type=UNKNOWN_MEDIA_TYPE,
                sensitivity=sensitivity.value,
            )
        )
    receipt = {"report": report, "received_by": writing.actor.name, "how": how, "untrusted_name": name}
    is_known = Receipt.objects.filter(**receipt).exists()
    if not is_known:
        writing.on(f"report {report.pk}", report=report.pk)
        writing.save(Receipt(received_at=writing.at, **receipt))
    return Received(
        report=report.pk,
        sha256=kept.sha256,
        size=kept.size,
        name=name,
        is_new=is_new,
        has_new_receipt=not is_known,
        to_read=report.state != ReadState.READ,
    )


def _enclose(writing: Writing, report: int, inside: Inside) -> None:
    """Once for each place in the container."""
    if not Enclosure.objects.filter(container=inside.container, number=inside.number).exists():
        name = storable(inside.untrusted_name)
        writing.save(
            Enclosure(
                container_id=inside.container, number=inside.number, report_id=report, untrusted_name=name
            )
        )
        writing.on(f"report {inside.container}", report=inside.container)


def _kept_already(casebook: OpenCasebook, untrusted: Path | BinaryIO) -> Kept | None:
    """What a repeated ``add`` need not encrypt and sync again: a file whose bytes are in the vault, whole."""
    if not isinstance(untrusted, Path):
        return None
    with storing(str(untrusted)), untrusted.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        size = file.tell()
    if not Report.objects.filter(sha256=sha256).exists():
        return None
    try:
        casebook.vault.check(sha256)
    except (MissingEvidenceError, ChangedEvidenceError):
        return None
    return Kept(sha256, size)


def _name_of(untrusted: Path | BinaryIO) -> str:
    return untrusted.name if isinstance(untrusted, Path) else "unnamed"


def storable(untrusted_name: str) -> str:
    """A file's name as both databases can hold it: bytes that are no UTF-8 are written out as ``\\\\xNN``."""
    return os.fsencode(untrusted_name).decode("utf-8", "backslashreplace").replace("\0", "")
