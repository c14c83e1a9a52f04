"""The marked passages of a report whose language is not read for claims.

They are not kept: they follow from the text and the word lists alone, so that a better list helps old reports
too. What a person makes of them is a claim, and is kept.
"""

from __future__ import annotations

from amanat.core.claim import LANGUAGE_NOT_READ
from amanat.core.reading.marks import marks_of, passage_around
from amanat.store.models import Report
from amanat.store.queries.report_views import MarkView


def marks_in(report: Report) -> tuple[MarkView, ...]:
    """Of a report that the actor may see already; none where claims are read."""
    if not any(flag["code"] == LANGUAGE_NOT_READ for flag in report.flags):
        return ()
    return tuple(
        MarkView(
            each.start,
            each.end,
            each.quote,
            each.kind.value,
            each.meaning,
            passage_around(report.text, each.start),
        )
        for each in marks_of(report.text, report.language)
    )
