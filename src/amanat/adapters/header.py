"""A casebook's key file, ``casebook.json``: the master key, wrapped, and how it was wrapped.

It names nobody and describes nothing that is inside. What the casebook says of itself (owner, the
database's address, the vault's identity) is sealed in it under a key derived from the master key. Every
field is bound to the wrapped key as associated data, and a plain checksum tells damage from a wrong
passphrase.
"""

from __future__ import annotations

import base64
import binascii
import json
from dataclasses import dataclass
from typing import Any

from amanat.adapters.master import KEY_BYTES
from amanat.adapters.wrapping import (
    CEILING,
    EMPTY_SLOT,
    FLOOR,
    NONCE_BYTES,
    SALT_BYTES,
    Box,
    Effort,
    Slot,
    stretched,
    unseal,
)
from amanat.core.canonical import digest
from amanat.core.casebook_errors import (
    CasebookNewerError,
    CasebookOlderError,
    DamagedHeaderError,
    WeakHeaderError,
    WrongPassphraseError,
)

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Header:
    id: str
    """Random: names the casebook in its log's checkpoints, and says nothing."""
    program: str
    created: str
    slot: Slot = EMPTY_SLOT
    inside: Box = EMPTY_SLOT.wrapped
    format: int = FORMAT

    def fixed(self) -> dict[str, Any]:
        return {"format": self.format, "id": self.id, "program": self.program, "created": self.created}

    def to_bytes(self) -> bytes:
        body = {
            **self.fixed(),
            "key": {**self.slot.terms(), "wrapped": _box_text(self.slot.wrapped)},
            "inside": _box_text(self.inside),
        }
        return (json.dumps({**body, "checksum": digest(body)}, indent=1) + "\n").encode("utf-8")


def unwrapped(header: Header, passphrase: str, item: str) -> bytes:
    """The master key. Raises WeakHeaderError before the passphrase is touched, and WrongPassphraseError."""
    effort = header.slot.effort
    if effort.weaker_than(FLOOR):
        raise WeakHeaderError(item, why=f"{effort.memory_kib} KiB, {effort.passes} passes")
    master = unseal(
        stretched(passphrase, header.slot), header.slot.wrapped, {**header.fixed(), **header.slot.terms()}
    )
    if master is None or len(master) != KEY_BYTES:
        raise WrongPassphraseError(item)
    return master


def parsed(content: bytes, item: str) -> Header:
    """Raises DamagedHeaderError, CasebookOlderError or CasebookNewerError; what it returns is well formed,
    not yet proven.
    """
    untrusted = _object(content, item)
    version = untrusted.get("format")
    if type(version) is not int:
        raise DamagedHeaderError(item, why="it does not say its format")
    if version > FORMAT:
        raise CasebookNewerError(item, found=f"format {version}", known=f"format {FORMAT}")
    if version < FORMAT:
        raise CasebookOlderError(item, found=version, known=FORMAT)
    if untrusted.pop("checksum", None) != _digest_or_none(untrusted):
        raise DamagedHeaderError(item, why="its checksum does not fit")
    try:
        header = _header(untrusted)
    except (KeyError, TypeError, ValueError, binascii.Error) as fault:
        raise DamagedHeaderError(item, why="a field is missing or malformed") from fault
    if header.slot.effort.beyond(CEILING):
        raise DamagedHeaderError(item, why="it asks for more memory or time than any casebook of ours")
    return header


def _object(content: bytes, item: str) -> dict[str, Any]:
    try:
        found = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError):
        raise DamagedHeaderError(item, why="it is not JSON") from None
    if not isinstance(found, dict):
        raise DamagedHeaderError(item, why="it is not a JSON object")
    return found


def _digest_or_none(untrusted: dict[str, Any]) -> str | None:
    try:
        return digest(untrusted)
    except ValueError:
        return None


def _header(untrusted: dict[str, Any]) -> Header:
    key = untrusted["key"]
    kdf = key["kdf"]
    if key["kind"] != "passphrase" or kdf["name"] != "argon2id":
        raise ValueError("unknown kind of key")
    slot = Slot(
        effort=Effort(*(_whole(kdf[name]) for name in ("memory_kib", "passes", "lanes"))),
        salt=_bytes(key["salt"]),
        wrapped=_box(key["wrapped"]),
    )
    if len(slot.salt) != SALT_BYTES:
        raise ValueError("salt")
    return Header(
        id=_string(untrusted["id"]),
        program=_string(untrusted["program"]),
        created=_string(untrusted["created"]),
        slot=slot,
        inside=_box(untrusted["inside"]),
    )


def _whole(untrusted: object) -> int:
    if type(untrusted) is not int or untrusted < 0:
        raise ValueError("not a whole number")
    return untrusted


def _string(untrusted: object) -> str:
    if not isinstance(untrusted, str):
        raise TypeError("not a string")
    return untrusted


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")


def _bytes(untrusted: object) -> bytes:
    return base64.b64decode(_string(untrusted), validate=True)


def _box_text(box: Box) -> dict[str, str]:
    return {"nonce": _text(box.nonce), "sealed": _text(box.sealed)}


def _box(untrusted: dict[str, Any]) -> Box:
    box = Box(_bytes(untrusted["nonce"]), _bytes(untrusted["sealed"]))
    if len(box.nonce) != NONCE_BYTES:
        raise ValueError("nonce")
    return box
