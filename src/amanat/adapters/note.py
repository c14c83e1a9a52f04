"""C2SP signed notes (Ed25519) and the checkpoints of a log written in them.

A note is its text, an empty line, and signature lines: ``— name base64(key id || signature)``. The key id
is the first four bytes of SHA-256(name || 0x0A || 0x01 || public key).
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

_ED25519 = b"\x01"
_MARK = "\u2014 "


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The log's head: how many entries, their root. ``after`` is the hexadecimal SHA-256 of the note before
    it.
    """

    origin: str
    size: int
    root: bytes
    after: str = ""

    def text(self) -> str:
        lines = (
            self.origin,
            str(self.size),
            base64.b64encode(self.root).decode(),
            f"after {self.after or '-'}",
        )
        return "".join(f"{line}\n" for line in lines)


@dataclass(frozen=True, slots=True)
class Verifier:
    """Whoever has this can check the signer's notes; it can be given to anyone."""

    name: str
    public: bytes

    @property
    def key_id(self) -> bytes:
        return hashlib.sha256(self.name.encode() + b"\n" + _ED25519 + self.public).digest()[:4]

    def text(self) -> str:
        """The C2SP form: ``name+keyid+base64(0x01 || public key)``."""
        return f"{self.name}+{self.key_id.hex()}+{base64.b64encode(_ED25519 + self.public).decode()}"

    @classmethod
    def from_text(cls, text: str) -> Verifier:
        """From that form. Raises ValueError where it is not one, or its key id does not fit."""
        name, _, rest = text.partition("+")
        key_id, _, encoded = rest.partition("+")
        key = base64.b64decode(encoded, validate=True)
        found = cls(name, key[1:])
        if key[:1] != _ED25519 or len(key) != 33 or found.key_id.hex() != key_id:
            raise ValueError("not the key of a signer of notes")
        return found

    def signed(self, note: str) -> str | None:
        """The note's text if this key signed it; None if not, or if it is no note."""
        text, parted, signatures = note.rpartition("\n\n")
        for line in signatures.splitlines() if parted else ():
            signature = self._signature(line)
            if signature and self._fits(signature, f"{text}\n".encode()):
                return f"{text}\n"
        return None

    def _signature(self, line: str) -> bytes | None:
        """The signature's bytes if the line is this key's."""
        name, _, encoded = line.removeprefix(_MARK).partition(" ")
        if not line.startswith(_MARK) or name != self.name:
            return None
        try:
            content = base64.b64decode(encoded, validate=True)
        except (ValueError, binascii.Error):
            return None
        return content[4:] if content[:4] == self.key_id else None

    def _fits(self, signature: bytes, text: bytes) -> bool:
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, text)
        except InvalidSignature:
            return False
        return True


class Signer:
    """``seed`` is Ed25519's 32 secret bytes; ``name`` has no spaces and no plus sign."""

    def __init__(self, name: str, seed: bytes) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(seed)
        self.verifier = Verifier(name, self._key.public_key().public_bytes_raw())

    def note(self, text: str) -> str:
        """``text``, which ends with a line feed, signed."""
        content = self.verifier.key_id + self._key.sign(text.encode())
        return f"{text}\n{_MARK}{self.verifier.name} {base64.b64encode(content).decode()}\n"


def read_checkpoint(note: str, verifier: Verifier) -> Checkpoint:
    """Raises ValueError with the reason: not signed by ``verifier``, or not a checkpoint of ours."""
    text = verifier.signed(note)
    if text is None:
        raise ValueError("a signature does not fit")
    lines = text.splitlines()
    if (
        len(lines) != 4
        or not lines[3].startswith("after ")
        or not (lines[1].isascii() and lines[1].isdigit())
    ):
        raise ValueError("a note is not a checkpoint")
    after = lines[3].removeprefix("after ")
    return Checkpoint(
        lines[0], int(lines[1]), base64.b64decode(lines[2], validate=True), "" if after == "-" else after
    )
