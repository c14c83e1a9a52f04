"""What a query hands out: frozen values for pages and ``--json``, with nothing of the database left in them.

Dates of the world are EDTF strings with their bounds beside them (``earliest``, ``latest``; ``None`` where
open); instants of the casebook are aware datetimes in UTC. ``as_json`` turns any of them into plain JSON.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any, Generic, TypeVar

from amanat.core.positions import Position
from amanat.core.weighing import Counts, Finding, Weighed
from amanat.core.weighing.matter import Sentence

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a list: ``number`` counts from 1, ``total`` is of the whole list."""

    items: tuple[T, ...]
    number: int
    size: int
    total: int

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // self.size))


@dataclass(frozen=True, slots=True)
class NameForm:
    """A written form of a name. ``script`` is ISO 15924: ``Latn``, ``Cyrl``, ``Arab``, ``Hani``, ``Zyyy``."""

    text: str
    script: str
    rtl: bool
    reports: int
    """In how many reports it stands."""


@dataclass(frozen=True, slots=True)
class PlaceView:
    id: int | None
    """``None`` where a review corrected the place."""
    name: str
    also: tuple[str, ...]
    within: tuple[tuple[str, tuple[str, ...]], ...]
    """Inner to outer: ``(name, second names)``."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Whoever a claim speaks of: a person of the report (with the case, if there is one) or a description."""

    label: str
    person: int | None = None
    case: int | None = None


@dataclass(frozen=True, slots=True)
class TellerView:
    name: str
    role: str
    medium: str = ""
    person: int | None = None
    case: int | None = None


@dataclass(frozen=True, slots=True)
class PassageView:
    """``at``: its page, time code or row in the original, where that has any."""

    id: int
    start: int
    end: int
    quote: str
    at: Position | None = None


@dataclass(frozen=True, slots=True)
class CountView:
    min: int | None
    max: int | None
    unit: str


@dataclass(frozen=True, slots=True)
class ReviewView:
    id: int
    claim: int
    verdict: str
    correction: dict[str, Any]
    by: str
    at: datetime
    why: str
    supersedes: int | None
    standing: bool


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report in a list. ``claims`` counts those not withdrawn, ``open`` those not yet reviewed."""

    id: int
    title: str
    outlet: str
    published: str
    language: str
    state: str
    sensitivity: str
    media_type: str
    received_at: datetime | None
    received_name: str
    claims: int
    open: int
    flags: tuple[str, ...]
    failure_code: str
    failure_note: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim as it stands: the slots as last corrected, ``as_read`` what the reader put where that differs.

    ``status``: ``open``, ``confirmed``, ``corrected``, ``rejected``.
    """

    id: int
    key: str
    kind: str
    report: int
    report_title: str
    report_outlet: str
    report_published: str
    passage: PassageView
    who: tuple[Subject, ...]
    by: tuple[Subject, ...]
    where: PlaceView | None
    when: str
    earliest: date | None
    latest: date | None
    details: str
    told_by: tuple[TellerView, ...]
    polarity: str
    modality: str
    count: CountView | None
    reader: str
    confidence: float
    withdrawn: bool
    status: str
    review: ReviewView | None
    as_read: dict[str, Any]
    agreed_by: tuple[str, ...] = ()
    """Second readers that claim the same of the same words; filled on a report's page."""


@dataclass(frozen=True, slots=True)
class ActView:
    """Claims of one kind that tell of one act or one status. ``id`` is stable: its first claim's.

    ``sort``: ``act``, ``status``, ``statement``. ``actual`` is false for what is planned, feared or demanded.
    ``findings``: what its claims add up to; the first is whether it was so.
    """

    id: int
    kind: str
    sort: str
    actual: bool
    when: str
    earliest: date | None
    latest: date | None
    findings: tuple[Finding, ...]
    claims: tuple[ClaimView, ...]
    contested: bool

    @property
    def whether(self) -> Finding:
        return self.findings[0]

    @property
    def questions(self) -> tuple[Finding, ...]:
        """The findings but for whether it was so, where all who tell it say the same."""
        return self.findings if len(self.whether.answers) > 1 else self.findings[1:]


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """One bar or point of the time line; ``answer`` numbers the answers where an act's date is contested."""

    act: int
    kind: str
    when: str
    earliest: date | None
    latest: date | None
    actual: bool
    contested: bool
    answer: int
    claims: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TellerTally:
    """A source of the case: how many claims start with it, in which reports, through whom it reached them.

    ``voice``: ``witness``, ``party``, ``own voice``. ``named``: it is the same one in all its reports; ``origins``: the
    keys of what those go back to. ``first_claim`` is one to grade it by, ``grades`` what it was graded.
    """

    name: str
    role: str
    is_subject: bool
    """The person of the case tells of themselves."""
    claims: int
    reports: tuple[int, ...]
    through: tuple[str, ...]
    voice: str
    named: bool
    origins: tuple[str, ...]
    first_claim: int
    first_report: int
    grades: tuple[GradeView, ...]


