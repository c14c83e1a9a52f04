"""Twenty pairs shown with their reasons: ten hard ones that are one name, ten near misses that are not.

All names are invented. They are for looking at, and too few to measure with.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from amanat.core.names import compare

KEY = "shown"
ABOUT = "Ten hard pairs and ten near misses, with the reasons"
_EVEN = 0.5


def shown() -> tuple[str, dict[str, Any]]:
    lines, rows = [f"{ABOUT}  [{KEY}]"], []
    for is_match, one, other in _pairs():
        found = compare(one, other)
        is_right = (found.probability >= _EVEN) == is_match
        verdict = "" if is_right else "   WRONG"
        lines += [f"{found.probability:.2f}  {one} {'=' if is_match else '≠'} {other}{verdict}"]
        lines += [f"      {reason}" for reason in found.reasons]
        score = {"probability": round(found.probability, 4), "reasons": list(found.reasons)}
        rows.append({"one": one, "other": other, "match": is_match, **score})
    return "\n".join(lines), {"about": ABOUT, "pairs": rows}


def _pairs() -> list[tuple[bool, str, str]]:
    with Path(__file__).with_name("shown.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return [(row["match"] == "yes", row["one"], row["other"]) for row in rows]
