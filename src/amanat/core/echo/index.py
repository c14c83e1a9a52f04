"""Reports as they come in, each held against all before it: candidates by prints, then the two texts themselves."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

from amanat.core.echo.comparing import compare
from amanat.core.echo.crowds import CROWD, Crowds, Seen, State
from amanat.core.echo.echo import Echo
from amanat.core.echo.kept import Kept
from amanat.core.echo.postings import Postings
from amanat.core.echo.prints import Keys, Print, print_of, runs_in
from amanat.core.echo.report import Report
from amanat.core.echo.standing import FEWEST
from amanat.core.echo.words import Words, words_of

_COMMON, _FACTS = 6, 5
"""How many runs and pairs together two prints share before their texts are compared; or facts, of two languages."""
_WORDS_HELD = 400_000
"""Words of reports that are held ready, all together: some 100 MB."""
_SAMPLED = 24
"""Runs of a passage, evenly spread, of which it is asked whether they are standing text."""

Pair = tuple[int, int]
Entry = tuple[int, str, str, str, Print]
"""A report's id, outlet, language, level and print."""


def _anybody(one: str, other: str) -> Seen:
    return None


class EchoIndex:
    """``report_of`` gives the report with an id, where texts are not to be held in memory. ``seen_beside``: of which
    levels reports may be looked at, to judge two reports of these levels; of all, unless said otherwise.

    A report's print takes some 3 kB and as much again in the postings.
    """

    def __init__(
        self,
        report_of: Callable[[int], Report] | None = None,
        seen_beside: Callable[[str, str], Seen] = _anybody,
    ) -> None:
        self._reports: dict[int, Report] = {}
        self._report_of = report_of or self._reports.__getitem__
        self._holds_reports = report_of is None
        self._seen_beside = seen_beside
        self._kept = Kept()
        self._runs, self._pairs, self._facts = Postings(), Postings(), Postings()
        self._standing = Crowds(self._kept, self._runs)
        self._crowded_pairs = Crowds(self._kept, self._pairs)
        self._words: OrderedDict[int, Words] = OrderedDict()
        self._words_held = 0
        self._found: dict[Pair, Echo] = {}
        self._partners: dict[int, set[int]] = defaultdict(set)

    def __len__(self) -> int:
        return len(self._kept)

    def __contains__(self, report: int) -> bool:
        return report in self._kept.places

    def add(self, report: Report) -> list[Echo]:
        """Takes the report in; the echoes between it and those that are there, by their ids.

        Echoes of others that end because something turns out to be standing text are gone from `echoes`. Raises
        ValueError for an id that is there already.
        """
        words = words_of(report)
        return self.add_words(words, print_of(words))

    def add_words(self, words: Words, made: Print) -> list[Echo]:
        """The same of a report whose words and print are made already."""
        report = words.report
        candidates = self.take_in((report.id, report.outlet, report.language, report.level, made))
        if self._holds_reports:
            self._reports[report.id] = report
        self._hold(words)
        for pair in self.unsettled_by(report.id):
            self.note(*pair, self.compare(*pair))
        for other in candidates:
            self.note(*_pair(report.id, other), self.compare(report.id, other))
        return [self._found[_pair(report.id, other)] for other in sorted(self._partners[report.id])]

    def take_in(self, entry: Entry) -> list[int]:
        """Only enters the print; the ids of those whose texts are worth comparing with this one's."""
        report = entry[0]
        if report in self._kept.places:
            raise ValueError(f"report {report} is in the index already")
        self.fill([entry])
        return self.candidates(report)

    def fill(self, entries: Sequence[Entry]) -> None:
        """Prints of many at once; nothing is compared."""
        for entry in entries:
            self._kept.add(*entry)
        made = [each for *_, each in entries]
        self._runs.fill([each.runs for each in made])
        self._pairs.fill([each.pairs for each in made])
        self._facts.fill([each.facts for each in made])

    def holds(self, report: Report) -> bool:
        """Whether the report is in the index as of its outlet, language and level."""
        return self._kept.is_as(report.id, report.outlet, report.language, report.level)

    # -- which pairs are worth comparing -----------------------------------------------------------------------

    def candidates(self, report: int) -> list[int]:
        """Those whose texts are worth comparing with that of a report in the index."""
        made, level = self._kept.print_of(report), self._kept.level_of(report)
        common = self._common(self._runs, self._standing, made.runs, level)
        common += self._common(self._pairs, self._crowded_pairs, made.pairs, level)
        worth = common >= _COMMON
        translated = self._kept.in_another_language(self._kept.languages[self._kept.places[report]])
        if translated.any():
            worth |= translated & (self._facts.common(made.facts) >= _FACTS)
        worth[self._kept.places[report]] = False
        return sorted(self._kept.ids[place] for place in np.flatnonzero(worth).tolist())

    def _common(self, postings: Postings, crowds: Crowds, keys: Keys, level: str) -> NDArray[np.int64]:
        """For every report, how many of ``keys`` it has; what is crowded does not count."""
        many = postings.counts(keys) > CROWD
        count = postings.common(keys[~many])
        for other in self._kept.levels.values:
            seen = self._seen_beside(level, other)
            telling = [key for key in keys[many].tolist() if crowds.state(key, seen) is not State.CROWDED]
            if telling:
                more = postings.common(np.array(telling, dtype=np.uint32))
                count += more * self._kept.levels.are(other)
        return count

    def _are_worth(self, one: int, other: int) -> bool:
        """As `candidates`, of two."""
        ours, theirs, seen = self._kept.print_of(one), self._kept.print_of(other), self._seen(one, other)
        common = self._telling(self._runs, self._standing, np.intersect1d(ours.runs, theirs.runs), seen)
        common += self._telling(
            self._pairs, self._crowded_pairs, np.intersect1d(ours.pairs, theirs.pairs), seen
        )
        if common >= _COMMON:
            return True
        one_language, language = (self._kept.languages[self._kept.places[each]] for each in (one, other))
        if not one_language or not language or one_language == language:
            return False
        return len(np.intersect1d(ours.facts, theirs.facts)) >= _FACTS

    def _telling(self, postings: Postings, crowds: Crowds, keys: Keys, seen: Seen) -> int:
        many = keys[postings.counts(keys) > CROWD].tolist()
        return len(keys) - sum(crowds.state(key, seen) is State.CROWDED for key in many)

    def _seen(self, one: int, other: int) -> Seen:
        return self._seen_beside(self._kept.level_of(one), self._kept.level_of(other))

    # -- what was found ----------------------------------------------------------------------------------------

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
        words = self._words.pop(report, None)
        self._words_held -= len(words.words) if words else 0

    def unsettled_by(self, report: int) -> list[Pair]:
        """The pairs found so far that must be compared anew since ``report`` came in: those that share what its coming
        made standing text."""
        made, level = self._kept.print_of(report), self._kept.level_of(report)
        unsettled: set[Pair] = set()
        for seen in dict.fromkeys(self._circles()):
            if seen is not None and level not in seen:
                continue
            turned = [
                *self._standing.turned(made.runs, seen, FEWEST),
                *self._crowded_pairs.turned(made.pairs, seen, CROWD + 1),
            ]
            for holders in turned:
                unsettled.update(pair for pair in self._pairs_among(holders) if self._seen(*pair) == seen)
        return sorted(unsettled)

    def _circles(self) -> Iterable[Seen]:
        levels = self._kept.levels.values
        return (self._seen_beside(one, other) for one in levels for other in levels)

    def _pairs_among(self, reports: Sequence[int]) -> Iterable[Pair]:
        inside = set(reports)
        return (
            (one, other)
            for one in reports
            for other in self._partners.get(one, ())
            if one < other and other in inside
        )

    # -- the texts themselves ----------------------------------------------------------------------------------

    def compare(self, one: int, other: int) -> Echo | None:
        """The echo between two reports that are in the index."""
        left, right = _pair(one, other)
        if not self._are_worth(left, right):
            return None
        words = self._words_of(left)
        return compare(words, self._words_of(right), partial(self._stands, words, right))

    def _stands(self, left: Words, right: int, start: int, end: int) -> bool:
        """Whether most of what a stretch of the left text has in common with the other is standing text."""
        seen = self._seen(left.report.id, right)
        runs = np.intersect1d(runs_in(left, start, end), self._kept.print_of(right).runs)
        keys = runs[:: max(1, len(runs) // _SAMPLED)].tolist()
        standing = sum(self._standing.state(key, seen) >= State.STANDING for key in keys)
        return standing * 2 > len(keys)

    def _words_of(self, report: int) -> Words:
        found = self._words.get(report)
        if found is None:
            found = words_of(self._report_of(report))
        self._hold(found)
        return found

    def _hold(self, words: Words) -> None:
        if words.report.id not in self._words:
            self._words_held += len(words.words)
        self._words[words.report.id] = words
        self._words.move_to_end(words.report.id)
        while self._words_held > _WORDS_HELD and len(self._words) > 2:
            _, oldest = self._words.popitem(last=False)
            self._words_held -= len(oldest.words)

    def echoes(self) -> list[Echo]:
        """All that stand, by their reports' ids."""
        return [self._found[pair] for pair in sorted(self._found)]


def echoes_among(reports: Iterable[Report], seen_beside: Callable[[str, str], Seen] = _anybody) -> list[Echo]:
    """Every echo between any two of the reports."""
    index = EchoIndex(seen_beside=seen_beside)
    for report in reports:
        index.add(report)
    return index.echoes()


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)
