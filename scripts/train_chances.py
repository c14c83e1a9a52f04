"""Learn how likely a claim is there:  python scripts/train_chances.py [--least L] [--out FILE]

From labelled reports that the spotter was not taught on: those of benchmarks/reading/gold named in
``chances_training/untaught.txt``, and those in spotter_training/apart. Each is read by the program as it is; every
claim that the spotter or a rule would make there is a row, right or wrong by the labels, and the marks of
core/reading/chances are its columns. To be run again when the spotter changes or the rules have changed much; a minute
or two, and nothing is needed that reading does not need.

Printed is what would be claimed of each part in five of the reports by what was learnt from the other four, beside one
threshold for all. Then all are learnt from.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "benchmarks"), str(ROOT / "scripts")]

from chances_training.fitting import fitted  # noqa: E402
from chances_training.rows import UNLIKE, Labelled, Row, labelled_reports, rows_of  # noqa: E402

from amanat.adapters.english import load_english  # noqa: E402
from amanat.core.reading.chances import Chances, odds  # noqa: E402
from amanat.core.reading.spots import LEARNED  # noqa: E402

FOLDS = 5
LEAST = {"spotter": 0.45, "rules": 0.4}
"""As precise on the reports of both sorts, taken together, as reading was with one threshold of .85."""
TRIED = (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6)
ONE_THRESHOLD = (0.8, 0.85, 0.9)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("--out", type=Path, default=LEARNED / "chances.json")
    asked.add_argument(
        "--least", type=float, default=LEAST["spotter"], help="from what chance a spot is claimed"
    )
    given = asked.parse_args()
    model, reports = load_english(), labelled_reports()
    rows = [row for number, report in enumerate(reports) for row in rows_of(number, report, model)]
    print(
        f"{len(reports)} reports, {len(rows)} claims that might be made, {sum(row.right for row in rows)} right"
    )
    print(f"{'':<28}{'precision, recall: gold':>26}{'apart':>18}")
    for least in ONE_THRESHOLD:
        kept = [row for row in rows if row.of == "rules" or row.marks["seen"] >= odds(least)]
        print(_line(f"seen with {least}", kept, reports))
    weighed = list(zip(rows, apart(rows), strict=True))
    for least in TRIED:
        kept = [
            row for row, chance in weighed if chance >= (least if row.of == "spotter" else LEAST["rules"])
        ]
        print(_line(f"likely by {least}, unlearnt", kept, reports))
    stored = {of: {"least": least, "weights": learnt(of, rows)} for of, least in LEAST.items()}
    stored["spotter"]["least"] = given.least
    given.out.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


def learnt(of: str, rows: Sequence[Row]) -> dict[str, float]:
    """What speaks for the labels of one sort and not of the other is learnt too, so that it weighs on nothing else;
    it is no mark of a claim, and is left out."""
    weights = fitted([row for row in rows if row.of == of])
    return {mark: weight for mark, weight in weights.items() if mark != UNLIKE and weight}


def apart(rows: Sequence[Row]) -> list[float]:
    """The chance of each by what was learnt from reports of the other folds."""
    by_fold = {
        (fold, of): Chances(0, learnt(of, [row for row in rows if row.report % FOLDS != fold]))
        for fold in range(FOLDS)
        for of in LEAST
    }
    return [by_fold[row.report % FOLDS, row.of].of(row.marks) for row in rows]


def _line(name: str, kept: Sequence[Row], reports: Sequence[Labelled]) -> str:
    told = f"{name:<28}"
    for ours in (True, False):
        wanted = sum(not one.optional for each in reports if each.ours is ours for one in each.wanted)
        made = [row.right for row in kept if reports[row.report].ours is ours]
        told += f"{sum(made) / max(len(made), 1):>12.3f}{sum(made) / max(wanted, 1):>8.3f}"
    return told


if __name__ == "__main__":
    main()
