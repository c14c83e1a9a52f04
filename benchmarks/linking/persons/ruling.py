"""The rules at work on mentions that come in one after another, in memory, as actions/proposing has them in a casebook:
first the same written name, then names near by sound, then what was left open of groups that grew.

The third step, kin of people known to be one, is left out: a mention stands alone here, without its relatives'.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from amanat.core.linking import folded, sounding
from amanat.core.linking.alike import full_forms
from amanat.core.linking.commonness import Commonness
from amanat.core.linking.joining import Partition
from amanat.core.linking.nearby import NearNames
from amanat.core.linking.rules import SAME_NAME, likelihood
from amanat.core.linking.weighing_groups import Beside, Weighed, Weigher
from amanat.core.names.folding import folded_name, is_full
from linking.persons.reports import Mention

_FORMS = 3
_MOST_OPEN = 24


@dataclass(frozen=True)
class Made:
    """A judgement of a rule, as it was made. ``probability``: the one that it says; ``weighed``: before calibration."""

    left: int
    right: int
    same: bool
    rule: str
    probability: float
    weighed: Weighed | None = None


@dataclass
class Ruled:
    """``groups``: the partition at the end; ``made``: every judgement, in order; ``candidates``: pairs compared."""

    groups: Partition[int]
    made: list[Made] = field(default_factory=list)
    candidates: set[tuple[int, int]] = field(default_factory=set)


class Casebook:
    """Mentions by number; each stands in a report of its own."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        everyone = range(len(mentions))
        self._records = {at: mentions[at].record for at in everyone}
        self._names = {at: mentions[at].record.names for at in everyone}
        self._reports = {at: at for at in everyone}
        self._near, self._written = NearNames(), set[str]()
        self._bearers: dict[str, list[int]] = defaultdict(list)
        self._open: dict[int, list[int]] = defaultdict(list)
        self.found = Ruled(Partition(everyone))

    def enter(self, at: int) -> None:
        names = self._names[at]
        if not names:
            return
        written = folded_name(names[0])
        namesakes = self._bearers[written]
        namesakes.append(at)
        near = list(dict.fromkeys(each for name in names[:_FORMS] for each in self._near.near(name)))
        for name in names[:_FORMS]:
            if name not in self._written:
                self._written.add(name)
                self._near.add(at, name)
        joined = self._by_name(at, written, namesakes)
        if not joined and full_forms(names) and len(namesakes) <= folded.MOST_NAMESAKES:
            joined = self._by_sound(at, [*near, *(each for each in namesakes if each != at)])
        if joined:
            self._again(at)

    def _beside(self) -> Beside:
        common = Commonness(len(self._written), len(self._written), self._near.bearers)
        return Beside(Weigher(self._records, {}, common), self.found.groups, self._reports)

    def _by_name(self, at: int, written: str, namesakes: Sequence[int]) -> bool:
        if len(namesakes) < 2 or not is_full(written):
            return False
        self.found.candidates |= {(each, at) for each in namesakes if each != at}
        choose = folded.ByFacts(self.found.groups, namesakes, self._beside(), [at])
        pairs = folded.proposals(namesakes, self._reports, self.found.groups, choose)
        self.found.made += [
            Made(left, right, True, SAME_NAME, likelihood(found.why), found)
            for left, right in pairs
            if (found := choose.weighed[right])
        ]
        return bool(pairs)

    def _by_sound(self, at: int, near: Sequence[int]) -> bool:
        self.found.candidates |= {(min(each, at), max(each, at)) for each in near}
        known = self.found.groups
        proposed = sounding.proposals(at, near, known, self._reports, self._names, self._beside())
        for each in proposed:
            said = likelihood(each.why)
            self.found.made.append(Made(each.left, each.right, each.same, each.rule, said, each.weighed))
            if not each.same:
                self._open[each.left].append(each.right)
                self._open[each.right].append(each.left)
        return any(each.same for each in proposed)

    def _again(self, at: int) -> None:
        members = self.found.groups.group(at)
        pairs = [(one, other) for one in sorted(members) for other in self._open.get(one, ())][-_MOST_OPEN:]
        near: dict[int, list[int]] = defaultdict(list)
        for one, other in pairs:
            near[max(one, other)].append(min(one, other))
        for one, others in near.items():
            self._by_sound(one, others)


def ruled(mentions: Sequence[Mention]) -> Ruled:
    casebook = Casebook(mentions)
    for at in range(len(mentions)):
        casebook.enter(at)
    return casebook.found


def commonness(mentions: Sequence[Mention]) -> Commonness:
    """How common names are once all mentions are in."""
    near, written = NearNames(), set[str]()
    for at, mention in enumerate(mentions):
        for name in mention.record.names[:_FORMS]:
            if name not in written:
                written.add(name)
                near.add(at, name)
    return Commonness(len(written), len(written), near.bearers)
