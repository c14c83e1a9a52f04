"""How well places are found from their names in other scripts.

    python benchmarks/places.py [--misses N] [--json FILE]

Xinjiang's Han names from Uyghur, Kazakh, Russian and Latin forms, with the gazetteer and without it; Kazakhstan's
places from their Kazakh, Russian, Uyghur, English and Chinese forms in ../shared/data/names, which serve for
measuring only.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from amanat.core.places import find
from placing import kazakhstan, xinjiang
from placing.figures import Asked, measured

KAZAKHSTAN = Path(__file__).resolve().parents[2] / "shared" / "data" / "names" / "kazakhstan-places.jsonl"


def main() -> None:
    asked = _arguments()
    find("Almaty")  # reads the tables, which is no part of a question's time
    results = [figures for task in _tasks() if (figures := measured(task)) is not None]
    width = max(len(each.about) for each in results)
    print(f"{'':{width}} {'n':>6} {'@1':>6} {'@10':>6} {'95%':>13} {'ms':>5}")
    for each in results:
        shares = f"{each.at_1:6.3f} {each.at_10:6.3f} {each.low:7.3f}–{each.high:.3f}"
        print(f"{each.about:{width}} {each.asked:6} {shares} {each.median_ms:5.0f}")
        for missed in each.missed[: asked.misses]:
            print(f"    missed: {missed}")
    if asked.json:
        asked.json.write_text(json.dumps(list(map(asdict, results)), ensure_ascii=False, indent=1) + "\n")


def _tasks() -> Iterator[Asked]:
    here = xinjiang.places()
    yield from xinjiang.through_the_gazetteer(here)
    yield from xinjiang.without_it(here)
    if KAZAKHSTAN.exists():
        yield from kazakhstan.tasks(KAZAKHSTAN)
    else:
        print("Kazakhstan's places are not measured: ../shared/data/names is not here.")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--misses", type=int, default=0, help="show so many of what was not found")
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    return parser.parse_args()


if __name__ == "__main__":
    main()
