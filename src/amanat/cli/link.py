"""amanat -C CASEBOOK link"""

from __future__ import annotations

import click

from amanat.cli.options import shared, shared_options
from amanat.cli.pages import refuse_beyond, say_page
from amanat.cli.session import session
from amanat.cli.tables import console, table
from amanat.cli.telling import tell_json
from amanat.core.linking.rules import percent
from amanat.store.queries.linking import OpenPair, SideView, open_pairs
from amanat.store.queries.views import as_json

COLUMNS = ("one", "other", "likely", "why")


@click.command()
@click.option("--page", type=click.IntRange(min=1), default=1, help="Which page of the list.")
@shared_options
def link(page: int) -> None:
    """List the pairs of persons who may be one and on whom nobody decided, what would settle most first.

    Decide with: amanat judge ONE OTHER same|not-same|unsure --why TEXT
    """
    with session() as here:
        found = open_pairs(here.actor, page)
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


def _row(pair: OpenPair) -> tuple[str, ...]:
    return (_side(pair.left), _side(pair.right), f"{percent(pair.probability)} %", pair.why)


def _side(side: SideView) -> str:
    case = f", case {side.case}" if side.case is not None else ""
    return f"{side.person} {side.name} (report {side.report}{case})"
