"""amanat -C CASEBOOK case ID"""

from __future__ import annotations

import click

from amanat.cli.case_sheet import show
from amanat.cli.options import NUMBER, shared, shared_options
from amanat.cli.session import session
from amanat.cli.tables import console
from amanat.cli.telling import tell_json
from amanat.store.queries.cases import case as case_page
from amanat.store.queries.views import as_json


@click.command()
@click.argument("number", metavar="ID", type=NUMBER)
@shared_options
def case(number: int) -> None:
    """Show one case: what its claims add up to, from whom each comes, what contradicts itself, what to ask next."""
    with session() as here:
        found = case_page(here.actor, number)
    if shared().json:
        tell_json(as_json(found))
    else:
        show(console(), found)
