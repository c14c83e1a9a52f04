"""amanat -C CASEBOOK cases [WORDS…]"""

from __future__ import annotations

import click

from amanat.cli.options import NUMBER, shared, shared_options
from amanat.cli.pages import refuse_beyond, say_page
from amanat.cli.session import session
from amanat.cli.tables import console, table
from amanat.cli.telling import tell_json
from amanat.store.queries.cases import list_cases
from amanat.store.queries.views import CaseLine, as_json

COLUMNS = ("#", "case", "reports", "claims", "to review", "alarm", "what is told")


@click.command()
@click.argument("words", nargs=-1)
@click.option("--page", type=NUMBER, metavar="N", default=1, help="Which page of the list.")
@shared_options
def cases(words: tuple[str, ...], page: int) -> None:
    """List the cases, or those in which the WORDS stand."""
    with session() as here:
        found = list_cases(here.actor, " ".join(words), page)
    refuse_beyond(found, page, "cases")
    if shared().json:
        tell_json(as_json(found))
        return
    out = console()
    if not found.items:
        out.print(
            "There is no such case." if words else "There are no cases yet: take in reports with `add`."
        )
        return
    out.print(table(COLUMNS, map(_row, found.items)))
    say_page(out, found, "cases")


def _row(case: CaseLine) -> tuple[str, ...]:
    forms = [form.text for form in case.forms if form.text != case.title][:3]
    name = case.title + (f" ({'; '.join(forms)})" if forms else "")
    alarm = "!" if case.alarm else ""
    kinds = ", ".join(case.kinds)
    return (str(case.id), name, str(case.reports), str(case.claims), str(case.open), alarm, kinds)
