"""The only way to write: one transaction holds a change, its log entry, and what must follow on commit.

    with record(casebook, actor, Deed.REVIEW, "review", of=[Sensitivity.OPEN]) as writing:
        writing.save(review)

The entry's body is canonical JSON: ``v``, ``action``, ``who``, ``role``, ``at``, ``on``, ``reports``, ``why``
and ``rows``, ``{table: [[primary key, digest of the row], …]}``. Writers of all processes go one after
another from the start of the transaction, so that entries have one order; an append costs O(log n).
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TypeVar

from django.db import connection, models, transaction

from amanat.actions.faults import database_faults
from amanat.adapters.casebook import OpenCasebook
from amanat.adapters.checkpoints import Checkpoints
from amanat.core.action_errors import RefusedError
from amanat.core.canonical import canonical
from amanat.core.casebook_errors import DamagedLogError
from amanat.core.ledger import SALT_BYTES, Frontier, leaf_hash
from amanat.core.protecting import Actor, Deed, Sensitivity, allowed
from amanat.store.canonical_rows import row_digest, table_of
from amanat.store.models import LOGGED, LogEntry

BODY_VERSION = 1

_WRITERS_LOCK = 0x616D616E6174
"""PostgreSQL's advisory lock of whoever writes the log: "amanat" in ASCII."""

Row = TypeVar("Row", bound=models.Model)


class Writing:
    """What one action writes. Rows of logged tables are digested; projections are written without."""

    def __init__(self, action: str, actor: Actor, why: str) -> None:
        self.actor = actor
        self.at = datetime.now(UTC)
        """The instant of the entry; rows that keep a time use it too."""
        self.salt = secrets.token_bytes(SALT_BYTES)
        self.then: list[Callable[[], None]] = []
        self._action = action
        self._why = why
        self._on: dict[str, None] = {}
        self._reports: set[int] = set()
        self._rows: dict[str, dict[object, str]] = {}
        self._done_outside = False

    def on(self, thing: str, report: int | None = None) -> None:
        """Name what is written on, and the report that decides who may see the entry."""
        self._on[thing] = None
        if report is not None:
            self._reports.add(report)

    def save(self, row: Row) -> Row:
        """Insert or update one row."""
        row.save()
        self._digest(row)
        return row

    def bulk_create(self, rows: Sequence[Row]) -> Sequence[Row]:
        """Insert rows of one table, which get their primary keys."""
        if rows:
            type(rows[0])._default_manager.bulk_create(rows)
            for row in rows:
                self._digest(row)
        return rows

    def done_outside(self) -> None:
        """What the entry tells of was done outside the database: it is due though no row is written."""
        self._done_outside = True

    def after_commit(self, follow: Callable[[], None]) -> None:
        """Runs once the change and its entry are on disk; if it fails, they stay."""
        self.then.append(follow)

    def _digest(self, row: models.Model) -> None:
        if type(row) in LOGGED:
            self._rows.setdefault(table_of(type(row)), {})[row.pk] = row_digest(self.salt, row)

    @property
    def wrote(self) -> bool:
        return bool(self._rows) or self._done_outside

    def body(self) -> str:
        rows = {table: [[pk, found] for pk, found in each.items()] for table, each in self._rows.items()}
        return canonical(
            {
                "v": BODY_VERSION,
                "action": self._action,
                "who": self.actor.name,
                "role": self.actor.role,
                "at": self.at,
                "on": list(self._on),
                "reports": sorted(self._reports),
                "why": self._why,
                "rows": rows,
            }
        )


@contextmanager
def record(
    casebook: OpenCasebook,
    actor: Actor,
    deed: Deed,
    action: str,
    *,
    of: Iterable[Sensitivity] = (),
    why: str = "",
) -> Iterator[Writing]:
    """A transaction for one action, with one entry; with none where the action found nothing to write.

    ``of``: the sensitivities of the material written on. Raises RefusedError before anything is written,
    DamagedLogError where the log was put back, StorageError where the disk refuses.
    """
    refuse_unless_allowed(actor, deed, of)
    writing = Writing(action, actor, why)
    head: Frontier | None = None
    with database_faults(str(casebook.folder)), transaction.atomic(durable=True):
        _take_turn()
        yield writing
        if writing.wrote:
            head = _append(casebook, writing)
    if head is not None:
        casebook.checkpoints.append(head.size, head.root())
    for follow in writing.then:
        follow()


def refuse_unless_allowed(actor: Actor, deed: Deed, of: Iterable[Sensitivity] = ()) -> None:
    """Raises RefusedError unless the actor may do the deed, and on all these sensitivities."""
    may = allowed(actor, deed)
    touched = set(of)
    if not may or not touched <= may:
        item = (
            f"{', '.join(sorted(touched - may))} material" if touched - may else "anything in this casebook"
        )
        raise RefusedError(item, actor=actor.name, role=actor.role.value, deed=deed.value)


def _take_turn() -> None:
    """On SQLite the transaction began IMMEDIATE and is alone already; on PostgreSQL writers wait here."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_WRITERS_LOCK])


def _append(casebook: OpenCasebook, writing: Writing) -> Frontier:
    head = newest_head()
    _refuse_if_put_back(casebook.checkpoints, head, str(casebook.folder))
    body = writing.body()
    leaf = leaf_hash(writing.salt, body.encode())
    index = head.size
    head.append(leaf)
    LogEntry.objects.create(index=index, salt=writing.salt, body=body, leaf=leaf, frontier=head.to_bytes())
    return head


def newest_head() -> Frontier:
    """The log's frontier as its newest entry has it."""
    newest = LogEntry.objects.order_by("-index").values_list("index", "frontier").first()
    return Frontier() if newest is None else Frontier.restored(newest[0] + 1, bytes(newest[1]))


def _refuse_if_put_back(checkpoints: Checkpoints, head: Frontier, item: str) -> None:
    """Nothing is added to a log shorter than it was: that would bury what was put back under new entries."""
    newest = checkpoints.newest()
    if newest is not None and newest.size > head.size:
        why = f"it has {head.size} entries, and its checkpoints say that it had {newest.size}"
        raise DamagedLogError(item, why=why)
    if newest is not None and newest.size == head.size and newest.root != head.root():
        raise DamagedLogError(item, why=f"its first {head.size} entries are not the ones that were signed")
