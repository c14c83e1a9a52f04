"""One echo as running text: what is said of the pair and why, and each passage of both reports side by side."""

from __future__ import annotations

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from amanat.cli.telling import one_line, plain
from amanat.core.echo.echo import Verdict
from amanat.core.echo.passage import Passage
from amanat.store.queries.echoes import EchoPage, EchoSide, EchoView

_LONGEST = 300
"""Characters of a passage that are shown; the desk has all of it."""

_SAID = {
    Verdict.REPEATS: "Report {} repeats report {}",
    Verdict.REPEATED_BY: "Report {} is repeated by report {}",
    Verdict.COMMON_SOURCE: "Reports {} and {} have a common source, and which of them came first is not known",
    Verdict.SAME_UTTERANCE: "Reports {} and {} quote the same utterance",
}


def named(side: EchoSide) -> str:
    return one_line(f"{side.report} {side.outlet or side.title}")


def show(out: Console, page: EchoPage) -> None:
    """The verdict with its reasons, then the passages, in the order of the left report."""
    view = page.view
    said = _SAID[view.echo.verdict].format(view.left.report, view.right.report)
    out.print(Text(plain(f"{said}: {'; '.join(view.echo.reasons)}.")))
    if view.echo.passages:
        out.print(_side_by_side(page))
    out.print(Text(_what_it_means(view)))


def _side_by_side(page: EchoPage) -> Table:
    made = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, show_lines=True, header_style="bold")
    made.add_column("")
    for side in (page.view.left, page.view.right):
        made.add_column(Text(named(side)), ratio=1, overflow="fold")
    for each in page.view.echo.passages:
        texts = (_cut(page.left_text, each.left), _cut(page.right_text, each.right))
        made.add_row(_alike(each), *map(Text, texts))
    return made


def _alike(passage: Passage) -> str:
    """How alike the two are, and that it is a quotation."""
    return f"{passage.likeness}, quoted" if passage.quoted else str(passage.likeness)


def _cut(text: str, span: tuple[int, int]) -> str:
    said = one_line(text[slice(*span)])
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"


def _what_it_means(view: EchoView) -> str:
    """What it does to the count of origins, and how sure it is; or who decided so."""
    one, other = view.left.report, view.right.report
    if view.decision is not None:
        why = one_line(view.decision.why)
        return f"{view.decision.verdict} by {one_line(view.decision.by)}{f': {why}' if why else ''}."
    if view.counts:
        return f"It is {view.echo.grade}, and counts: what {one} and {other} share is of one origin."
    if not view.echo.verdict.is_echo:
        return "It is no echo, and nothing is counted less for it."
    return (
        f"It is only {view.echo.grade}: a question for a person, that counts for nothing before one has answered it "
        f"(amanat echoes {one} --with {other} --decide echo|independent)."
    )
