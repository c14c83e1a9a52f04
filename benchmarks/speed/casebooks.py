"""Casebooks full of generated reports, filled through the real actions in this process.

python -m speed.casebooks FOLDER COUNT      (in benchmarks/; a casebook that is there already is filled up)
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db.models import Count

from amanat.store.connect import configure, connect, disconnect

configure()

from amanat.actions.add import ReadIn, add  # noqa: E402 (the records can be imported once Django is ready)
from amanat.adapters.casebook import OpenCasebook, create, open_casebook  # noqa: E402
from amanat.core.protecting import Actor, Role  # noqa: E402
from amanat.store.models import Case, Report  # noqa: E402
from speed.programs import PASSPHRASE  # noqa: E402
from speed.reports import Collection  # noqa: E402

FAST, REAL = "speed.fast_reader:read_fast", "amanat.actions.reading:read_bytes"


@contextmanager
def opened(casebook: Path) -> Iterator[OpenCasebook]:
    """A casebook of these measurements, connected; a new one where there is none."""
    if not casebook.exists():
        create(casebook, PASSPHRASE, "Benchmark")
    found = open_casebook(casebook, PASSPHRASE)
    connect(found)
    try:
        yield found
    finally:
        disconnect(found)
        found.close()


def fill(casebook: Path, count: int, reader: str = FAST) -> list[float]:
    """Adds what is missing of ``count`` reports; CPU seconds of this process, which writes, after each of them."""
    me = Actor("Benchmark", Role.OWNER)
    begun, spent = time.process_time(), []
    with opened(casebook) as here, tempfile.TemporaryDirectory() as folder:
        if Report.objects.filter(state="read").count() >= count:
            return []
        Collection(count).write(Path(folder) / "reports", count)
        for event in add(here, me, [Path(folder) / "reports"], reader=reader, processes=1):
            if isinstance(event, ReadIn):
                spent.append(time.process_time() - begun)
                if len(spent) % 500 == 0:
                    sys.stderr.write(f"{len(spent)} reports, {spent[-1]:.0f} s of CPU time\n")
    return spent


def cases_by_size(casebook: Path) -> tuple[list[tuple[int, str]], list[int]]:
    """The cases, number and title, those with most claims first; and the numbers of all reports."""
    with opened(casebook):
        cases = Case.objects.annotate(claims=Count("acts__claims", distinct=True)).order_by("-claims", "pk")
        return list(cases.values_list("pk", "title")), list(Report.objects.values_list("pk", flat=True))


if __name__ == "__main__":
    fill(Path(sys.argv[1]), int(sys.argv[2]))
