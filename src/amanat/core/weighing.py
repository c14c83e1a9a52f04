"""What several claims add up to, question by question. All answers are kept; none is netted off another.

A question is contested when two of its answers cannot both hold: dates by their intervals, places unless one
lies in the other, numbers by their bounds, and whether it happened at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import combinations

from amanat.core.dates.agreement import contradict
from amanat.core.dates.edtf import begins, bounds, ends
from amanat.core.dates.point import NotADateError
from amanat.core.names.folding import folded

Chain = tuple[frozenset[str], ...]
"""A place as folded names: its own first, then those of each place it lies in, inner to outer."""

SINGLE_VALUED = frozenset({"ethnicity", "birth date"})
"""Statuses of which a person has one, so that two different answers cannot both hold."""


@dataclass(frozen=True)
class Told:
    """A claim as it stands, cut down to what is compared. ``teller`` identifies its first witness."""

    id: int
    kind: str
    report: int
    teller: str
    when: str = ""
    place: Chain | None = None
    place_label: str = ""
    by: tuple[str, ...] = ()
    details: str = ""
    count: tuple[int | None, int | None, str] | None = None
    denied: bool = False
    actual: bool = True

    @cached_property
    def span(self) -> tuple[date | None, date | None]:
        """First and last day it may cover; both None where no date is told, or none that can be read."""
        try:
            found = bounds(self.when)
        except NotADateError:
            return (None, None)
        return (found.earliest, found.latest)

    @property
    def dated(self) -> bool:
        return self.span != (None, None)


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to a question, and the ids of the claims that give it."""

    text: str
    claims: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """``name``: ``whether``, ``where``, ``when``, ``began``, ``ended``, ``by``, ``count``, ``details``.

    ``contested`` when two answers cannot both hold; all answers are kept side by side.
    """

    name: str
    answers: tuple[Answer, ...]
    contested: bool


def places_agree(one: Chain | None, other: Chain | None) -> bool:
    """Whether one may lie in the other, or is not told."""
    if not one or not other:
        return True
    return any(one[0] & level for level in other) or any(other[0] & level for level in one)


def questions(told: Sequence[Told]) -> tuple[Question, ...]:
    """Every question that the claims of one act answer, with each answer once, the most often told first."""
    found = (
        _question("whether", told if len({each.denied for each in told}) > 1 else (), _whether, _differ),
        _question("where", told, lambda each: each.place_label, _places_differ),
        *_times(told),
        _by(told),
        _question("count", told, _count_label, _counts_differ),
        _question("details", told, lambda each: each.details, _details_differ),
    )
    return tuple(question for question in found if question.answers)


def _question(
    name: str,
    told: Iterable[Told],
    text_of: Callable[[Told], str],
    differ: Callable[[Told, Told], bool],
) -> Question:
    groups: dict[str, list[Told]] = {}
    for each in told:
        if text := text_of(each):
            groups.setdefault(text, []).append(each)
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[1][0].id))
    voices = [list({each.report: each for each in group}.values()) for _, group in ordered]
    contested = any(
        differ(each, against) for one, other in combinations(voices, 2) for each in one for against in other
    )
    answers = tuple(Answer(text, tuple(each.id for each in group)) for text, group in ordered)
    return Question(name, answers, contested)


def _times(told: Sequence[Told]) -> Iterable[Question]:
    """Stretches are compared end by end; where single dates are told too, each against the whole stretch."""
    dated = [each for each in told if each.dated]
    stretches = [each for each in dated if _is_stretch(each)]
    if len(stretches) < len(dated) or len({each.when for each in dated}) == 1:
        yield _question("when", dated, lambda each: each.when, _dates_differ)
    if len({each.when for each in stretches}) > 1:
        yield _question("began", stretches, _begin, _begins_differ)
        yield _question("ended", stretches, _end, _ends_differ)


def _is_stretch(told: Told) -> bool:
    return "/" in told.when


def _begin(told: Told) -> str:
    return begins(told.when) or ""


def _end(told: Told) -> str:
    return ends(told.when) or ""


def _begins_differ(one: Told, other: Told) -> bool:
    return not narrows(one, other) and _contradict(_begin(one), _begin(other))


def _ends_differ(one: Told, other: Told) -> bool:
    return not narrows(one, other) and _contradict(_end(one), _end(other))


def narrows(one: Told, other: Told) -> bool:
    """Whether one report says the same twice, once more closely: "in those years", "in their last months"."""
    return one.report == other.report and (lies_within(one, other) or lies_within(other, one))


def lies_within(one: Told, other: Told) -> bool:
    """Whether all the time that ``one`` may cover is in that of ``other``."""
    (begin, end), (earliest, latest) = one.span, other.span
    starts = earliest is None or (begin is not None and earliest <= begin)
    return starts and (latest is None or (end is not None and end <= latest))


def _contradict(one: str, other: str) -> bool:
    return bool(one and other) and contradict(one, other)


def _dates_differ(one: Told, other: Told) -> bool:
    both_stretches = _is_stretch(one) and _is_stretch(other)
    return not both_stretches and contradict(one.when, other.when)


def _by(told: Sequence[Told]) -> Question:
    """Every name given for whoever did it; two names may both be right."""
    names = {name: None for each in told for name in each.by}
    answers = (Answer(name, tuple(each.id for each in told if name in each.by)) for name in names)
    return Question("by", tuple(answers), contested=False)


def _whether(told: Told) -> str:
    return "denied" if told.denied else "affirmed"


def _differ(one: Told, other: Told) -> bool:
    return True


def _places_differ(one: Told, other: Told) -> bool:
    return not places_agree(one.place, other.place)


def _details_differ(one: Told, other: Told) -> bool:
    return one.kind in SINGLE_VALUED and folded(one.details) != folded(other.details)


def _count_label(told: Told) -> str:
    if told.count is None:
        return ""
    low, high, unit = told.count
    number = f"{low}" if low == high else f"{'' if low is None else low}–{'' if high is None else high}"
    return f"{number} {unit}".strip()


def _counts_differ(one: Told, other: Told) -> bool:
    if one.count is None or other.count is None or one.count[2] != other.count[2]:
        return False
    return _below(one.count, other.count) or _below(other.count, one.count)


def _below(one: tuple[int | None, int | None, str], other: tuple[int | None, int | None, str]) -> bool:
    return one[1] is not None and other[0] is not None and one[1] < other[0]
