"""amanat -C CASEBOOK report ID"""

from __future__ import annotations

from pathlib import Path

import click
from rich.text import Text

from amanat.cli.options import NUMBER, shared, shared_options
from amanat.cli.session import session
from amanat.cli.tables import console, marked, table
from amanat.cli.telling import one_line, plain, tell_json
from amanat.cli.wording import COLUMNS, claim_row
from amanat.cli.writing_to import refuse_no_place, write_new
from amanat.core.claim import is_for_information
from amanat.store.queries.originals import original as original_of
from amanat.store.queries.report_views import ReportPage, SecondView
from amanat.store.queries.reports import report as report_page
from amanat.store.queries.views import as_json


@click.command()
@click.argument("number", metavar="ID", type=NUMBER)
@click.option(
    "--original",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write the report's file as it was received to FILE, and show nothing else.",
)
@shared_options
def report(number: int, original: Path | None) -> None:
    """Show one report: where it came from, its claims, and its text with every claim's passage marked."""
    if original is not None:
        _write_original(number, original)
        return
    with session() as here:
        found = report_page(here.actor, number)
    if shared().json:
        tell_json(as_json(found))
    else:
        _show(found)


def _show(found: ReportPage) -> None:
    out = console()
    for line in _header(found):
        out.print(Text(plain(line)))
    if found.claims:
        out.print()
        out.print(table(COLUMNS, map(claim_row, found.claims)))
    if found.text:
        passages = [(each.passage.start, each.passage.end, str(each.id)) for each in found.claims]
        passages += [(mark.start, mark.end, mark.meaning or str(mark.kind)) for mark in found.marks]
        out.print()
        out.print(marked(found.text.rstrip("\n"), passages))


def _write_original(number: int, to: Path) -> None:
    """As whoever sent it made it, harmful or not."""
    refuse_no_place(to, f"report-{number}")
    with session() as here:
        found = original_of(here.actor, number)
        with here.casebook.vault.open(found.sha256) as content:
            write_new(to, content)
    if shared().json:
        tell_json({**as_json(found), "file": str(to)})
        return
    click.echo(one_line(f"The file of report {number} as it was received is in {to}: {found.size:,} bytes,"))
    click.echo(f"SHA-256 {found.sha256}. It is not encrypted there, nor checked for anything harmful in it.")


def _header(found: ReportPage) -> list[str]:
    facts = {
        "published": found.published,
        "by": found.outlet,
        "from": found.dateline,
        "language": found.language,
        "encoding": "" if found.encoding in ("", "UTF-8") else found.encoding,
    }
    said = ", ".join(f"{name} {fact}" for name, fact in facts.items() if fact)
    lines = [f"Report {found.id}: {found.title or 'without a headline'}", *([said] if said else [])]
    lines += [
        f"Received {each.received_at:%Y-%m-%d %H:%M} UTC from {each.received_by}: {each.untrusted_name}"
        for each in found.receipts
    ]
    lines += [f"In it: report {each.report}, {each.untrusted_name}" for each in found.enclosed]
    lines += [f"Number {each.number} in report {each.report}" for each in found.enclosed_in]
    lines.append(f"{found.media_type}, {found.size:,} bytes, SHA-256 {found.sha256}")
    if found.failure_code:
        lines.append(f"Not read ({found.failure_code}): {found.failure_note}")
    lines += [_second(each) for each in found.second]
    return lines + [
        f"{'To know' if is_for_information(flag.code) else 'To settle'}: {flag.note}" for flag in found.flags
    ]


def _second(view: SecondView) -> str:
    dropped = f" Dropped: {view.dropped_in_words}." if view.dropped_in_words else ""
    left = f" Not wholly read: {len(view.failures)}." if view.failures else ""
    return f"{view.reader} read {view.read} of {view.asked} paragraphs.{left}{dropped}"
