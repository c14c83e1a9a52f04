"""amanat -C CASEBOOK grade CLAIM [--reliability A-F] [--credibility 1-6]"""

from __future__ import annotations

import click

from amanat.actions import grade as grading
from amanat.cli.options import NUMBER, shared, shared_options
from amanat.cli.session import session
from amanat.cli.telling import one_line, tell_json
from amanat.store.queries.views import GradeView, as_json


@click.command()
@click.argument("claim", type=NUMBER)
@click.option(
    "--reliability", metavar="A-F", help="How reliable the claim's first teller is; none takes it back."
)
@click.option("--credibility", metavar="1-6", help="How credible what it says is; none takes it back.")
@click.option("--why", default="", metavar="WORDS", help="Why, for the log and for those who read it later.")
@shared_options
def grade(claim: int, reliability: str | None, credibility: str | None, why: str) -> None:
    """Grade the source of a CLAIM, or what the claim says: two axes, and neither follows from the other.

    \b
    amanat grade 12 --reliability B --why "three interviews, the same each time"
    amanat grade 12 --credibility 2
    amanat grade 12 --credibility none
    """
    if reliability is None and credibility is None:
        raise click.UsageError("Say --reliability, --credibility, or both.")
    made: list[GradeView] = []
    with session() as here:
        if reliability is not None:
            made.append(grading.grade_source(here.casebook, here.actor, claim, reliability, why))
        if credibility is not None:
            made.append(grading.grade_claim(here.casebook, here.actor, claim, credibility, why))
    if shared().json:
        tell_json([as_json(each) for each in made])
        return
    for each in made:
        click.echo(one_line(_said(each)))


def _said(grade: GradeView) -> str:
    of = grade.source or f"claim {grade.claim}"
    value = f"{grade.value} ({grade.meaning})" if grade.value else "taken back"
    before = f"; it supersedes grade {grade.supersedes}" if grade.supersedes else ""
    return f"{grade.axis.capitalize()} of {of}: {value}, by {grade.by}{before}."
