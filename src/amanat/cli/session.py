"""A casebook opened for one command: its passphrase asked for, its database connected, its actor named."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from amanat.adapters import passphrase
from amanat.adapters.casebook import OpenCasebook, open_casebook, refuse_no_casebook
from amanat.cli.options import Shared, shared
from amanat.core.protecting import Actor, Role
from amanat.settings import setting
from amanat.store.connect import connect, disconnect

DEMO_NOTE = "DEMO-PASSPHRASE.txt"
"""In a demo casebook's folder: its passphrase, which is no secret."""


@dataclass(frozen=True, slots=True)
class Session:
    casebook: OpenCasebook
    actor: Actor


@contextmanager
def session(known: str | None = None) -> Iterator[Session]:
    """The casebook that this run names, by its passphrase if that is ``known`` already.

    Raises CasebookError or StorageError, each for what is wrong.
    """
    asked = shared()
    refuse_no_casebook(asked.casebook)
    opened = open_casebook(asked.casebook, known or passphrase_for(asked))
    try:
        connect(opened)
        try:
            yield Session(opened, actor(asked, opened.owner))
        finally:
            disconnect(opened)
    finally:
        opened.close()


def actor(asked: Shared, owner: str) -> Actor:
    return Actor(asked.actor or owner, Role(asked.role))


def passphrase_for(asked: Shared) -> str:
    """Of a demo casebook the one that its folder tells; of any other, what is given or typed."""
    note = asked.casebook / DEMO_NOTE
    if not passphrase_given(asked) and note.is_file():
        return _demo_passphrase(note)
    return passphrase.asked(str(asked.casebook), descriptor=asked.passphrase_fd)


def passphrase_given(asked: Shared) -> bool:
    """Whether it comes from elsewhere than the keyboard."""
    return asked.passphrase_fd is not None or bool(setting("passphrase_file"))


def _demo_passphrase(note: Path) -> str:
    """The passphrase that a demo casebook's folder tells everybody; said every time, so that nobody takes it
    for a casebook that keeps secrets.
    """
    said = note.read_text(encoding="utf-8").splitlines()[0]
    if sys.stderr.isatty():
        sys.stderr.write(f"A demo casebook: its passphrase, “{said}”, is no secret.\n")
    return said
