"""amanat -C CASEBOOK log"""

from __future__ import annotations

import click

from amanat.cli.options import NUMBER, shared, shared_options
from amanat.cli.pages import refuse_beyond, say_page
from amanat.cli.session import session
from amanat.cli.tables import console, table
from amanat.cli.telling import tell_json
from amanat.store.queries.log import log as log_page
from amanat.store.queries.views import LogLine, as_json


@click.command()
@click.option("--page", type=NUMBER, metavar="N", default=1, help="Which page, from the newest entries on.")
@shared_options
def log(page: int) -> None:
    """Show who did what, and when. Entries are never edited and never removed."""
    with session() as here:
        found = log_page(here.actor, page)
    refuse_beyond(found, page, "entries")
    if shared().json:
        tell_json(as_json(found))
        return
    out = console()
    out.print(table(("#", "when (UTC)", "who", "did", "on", "why"), map(_row, found.items)))
    say_page(out, found, "entries")


def _row(entry: LogLine) -> tuple[str, ...]:
    if entry.withheld:
        return (str(entry.index), "", "", "withheld", "", "")
    return (str(entry.index), f"{entry.at:%Y-%m-%d %H:%M:%S}", entry.who, entry.action, entry.on, entry.why)
