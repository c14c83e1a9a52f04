"""amanat -C CASEBOOK case ID"""

from __future__ import annotations

from collections.abc import Sequence

import click
from rich.console import Console
from rich.text import Text

from amanat.cli.options import NUMBER, shared, shared_options
from amanat.cli.session import session
from amanat.cli.tables import console, table
from amanat.cli.telling import one_line, plain, tell_json
from amanat.cli.wording import COLUMNS, claim_row, shortened
from amanat.store.queries.cases import case as case_page
from amanat.store.queries.views import ActView, CasePage, ClaimView, as_json

_COLUMNS = ("#", *COLUMNS[2:], "report", "passage")


@click.command()
@click.argument("number", metavar="ID", type=NUMBER)
@shared_options
def case(number: int) -> None:
    """Show one case: who, what, where, when, told by whom; what contradicts itself stands side by side."""
    with session() as here:
        found = case_page(here.actor, number)
    if shared().json:
        tell_json(as_json(found))
        return
    out = console()
    _head(out, found)
    for heading, acts in (
        ("What happened", found.acts),
        ("Who they are", found.statuses),
        ("What was said of it", found.statements),
    ):
        _acts(out, heading, acts)
    _sources(out, found)
    _alike(out, found)


def _head(out: Console, found: CasePage) -> None:
    tally = found.tally
    out.print(Text(plain(f"Case {found.id}: {found.title}"), style="bold"))
    forms = [form.text for form in found.forms]
    for line in (
        found.description,
        f"Written: {'; '.join(forms)}" if len(forms) > 1 else "",
        f"{tally.reports} reports, {tally.tellers} first tellers, {tally.claims} claims: "
        f"{tally.confirmed} confirmed, {tally.rejected} rejected, {tally.open} to review; "
        f"{tally.contested} {'question' if tally.contested == 1 else 'questions'} contested",
    ):
        if line:
            out.print(Text(plain(line)))
    for alarm in found.alarms:
        out.print(
            Text(plain(f"ALARM {alarm.modality}: {alarm.kind}. “{alarm.passage.quote}”"), style="bold red")
        )


def _acts(out: Console, heading: str, acts: Sequence[ActView]) -> None:
    if not acts:
        return
    out.print()
    out.print(Text(heading, style="bold"))
    for act in acts:
        contested = "; CONTESTED" if act.contested else ""
        accounts = "1 account" if act.accounts == 1 else f"{act.accounts} accounts"
        out.print()
        out.print(Text(one_line(f"{act.kind} {act.when} ({accounts}{contested})")))
        out.print(table(_COLUMNS, map(_row, act.claims)))


def _row(claim: ClaimView) -> tuple[str, ...]:
    """The claim without its kind, which the heading says, and with the words that it stands on."""
    number, _, *slots = claim_row(claim)
    return (number, *slots, str(claim.report), f"“{shortened(claim.passage.quote)}”")


def _sources(out: Console, found: CasePage) -> None:
    tellers = (
        (each.name, each.role, str(each.claims), ", ".join(map(str, each.reports)), "; ".join(each.through))
        for each in found.tellers
    )
    reports = ((str(each.id), each.title, each.outlet, each.published) for each in found.reports)
    if found.tellers:
        out.print()
        out.print(table(("first teller", "role", "claims", "in reports", "through"), tellers))
    out.print()
    out.print(table(("#", "report", "outlet", "published"), reports))


def _alike(out: Console, found: CasePage) -> None:
    """Who may be the same person, for somebody to decide on the desk."""
    if not found.alike:
        return
    out.print()
    out.print(Text("May be the same person", style="bold"))
    for each in found.alike:
        where = f"report {each.report}" if each.case is None else f"case {each.case}"
        out.print(Text(one_line(f"{each.other_name} ({where}), because {each.why}")))
