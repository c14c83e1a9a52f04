"""amanat -C CASEBOOK review CLAIM confirm|correct|reject|undo"""

from __future__ import annotations

import json
from typing import Any

import click

from amanat.actions import review as reviewing
from amanat.cli.options import NUMBER, shared, shared_options
from amanat.cli.session import session
from amanat.cli.telling import one_line, tell_json
from amanat.cli.usage import BadSlotError
from amanat.store.queries.views import as_json

_LISTS = ("who", "by")


@click.command()
@click.argument("claim", type=NUMBER)
@click.argument("verdict", type=click.Choice(["confirm", "correct", "reject", "undo"]))
@click.option(
    "--set",
    "slots",
    multiple=True,
    metavar="SLOT=VALUE",
    help="For correct: a slot as it should read; may be repeated.",
)
@click.option("--why", default="", metavar="WORDS", help="Why, for the log and for those who read it later.")
@shared_options
def review(claim: int, verdict: str, slots: tuple[str, ...], why: str) -> None:
    """Decide on a CLAIM. A decision is never edited: a later one supersedes it, and both stay in the log.

    \b
    amanat review 12 confirm
    amanat review 12 correct --set when=2018-12 --set where=Ghulja
    amanat review 12 correct --set 'count={"min": 3, "max": null, "unit": "people"}'
    amanat review 12 reject --why "the passage speaks of her sister"
    """
    if bool(slots) != (verdict == "correct"):
        raise click.UsageError("“correct” needs --set, and only “correct” takes it.")
    correction = dict(map(_slot, slots))
    with session() as here:
        if verdict == "confirm":
            made = reviewing.confirm(here.casebook, here.actor, claim, why)
        elif verdict == "reject":
            made = reviewing.reject(here.casebook, here.actor, claim, why)
        elif verdict == "correct":
            made = reviewing.correct(here.casebook, here.actor, claim, correction, why)
        else:
            made = reviewing.undo_review(here.casebook, here.actor, claim, why)
    if shared().json:
        tell_json(as_json(made))
    else:
        before = f"; it supersedes decision {made.supersedes}" if made.supersedes else ""
        click.echo(one_line(f"Claim {claim}: {made.verdict} by {made.by}{before}."))


def _slot(said: str) -> tuple[str, Any]:
    """``when=2018-12``: a bare word is a text, a list of one, or a place's name, as the slot wants it."""
    slot, equals, value = said.partition("=")
    if not equals or not slot.strip():
        raise BadSlotError(said)
    slot = slot.strip()
    if value.startswith(("{", "[", '"')) or value == "null":
        try:
            return slot, json.loads(value)
        except ValueError:
            if slot != "when":  # [2020-01-03,2020-03-01] is EDTF, and no JSON
                raise BadSlotError(said) from None
    if slot in _LISTS:
        return slot, [value]
    return slot, ({"name": value} if slot == "where" else value)
