"""What the scripts print and write."""

from __future__ import annotations

import argparse
import json
import os
import platform
from collections.abc import Sequence
from pathlib import Path
from typing import Any


def arguments(about: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to FILE too")
    return parser


def table(heads: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Columns as wide as they need to be, numbers on the right."""
    lines = [[str(each) for each in row] for row in (heads, *rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(heads))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        for line in lines
    )


def machine() -> dict[str, Any]:
    """What the figures were measured on; ``load``: how many processes wanted a core at the end."""
    return {
        "cores": len(os.sched_getaffinity(0)),
        "python": platform.python_version(),
        "system": platform.platform(terse=True),
        "load": round(os.getloadavg()[0], 1),
    }


def said(found: dict[str, Any]) -> str:
    here = found["machine"]
    return f"{here['cores']} cores, load {here['load']}, Python {here['python']}, {here['system']}"


def written(found: dict[str, Any], file: Path | None) -> None:
    if file is not None:
        file.write_text(json.dumps(found, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def mark(held: bool) -> str:
    return "yes" if held else "NO"
