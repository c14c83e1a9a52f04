"""How far somebody is one with a group of persons taken for one, by names and facts, and whether a rule may say so.

Facts of the whole group are weighed. The reasons that are written down are those of two of its persons only, whose
reports whoever reads the judgement may read too.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from amanat.core.linking.calibrated import calibrated
from amanat.core.linking.commonness import UNCOUNTED, Commonness
from amanat.core.linking.comparing import Link, compare_records
from amanat.core.linking.joining import Partition
from amanat.core.linking.record import Record, merged
from amanat.core.linking.rules import BESIDES, said_of_person
from amanat.core.names.folding import folded_name

SAME = 0.99
"""The least probability at which a rule may join two full names that are one. Of what it joins, one in a hundred is
wrong at most; docs/decisions/0009 tells what was measured."""

SAME_BY_FACTS = 0.995
"""The same for a name that only may be one."""

_SAME_OF_TWO = 0.98
"""The least probability by what the two tell themselves. Where what others tell carried a join, two in three of the
wrong ones were made (benchmarks/linking.py, task "persons"): once a namesake is among them, more come after."""

_FACTS, _SUBJECTS = 5.0, 2
"""Nats, and subjects besides the name, that must speak for two where the name leaves doubts: one shared date or one
brother's name may be chance."""

_MAY_BE_ONE_NAME, _ALMOST_SURELY = 0.5, 0.95

_SOME_FACTS = 3.0
"""Nats that must speak for two besides a name that is almost surely one (a part of it left out, its order turned)."""

_NO_SIBLINGS, _OWN = ("birth", "occupation", "number"), 0.8
"""Sisters have names that sound alike, one father, one brother, one home, and are taken on one day: of what tells
them apart something must speak for two whose names leave a doubt."""

_ONE_WORD, _KIN = 2.5, 5.0
"""Nats by name, and by kin, for two of whom one word is the name: Berdibek, brother of one and the same woman."""

WORTH_SHOWING = 0.1
"""The least probability at which two are shown to people."""

MOST_MEMBERS = 40
"""Persons of one group whose facts are weighed, the earliest first."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """``probability`` that a person is one with a group, as it is weighed. ``link``: by all facts; ``pair``: by those
    of two persons."""

    probability: float
    contradicted: bool
    link: Link
    pair: Link

    @property
    def said(self) -> float:
        """The probability that people are told: what so weighed a link was found to be worth."""
        return calibrated(self.probability)

    @property
    def may_join(self) -> bool:
        """Whether facts let a rule join what it takes for one name."""
        return self._is_sure(SAME)

    @property
    def by_facts(self) -> bool:
        """Whether a rule may join although the name leaves doubts."""
        name = self.link.name
        if not self._is_sure(SAME_BY_FACTS):
            return False
        if not name.full:
            return name.nats >= _ONE_WORD and self.link.by("kin") >= _KIN
        if name.one_name >= _ALMOST_SURELY and self.supported:
            return self.link.subjects >= _SUBJECTS or self.link.facts >= _FACTS
        own = any(self.link.by(feature) >= _OWN for feature in _NO_SIBLINGS)
        enough = self.link.facts >= _FACTS and self.link.subjects >= _SUBJECTS
        return enough and own and not name.differs and name.one_name >= _MAY_BE_ONE_NAME

    def _is_sure(self, least: float) -> bool:
        return not self.contradicted and self.probability >= least and self.pair.probability >= _SAME_OF_TWO

    @property
    def supported(self) -> bool:
        """Whether facts say enough for a name that is one with some of the group's spellings and far from others."""
        return self.link.facts >= _SOME_FACTS

    @property
    def why(self) -> str:
        speaking = [each.words for each in self.pair.reasons if each.feature != "name" and each.nats > 0]
        against = [each.words for each in self.pair.reasons if each.feature != "name" and each.nats < 0]
        names = [each.words for each in self.pair.reasons if each.feature == "name"]
        return said_of_person(self.said, names, speaking, against, self._besides())

    def _besides(self) -> str:
        if self.contradicted and not self.pair.contradicted:
            return f"{BESIDES} contradicts it"
        more = self.link.facts - self.pair.facts
        if abs(more) < 0.5:
            return ""
        return f"{BESIDES} speaks {'for' if more > 0 else 'against'} it"


