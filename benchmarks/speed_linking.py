"""What one new report costs in a casebook of many persons:

    python benchmarks/speed_linking.py [--persons 100000] [--names FOLDER] [--json FILE]

A real casebook (SQLCipher) in a temporary folder, filled with persons of composed names in six scripts by their rows
alone, ten in a report. Then reports on one person each are read in by the real action, half of them on somebody who is
there already, and this process's time is told: of the first, which takes the names into memory, and of those after it.
Figure to reach: under a second of CPU time each, but for the first.
"""

from __future__ import annotations

import hashlib
import itertools
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from amanat.adapters.casebook import OpenCasebook
from amanat.core.claim import Claim, Passage, Reading, ReportHeader, Teller, TellerRole, Where, identified
from amanat.core.claim import Person as ReadPerson
from amanat.core.names.folding import folded_name
from amanat.core.protecting import Actor, Role
from amanat.store.connect import configure
from linking.persons.bearing import SCRIPTS, names
from linking.persons.writing import written as composed
from speed.tables import arguments, machine, mark, said, table, written

configure()

from amanat.actions.outcome import Outcome  # noqa: E402 (the records can be imported once Django is ready)
from amanat.actions.read import read  # noqa: E402
from amanat.actions.receive import receive  # noqa: E402
from amanat.store.models import Judgement, Person, Report  # noqa: E402
from speed.casebooks import opened  # noqa: E402

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data" / "names"
ME = Actor("Benchmark", Role.OWNER)
SECONDS = 1.0
_IN_A_REPORT, _AT_ONCE, _TIMES = 10, 5_000, 40


def main() -> int:
    parser = arguments(__doc__ or "")
    parser.add_argument("--persons", type=int, default=100_000)
    parser.add_argument("--names", type=Path, default=SHARED)
    options = parser.parse_args()
    if not options.names.is_dir():
        print("skipped: the public names are not there")
        return 0
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder) / "casebook") as casebook:
        known = list(itertools.islice(_names(options.names, random.Random(1)), options.persons))
        _fill(known)
        asked = [*random.Random(2).sample(known, _TIMES // 2), *_new(options.names)]
        spent = [_added(casebook, name) for name in random.Random(3).sample(asked, len(asked))]
        judged = Judgement.objects.count()
    told = figures(spent, options.persons, judged)
    print(table(("persons", "first", "median", "worst of the rest", "judgements"), [tuple(told.values())]))
    reached = told["worst of the rest"] < SECONDS
    print(f"seconds of CPU time; figure reached: {mark(reached)}")
    told["machine"] = machine()
    print(said(told))
    written(told, options.json)
    return int(not reached)


def figures(spent: list[float], persons: int, judged: int) -> dict[str, Any]:
    first, *rest = spent
    return {
        "persons": persons,
        "first": round(first, 2),
        "median": round(statistics.median(rest), 3),
        "worst of the rest": round(max(rest), 3),
        "judgements": judged,
    }


def _names(folder: Path, draw: random.Random, *, measured: bool = False) -> Iterator[str]:
    borne = names(folder, measured=measured, draw=draw)
    while True:
        given, family, father = borne.a_given(draw), borne.a_family(draw), borne.a_given(draw)
        known = [each for each in SCRIPTS if each in given.spellings and each in family.spellings]
        yield composed(given, family, father, draw.choice("mf"), draw.choice(known), 0.02, draw)


def _new(folder: Path) -> list[str]:
    """Of people whose names the casebook hardly holds."""
    return list(itertools.islice(_names(folder, random.Random(4), measured=True), _TIMES // 2))


def _fill(known: list[str]) -> None:
    for begin in range(0, len(known), _AT_ONCE):
        part = known[begin : begin + _AT_ONCE]
        reports = [
            Report(
                sha256=hashlib.sha256(str(begin + at).encode()).hexdigest(), size=0, media_type="text/plain"
            )
            for at in range(0, len(part), _IN_A_REPORT)
        ]
        Report.objects.bulk_create(reports)
        Person.objects.bulk_create(
            Person(
                report=reports[at // _IN_A_REPORT],
                key=f"p{at % _IN_A_REPORT}",
                names=[name],
                folded_name=folded_name(name),
            )
            for at, name in enumerate(part)
        )


def _added(casebook: OpenCasebook, name: str) -> float:
    """CPU seconds of receiving, writing and linking a report that is read already."""
    text = f"{name} was held in a camp near Korla in December 2018. {time.perf_counter_ns()}"
    begun = time.process_time()
    got = receive(casebook, ME, BytesIO(text.encode()), untrusted_name="report.txt")
    claim = Claim(
        kind="detention",
        passage=Passage(0, len(text), text),
        who=("p1",),
        where=Where("Korla"),
        when="2018-12",
        told_by=(Teller("Courier", TellerRole.MEDIA),),
        reader="measured 1",
    )
    header = ReportHeader(title=name, text=text, sha256=got.sha256, outlet="Courier", published="2020-01-03")
    reading = Reading(header, (ReadPerson("p1", (name,)),), (identified(claim, got.sha256),))
    read(casebook, ME, got.report, Outcome(got.sha256, "text/plain", "utf-8", reading))
    return time.process_time() - begun


if __name__ == "__main__":
    raise SystemExit(main())
