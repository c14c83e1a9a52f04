"""Every claim that might be made of a labelled report, with its marks and whether the labels have it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from spacy.language import Language
from spotter_training.marks import STATUSES
from spotter_training.reports import read_reports

from amanat.core.claim import Claim
from amanat.core.reading import reader, spotted
from amanat.core.reading.cast import Cast
from amanat.core.reading.draft import Draft
from amanat.core.reading.offer import Offer
from amanat.core.reading.sentences import Sentence
from amanat.core.reading.spots import spotted_kinds
from amanat.core.reading.statuses import find_statuses
from amanat.core.reading.where import Places
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
    """``ours``: by the contract of reading; else by whoever marked reports for the spotter, who left nothing open.
    ``kinds`` are those that may be learnt from it."""

    name: str
    text: str
    wanted: tuple[Wanted, ...]
    kinds: frozenset[str]
    ours: bool


@dataclass(frozen=True, slots=True)
class Row:
    """``of``: whether the ``spotter`` saw it or the ``rules`` read it."""

    report: int
    of: str
    marks: dict[str, float]
    right: bool


def labelled_reports() -> list[Labelled]:
    """Those that were no lesson of the spotter. What somebody is it never learnt from any of ``gold``; and whoever
    marked the others for it marked every trade in passing."""
    untaught = set((HERE / "untaught.txt").read_text(encoding="utf-8").split())
    kinds = frozenset(spotted_kinds())
    gold = [
        _gold(path, kinds if path.stem in untaught else _NEVER_TAUGHT) for path in sorted(GOLD.glob("*.yaml"))
    ]
    return [*gold, *_apart(kinds - STATUSES)]


_NEVER_TAUGHT = STATUSES - {"residence"}


def _gold(path: Path, kinds: frozenset[str]) -> Labelled:
    gold = load(path)
    wanted = (Wanted(one.kinds, one.start, one.end, one.optional) for one in gold.claims)
    return Labelled(gold.name, gold.text, tuple(one for one in wanted if one.kinds & kinds), kinds, ours=True)


def _apart(kinds: frozenset[str]) -> Iterator[Labelled]:
    for report in read_reports(sorted(APART.glob("*.txt"))):
        marks = [one.mark for one in report.marks]
        wanted = [
            Wanted(frozenset(one.kinds), one.start, one.end) for one in marks if kinds.issuperset(one.kinds)
        ]
        yield Labelled(report.name, report.text, tuple(wanted), kinds, ours=False)


def claims_of(report: Labelled, model: Language) -> list[Claim]:
    """What is read of the kinds that may be learnt from it."""
    digest = hashlib.sha256(report.text.encode("utf-8")).hexdigest()
    claims = reader.read(report.text, sha256=digest, nlp=model).claims
    return [one for one in claims if one.kind in report.kinds]


def rows_of(number: int, report: Labelled, model: Language) -> Iterator[Row]:
    """Each claim that is weighed while the report is read, made or not; those whose label is optional are left out."""
    offers: list[tuple[str, Offer]] = []

    def noting(of: str, offer: Offer) -> float:
        offers.append((of, offer))
        return weigh(of, offer)

    weigh = spotted.weigh
    # The reader has no use for a place to look in from outside.
    with patch.object(spotted, "weigh", noting), patch.object(reader, "find_statuses", _without_rules):
        claims = claims_of(report, model)
    offers = [(of, offer) for of, offer in offers if offer.draft.kind in report.kinds]
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


def _without_rules(sentence: Sentence, cast: Cast, places: Places) -> Iterator[Draft]:
    """What somebody is, without the kinds that the spotter sees too: the rules know these very reports by heart, so
    that what they leave to it there is not what they leave in others."""
    return (one for one in find_statuses(sentence, cast, places) if one.kind not in _NEVER_TAUGHT)


def _passage(offer: Offer) -> tuple[int, int]:
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
