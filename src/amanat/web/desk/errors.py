"""What can keep the desk from opening, or from doing what was asked."""

from __future__ import annotations

from typing import ClassVar

from amanat.core.errors import AmanatError, Exit


class DeskNotLocalError(AmanatError):
    code = "desk-not-local"
    exit_code: ClassVar[Exit] = Exit.USAGE
    happened = "{item} is not this machine's own address, and the desk answers on no other."
    kept = "Nothing was opened."
    remedy = "Leave --host out, or give 127.0.0.1 or ::1. To work on it from elsewhere, use an SSH tunnel."


class DeskPortTakenError(AmanatError):
    code = "desk-port-taken"
    exit_code: ClassVar[Exit] = Exit.USAGE
    happened = "Another program, or another desk, uses port {item} of this machine."
    kept = "Nothing was opened."
    remedy = "Close it, or choose another with --port; --port 0 takes any that is free."


class UnanswerableError(AmanatError):
    """A form came in that no page of ours sends."""

    code = "unanswerable-form"
    exit_code: ClassVar[Exit] = Exit.USAGE
    happened = "The desk did not understand what was sent for {item}: {why}."
    kept = "Nothing was changed."
    remedy = "Go back, look at the form again and send it once more."
