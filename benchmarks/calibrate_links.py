"""Learns what weighed links are worth, from the rules' judgements on people of reports who are nobody.

    python benchmarks/calibrate_links.py [--names FOLDER] [--tables FILE] [--people N] [OUT]

To be run after learn_links.py, with the weights that ship. Names are those kept for learning (names/splits.py), in
other lives than the weights were learnt from. Writes core/linking/tables/calibration.tsv.
"""

from __future__ import annotations

from pathlib import Path

from linking.persons.asking import asked
from linking.persons.calibrating import scale, weighed
from linking.persons.ruling import ruled
from linking.persons.task import casebook

OWN = Path(__file__).resolve().parents[1] / "src/amanat/core/linking/tables/calibration.tsv"
SEEDS = ("calibration 1", "calibration 2", "calibration 3")
HEAD = """# What a weighed link is worth: log odds times the first, plus the second. Learnt by
# benchmarks/calibrate_links.py from people who are nobody, composed of public names, and the mistakes that
# benchmarks/linking/persons/reports.py
# states. times, plus, judgements.
"""


def main() -> None:
    options = asked(__doc__ or "", OWN)
    parts = []
    for seed in SEEDS:
        held = casebook(options.names, options.people, measured=False, seed=seed)
        parts.append(weighed(ruled(held.mentions), held.truth))
    times, plus = scale(parts)
    judgements = sum(len(right) for _, right in parts)
    print(f"{judgements} judgements: log odds times {times:.3f} plus {plus:+.3f}")
    options.out.write_text(f"{HEAD}{times:.3f}\t{plus:+.3f}\t{judgements}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
