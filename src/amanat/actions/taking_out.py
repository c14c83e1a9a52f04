"""Taking out what lies in archives and mails: each file is received as a report of its own.

It is done before the reading of the container is entered, so that an interrupted run, which finds the container
not read yet, does it again; what was received already is known by then and not received twice.
"""

from __future__ import annotations

import io
from collections.abc import Generator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from amanat.actions.outcome import Outcome
from amanat.actions.receive import Inside, Received, receive
from amanat.adapters.casebook import OpenCasebook
from amanat.core.casebook_errors import ChangedEvidenceError, MissingEvidenceError
from amanat.core.claim import Flag
from amanat.core.format_errors import FormatError, NestedTooDeepError, TooManyMembersError
from amanat.core.protecting import Actor, Sensitivity
from amanat.settings import number
from amanat.store.queries.access import visible_reports

if TYPE_CHECKING:
    from amanat.adapters.formats import Member

DEEPEST = 4
"""A mail in an archive in a mail, and one more: what lies deeper is kept in what holds it, and not taken out."""


@dataclass(frozen=True, slots=True)
class Nest:
    """What a report lies in: the report that came in by itself, and how many containers are between."""

    root: int
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Container:
    """``name``: as its receipt gives it; what is in it is named after it, like files after their folder."""

    report: int
    sha256: str
    name: str
    media_type: str


class TakingOut:
    """Bounds hold for everything that comes out of one report, however it is nested."""

    def __init__(self, casebook: OpenCasebook, actor: Actor) -> None:
        self._casebook = casebook
        self._actor = actor
        self._nests: dict[int, Nest] = {}
        self._taken: dict[int, int] = {}

    def out_of(self, container: Container, outcome: Outcome) -> Generator[Received, None, Outcome]:
        """Each file as it is received; then the container's outcome, with what went wrong in it."""
        nest = self._nests.get(container.report) or Nest(container.report)
        damaged: list[str] = []
        try:
            self._refuse(container, nest, outcome.members)
            for member in self._members(container):
                if member.damaged:
                    damaged.append(member.untrusted_name)
                else:
                    yield self._received(container, nest, member)
        except (FormatError, MissingEvidenceError, ChangedEvidenceError) as error:
            return Outcome(
                outcome.sha256, outcome.media_type, failure_code=error.code, failure_note=error.message()
            )
        return _flagged(outcome, damaged)

    def _refuse(self, container: Container, nest: Nest, members: int) -> None:
        if nest.depth >= DEEPEST:
            raise NestedTooDeepError(container.name, depth=nest.depth + 1, limit=DEEPEST)
        taken = self._taken.get(nest.root, 0) + members
        if taken > (limit := number("max_members")):
            raise TooManyMembersError(container.name, members=taken, limit=limit)
        self._taken[nest.root] = taken

    def _members(self, container: Container) -> Generator[Member, None, None]:
        # Only here, so that adding files without any container need not wait for the formats to be loaded.
        from amanat.adapters.formats import unpack  # noqa: PLC0415

        with self._casebook.vault.open(container.sha256) as file:
            yield from unpack(file.read(), container.name)

    def _received(self, container: Container, nest: Nest, member: Member) -> Received:
        holder = visible_reports(self._actor).get(pk=container.report)
        received = receive(
            self._casebook,
            self._actor,
            io.BytesIO(member.untrusted),
            untrusted_name=f"{container.name}/{member.untrusted_name}",
            how="mail" if container.media_type == "message/rfc822" else "archive",
            sensitivity=Sensitivity(holder.sensitivity),
            inside=Inside(container.report, member.number + 1, member.untrusted_name),
        )
        self._nests.setdefault(received.report, Nest(nest.root, nest.depth + 1))
        return received


def _flagged(outcome: Outcome, damaged: list[str]) -> Outcome:
    if not damaged or outcome.reading is None:
        return outcome
    note = f"{len(damaged)} of its files are damaged and could not be taken out: {', '.join(damaged[:5])}."
    report = outcome.reading.report
    flags = (*report.flags, Flag("members-damaged", note))
    return replace(outcome, reading=replace(outcome.reading, report=replace(report, flags=flags)))
