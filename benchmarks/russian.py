"""How well Russian is read: people, places and dates against labelled reports. `--held` measures the ones kept apart.

The goal is an F1 of .85 for each. `--misses` lists what was missed, false or wrong; it is not for the held ones.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

from amanat.adapters.russian import RussianGrammar, load_russian, missing_russian
from amanat.core.dates.russian import find_dates
from amanat.core.reading.header import PageHints, read_header
from amanat.core.reading.russian.heading import with_russian_head
from amanat.core.reading.russian.reader import find_all, read_russian
from amanat.core.reading.zones import zoned
from languages.labelled import Labelled, load
from languages.scoring import Span, Tally, scored

HERE = Path(__file__).parent / "languages" / "russian"
KINDS = {"p": "people", "l": "places", "d": "dates"}


def main() -> int:
    """Exit code 1 where an F1 is under the goal."""
    asked = _arguments()
    grammar = load_russian()
    if grammar is None:
        print(f"Not installed: {', '.join(missing_russian())}. They come with amanat[russian].")
        return 2
    reports = [load(path) for path in sorted((HERE / ("held" if asked.held else "gold")).glob("*.txt"))]
    whole = {kind: Tally() for kind in KINDS}
    print(
        f"{'report':<26}"
        + "".join(f"{name + ' P':>11}{'R':>6}{'F1':>6}{'value':>7}" for name in KINDS.values())
    )
    for report in reports:
        tallies = {kind: scored(report, kind, spans) for kind, spans in read(report, grammar).items()}
        print(_line(report.name, tallies))
        for kind, tally in tallies.items():
            whole[kind].add(tally)
            if asked.misses:
                print("\n".join(f"    {remark}" for remark in tally.remarks))
    print(_line("all", whole))
    print(f"{speed(reports, grammar):.0f} words a second on one core, claims included")
    if asked.json:
        rows = {
            KINDS[kind]: {"precision": t.precision, "recall": t.recall, "f1": t.f1, "values": t.value_share}
            for kind, t in whole.items()
        }
        asked.json.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")
    return int(any(tally.f1 < 0.85 for tally in whole.values()))


def read(report: Labelled, grammar: RussianGrammar) -> dict[str, list[Span]]:
    """What the reader finds in the text, as the program finds it."""
    page = zoned(report.text)
    header = with_russian_head(read_header(page, "0" * 64, PageHints(), "ru"), page, find_dates)
    found = find_all(page, header, grammar)
    people = [(m.start, m.end, one.names[0]) for one in found.people for m in one.mentions]
    places = [(place.start, place.end, place.name) for place in found.places]
    dates = [(date.start, date.end, date.edtf or "") for each in found.dates.values() for date in each]
    return {"p": people, "l": places, "d": dates}


def speed(reports: list[Labelled], grammar: RussianGrammar) -> float:
    """Words a second, of whole readings, by the processor's time."""
    words = sum(len(report.text.split()) for report in reports)
    begun = time.process_time()
    for report in reports:
        page = zoned(report.text)
        read_russian(page, read_header(page, "0" * 64, PageHints(), "ru"), grammar)
    return words / (time.process_time() - begun)


def _line(name: str, tallies: dict[str, Tally]) -> str:
    figures = (
        f"{t.precision:>11.2f}{t.recall:>6.2f}{t.f1:>6.2f}{t.value_share:>7.2f}" for t in tallies.values()
    )
    return f"{name:<26}" + "".join(figures)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held", action="store_true", help="the reports kept apart instead")
    parser.add_argument("--misses", action="store_true", help="list what was missed, false or wrong")
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
