"""Every claim that might be made of a labelled report, with its marks and whether the labels have it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from spacy.language import Language
from spotter_training.reports import read_reports

from amanat.core.claim import Claim
from amanat.core.reading import spotted
from amanat.core.reading.reader import read
from amanat.core.reading.spots import spotted_kinds
from scoring.assignment import best_pairs
from scoring.gold import load, sentence_around

HERE = Path(__file__).parent
GOLD = HERE.parents[1] / "benchmarks" / "reading" / "gold"
UNLIKE = "marked for the spotter"
"""The mark of reports whose labels are of the other sort: more marked, and nothing left open."""
APART = HERE.parent / "spotter_training" / "apart"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A label: ``text[start:end]`` tells of one of ``kinds``."""

    kinds: frozenset[str]
    start: int
    end: int
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Labelled:
    """``ours``: by the contract of reading; else by whoever marked reports for the spotter, who left nothing open."""

    name: str
    text: str
    wanted: tuple[Wanted, ...]
    ours: bool


@dataclass(frozen=True, slots=True)
class Row:
    """``of``: whether the ``spotter`` saw it or the ``rules`` read it."""

    report: int
    of: str
    marks: dict[str, float]
    right: bool


def labelled_reports() -> list[Labelled]:
    """Those that were no lesson of the spotter."""
    names = (HERE / "untaught.txt").read_text(encoding="utf-8").split()
    return [*(_gold(GOLD / f"{name}.yaml") for name in names), *_apart()]


def _gold(path: Path) -> Labelled:
    gold = load(path)
    wanted = (Wanted(one.kinds, one.start, one.end, one.optional) for one in gold.claims)
    known = frozenset(spotted_kinds())
    return Labelled(gold.name, gold.text, tuple(one for one in wanted if one.kinds & known), ours=True)


def _apart() -> Iterator[Labelled]:
    for report in read_reports(sorted(APART.glob("*.txt"))):
        wanted = [Wanted(frozenset(one.mark.kinds), one.mark.start, one.mark.end) for one in report.marks]
        yield Labelled(report.name, report.text, tuple(wanted), ours=False)


def claims_of(report: Labelled, model: Language) -> list[Claim]:
    """What is read of the kinds that the spotter knows."""
    digest = hashlib.sha256(report.text.encode("utf-8")).hexdigest()
    known = spotted_kinds()
    return [one for one in read(report.text, sha256=digest, nlp=model).claims if one.kind in known]


def rows_of(number: int, report: Labelled, model: Language) -> Iterator[Row]:
    """Each claim that is weighed while the report is read, made or not; those whose label is optional are left out."""
    offers: list[tuple[str, spotted.Offer]] = []

    def noting(of: str, offer: spotted.Offer) -> float:
        offers.append((of, offer))
        return weigh(of, offer)

    weigh = spotted.weigh
    with patch.object(spotted, "weigh", noting):  # the reader has no use for a place to look in from outside
        claims = claims_of(report, model)
    found = [(offer.draft.kind, *_passage(offer)) for _, offer in offers]
    known = set(found)
    besides = [(one.kind, one.passage.start, one.passage.end) for one in claims]
    besides = [one for one in besides if one not in known]
    matched = pairs([*found, *besides], report)
    for at, (of, offer) in enumerate(offers):
        wanted = matched.get(at)
        if wanted is None or not wanted.optional:
            marks = {**offer.marks, UNLIKE: float(not report.ours)}
            yield Row(number, of, marks, wanted is not None)


def _passage(offer: spotted.Offer) -> tuple[int, int]:
    return offer.draft.span or (offer.draft.sentence.start, offer.draft.sentence.end)


def pairs(found: Sequence[tuple[str, int, int]], report: Labelled) -> dict[int, Wanted]:
    """For each of ``found`` (kind, start, end) the label that it meets, one to one as benchmarks/reading.py pairs."""
    worth = [[_worth(one, wanted, report.text) for one in found] for wanted in report.wanted]
    return {column: report.wanted[row] for row, column in best_pairs(worth)}


def _worth(one: tuple[str, int, int], wanted: Wanted, text: str) -> float:
    kind, start, end = one
    if kind not in wanted.kinds:
        return 0.0
    shared = min(end, wanted.end) - max(start, wanted.start)
    begin, finish = sentence_around(text, wanted.start, wanted.end)
    if shared * 2 < min(end - start, wanted.end - wanted.start) and not (begin <= start and end <= finish):
        return 0.0
    return 100.0 - 0.5 * wanted.optional
