"""From a case's origins and tellers to the picture of where it comes from, and the same as rows of a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from amanat.store.queries.views import CaseOrigin, CasePage, ClaimView, ReportLine, TellerTally
from amanat.web.desk.graph import Graph, Source, draw
from amanat.web.desk.graph.values import Teller
from amanat.web.desk.when import spoken

_OWN = "own voice"
BROAD, NARROW = 820, 350


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One report in the table: what it goes back to (empty: itself), and who tells something in it.

    ``partly``: only some of its claims go back to that, and it has another row.
    """

    report: ReportLine
    first: str
    partly: bool
    tellers: tuple[TellerTally, ...]


def graphs(case: CasePage) -> tuple[Graph | None, Graph | None]:
    """The broad and the narrow picture."""
    sources, tellers = list(_sources(case)), list(_tellers(case))
    return draw(sources, tellers, BROAD), draw(sources, tellers, NARROW)


def claims_of(case: CasePage) -> Iterator[ClaimView]:
    """All the claims that count in it."""
    for act in (*case.acts, *case.statuses, *case.statements):
        yield from act.claims


def source_rows(case: CasePage) -> tuple[SourceRow, ...]:
    """Every report of the case, in the order of its origins."""
    lines = {each.id: each for each in case.reports}
    return tuple(
        SourceRow(
            report=lines[report],
            first="" if origin.report == report else _origin_name(origin, lines),
            partly=report in origin.partly,
            tellers=tuple(
                each
                for number, each in enumerate(case.tellers)
                if report in each.reports and number in origin.tellers
            ),
        )
        for origin in case.origins
        for report in _ordered(origin)
        if report in lines
    )


def _ordered(origin: CaseOrigin) -> list[int]:
    """The origin itself before those that repeat it."""
    return sorted(origin.reports, key=lambda report: (report != origin.report, report))


def _sources(case: CasePage) -> Iterator[Source]:
    lines = {each.id: each for each in case.reports}
    for origin in case.origins:
        yield Source(
            name=_origin_name(origin, lines),
            known=origin.report is not None,
            reports=tuple((each, _drawn(lines[each], origin)) for each in _ordered(origin) if each in lines),
            tellers=tuple(dict.fromkeys(_key(number, case.tellers[number]) for number in origin.tellers)),
        )


def _tellers(case: CasePage) -> Iterator[Teller]:
    if any(each.voice == _OWN for each in case.tellers):
        yield Teller(_OWN, _("nobody named"), "own")
    for number, each in enumerate(case.tellers):
        if each.voice != _OWN:
            name = _("the person") if each.is_subject else each.name
            sort = each.voice if each.named or each.voice == "party" else "unnamed"
            yield Teller(_key(number, each), name, sort)


def _key(number: int, teller: TellerTally) -> str:
    """Outlets in their own voice are one: nobody."""
    return _OWN if teller.voice == _OWN else f"{number}"


def _origin_name(origin: CaseOrigin, lines: Mapping[int, ReportLine]) -> str:
    if origin.report is None:
        return _("a source that is not known")
    return _name(lines[origin.report]) if origin.report in lines else origin.label


def _name(report: ReportLine) -> str:
    return report.outlet or report.title or report.received_name


def _drawn(report: ReportLine, origin: CaseOrigin) -> str:
    return (
        _("%(report)s, in part") % {"report": _dated(report)}
        if report.id in origin.partly
        else _dated(report)
    )


def _dated(report: ReportLine) -> str:
    published = spoken(report.published)
    return f"{_name(report)}, {published}" if published else _name(report)
