"""A new passphrase for a casebook: the key file first, then the log's entry of who did it and when."""

from __future__ import annotations

import unicodedata

from amanat.actions.record import record, refuse_unless_allowed
from amanat.adapters.casebook import OpenCasebook, rewrap
from amanat.core.casebook_errors import PassphraseUnloggedError, SamePassphraseError
from amanat.core.errors import AmanatError
from amanat.core.protecting import Actor, Deed


def change_passphrase(casebook: OpenCasebook, actor: Actor, old: str, new: str) -> None:
    """From here on ``new`` opens the casebook, and ``old`` opens copies made before.

    Raises RefusedError, SamePassphraseError, WrongPassphraseError, EmptyPassphraseError, or CasebookBusyError
    where another program has it open; then nothing was changed. PassphraseUnloggedError: it was, without an entry.
    """
    refuse_unless_allowed(actor, Deed.REKEY)
    if unicodedata.normalize("NFC", old) == unicodedata.normalize("NFC", new):
        raise SamePassphraseError(str(casebook.folder))
    rewrap(casebook.folder, casebook.lock, old, new)
    try:
        with record(casebook, actor, Deed.REKEY, "passphrase: changed") as writing:
            writing.on("the casebook's key file")
            writing.done_outside()
    except AmanatError as fault:
        raise PassphraseUnloggedError(str(casebook.folder), why=fault.message()) from fault
