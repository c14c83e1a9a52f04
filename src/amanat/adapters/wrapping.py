"""Wrapping a key under a passphrase: Argon2id stretches the passphrase, AES-256-GCM wraps and seals."""

from __future__ import annotations

import base64
import os
from dataclasses import dataclass, replace
from typing import Any

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from amanat.adapters.master import KEY_BYTES
from amanat.core.canonical import canonical

NONCE_BYTES = 12
SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class Effort:
    """Argon2id's cost. The default is RFC 9106's second recommendation; nothing below it is ever used."""

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 4

    def weaker_than(self, floor: Effort) -> bool:
        return self.memory_kib < floor.memory_kib or self.passes < floor.passes or self.lanes < 1

    def beyond(self, ceiling: Effort) -> bool:
        """Whether it would only exhaust the machine."""
        return (
            self.memory_kib > ceiling.memory_kib or self.passes > ceiling.passes or self.lanes > ceiling.lanes
        )


FLOOR = Effort()
CEILING = Effort(memory_kib=4 * 1024 * 1024, passes=64, lanes=64)


@dataclass(frozen=True, slots=True)
class Box:
    """AES-256-GCM's output with its nonce."""

    nonce: bytes
    sealed: bytes


@dataclass(frozen=True, slots=True)
class Slot:
    """The master key under one passphrase."""

    effort: Effort
    salt: bytes
    wrapped: Box

    def terms(self) -> dict[str, Any]:
        """What is public of the slot besides the wrapped key itself; bound to it."""
        kdf = {
            "name": "argon2id",
            "memory_kib": self.effort.memory_kib,
            "passes": self.effort.passes,
            "lanes": self.effort.lanes,
        }
        return {"kind": "passphrase", "kdf": kdf, "salt": base64.b64encode(self.salt).decode("ascii")}


EMPTY_SLOT = Slot(FLOOR, b"", Box(b"", b""))


def seal(key: bytes, content: bytes, bound_to: dict[str, Any]) -> Box:
    """``content`` under the 32-byte ``key``, to be opened only beside the same ``bound_to``."""
    nonce = os.urandom(NONCE_BYTES)
    return Box(nonce, AESGCM(key).encrypt(nonce, content, canonical(bound_to).encode("utf-8")))


def unseal(key: bytes, box: Box, bound_to: dict[str, Any]) -> bytes | None:
    """None where key, content or ``bound_to`` are not what they were."""
    try:
        return AESGCM(key).decrypt(box.nonce, box.sealed, canonical(bound_to).encode("utf-8"))
    except InvalidTag:
        return None


def wrapped_slot(master: bytes, passphrase: str, fixed: dict[str, Any], effort: Effort = FLOOR) -> Slot:
    """``master`` under ``passphrase``, with a new salt."""
    slot = Slot(effort, os.urandom(SALT_BYTES), Box(b"", b""))
    key = stretched(passphrase, slot)
    return replace(slot, wrapped=seal(key, master, {**fixed, **slot.terms()}))


def stretched(passphrase: str, slot: Slot) -> bytes:
    """The 32-byte key that the slot's terms make of the passphrase."""
    return hash_secret_raw(
        secret=passphrase.encode("utf-8"),
        salt=slot.salt,
        time_cost=slot.effort.passes,
        memory_cost=slot.effort.memory_kib,
        parallelism=slot.effort.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )
