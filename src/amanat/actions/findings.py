"""What verify can find: one value for each thing that is not as it was received and decided."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Wrong(StrEnum):
    """How something differs from what the log, or the rules, say of it."""

    CHANGED = "changed"
    REMOVED = "removed"
    ADDED = "added outside the log"
    PUT_BACK = "put back to an older state"
    BROKEN = "does not hold together"


@dataclass(frozen=True, slots=True)
class Finding:
    """``where``: ``log``, ``checkpoints``, ``row``, ``file``, ``text`` or ``projection``."""

    where: str
    item: str
    wrong: Wrong
    words: str

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Progress:
    """``done`` of ``total`` in this ``part`` of the verification."""

    part: str
    done: int
    total: int
