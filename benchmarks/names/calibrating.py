"""Whether a score of .9 means nine in ten: pairs as a search brings them up, most of them wrong.

For each pair of scripts a list of ten thousand composed names is searched for three hundred people, of whom only
every third is in it; each of the ten results of a search is one pair, scored by ``compare``. So about one pair in
thirty is true: what a documenter meets who looks up names of whom most were never listed. All tokens of the people
asked for are test tokens. True is a pair whose shown parts are the same or share a Latin spelling in the data.

The hard negatives are, for each search, the wrong result that scores highest.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from names.peers.ranker import Ranker
from names.scoring import Figure, share
from names.tables import columns
from names.tasks.composed import STYLES, Homonyms, Record, Script, Style, asked_for, draw_people, record
from names.tasks.people import POOL, Source, arabic_names, han_names, kazakh_names, russian_names, tested
from names.tasks.task import SEED

KEY = "calibration"
ABOUT = "Calibration: what a score means, over pairs that a search brings up"
SEARCHED = 300
IN_THE_LIST = 3  # every third
LIMIT = 10
HIGH, EVEN = 0.9, 0.5
EDGES = (0.0, 0.01, 0.05, 0.1, 0.3, 0.5, 0.7, 0.9, 0.95, 0.99)
SOURCES: tuple[tuple[Source, Script, Script, tuple[Style, ...]], ...] = (
    (kazakh_names, "latin", "kazakh", STYLES),
    (kazakh_names, "kazakh", "latin", STYLES),
    (kazakh_names, "latin", "latin", STYLES),
    (russian_names, "russian", "kazakh", STYLES),
    (han_names, "latin", "han", STYLES[:1]),
    (han_names, "han", "latin", STYLES[:1]),
    (han_names, "pinyin", "latin", STYLES[:1]),
    (arabic_names, "arabic", "latin", STYLES[:1]),
)


@dataclass(frozen=True, slots=True)
class Scored:
    """One result of one search."""

    scripts: str
    search: int
    probability: float
    is_true: bool


@dataclass(frozen=True)
class Calibration:
    """Of all pairs, or of one pair of scripts."""

    pairs: tuple[Scored, ...]

    @property
    def rate(self) -> float:
        """The share of true pairs."""
        return sum(each.is_true for each in self.pairs) / max(1, len(self.pairs))

    def precision(self, least: float) -> Figure:
        return share([each.is_true for each in self.pairs if each.probability >= least])

    def kept(self, least: float) -> Figure:
        """The share of the true pairs that score as much."""
        return share([each.probability >= least for each in self.pairs if each.is_true])

    def twins_below(self, most: float) -> Figure:
        hardest: dict[tuple[str, int], float] = {}
        for each in self.pairs:
            if not each.is_true:
                search = (each.scripts, each.search)
                hardest[search] = max(each.probability, hardest.get(search, 0.0))
        return share([probability < most for probability in hardest.values()])

    def bins(self) -> list[tuple[str, int, float, float]]:
        """From, how many pairs, their mean score, the share that is true."""
        found = []
        for low, high in zip(EDGES, (*EDGES[1:], 1.01), strict=True):
            those = [each for each in self.pairs if low <= each.probability < high]
            if those:
                mean = float(np.mean([each.probability for each in those]))
                true = float(np.mean([each.is_true for each in those]))
                found.append((f"{low:.2f}–{min(high, 1):.2f}", len(those), mean, true))
        return found

    def error(self) -> float:
        """Expected calibration error: the distance of score and truth, over the pairs' bins."""
        return sum(count * abs(mean - true) for _, count, mean, true in self.bins()) / max(1, len(self.pairs))

    def by_scripts(self) -> dict[str, Calibration]:
        kinds = dict.fromkeys(each.scripts for each in self.pairs)
        return {
            kind: Calibration(tuple(each for each in self.pairs if each.scripts == kind)) for kind in kinds
        }

    def as_json(self) -> dict[str, Any]:
        return {
            "pairs": len(self.pairs),
            "rate": round(self.rate, 4),
            f"precision at {HIGH}": self.precision(HIGH).as_json(),
            f"true pairs at {HIGH}": self.kept(HIGH).as_json(),
            f"hard negatives below {EVEN}": self.twins_below(EVEN).as_json(),
            "error": round(self.error(), 4),
            "bins": self.bins(),
        }


def calibrated(ranker: Ranker, folder: Path, searches: int = SEARCHED) -> Calibration:
    return Calibration(
        tuple(each for source in SOURCES for each in _searched(ranker, folder, searches, *source))
    )


def _searched(
    ranker: Ranker,
    folder: Path,
    searches: int,
    source: Source,
    asked: Script,
    pool: Script,
    styles: tuple[Style, ...],
) -> list[Scored]:
    draw = random.Random(SEED)
    given, family = source(folder)
    people = [
        record(each, pool, draw, styles)
        for each in draw_people(tested(given), tested(family), searches, draw)
    ]
    others = [record(each, pool, draw, styles) for each in draw_people(given, family, POOL, draw)]
    listed = [*people[::IN_THE_LIST], *others]
    draw.shuffle(listed)
    queries = [asked_for(each, asked, draw, styles) for each in people]
    return _pairs(ranker, f"{asked} → {pool}", queries, listed)


def _pairs(ranker: Ranker, scripts: str, queries: Sequence[Record], listed: Sequence[Record]) -> list[Scored]:
    texts = [each.text for each in listed]
    ranked = ranker.ranked([each.text for each in queries], texts, LIMIT)
    homonyms = Homonyms(listed)
    found = []
    for search, (query, results) in enumerate(zip(queries, ranked, strict=True)):
        right = homonyms.of(query)
        those = [texts[at] for at, _ in results]
        for text, score in zip(those, ranker.scores([(query.text, each) for each in those]), strict=True):
            found.append(Scored(scripts, search, score, text in right))
    return found


def table(found: Calibration) -> str:
    """The figures by scripts, then the reliability of all pairs."""
    heads = [
        "pairs",
        "true",
        f"precision ≥ {HIGH}",
        f"true pairs ≥ {HIGH}",
        f"hard negatives < {EVEN}",
        "error",
    ]
    rows = [_row(name, each) for name, each in [("all", found), *found.by_scripts().items()]]
    bins = [[name, count, f"{mean:.3f}", f"{true:.3f}"] for name, count, mean, true in found.bins()]
    goals = f"goal: precision ≥ .97 at {HIGH}; more than half of the hard negatives below {EVEN}"
    reliability = columns(["score", "pairs", "mean score", "true"], bins)
    return "\n".join([f"{ABOUT}  [{KEY}]\n{goals}", columns(["", *heads], rows), reliability])


def _row(name: str, found: Calibration) -> list[str]:
    is_any_high = any(each.probability >= HIGH for each in found.pairs)
    figures = [found.precision(HIGH) if is_any_high else "–", found.kept(HIGH), found.twins_below(EVEN)]
    return [name, f"{len(found.pairs):,}", f"{found.rate:.3f}", *map(str, figures), f"{found.error():.3f}"]
