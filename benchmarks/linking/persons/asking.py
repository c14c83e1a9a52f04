"""What the programs that learn from people of reports are asked: which names, how many people, where to write."""

from __future__ import annotations

import argparse
from pathlib import Path

from names.peers.ours import compare_by

_SHARED = Path(__file__).resolve().parents[4] / "shared" / "data" / "names"


def asked(about: str, out: Path) -> argparse.Namespace:
    """The answers of the command line; names are compared by the tables it gives. ``about``: the program's own words
    on itself; ``out``: where it writes unless told otherwise."""
    parser = argparse.ArgumentParser(description=about.partition("\n")[0])
    parser.add_argument("--names", type=Path, default=_SHARED)
    parser.add_argument("--tables", type=Path)
    parser.add_argument("--people", type=int, default=800)
    parser.add_argument("out", type=Path, nargs="?", default=out)
    options = parser.parse_args()
    compare_by(options.tables)
    return options
