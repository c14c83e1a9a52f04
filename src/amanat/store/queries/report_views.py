"""What a report's page is handed: how it came in, its text, its people, what was marked and what a second reader
made of it. Shapes and times as in ``views``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from amanat.store.queries.views import ClaimView, Decision, GradeView


@dataclass(frozen=True, slots=True)
class ReceiptView:
    received_at: datetime
    received_by: str
    how: str
    untrusted_name: str


@dataclass(frozen=True, slots=True)
class EnclosureView:
    """A report in another, from either side: the other's id, the place in the container and the name there."""

    report: int
    number: int
    untrusted_name: str
    state: str


@dataclass(frozen=True, slots=True)
class PersonView:
    id: int
    key: str
    names: tuple[str, ...]
    description: str
    case: int | None


@dataclass(frozen=True, slots=True)
class FlagView:
    code: str
    note: str


@dataclass(frozen=True, slots=True)
class RelatedView:
    title: str
    published: str


@dataclass(frozen=True, slots=True)
class SecondView:
    """What one second reader did with a report. ``read`` of the ``asked`` paragraphs need not be asked again.

    ``dropped``: claims and slots that did not pass the checks, by the reason.
    """

    reader: str
    read: int
    asked: int
    failures: tuple[str, ...]
    dropped: dict[str, int]
    dropped_in_words: str


@dataclass(frozen=True, slots=True)
class MarkView:
    """A passage to complete by hand, in a text that is not read for claims. ``kind``: act, date, person, place,
    number; ``meaning`` as in ``core.claim.Mark``. ``passage`` is the sentence around it, as offsets."""

    start: int
    end: int
    quote: str
    kind: str
    meaning: str
    passage: tuple[int, int]


@dataclass(frozen=True, slots=True)
class ReportPage:
    """All the report page shows. ``claims`` in order of passage, withdrawn ones last."""

    id: int
    sha256: str
    size: int
    media_type: str
    encoding: str
    state: str
    failure_code: str
    failure_note: str
    sensitivity: str
    title: str
    outlet: str
    credit: tuple[str, ...]
    dateline: str
    published: str
    language: str
    reader: str
    text: str
    receipts: tuple[ReceiptView, ...]
    enclosed: tuple[EnclosureView, ...]
    """What was taken out of it, in its order."""
    enclosed_in: tuple[EnclosureView, ...]
    people: tuple[PersonView, ...]
    claims: tuple[ClaimView, ...]
    withdrawn: tuple[ClaimView, ...]
    flags: tuple[FlagView, ...]
    related: tuple[RelatedView, ...]
    decisions: tuple[Decision, ...]
    second: tuple[SecondView, ...] = ()
    marks: tuple[MarkView, ...] = ()
    grades: tuple[GradeView, ...] = ()
