"""Reports as they come in, each held against all before it: candidates by prints, then the two texts themselves."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import partial

import numpy as np

from amanat.core.echo.comparing import compare
from amanat.core.echo.echo import Echo
from amanat.core.echo.postings import Postings
from amanat.core.echo.prints import Print, print_of, runs_in
from amanat.core.echo.report import Report
from amanat.core.echo.standing import FEWEST, is_standing
from amanat.core.echo.words import Words, words_of
from amanat.core.names.folding import folded

_COMMON, _FACTS = 6, 5
"""How many runs and pairs together two prints share before their texts are compared; or facts, of two languages."""
_HELD, _SHARES_HELD = 1024, 1 << 18
"""Reports whose words are held ready, and pairs of which it is known how much of their runs they share."""
_SAMPLED = 24
"""Runs of a passage, evenly spread, of which it is asked whether they are standing text."""

Pair = tuple[int, int]


class EchoIndex:
    """``report_of`` gives the report with an id, where texts are not to be held in memory.

    A report's print takes some 3 kB and as much again in the postings; the words of the last thousand compared take
    some 150 MB.
    """

    def __init__(self, report_of: Callable[[int], Report] | None = None) -> None:
        self._reports: dict[int, Report] = {}
        self._report_of = report_of or self._reports.__getitem__
        self._holds_reports = report_of is None
        self._ids: list[int] = []
        self._prints: dict[int, Print] = {}
        self._outlets: dict[int, str] = {}
        self._languages: list[str] = []
        self._runs, self._pairs, self._facts = Postings(), Postings(), Postings()
        self._words: OrderedDict[int, Words] = OrderedDict()
        self._shares: dict[Pair, float] = {}
        self._standing: set[int] = set()
        self._found: dict[Pair, Echo] = {}
        self._partners: dict[int, set[int]] = defaultdict(set)

    def __len__(self) -> int:
        return len(self._ids)

    def __contains__(self, report: int) -> bool:
        return report in self._prints

    def add(self, report: Report) -> list[Echo]:
        """Takes the report in; the echoes between it and those that are there, by their ids.

        Echoes of others that end because something turns out to be standing text are gone from `echoes`. Raises
        ValueError for an id that is there already.
        """
        words = words_of(report)
        candidates = self.take_in(report.id, report.outlet, report.language, print_of(words))
        if self._holds_reports:
            self._reports[report.id] = report
        self._hold(words)
        for pair in self.unsettled_by(report.id):
            self.note(*pair, self.compare(*pair))
        for other in candidates:
            self.note(*_pair(report.id, other), self.compare(report.id, other))
        return [self._found[_pair(report.id, other)] for other in sorted(self._partners[report.id])]

    def take_in(self, report: int, outlet: str, language: str, made: Print) -> list[int]:
        """Only enters the print; the ids of those whose texts are worth comparing with this one's."""
        if report in self._prints:
            raise ValueError(f"report {report} is in the index already")
        found = self._candidates(language, made)
        self._ids.append(report)
        self._prints[report] = made
        self._outlets[report] = folded(outlet)
        self._languages.append(language)
        self._runs.add(made.runs)
        self._pairs.add(made.pairs)
        self._facts.add(made.facts)
        return found

    def fill(self, entries: Sequence[tuple[int, str, str, Print]]) -> None:
        """Prints of many at once, each with its report's id, outlet and language; nothing is compared."""
        for report, outlet, language, made in entries:
            self._ids.append(report)
            self._prints[report] = made
            self._outlets[report] = folded(outlet)
            self._languages.append(language)
        self._runs.fill([made.runs for *_, made in entries])
        self._pairs.fill([made.pairs for *_, made in entries])
        self._facts.fill([made.facts for *_, made in entries])

    def holds(self, report: int, outlet: str, language: str) -> bool:
        """Whether the report is in the index as of this outlet and language."""
        if report not in self._prints:
            return False
        return (self._outlets[report], self._languages[self._ids.index(report)]) == (folded(outlet), language)

    def candidates(self, report: int) -> list[int]:
        """Those whose texts are worth comparing with that of a report in the index."""
        language = self._languages[self._ids.index(report)]
        return [each for each in self._candidates(language, self._prints[report]) if each != report]

    def _candidates(self, language: str, made: Print) -> list[int]:
        if not self._ids:
            return []
        worth = self._runs.common(made.runs) + self._pairs.common(made.pairs) >= _COMMON
        other = np.array([bool(each and language) and each != language for each in self._languages])
        if other.any():
            worth |= other & (self._facts.common(made.facts) >= _FACTS)
        return sorted(self._ids[place] for place in np.flatnonzero(worth).tolist())

    def note(self, left: int, right: int, echo: Echo | None) -> None:
        """What was found of a pair, the lower id first."""
        if echo is None:
            self._found.pop((left, right), None)
            self._partners[left].discard(right)
            self._partners[right].discard(left)
        else:
            self._found[left, right] = echo
            self.partner(left, right)

    def partner(self, left: int, right: int) -> None:
        """That an echo of the two was found, wherever it is kept."""
        self._partners[left].add(right)
        self._partners[right].add(left)

    def forget(self, report: int) -> None:
        """The words of a report that may have changed; its print stays."""
        self._words.pop(report, None)

    def unsettled_by(self, report: int) -> list[Pair]:
        """The pairs found so far that must be compared anew since ``report`` came in: those that share a run of words
        which its coming made standing text."""
        unsettled: set[Pair] = set()
        for key in self._prints[report].runs.tolist():
            if key in self._standing:
                continue
            holders = self._holders(key)
            if len(holders) < FEWEST:
                continue
            inside = set(holders)
            pairs = {
                (one, other)
                for one in holders
                for other in self._partners[one]
                if one < other and other in inside
            }
            if pairs and self._is_standing(key, holders):
                unsettled |= pairs
        return sorted(unsettled)

    def _holders(self, key: int) -> list[int]:
        return [self._ids[place] for place in self._runs.holders(key)]

    def _is_standing(self, key: int, holders: list[int]) -> bool:
        """What became standing text remains it: more reports only make more pairs that are unlike."""
        if key in self._standing:
            return True
        if len(holders) < FEWEST or not is_standing(holders, self._share, self._outlets.__getitem__):
            return False
        self._standing.add(key)
        return True

    def _share(self, one: int, other: int) -> float:
        found = self._shares.get((one, other))
        if found is None:
            if len(self._shares) >= _SHARES_HELD:
                self._shares.clear()
            ours, theirs = self._prints[one].runs, self._prints[other].runs
            common = len(np.intersect1d(ours, theirs, assume_unique=True))
            found = self._shares[one, other] = common / max(1, min(len(ours), len(theirs)))
        return found

    def compare(self, one: int, other: int) -> Echo | None:
        """The echo between two reports that are in the index."""
        left, right = _pair(one, other)
        words = self._words_of(left)
        return compare(words, self._words_of(right), partial(self._stands, words, right))

    def _stands(self, left: Words, right: int, start: int, end: int) -> bool:
        """Whether most of what a stretch of the left text has in common with the other is standing text."""
        runs = np.intersect1d(runs_in(left, start, end), self._prints[right].runs)
        keys = runs[:: max(1, len(runs) // _SAMPLED)].tolist()
        standing = sum(self._is_standing(key, self._holders(key)) for key in keys)
        return standing * 2 > len(keys)

    def _words_of(self, report: int) -> Words:
        found = self._words.get(report)
        if found is None:
            found = words_of(self._report_of(report))
        self._hold(found)
        return found

    def _hold(self, words: Words) -> None:
        self._words[words.report.id] = words
        self._words.move_to_end(words.report.id)
        if len(self._words) > _HELD:
            self._words.popitem(last=False)

    def echoes(self) -> list[Echo]:
        """All that stand, by their reports' ids."""
        return [self._found[pair] for pair in sorted(self._found)]


def echoes_among(reports: Iterable[Report]) -> list[Echo]:
    """Every echo between any two of the reports."""
    index = EchoIndex()
    for report in reports:
        index.add(report)
    return index.echoes()


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)
