"""amanat read FILE"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import click
from rich.text import Text

from amanat.actions.outcome import ARCHIVE
from amanat.actions.reading import read_bytes
from amanat.adapters.formats import read_file
from amanat.cli.options import language_option, shared, shared_options
from amanat.cli.second_reader import read_again, second_reader_asked_for
from amanat.cli.tables import console, marked, table
from amanat.cli.telling import plain, tell_json
from amanat.cli.wording import COLUMNS, best_names, read_row
from amanat.core.claim import Reading, is_for_information
from amanat.core.positions import Positions


@click.command()
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--text/--no-text", default=True, help="Show the text with its passages marked.")
@click.option("--second-reader", metavar="URL", help="Let a language model on this machine read it too.")
@click.option("--model", metavar="NAME", help="The second reader's model, as its server calls it.")
@click.option(
    "--send-reports-to-another-machine",
    "words",
    metavar="WORDS",
    help="Let the second reader be on another machine; WORDS are those that docs/second-reader.md asks for.",
)
@language_option
@shared_options
def read(file: Path, text: bool, second_reader: str | None, model: str | None, words: str | None) -> None:
    """Look only: read one FILE and show its claims, each with its passage. Nothing is kept.

    With --json the shape is that of docs/reading.schema.json. A FILE named “-” is standard input.
    """
    second = second_reader_asked_for(second_reader, model, words)
    untrusted = sys.stdin.buffer.read() if str(file) == "-" else read_file(file)
    name = "standard input" if str(file) == "-" else file.name
    outcome = read_bytes(untrusted, name, hashlib.sha256(untrusted).hexdigest())
    if outcome.reading is None:
        raise click.ClickException(outcome.failure_note)
    reading = outcome.reading
    if second is not None and outcome.media_type != ARCHIVE:
        reading = read_again(second, reading)
    if shared().json:
        tell_json(reading.as_json(outcome.positions))
    else:
        _show(reading, outcome.encoding, outcome.positions, text)


def _show(reading: Reading, encoding: str, positions: Positions, with_text: bool) -> None:
    out = console()
    for line in _header(reading, encoding):
        out.print(Text(plain(line)))
    names = best_names(reading)
    if reading.claims:
        out.print()
        rows = (read_row(n, each, names, positions) for n, each in enumerate(reading.claims, 1))
        out.print(table(COLUMNS, rows))
    else:
        out.print("No claims were found in it.")
    if with_text:
        passages = [
            (claim.passage.start, claim.passage.end, str(n)) for n, claim in enumerate(reading.claims, 1)
        ]
        passages += [(mark.start, mark.end, mark.meaning or str(mark.kind)) for mark in reading.marks]
        out.print()
        out.print(marked(reading.report.text.rstrip("\n"), passages))


def _header(reading: Reading, encoding: str) -> list[str]:
    report = reading.report
    facts = {
        "published": report.published,
        "by": report.outlet,
        "credit": "/".join(report.credit),
        "from": report.dateline,
        "language": report.language,
        "encoding": "" if encoding in ("", "UTF-8") else encoding,
    }
    said = ", ".join(f"{name} {fact}" for name, fact in facts.items() if fact)
    lines = [report.title or "A report without a headline", *([said] if said else [])]
    lines += [f"See also: {each.title} ({each.published or 'no date'})" for each in report.related]
    return lines + [
        f"{'To know' if is_for_information(flag.code) else 'To settle'}: {flag.note}" for flag in report.flags
    ]
