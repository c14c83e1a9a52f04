"""amanat -C CASEBOOK find WORDS…"""

from __future__ import annotations

import click

from amanat.cli.options import shared, shared_options
from amanat.cli.session import session
from amanat.cli.tables import console, table
from amanat.cli.telling import one_line, tell_json
from amanat.store.queries.search import find as find_words
from amanat.store.queries.views import as_json


@click.command()
@click.argument("words", nargs=-1, required=True)
@shared_options
def find(words: tuple[str, ...]) -> None:
    """Search cases, reports and places: each of the WORDS begins a word there, in any script."""
    with session() as here:
        found = find_words(here.actor, " ".join(words))
    if shared().json:
        tell_json(as_json(found))
        return
    out = console()
    if not found.hits:
        out.print("Nothing was found.")
        return
    rows = ((each.kind, str(each.id), each.title, one_line(each.snippet)) for each in found.hits)
    out.print(table(("kind", "#", "title", "where it stands"), rows))
    if found.more:
        out.print("There is more: search with more words.")
