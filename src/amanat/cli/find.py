"""amanat -C CASEBOOK find WORDS…"""

from __future__ import annotations

import click
from rich.console import Console
from rich.text import Text

from amanat.cli.options import shared, shared_options
from amanat.cli.session import session
from amanat.cli.tables import console, table
from amanat.cli.telling import one_line, tell_json
from amanat.store.queries.found import Found, Likely
from amanat.store.queries.search import find as find_words
from amanat.store.queries.views import as_json

_SURE = {
    "known": "a known name of it",
    "almost certain": "almost certainly the same name",
    "likely": "likely the same name",
    "possible": "possibly the same name",
}
_WHAT_IT_MEANS = (
    "The number is the probability that two names are forms of one name; less than 0.30 is not shown. "
    "That they are does not make two persons one: compare birth dates, places and relatives."
)


@click.command()
@click.argument("words", nargs=-1, required=True)
@shared_options
def find(words: tuple[str, ...]) -> None:
    """Search cases, reports and places.

    First where each of the WORDS begins a word, in any script; then people and places whose name can be another
    form of them, from any script and spelling, with the reasons.
    """
    with session() as here:
        found = find_words(here.actor, " ".join(words))
    if shared().json:
        tell_json(as_json(found))
        return
    out = console()
    if not found.hits and not found.likely:
        out.print("Nothing was found.")
        return
    _tell_hits(out, found)
    _tell_likely(out, found)


def _tell_hits(out: Console, found: Found) -> None:
    if found.hits:
        rows = ((each.kind, str(each.id), each.title, one_line(each.snippet)) for each in found.hits)
        out.print(table(("kind", "#", "title", "where it stands"), rows))
    if found.more:
        out.print("There is more: search with more words.")


def _tell_likely(out: Console, found: Found) -> None:
    if not found.likely:
        return
    out.print(Text("\nBy name, in other scripts and spellings" if found.hits else "By name", style="bold"))
    columns = ("kind", "#", "name", "in reports", "how sure", "why")
    out.print(table(columns, map(_row, found.likely)))
    out.print(_WHAT_IT_MEANS)


def _row(hit: Likely) -> tuple[str, ...]:
    """A person who has no case has no number to be shown by: the reports have."""
    number = "" if hit.kind == "person" else str(hit.id)
    name = hit.title if hit.form.text == hit.title else f"{hit.title} ({hit.form.text})"
    sure = _SURE[hit.likelihood] + ("" if hit.likelihood == "known" else f", {hit.figure}")
    reports = ", ".join(map(str, hit.reports))
    return (hit.kind, number, one_line(name), reports, sure, one_line("; ".join(hit.reasons)))
