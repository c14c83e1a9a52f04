"""Which answers the claims of one act give to each question, and how any two of them stand to each other.

All answers are kept; none is netted off another. Two contradict where they cannot both hold: dates by their
intervals, places unless one lies in the other, numbers by their bounds, and whether it happened at all. The order
of the claims makes no difference, and a claim more takes no contradiction away.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from amanat.core.dates.edtf import bounds
from amanat.core.vocabulary import vocabulary
from amanat.core.weighing import rules
from amanat.core.weighing.rules import Rule
from amanat.core.weighing.told import Told


class How(StrEnum):
    """How one answer stands to another."""

    CONTRADICTS = "contradicts"
    NARROWS = "narrows"
    """It says the same more closely."""
    AGREES = "agrees"
    """Both can hold, and neither says more than the other."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to a question, and the ids of the claims that give it."""

    text: str
    claims: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """How answer number ``one`` stands to answer number ``other``, both counted from 0.

    Answers without one only stand beside each other: two names for whoever did it may both be right.
    """

    one: int
    how: How
    other: int


@dataclass(frozen=True)
class Question:
    """``name``: ``whether``, ``where``, ``when``, ``began``, ``ended``, ``by``, ``count``, ``details``.

    ``contested`` when two answers cannot both hold; all answers are kept side by side, the most often told first.
    """

    name: str
    answers: tuple[Answer, ...]
    contested: bool
    groups: tuple[tuple[Told, ...], ...]
    """The claims of each answer."""
    relations: tuple[Relation, ...]
    rule: Rule


def questions(told: Sequence[Told]) -> tuple[Question, ...]:
    """Every question that the claims of one act answer, but for whether it happened where all say the same."""
    return tuple(each for each in all_questions(told) if each.name != "whether" or len(each.answers) > 1)


def all_questions(told: Sequence[Told]) -> tuple[Question, ...]:
    """Every question that the claims of one act answer; the first is always whether it happened."""
    ordered = sorted(told, key=lambda each: each.id)
    lasting = bool(ordered) and _is_status(ordered[0].kind)
    found = (
        _question("whether", ordered, rules.HOLDS if lasting else rules.WHETHER),
        _question("where", ordered, rules.HELD_AT if lasting else rules.WHERE),
        *(_held(ordered) if lasting else _times(ordered)),
        _by(ordered),
        _question("count", ordered, rules.COUNT),
        _question("details", ordered, rules.DETAILS),
    )
    return tuple(question for question in found if question.answers)


def _is_status(kind: str) -> bool:
    words = vocabulary()
    return kind in words and words.term(kind).group == "status" and kind not in rules.SINGLE_VALUED


def _held(told: Sequence[Told]) -> Iterable[Question]:
    yield _question("when", [each for each in told if each.dated], rules.SINCE)


def _times(told: Sequence[Told]) -> Iterable[Question]:
    """Stretches are compared end by end; where single dates are told too, each against the whole stretch."""
    dated = [each for each in told if each.dated]
    stretches = [each for each in dated if rules.is_stretch(each)]
    texts = {each.when for each in dated}
    if len(stretches) < len(dated) or len(texts) == 1 or _some_apart(sorted(texts)):
        yield _question("when", dated, rules.WHEN)
    if len({each.when for each in stretches}) > 1:
        yield _question("began", stretches, rules.BEGAN)
        yield _question("ended", stretches, rules.ENDED)


def _some_apart(texts: Sequence[str]) -> bool:
    return any(not bounds(one).meets(bounds(other)) for one, other in combinations(texts, 2))


def _by(told: Iterable[Told]) -> Question:
    """Every name given for whoever did it; two names may both be right."""
    groups: dict[str, list[Told]] = {}
    for each in told:
        for name in dict.fromkeys(each.by):
            groups.setdefault(name, []).append(each)
    return _answered("by", groups, rules.BY)


def _question(name: str, told: Iterable[Told], rule: Rule) -> Question:
    groups: dict[str, list[Told]] = {}
    for each in told:
        if rule.text(each):
            groups.setdefault((rule.key or rule.text)(each), []).append(each)
    return _answered(name, {_commonest(group, rule): group for group in groups.values()}, rule)


def _commonest(group: Sequence[Told], rule: Rule) -> str:
    """Of several forms of one answer the one told most often, the first of those told as often."""
    return Counter(map(rule.text, group)).most_common(1)[0][0]


def _answered(name: str, groups: dict[str, list[Told]], rule: Rule) -> Question:
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[1][0].id, item[0]))
    voices = [_apart(group) for _, group in ordered]
    pairs = combinations(range(len(voices)), 2)
    found = (_relation(one, other, voices, rule) for one, other in pairs)
    relations = tuple(relation for relation in found if relation is not None)
    return Question(
        name,
        answers=tuple(Answer(text, tuple(each.id for each in group)) for text, group in ordered),
        contested=any(relation.how is How.CONTRADICTS for relation in relations),
        groups=tuple(tuple(group) for _, group in ordered),
        relations=relations,
        rule=rule,
    )


def _apart(group: Iterable[Told]) -> list[Told]:
    """One claim for each way in which the claims of one answer may still be compared differently."""
    return list({(each.report, each.when, each.place, each.count): each for each in group}.values())


def _relation(one: int, other: int, voices: Sequence[Sequence[Told]], rule: Rule) -> Relation | None:
    pairs = [(a, b) for a in voices[one] for b in voices[other]]
    if any(rule.differ(a, b) for a, b in pairs):
        return Relation(one, How.CONTRADICTS, other)
    if rule.within is None:
        return None
    if all(rule.within(a, b) for a, b in pairs):
        return Relation(one, How.NARROWS, other)
    if all(rule.within(b, a) for a, b in pairs):
        return Relation(other, How.NARROWS, one)
    return Relation(one, How.AGREES, other)
