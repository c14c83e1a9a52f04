"""Every error a user can meet: what happened, to which item, that nothing was lost, and what to do.

Exit codes are part of the command line's contract (docs/errors.md lists them, and a test holds the two together).
"""

from __future__ import annotations

from enum import IntEnum
from typing import ClassVar


class Exit(IntEnum):
    """What a command's exit code means."""

    DONE = 0
    FAULT = 1
    """Something the program did not foresee: a defect of ours."""
    USAGE = 2
    CASEBOOK = 3
    """The casebook could not be opened: absent, locked, damaged, of another version."""
    UNREAD = 4
    """The work was done, but some items could not be read; they are kept and named."""
    CHANGED = 5
    """verify found something changed, removed or put back."""
    REFUSED = 6
    """The actor may not do that."""
    NOT_FOUND = 7
    STORAGE = 8
    """No space, no permission, or a disk that fails."""
    INTERRUPTED = 130


class AmanatError(Exception):
    """Base of all errors shown to users.

    A subclass fills ``happened`` and ``remedy``, templates over ``item`` and the keyword facts given; ``kept``
    says what became of the user's material.
    """

    code: ClassVar[str] = "fault"
    exit_code: ClassVar[Exit] = Exit.FAULT
    happened: ClassVar[str] = "Something went wrong with {item}."
    kept: ClassVar[str] = "Nothing was lost."
    remedy: ClassVar[str] = "Try again; if it happens again, tell the maintainers what you did."

    def __init__(self, item: str, **facts: object) -> None:
        self.item = item
        self.facts = facts
        super().__init__(self.message())

    def message(self) -> str:
        """The whole text, in one paragraph: what happened, what was kept, what to do."""
        parts = (self.happened, self.kept, self.remedy)
        return " ".join(part.format(item=self.item, **self.facts) for part in parts if part)

    def as_json(self) -> dict[str, object]:
        return {"error": self.code, "item": self.item, "message": self.message(), "exit": int(self.exit_code)}
