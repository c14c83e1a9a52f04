"""amanat -C CASEBOOK link [ONE OTHER]"""

from __future__ import annotations

import click

from amanat.cli.link_sheet import show
from amanat.cli.options import NUMBER, shared, shared_options
from amanat.cli.pages import refuse_beyond, say_page
from amanat.cli.session import session
from amanat.cli.tables import console, table
from amanat.cli.telling import tell_json
from amanat.core.aloud import taken_apart
from amanat.core.linking.rules import percent
from amanat.core.protecting import Actor
from amanat.store.queries.linking import OpenPair, SideView, open_pair, open_pairs
from amanat.store.queries.views import as_json

COLUMNS = ("one", "other", "likely", "why")


@click.command()
@click.argument("one", type=NUMBER, required=False)
@click.argument("other", type=NUMBER, required=False)
@click.option("--page", type=NUMBER, metavar="N", help="Which page of the list.")
@shared_options
def link(one: int | None, other: int | None, page: int | None) -> None:
    """List the pairs of persons who may be one and on whom nobody decided, what would settle most first.

    With ONE and OTHER, the numbers of two persons as the list shows them: all that speaks for and against their
    being one, in words, with the passages of both reports beside each reason.

    Decide with: amanat judge ONE OTHER same|not-same|unsure --why TEXT
    """
    if (one is None) != (other is None) or (one is not None and page is not None):
        raise click.UsageError("Give two persons, or --page, or neither.")
    with session() as here:
        if one is not None and other is not None:
            _tell_pair(here.actor, one, other)
        else:
            _tell_list(here.actor, page or 1)


def _tell_pair(actor: Actor, one: int, other: int) -> None:
    found = open_pair(actor, one, other)
    if shared().json:
        tell_json(as_json(found))
    else:
        show(console(), found)


def _tell_list(actor: Actor, page: int) -> None:
    found = open_pairs(actor, page)
    refuse_beyond(found, page, "pairs")
    if shared().json:
        tell_json(as_json(found))
        return
    out = console()
    if not found.items:
        out.print("There is no pair to decide on.")
        return
    out.print(table(COLUMNS, map(_row, found.items)))
    say_page(out, found, "pairs")
    out.print("All of one pair, with its passages: amanat link ONE OTHER")


def _row(pair: OpenPair) -> tuple[str, ...]:
    return (_side(pair.left), _side(pair.right), f"{percent(pair.probability):g} %", _why(pair))


def _side(side: SideView) -> str:
    case = f", case {side.case}" if side.case is not None else ""
    return f"{side.person} {side.name} (report {side.report}{case})"


def _why(pair: OpenPair) -> str:
    """What the list has room for: the reasons without the figure, which stands beside."""
    told = taken_apart(pair.why)
    parts = [*told.names, *told.speaking, *(f"against it: {each}" for each in told.against)]
    return "; ".join([*parts, *filter(None, [told.besides])])
