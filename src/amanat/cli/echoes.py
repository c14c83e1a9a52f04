"""amanat -C CASEBOOK echoes [REPORT]"""

from __future__ import annotations

import click
from rich.text import Text

from amanat.actions.echo_judging import judge_echo
from amanat.cli.echo_sheet import named, show
from amanat.cli.options import NUMBER, shared, shared_options
from amanat.cli.session import Session, session
from amanat.cli.tables import console, table
from amanat.cli.telling import plain, tell_json
from amanat.store.queries import echoes as queries
from amanat.store.queries.views import as_json

_COLUMNS = ("report", "verdict", "other", "grade", "share", "of other", "decided")


@click.command()
@click.argument("number", metavar="[REPORT]", required=False, type=NUMBER)
@click.option("--with", "other", type=NUMBER, metavar="OTHER", help="Only the echo with this other report.")
@click.option(
    "--decide",
    type=click.Choice(queries.VERDICTS),
    help="Decide of the two; none takes back what was decided.",
)
@click.option("--why", default="", metavar="WORDS", help="Why, for the log and for those who read it later.")
@shared_options
def echoes(number: int | None, other: int | None, decide: str | None, why: str) -> None:
    """List which reports repeat which; of one REPORT with passages, reasons and where it comes from.

    \b
    amanat echoes
    amanat echoes 4
    amanat echoes 4 --with 2 --decide independent --why "she told both reporters"
    """
    if (other is not None and number is None) or (decide and other is None):
        raise click.UsageError("--with needs a REPORT, and --decide needs --with.")
    with session() as here:
        if number is not None and other is not None and decide:
            judge_echo(here.casebook, here.actor, number, other, decide, why)
        _tell(here, number, other)


def _tell(here: Session, number: int | None, other: int | None) -> None:
    if number is None:
        found = queries.echoes(here.actor)
    elif other is None:
        found = queries.echoes_of(here.actor, number)
    else:
        found = (queries.echo_page(here.actor, number, other).view,)
    reports = {side.report for each in found for side in (each.left, each.right)} | (
        {number} if number else set()
    )
    origins = queries.origins_of(here.actor, [each for each in reports if each is not None])
    if shared().json:
        told = {str(report): as_json(origin) for report, origin in origins.items()}
        tell_json({"echoes": [as_json(each) for each in found], "origins": told})
        return
    out = console()
    if not found:
        out.print("No echoes." if number is None else f"Report {number} echoes no other, and none echoes it.")
        return
    out.print(table(_COLUMNS, map(_row, found)))
    for report, origin in origins.items():
        out.print(Text(plain(f"Report {report} comes from {origin.label}.")))
    if number is not None:
        for each in found:
            out.print()
            show(out, queries.echo_page(here.actor, each.left.report, each.right.report))


def _row(view: queries.EchoView) -> tuple[str, ...]:
    decided = f"{view.decision.verdict} by {view.decision.by}" if view.decision else ""
    shares = (f"{view.echo.left_share:.0%}", f"{view.echo.right_share:.0%}")
    return (named(view.left), view.echo.verdict, named(view.right), view.echo.grade, *shares, decided)
