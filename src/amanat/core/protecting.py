"""Who may see and do what: one table, read by every query and every action.

Adding a role, a deed or a sensitivity is an edit to the table below and nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    OWNER = "owner"
    """Keeps the casebook: may do everything in it."""
    INVESTIGATOR = "investigator"
    """Receives, reads, links and reviews; opens confidential material, never what is sealed."""
    READER = "reader"
    """Reads open material only; decides nothing."""


class Deed(StrEnum):
    READ = "read"
    RECEIVE = "receive"
    REVIEW = "review"
    JUDGE = "judge"
    VERIFY = "verify"
    REKEY = "change the passphrase of"
    """It opens everything, so that no sensitivity divides it: whoever may do it at all may do it."""


class Sensitivity(StrEnum):
    OPEN = "open"
    CONFIDENTIAL = "confidential"
    SEALED = "sealed"


_ALL = frozenset(Sensitivity)
_WORKING = frozenset({Sensitivity.OPEN, Sensitivity.CONFIDENTIAL})
_OPEN = frozenset({Sensitivity.OPEN})
_NONE: frozenset[Sensitivity] = frozenset()

ACCESS: dict[Role, dict[Deed, frozenset[Sensitivity]]] = {
    Role.OWNER: dict.fromkeys(Deed, _ALL),
    Role.INVESTIGATOR: {**dict.fromkeys(Deed, _WORKING), Deed.REKEY: _NONE},
    Role.READER: {**dict.fromkeys(Deed, _NONE), Deed.READ: _OPEN},
}


@dataclass(frozen=True, slots=True)
class Actor:
    """Whoever reads or writes: a name for the log, and the role that decides."""

    name: str
    role: Role


def allowed(actor: Actor, deed: Deed) -> frozenset[Sensitivity]:
    """The sensitivities of material on which ``actor`` may do ``deed``; empty means not at all."""
    return ACCESS[actor.role][deed]
