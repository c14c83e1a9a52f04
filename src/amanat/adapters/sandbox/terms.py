"""What both sides of the sandbox agree on: what one parse may use, and how a parser says no."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Allowance:
    """What one parse may use: seconds of wall clock, megabytes of address space, bytes of answer."""

    seconds: float = 60.0
    memory_mb: int = 1024
    answer_bytes: int = 64 * 2**20


class RefusalError(Exception):
    """Why a parser gave no text: a code, and facts to tell.

    Raised by a parser inside, and raised again outside; there the code is one of those known
    (``core.format_errors.REFUSALS``) only once that was checked, and the facts are untrusted.
    """

    def __init__(self, code: str, facts: Mapping[str, Any] | None = None, **more: str | int) -> None:
        self.code = code
        self.facts = {**(facts or {}), **more}
        super().__init__(code)


class SandboxUnavailableError(Exception):
    """No wall of this machine holds; the message says what was tried."""
