"""The real command in a process of its own, and the small reports that its tests take in."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import amanat

PASSPHRASE = "eleven grey cranes by the salt lake"
PROGRAM = [sys.executable, "-c", "from amanat.cli.main import main; main()"]
SOURCE = str(Path(amanat.__file__).parent.parent)


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def error(self) -> Any:
        return json.loads(self.err.strip().splitlines()[-1])


def environment(**more: str) -> dict[str, str]:
    """Ours, without what another run set for Amanat, and one reading process."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("AMANAT_", "DJANGO_"))}
    return {**kept, "PYTHONPATH": SOURCE, "AMANAT_PROCESSES": "1", "COLUMNS": "200", **more}


def amanat_run(
    *arguments: str | Path,
    passphrase: str | None = PASSPHRASE,
    given: bytes = b"",
    cwd: Path | None = None,
    **more: str,
) -> Ran:
    """The command, its passphrase on a file descriptor unless it is None."""
    reading, writing = os.pipe()
    os.write(writing, (passphrase or "").encode())
    os.close(writing)
    said = [str(each) for each in arguments]
    fd = ["--passphrase-fd", str(reading)] if passphrase is not None else []
    try:
        done = subprocess.run(
            [*PROGRAM, *fd, *said],
            input=given,
            capture_output=True,
            pass_fds=[reading],
            cwd=cwd,
            env=environment(**more),
            timeout=240,
        )
    finally:
        os.close(reading)
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


REPORTS: Mapping[str, bytes] = {
    "taken.txt": (
        "Three herders held in Tomsay\n\n12 March 2019\n\nTOMSAY (Birlik Courier) – Sanjar Tolegen was detained in "
        "Tomsay in January 2019, his wife said.\n\nPolice took Dilara Osmanqizi to a camp in Qaratal in July 2017. "
        "She was released in October 2018. She says that she was forced to sew gloves.\n"
    ).encode(),
    "page.html": (
        "<html><head><meta charset='utf-8'><title>A herder’s wife speaks | Qarasu Herald</title></head><body>"
        "<h1>A herder’s wife speaks</h1><p>04/02/2019</p><p>Dilara Osmanqizi was detained in July 2017 and held in a "
        "camp in Qaratal for more than a year, she told the Qarasu Herald in an interview.</p>"
        "<p>She fled to Kazakhstan in December 2018.</p></body></html>"
    ).encode(),
    "empty.txt": b"",
}


def lines(text: str) -> Sequence[str]:
    return text.strip().splitlines()