@dataclass
class Weigher:
    """Weighs persons by their records; ``records`` may grow. Whoever is not among them has a name only."""

    records: Mapping[int, Record]
    names: Mapping[int, Collection[str]]
    common: Commonness = UNCOUNTED
    _merged: dict[frozenset[int], Record] = field(default_factory=dict)
    _links: dict[tuple[Record, Record], Link] = field(default_factory=dict)

    def weigh(self, person: int, best: int, members: Collection[int], ours: Collection[int] = ()) -> Weighed:
        """``person``, with ``ours`` taken for one with them, against ``members``, of whom ``best`` is named alike."""
        one, others = self._group({person, *ours}), self._group(members)
        pair = self._compared(self.record(person), self.record(best))
        link = self._compared(one, others)
        return Weighed(link.probability, link.contradicted, link, pair)

    def is_written_alike(self, one: int, other: int) -> bool:
        """Whether the two best names are the same but for case and marks."""
        mine, theirs = ([*map(folded_name, self.record(each).names)] for each in (one, other))
        return not set(mine).isdisjoint(theirs)

    def _compared(self, one: Record, other: Record) -> Link:
        """Groups are compared again and again, with each who might be one with them."""
        if (one, other) not in self._links:
            self._links[one, other] = compare_records(one, other, self.common)
        return self._links[one, other]

    def record(self, person: int) -> Record:
        return self.records.get(person) or Record(names=tuple(self.names.get(person, ())))

    def _group(self, members: Collection[int]) -> Record:
        chosen = frozenset(sorted(members)[:MOST_MEMBERS])
        if chosen not in self._merged:
            self._merged[chosen] = merged(map(self.record, sorted(chosen)))
        return self._merged[chosen]


@dataclass
class Beside:
    """Weighs somebody with one group beside the others that it might be one with.

    Of groups that cannot be one person, only one can be this one: odds o become o / (1 + the odds of its rivals).
    """

    weigher: Weigher
    known: Partition[int]
    report_of: Mapping[int, int]

    def __call__(self, person: int, best: int, others: Collection[int]) -> Weighed:
        mine = self._weighed(person, best)
        if mine.probability < WORTH_SHOWING:
            return mine
        ours = self.known.group(person)
        theirs = self.known.group(best)
        rivals = (each for each in others if each not in ours and each not in theirs)
        odds = sum(self._odds(person, each) * self._are_two(best, each) for each in rivals)
        own = mine.probability / (1 - mine.probability)
        return replace(mine, probability=own / (1 + own + odds))

    def _weighed(self, person: int, best: int) -> Weighed:
        return self.weigher.weigh(person, best, self.known.group(best), self.known.group(person))

    def _odds(self, person: int, best: int) -> float:
        probability = self._weighed(person, best).probability
        return probability / (1 - probability)

    def _are_two(self, one: int, other: int) -> float:
        """How likely two groups are two persons, where they are judged, or told, to be two; else 0: they may be one
        and not be known to be. A report that keeps two of one name apart means two; two spellings may be a slip."""
        mine, theirs = self.known.group(one), self.known.group(other)
        weighed = self.weigher.weigh(one, other, theirs, mine)
        if not self.known.may_join(one, other) or weighed.contradicted:
            return 1.0
        reports = {self.report_of[each] for each in mine}
        in_one_report = not reports.isdisjoint(self.report_of[each] for each in theirs)
        if not in_one_report:
            return 0.0
        alike = self.weigher.is_written_alike(one, other)
        return 1.0 if alike else 1 - weighed.probability
