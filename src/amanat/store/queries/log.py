"""The log, newest entries first."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from functools import partial

from amanat.core.protecting import Actor, Deed, allowed
from amanat.store.models import LogEntry
from amanat.store.queries.access import visible_reports
from amanat.store.queries.paging import paged
from amanat.store.queries.views import LogLine, Page


def log(actor: Actor, page: int = 1) -> Page[LogLine]:
    """Who did what and when. Of entries about reports that the actor may not see, only the place is shown."""
    return paged(LogEntry.objects.order_by("-index"), page, partial(_lines, actor))


def _lines(actor: Actor, entries: Sequence[LogEntry]) -> list[LogLine]:
    bodies = [json.loads(entry.body) for entry in entries]
    named = {report for body in bodies for report in body["reports"]}
    seen = set(visible_reports(actor).filter(pk__in=named).values_list("pk", flat=True))
    return [_line(actor, entry, body, seen) for entry, body in zip(entries, bodies, strict=True)]


def _line(actor: Actor, entry: LogEntry, body: dict[str, object], seen: set[int]) -> LogLine:
    reports = body["reports"]
    withheld = not allowed(actor, Deed.READ) or not (isinstance(reports, list) and seen.issuperset(reports))
    rows = body["rows"]
    return LogLine(
        index=entry.index,
        at=datetime.fromisoformat(str(body["at"])),
        who="" if withheld else str(body["who"]),
        action="" if withheld else str(body["action"]),
        on="" if withheld else ", ".join(map(str, body["on"] if isinstance(body["on"], list) else ())),
        why="" if withheld else str(body["why"]),
        rows=sum(map(len, rows.values())) if isinstance(rows, dict) and not withheld else 0,
        leaf=bytes(entry.leaf).hex(),
        withheld=withheld,
    )
