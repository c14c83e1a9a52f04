"""The master key of a casebook, and the keys that come from it: one for each purpose, by HKDF."""

from __future__ import annotations

import os

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32


class MasterKey:
    """32 random bytes, bound to one casebook's id. Never printed: it has no text form."""

    __slots__ = ("_casebook_id", "_key")

    def __init__(self, key: bytes, casebook_id: str) -> None:
        if len(key) != KEY_BYTES:
            raise ValueError("a master key has 32 bytes")
        self._key = key
        self._casebook_id = casebook_id

    @classmethod
    def new(cls, casebook_id: str) -> MasterKey:
        return cls(os.urandom(KEY_BYTES), casebook_id)

    @property
    def raw(self) -> bytes:
        """For wrapping, and nothing else."""
        return self._key

    def _derived(self, purpose: str) -> bytes:
        kdf = HKDF(SHA256(), KEY_BYTES, self._casebook_id.encode(), f"amanat 1 {purpose}".encode())
        return kdf.derive(self._key)

    def database(self) -> bytes:
        """SQLCipher's raw key."""
        return self._derived("database")

    def vault_names(self) -> bytes:
        """The HMAC key of the vault's file names."""
        return self._derived("vault names")

    def inside(self) -> bytes:
        """AES-256-GCM's key for what the header keeps sealed."""
        return self._derived("header")

    def log(self) -> bytes:
        """The Ed25519 seed that signs the log's checkpoints."""
        return self._derived("log")
