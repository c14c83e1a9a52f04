"""The program ``amanat`` itself, run as a user runs it: its own process, from a cold start."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from speed.measuring import Cost, Watch

PASSPHRASE = "only for measuring"
_MAIN = "import sys; from amanat.cli.main import main; sys.argv[0] = 'amanat'; sys.exit(main())"


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-c", _MAIN, *arguments]


def environment(folder: Path, more: Mapping[str, str] | None = None) -> dict[str, str]:
    """With the passphrase in a file of ``folder``."""
    note = folder / "passphrase"
    note.write_text(PASSPHRASE, encoding="utf-8")
    return {**os.environ, "AMANAT_PASSPHRASE_FILE": str(note), "COLUMNS": "120", **(more or {})}


def run(
    arguments: list[str], env: Mapping[str, str] | None = None, timeout: float = 3600
) -> tuple[str, Cost]:
    """What it printed, and what it cost. Raises CalledProcessError where it fails."""
    asked = command(*arguments)
    process = subprocess.Popen(asked, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env)
    with Watch(process.pid, every=0.05) as watch:
        printed, complaints = process.communicate(timeout=timeout)
    if process.returncode:
        sys.stderr.write(complaints)
        raise subprocess.CalledProcessError(process.returncode, arguments, printed, complaints)
    return printed, watch.cost


def new_casebook(folder: Path) -> Path:
    """A casebook in ``folder``, made by ``init``."""
    run(["init", str(folder / "casebook"), "--owner", "Benchmark"], environment(folder))
    return folder / "casebook"
