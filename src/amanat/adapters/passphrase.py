"""Where the passphrase comes from: a file descriptor, a file, or the keyboard. Never an argument."""

from __future__ import annotations

import getpass
import unicodedata
import warnings
from pathlib import Path

from amanat.core.casebook_errors import EmptyPassphraseError, PassphraseUnreadableError
from amanat.settings import setting

_LONGEST = 64 * 1024


def asked(casebook: str, *, descriptor: int | None = None, prompt: str = "Passphrase: ") -> str:
    """The passphrase for ``casebook``, ready for use.

    From ``descriptor`` if given, else from the file AMANAT_PASSPHRASE_FILE names, else typed at the
    terminal. Raises PassphraseUnreadableError and EmptyPassphraseError; EOFError is
    PassphraseUnreadableError, Ctrl-C passes through.
    """
    named = setting("passphrase_file")
    if descriptor is not None:
        return _from_bytes(_read_descriptor(descriptor), f"file descriptor {descriptor}", casebook)
    if named:
        return _from_bytes(_read_file(Path(named)), named, casebook)
    return ready(_typed(prompt), casebook)


def _typed(prompt: str) -> str:
    """What is typed, unseen. Where it would be seen (no terminal), it is not asked for."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            return getpass.getpass(prompt)
        except (EOFError, getpass.GetPassWarning):
            raise PassphraseUnreadableError("the terminal", why="there is nobody to type it") from None


def ready(passphrase: str, casebook: str) -> str:
    """NFC, because two keyboards write one letter in two ways. Raises EmptyPassphraseError,
    PassphraseUnreadableError.
    """
    normal = unicodedata.normalize("NFC", passphrase)
    if not normal:
        raise EmptyPassphraseError(casebook)
    if any("\ud800" <= letter <= "\udfff" or letter == "\0" for letter in normal):
        raise PassphraseUnreadableError("the passphrase", why="it is not text")
    return normal


def _from_bytes(content: bytes, source: str, casebook: str) -> str:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        raise PassphraseUnreadableError(source, why="it is not UTF-8 text") from None
    return ready(text.removesuffix("\n").removesuffix("\r"), casebook)


def _read_descriptor(descriptor: int) -> bytes:
    try:
        with open(descriptor, "rb", closefd=False) as file:
            return file.read(_LONGEST)
    except OSError as fault:
        raise PassphraseUnreadableError(
            f"file descriptor {descriptor}", why=fault.strerror or "unreadable"
        ) from fault


def _read_file(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_LONGEST)
    except OSError as fault:
        raise PassphraseUnreadableError(str(path), why=fault.strerror or "unreadable") from fault


def new(casebook: str, *, descriptor: int | None = None) -> str:
    """A passphrase for a new casebook: typed twice where it is typed. Same errors as ``asked``."""
    if descriptor is None and setting("passphrase_file"):
        return asked(casebook)
    return another(casebook, descriptor=descriptor)


def another(casebook: str, *, descriptor: int | None = None) -> str:
    """One that is not in force yet, so never the one of AMANAT_PASSPHRASE_FILE: from ``descriptor``, or typed twice."""
    if descriptor is not None:
        return _from_bytes(_read_descriptor(descriptor), f"file descriptor {descriptor}", casebook)
    first = ready(_typed("New passphrase: "), casebook)
    if ready(_typed("The same again: "), casebook) != first:
        raise PassphraseUnreadableError("the terminal", why="the two were not the same")
    return first
