"""Echoes against what the rules make of the reports now, and whose prints are kept."""

from __future__ import annotations

from collections.abc import Iterator

from amanat.actions.echoing import all_echoes
from amanat.actions.findings import Finding, Progress, Wrong
from amanat.store.models import EchoPrint, EchoRow, Report
from amanat.store.models.reports import ReadState
from amanat.store.queries.echo_values import columns_of, echo_of


def check_echoes() -> Iterator[Finding | Progress]:
    total = Report.objects.filter(state=ReadState.READ).count()
    yield Progress("echoes", 0, total)
    read = set(Report.objects.filter(state=ReadState.READ).values_list("pk", flat=True))
    for report in sorted(read ^ set(EchoPrint.objects.values_list("report_id", flat=True))):
        words = f"The print by which echoes of report {report} are found is missing, or there for no reason."
        yield Finding("projection", f"print of report {report}", Wrong.CHANGED, words)
    wanted = {(each.left, each.right): columns_of(each) for each in all_echoes()}
    stored = {(row.left_id, row.right_id): columns_of(echo_of(row)) for row in EchoRow.objects.all()}
    for pair in sorted(wanted.keys() | stored.keys()):
        if wanted.get(pair) != stored.get(pair):
            words = (
                f"What is kept of reports {pair[0]} and {pair[1]} as an echo is not what their texts give. It was "
                "changed outside the program, or made by an older version with other rules."
            )
            yield Finding("projection", f"echo of reports {pair[0]} and {pair[1]}", Wrong.CHANGED, words)
    yield Progress("echoes", total, total)
