"""Which report repeats which, in whole or in part, and where each comes from: exact, and with its reasons.

    index = EchoIndex()
    for report in reports:
        for echo in index.add(report):
            print(echo.reasons)
    origins(reports, index.echoes())

Two reports are compared by what they say and by nothing else, so that the result never depends on the order in which
they came; only what counts as an outlet's standing text is seen from all its reports together.
"""

from amanat.core.echo.comparing import compare
from amanat.core.echo.echo import Echo, Grade, Verdict
from amanat.core.echo.index import EchoIndex, echoes_among
from amanat.core.echo.origins import Kind, Origin, origins
from amanat.core.echo.passage import Likeness, Passage
from amanat.core.echo.report import Report
from amanat.core.echo.tracing import Traced, Tracing
from amanat.core.echo.words import words_of

__all__ = [
    "Echo",
    "EchoIndex",
    "Grade",
    "Kind",
    "Likeness",
    "Origin",
    "Passage",
    "Report",
    "Traced",
    "Tracing",
    "Verdict",
    "compare",
    "echoes_among",
    "origins",
    "words_of",
]
