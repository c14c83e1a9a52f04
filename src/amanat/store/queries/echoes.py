"""Echoes between reports of which the actor may read both, with what people decided, and where each comes from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Q, QuerySet

from amanat.core.action_errors import NotFoundError
from amanat.core.echo.echo import Echo, Grade
from amanat.core.echo.origins import Kind, Origin
from amanat.core.echo.tracing import Tracing
from amanat.core.protecting import Actor
from amanat.store.models import EchoRow, Report
from amanat.store.models.echoes import EchoVerdict
from amanat.store.queries.access import visible_echo_judgements, visible_echoes, visible_reports
from amanat.store.queries.echo_values import echo_of

VERDICTS = tuple(each.value for each in EchoVerdict)
"""What people can decide of two reports; the last takes back what was decided."""


@dataclass(frozen=True, slots=True)
class EchoSide:
    """One report of an echo, with what its pages call it."""

    report: int
    title: str
    outlet: str
    published: str
    language: str


@dataclass(frozen=True, slots=True)
class EchoDecision:
    """``verdict``: echo, independent, unsure, or none where a decision was taken back."""

    verdict: str
    by: str
    at: datetime
    why: str


@dataclass(frozen=True, slots=True)
class EchoView:
    """``echo`` is seen from ``left``'s side. ``counts``: whether it makes the two one origin, after what people
    decided; ``decision`` is the one that stands, ``decisions`` all of them, oldest first."""

    left: EchoSide
    right: EchoSide
    echo: Echo
    counts: bool
    decision: EchoDecision | None
    decisions: tuple[EchoDecision, ...]


@dataclass(frozen=True, slots=True)
class EchoPage:
    """Two reports with what they have in common."""

    view: EchoView
    left_text: str
    right_text: str


@dataclass(frozen=True, slots=True)
class OriginView:
    """``key`` is the same for all reports of one origin; ``label`` tells it to people. ``report``: the first one, where
    it is known."""

    key: str
    label: str
    report: int | None
    known: bool


@dataclass(frozen=True, slots=True)
class PassageSource:
    """``through``: the reports from which it came to its own, as far as is known."""

    origin: OriginView
    through: tuple[int, ...]


@dataclass(frozen=True)
class ReportSources:
    """``whole``: the origin of each report."""

    whole: dict[int, OriginView]
    _tracing: Tracing
    _sides: Mapping[int, EchoSide]

    def of(self, report: int, start: int, end: int) -> PassageSource:
        """Of one passage of a report of ``whole``. Raises KeyError for another."""
        traced = self._tracing.of(report, start, end)
        return PassageSource(_origin_view(traced.origin, self._sides), traced.through)


def echoes(actor: Actor) -> tuple[EchoView, ...]:
    """Every echo, by its reports."""
    return _views(actor, visible_echoes(actor))


def echoes_of(actor: Actor, report: int) -> tuple[EchoView, ...]:
    """Those of one report, which is on the left of each. Raises NotFoundError."""
    if not visible_reports(actor).filter(pk=report).exists():
        raise NotFoundError(f"report {report}")
    rows = visible_echoes(actor).filter(Q(left=report) | Q(right=report))
    return tuple(_seen_from(each, report) for each in _views(actor, rows))


def echo_page(actor: Actor, left: int, right: int) -> EchoPage:
    """One echo with both texts, seen from ``left``. Raises NotFoundError."""
    first, second = sorted((left, right))
    found = _views(actor, visible_echoes(actor).filter(left=first, right=second))
    if not found:
        raise NotFoundError(f"echo of reports {left} and {right}")
    texts = dict(visible_reports(actor).filter(pk__in=(left, right)).values_list("pk", "text"))
    return EchoPage(_seen_from(found[0], left), texts[left], texts[right])


def origins_of(actor: Actor, reports: Iterable[int]) -> dict[int, OriginView]:
    """The origin of each report that the actor may read, also where that is a report which is not asked about."""
    return sources_of(actor, reports).whole


def sources_of(actor: Actor, reports: Iterable[int]) -> ReportSources:
    """Where each report that the actor may read comes from, as a whole and passage by passage."""
    asked = set(visible_reports(actor).filter(pk__in=list(reports)).values_list("pk", flat=True))
    counted, known = _reached(actor, asked)
    tracing = Tracing(known, counted)
    sides = _sides(actor, {each.report for each in tracing.origins.values() if each.report is not None})
    whole = {report: _origin_view(tracing.origins[report], sides) for report in sorted(asked)}
    return ReportSources(whole, tracing, sides)


def _origin_view(origin: Origin, sides: Mapping[int, EchoSide]) -> OriginView:
    return OriginView(
        key=origin.key,
        label=_label(origin.report, len(origin.shared_by), sides),
        report=origin.report,
        known=origin.kind is not Kind.UNKNOWN,
    )


def _reached(actor: Actor, asked: set[int]) -> tuple[list[Echo], set[int]]:
    """The echoes that count among those asked about and all that they are connected with."""
    known, new, counted = set(asked), set(asked), dict[tuple[int, int], Echo]()
    while new:
        rows = visible_echoes(actor).filter(Q(left__in=new) | Q(right__in=new))
        fresh = {
            (each.left, each.right): each
            for each in _judged(actor, [echo_of(row) for row in rows])
            if (each.left, each.right) not in counted
        }
        counted |= fresh
        new = {report for pair in fresh for report in pair} - known
        known |= new
    return list(counted.values()), known


def _judged(actor: Actor, found: list[Echo]) -> list[Echo]:
    """Without those that people called independent; what they confirmed counts as likely."""
    standing = {pair: each[-1] for pair, each in _decisions(actor, found).items()}
    kept: list[Echo] = []
    for each in found:
        decision = standing.get((each.left, each.right))
        verdict = decision.verdict if decision else ""
        if verdict == EchoVerdict.ECHO and each.grade is Grade.POSSIBLE:
            kept.append(replace(each, grade=Grade.LIKELY))
        elif verdict != EchoVerdict.INDEPENDENT:
            kept.append(each)
    return kept


def _decisions(actor: Actor, found: Iterable[Echo]) -> dict[tuple[int, int], list[EchoDecision]]:
    pairs = {(each.left, each.right) for each in found}
    lefts = {left for left, _ in pairs}
    rows = visible_echo_judgements(actor).filter(left__in=lefts)
    made: dict[tuple[int, int], list[EchoDecision]] = {}
    for row in rows.order_by("pk"):
        if (row.left_id, row.right_id) in pairs:
            decision = EchoDecision(row.verdict, row.by, row.at, row.why)
            made.setdefault((row.left_id, row.right_id), []).append(decision)
    return made


def _views(actor: Actor, rows: QuerySet[EchoRow]) -> tuple[EchoView, ...]:
    found = [echo_of(row) for row in rows]
    decisions = _decisions(actor, found)
    sides = _sides(actor, {side for each in found for side in (each.left, each.right)})
    return tuple(_view(each, decisions.get((each.left, each.right), []), sides) for each in found)


def _view(echo: Echo, decisions: list[EchoDecision], sides: dict[int, EchoSide]) -> EchoView:
    standing = decisions[-1] if decisions and decisions[-1].verdict != EchoVerdict.NONE else None
    counts = echo.verdict.is_echo and echo.grade is not Grade.POSSIBLE
    if standing and standing.verdict in (EchoVerdict.ECHO, EchoVerdict.INDEPENDENT):
        counts = standing.verdict == EchoVerdict.ECHO
    return EchoView(sides[echo.left], sides[echo.right], echo, counts, standing, tuple(decisions))


def _seen_from(view: EchoView, report: int) -> EchoView:
    if view.left.report == report:
        return view
    return replace(view, left=view.right, right=view.left, echo=view.echo.seen_from(report))


def _sides(actor: Actor, reports: Iterable[int]) -> dict[int, EchoSide]:
    rows: QuerySet[Report] = visible_reports(actor).filter(pk__in=list(reports))
    columns = ("pk", "title", "outlet", "published", "language")
    return {row[0]: EchoSide(*row) for row in rows.values_list(*columns)}


def _label(first: int | None, sharing: int, sides: Mapping[int, EchoSide]) -> str:
    """A common source is told by how many share it; a report by its outlet or headline."""
    if first is None or first not in sides:
        return f"a source that is not known, common to {sharing} reports"
    return sides[first].outlet or sides[first].title or f"report {first}"
