"""Is everything still what was received and decided? Log, rows, files, texts, projections, one after another.

    for each in verify(casebook, actor):
        ...  # a Finding, or Progress

Nothing is written. What is compared with what:

- each log entry with its leaf, the leaves with the checkpoints of this casebook and with one kept elsewhere;
- each row of a logged table with the digest in the newest entry that names it;
- each report's file in the vault with its SHA-256, and each passage with the text it quotes;
- each projection with what the rules make of claims and judgements now.
"""

from __future__ import annotations

from collections.abc import Iterator

from amanat.actions.findings import Finding, Progress
from amanat.actions.record import refuse_unless_allowed
from amanat.actions.verify_echoes import check_echoes
from amanat.actions.verify_log import check_log
from amanat.actions.verify_names import check_names
from amanat.actions.verify_projections import check_projections
from amanat.actions.verify_rows import check_rows
from amanat.actions.verify_vault import check_texts, check_vault
from amanat.adapters.casebook import OpenCasebook
from amanat.core.protecting import Actor, Deed


def verify(casebook: OpenCasebook, actor: Actor, kept_elsewhere: str = "") -> Iterator[Finding | Progress]:
    """Every finding as it is made. ``kept_elsewhere``: the text of a checkpoint from a backup or a colleague.

    Findings name rows, entries and files by their numbers, and tell nothing of what is in them: whoever may
    verify anything may verify all. Raises RefusedError.
    """
    refuse_unless_allowed(actor, Deed.VERIFY)
    return _all(casebook, kept_elsewhere)


def _all(casebook: OpenCasebook, kept_elsewhere: str) -> Iterator[Finding | Progress]:
    yield from check_log(casebook, kept_elsewhere)
    yield from check_rows()
    yield from check_vault(casebook)
    yield from check_texts()
    yield from check_projections()
    yield from check_names()
    yield from check_echoes()
