"""Learn the tables of core/names from public names:  python scripts/train_names.py FOLDER [--for-benchmark] OUT

FOLDER holds latin-han.tsv, latin-arabic.tsv, latin-russian.tsv and kazakh-latin.csv (see docs/measuring-names.md).
Everything is learnt twice: first from seven of eight names, to weigh the evidence on the eighth; then from all,
with those weights. With --for-benchmark only the names set aside for learning are used at all. Some fifteen minutes.
The tables that come with the program were learnt from all names with the weights of a --for-benchmark run.
"""

from __future__ import annotations

import argparse
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path
from zlib import crc32

import numpy as np
from names_training import alignments, calibration, embedding
from names_training.corpus import CALIBRATED_ONE_IN, Pair, every_pair, groups, pinyin_pairs

from amanat.core.names.evidence import Learned, bones
from amanat.core.names.hanzi import pinyin
from amanat.core.names.learned import FILE, from_bytes, to_bytes
from amanat.core.names.signs import han_signs, letter_signs
from amanat.core.names.spelling import Spelling
from amanat.core.names.transducer import Transducer

OWN = Path(__file__).parents[1] / "src/amanat/core/names/tables" / FILE
MOST_LETTERS = 40_000
"""Pairs of letters with letters that are enough to learn from."""


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("folder", type=Path)
    asked.add_argument("out", type=Path, nargs="?", default=OWN)
    asked.add_argument("--for-benchmark", action="store_true")
    asked.add_argument(
        "--weights-of", type=Path, help="take the weights of these tables, and learn once only"
    )
    options = asked.parse_intermixed_args()
    begun = time.time()
    every = groups(options.folder, options.for_benchmark)
    pairs = every_pair(every, options.for_benchmark)
    print(f"{len(every)} names, {len(pairs)} pairs", flush=True)
    read = pinyin_pairs(every)
    given = options.weights_of
    weights = from_bytes(given.read_bytes()).weights if given else _weighed(pairs, read)
    print(f"Learning from all ({time.time() - begun:.0f} s)", flush=True)
    content = to_bytes(replace(_learn(pairs, read), weights=weights))
    options.out.write_bytes(content)
    print(f"{options.out.name}: {len(content):,} bytes, {time.time() - begun:.0f} s")


def _weighed(pairs: list[Pair], read: list[Pair]) -> dict[str, np.ndarray]:
    """The weights of the evidence, on names kept apart from what it was learnt from."""
    first = [pair for pair in pairs if not _kept(pair)]
    print(f"Learning from {len(first)} pairs", flush=True)
    tables = _learn(first, [pair for pair in read if not _kept(pair)])
    kept = [[pair for pair in both if _kept(pair)] for both in (pairs, read)]
    print(f"Weighing on {len(kept[0])} pairs", flush=True)
    pool = sorted({each for pair in pairs for each in pair}, key=lambda each: (each.kind, each.letters))
    learnt = [pair for pair in read if not _kept(pair)]
    return calibration.calibrated(tables, *kept, pool, learnt)


def _kept(pair: Pair) -> bool:
    return any(map(_is_kept, pair))


def _is_kept(spelling: Spelling) -> bool:
    """Whether a token is kept for weighing, by its own letters: no form of it is then learnt from at first."""
    return crc32(f"weigh {spelling.letters}".encode()) % (2 * CALIBRATED_ONE_IN) == 0


def _learn(pairs: list[Pair], read: list[Pair]) -> Learned:
    """The transducers in processes of their own, the vectors in this one meanwhile."""
    letters = {
        kind: [(one.letters, other.letters) for one, other in pairs if one.kind + other.kind == kind]
        for kind in ("LH", "LA", "LL", "AH")
    }
    with ProcessPoolExecutor(max_workers=2) as others:
        han = others.submit(_han, letters["LH"])
        spelt = others.submit(_letters, letters["LL"])
        consonants = others.submit(_consonants, letters["LA"])
        han_bones = others.submit(_han_bones, letters["AH"])
        readings = others.submit(_readings, letters["LH"])
        vectors = embedding.learn([*pairs, *read])
        return Learned(
            han.result(),
            readings.result(),
            spelt.result(),
            consonants.result(),
            han_bones.result(),
            vectors,
            weights={},
        )


Letters = list[tuple[str, str]]


def _han(pairs: Letters) -> Transducer:
    return alignments.learn(
        [(han_signs(han), latin, 1.0) for latin, han in pairs],
        5,
        likeness=alignments.like_pinyin,
        backing=alignments.by_onset_and_rest,
    )


def _readings(pairs: Letters) -> Transducer:
    return alignments.learn(
        [(letter_signs(latin), pinyin(han), 1.0) for latin, han in pairs],
        4,
        rounds=4,
        likeness=alignments.like_letter,
        backing=alignments.by_class,
    )


def _consonants(pairs: Letters) -> Transducer:
    return alignments.learn(
        [(letter_signs(arabic), latin, 1.0) for latin, arabic in pairs],
        3,
        likeness=_like_arabic,
        backing=alignments.by_class,
    )


def _like_arabic(sound: str, stretch: str) -> float:
    return alignments.like_letter(bones(sound) or "'", stretch)


def _letters(pairs: Letters) -> Transducer:
    chosen = [pairs[at] for at in np.random.default_rng(0).permutation(len(pairs))[:MOST_LETTERS]]
    both = [*chosen, *((other, one) for one, other in chosen)]
    return alignments.learn(
        [(letter_signs(one), other, 1.0) for one, other in both],
        3,
        rounds=4,
        likeness=alignments.like_letter,
        backing=alignments.by_class,
    )


def _han_bones(pairs: Letters) -> Transducer:
    return alignments.learn(
        [(han_signs(han), bones(arabic), 1.0) for arabic, han in pairs],
        4,
        likeness=alignments.like_pinyin,
        backing=alignments.by_onset_and_rest,
    )


if __name__ == "__main__":
    main()
