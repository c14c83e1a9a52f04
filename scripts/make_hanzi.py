"""Make core/names/tables/hanzi.tsv: every Han character's reading without its tone, and its simplified form.

Run by hand when the lists behind it change:  python scripts/make_hanzi.py
Origins: pypinyin (MIT), the commonest reading of each character; OpenCC (Apache-2.0), traditional to simplified.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import opencc
from pypinyin import lazy_pinyin

TABLE = Path(__file__).parents[1] / "src/amanat/core/names/tables/hanzi.tsv"
RANGES = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF))


def main() -> None:
    simplified = opencc.OpenCC("t2s").convert
    readings: dict[str, list[str]] = defaultdict(list)
    simpler: list[str] = []
    for first, last in RANGES:
        for character in map(chr, range(first, last + 1)):
            reading = lazy_pinyin(character)[0].replace("ü", "v")
            if reading.isascii() and reading.isalpha():
                readings[reading].append(character)
            if len(simple := simplified(character)) == 1 and simple != character:
                simpler.append(character + simple)
    lines = [f"{reading}\t{''.join(characters)}" for reading, characters in sorted(readings.items())]
    TABLE.write_text("\n".join([*lines, "=\t" + "".join(simpler)]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
