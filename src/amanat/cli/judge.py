"""amanat -C CASEBOOK judge ONE OTHER same|not-same|unsure|none"""

from __future__ import annotations

import click

from amanat.actions.link import judge as judge_persons
from amanat.actions.link import undo_judgement
from amanat.cli.options import NUMBER, shared, shared_options
from amanat.cli.session import session
from amanat.cli.telling import one_line, tell_json
from amanat.store.queries.views import as_json

VERDICTS = ("same", "not-same", "unsure", "none")


@click.command()
@click.argument("one", type=NUMBER, required=False)
@click.argument("other", type=NUMBER, required=False)
@click.argument("verdict", metavar="[VERDICT]", type=click.Choice(VERDICTS), required=False)
@click.option("--undo", type=NUMBER, metavar="ID", help="Take back this judgement instead, by a new one.")
@click.option("--why", default="", metavar="WORDS", help="Why, for the log and for those who read it later.")
@shared_options
def judge(one: int | None, other: int | None, verdict: str | None, undo: int | None, why: str) -> None:
    """Decide whether two persons are one. ONE and OTHER are the numbers that `amanat link` shows.

    A judgement is never edited: a later one supersedes it, and both stay in the log. What people judge always
    stands before what rules say.

    \b
    amanat judge 12 31 same --why "the same daughter and the same village"
    amanat judge 12 31 not-same --why "another father"
    amanat judge --undo 7
    """
    with session() as here:
        if undo is not None and one is None:
            made = undo_judgement(here.casebook, here.actor, undo, why)
        elif undo is None and one is not None and other is not None and verdict is not None:
            made = judge_persons(here.casebook, here.actor, one, other, verdict.replace("-", " "), why)
        else:
            raise click.UsageError("Give two persons and a verdict, or --undo and a judgement's number.")
    if shared().json:
        tell_json(as_json(made))
    else:
        pair = f"{made.left_name} ({made.left}) and {made.right_name} ({made.right})"
        click.echo(one_line(f"Judgement {made.id}: {pair}: {made.verdict}, by {made.by}."))