@dataclass(frozen=True, slots=True)
class CaseOrigin:
    """What some reports of a case go back to. ``report``: the first one, where it is known; it need not be of the case.

    ``partly``: those of ``reports`` of which only some claims go back to it; they are under another origin too.
    ``tellers``: numbers in the case's list of tellers, from 0, of whoever tells something in these claims.
    """

    key: str
    label: str
    report: int | None
    reports: tuple[int, ...]
    partly: tuple[int, ...]
    tellers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Answers to one question of an act that cannot all be true, each with its claims; ``denied``: by a party."""

    act: int
    kind: str
    question: str
    denied: bool
    answers: tuple[Weighed, ...]


@dataclass(frozen=True, slots=True)
class GradeView:
    """``value`` is empty where the grade was taken back. ``huridocs``: list and code, for export.

    ``claim``: the one that is graded; None for a source's grade, which ``source`` names as its ``report`` does.
    """

    id: int
    axis: str
    value: str
    meaning: str
    huridocs: str
    source_id: int | None
    source: str
    claim: int | None
    report: int
    by: str
    at: datetime
    why: str
    supersedes: int | None
    standing: bool


@dataclass(frozen=True, slots=True)
class MemberView:
    """One person of one report that the case takes to be this person, and why."""

    person: int
    report: int
    names: tuple[str, ...]
    description: str
    joined_by: str
    """The standing judgement's author, a person's name or ``rule:…``; empty for the first member."""
    joined_why: str
    joined_to: int | None = None
    """The other person of that judgement."""


@dataclass(frozen=True, slots=True)
class AlikeView:
    """Somebody who may be the same person, proposed by a rule for a person to decide."""

    person: int
    """The member of the case whose name is alike."""
    name: str
    other: int
    other_name: str
    report: int
    """Where the other stands."""
    case: int | None
    """The other's, if there is one."""
    probability: float
    why: str


@dataclass(frozen=True, slots=True)
class JudgementView:
    id: int
    left: int
    left_name: str
    right: int
    right_name: str
    verdict: str
    by: str
    at: datetime
    why: str
    standing: bool


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided by whom. ``what``: ``review``, ``judgement``, ``grade``, ``echo``."""

    what: str
    id: int
    verdict: str
    on: str
    by: str
    at: datetime
    why: str
    standing: bool
    claim: int | None = None
    persons: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    reports: int
    tellers: int
    claims: int
    open: int
    confirmed: int
    """Corrected ones among them."""
    rejected: int
    contested: int
    """Questions with answers that cannot all hold."""


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case in a list. ``alarm``: something is threatened, planned or feared for the person."""

    id: int
    title: str
    forms: tuple[NameForm, ...]
    description: str
    reports: int
    claims: int
    open: int
    alarm: bool
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CasePage:
    """All the case page shows. ``acts`` in order of time, ``statuses`` and ``statements`` beside them.

    ``counts``: reports, origins and witnesses of all its standing claims. ``open_questions``: what to ask next.
    """

    id: int
    title: str
    description: str
    forms: tuple[NameForm, ...]
    tally: Tally
    alarms: tuple[ClaimView, ...]
    acts: tuple[ActView, ...]
    statuses: tuple[ActView, ...]
    statements: tuple[ActView, ...]
    timeline: tuple[TimelineItem, ...]
    tellers: tuple[TellerTally, ...]
    denials: tuple[ClaimView, ...]
    rejected: tuple[ClaimView, ...]
    members: tuple[MemberView, ...]
    alike: tuple[AlikeView, ...]
    """Who may be the same person, the likeliest first, a few only."""
    reports: tuple[ReportLine, ...]
    judgements: tuple[JudgementView, ...]
    decisions: tuple[Decision, ...]
    counts: Counts
    summary: tuple[Sentence, ...]
    contradictions: tuple[Contradiction, ...]
    open_questions: tuple[Sentence, ...]
    origins: tuple[CaseOrigin, ...]
    grades: tuple[GradeView, ...]


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """One claim with every review it ever had, oldest first."""

    claim: ClaimView
    reviews: tuple[ReviewView, ...]


@dataclass(frozen=True, slots=True)
class LogLine:
    """One entry of the log. ``withheld``: it concerns what the actor may not see; only its place is shown."""

    index: int
    at: datetime
    who: str
    action: str
    on: str
    why: str
    rows: int
    leaf: str
    withheld: bool


@dataclass(frozen=True, slots=True)
class Overview:
    """The casebook in numbers, as far as the actor may see it."""

    reports: int
    read: int
    received: int
    unreadable: int
    cases: int
    claims: int
    open: int
    log_size: int


def as_json(view: Any) -> Any:
    """A view as plain JSON values: dates and instants become ISO 8601 strings, tuples lists."""
    if isinstance(view, Page):
        return {
            "items": [as_json(item) for item in view.items],
            "page": view.number,
            "pages": view.pages,
            "total": view.total,
        }
    return _plain(asdict(view))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, datetime | date):
        return value.isoformat()
    return value
