"""A paragraph told anew in wholly other words: sentences joined, parted and turned round, and still the same details.

One to five sentences of one text are held against one to five of the other. Two stretches are the same paragraph where
what they have in common weighs enough beside all that they tell (the coefficient of Dice, 1945), and comes in much the
same order: whoever was there himself tells other things, or the same in his own order. English only: of other
languages it is not known well enough which words are rare.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from amanat.core.echo.details import Details, details
from amanat.core.echo.order import in_order
from amanat.core.echo.passage import Likeness, Passage
from amanat.core.echo.words import Words

_MOST_SENTENCES = 5
_MOST_PLACES = 24
"""Sentences of the other text that have a detail, beyond which it is none."""
_IN_ORDER, _ALIKE = 0.75, 0.7
"""Pairs of details that must come in the same order; not asked of stretches more alike than the second."""
SURE, ASKED = 2.4, 1.7
"""Weight in common times likeness from which on it is taken for the same paragraph, or put to a person."""
_SAYS_ENOUGH, _SAYS_MUCH = 4.3, 7.5
"""Weight in common, that it must have besides: two who tell of one verdict in a sentence tell the same. The second for
stretches that are no more alike than ``_ALIKE``: one witness tells two people the same things in the same order."""
_FEWEST = 6
"""Details in common, names aside."""


Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``strength``: weight in common times likeness; ``order``: pairs of details in the same order, from 0 to 1; one
    half is chance. ``told``: the details in common, the weightiest first, as the left report has them."""

    passage: Passage
    strength: float
    likeness: float
    order: float
    told: tuple[str, ...]

    @property
    def is_sure(self) -> bool:
        if self.likeness >= _ALIKE:
            return self.strength >= SURE and self.passage.weight >= _SAYS_ENOUGH
        return self.strength >= SURE and self.passage.weight >= _SAYS_MUCH and self.order >= _IN_ORDER


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Sentences from the first to past the last, and their details."""

    span: tuple[int, int]
    told: Details
    weight: float


def told_anew(left: Words, right: Words, without: Iterable[tuple[Span, Span]] = ()) -> Paragraph | None:
    """The two stretches most alike, if they are alike enough for a question.

    ``without``: what of the left and the right text is standing text, and counts for nothing.
    """
    if not left.report.language == right.report.language == "en":
        return None
    standing = list(without)
    ours = _others(left, [each for each, _ in standing])
    theirs = _others(right, [each for _, each in standing])
    common = _common(ours, theirs)
    best = max(_alike(ours, theirs, common), key=lambda found: found[0], default=None)
    if best is None or best[0] < ASKED:
        return None
    return _paragraph(left, right, *best)


def _others(words: Words, standing: list[Span]) -> list[Details]:
    """Details of each sentence, none of one that is covered."""
    out = words.covered(standing)
    return [{} if number in out else told for number, told in enumerate(details(words))]


def _common(ours: list[Details], theirs: list[Details]) -> frozenset[str]:
    """The details in both texts that are not in many sentences of either."""
    counts: list[dict[str, int]] = []
    for told in (ours, theirs):
        count: dict[str, int] = defaultdict(int)
        for sentence in told:
            for key in sentence:
                count[key] += 1
        counts.append(count)
    one, other = counts
    return frozenset(key for key in one.keys() & other if max(one[key], other[key]) <= _MOST_PLACES)


def _stretches(told: list[Details], common: frozenset[str]) -> Iterator[_Stretch]:
    """All that begin and end with a sentence which has something in common with the other text."""
    has = [not common.isdisjoint(sentence) for sentence in told]
    for start, begins in enumerate(has):
        found: Details = {}
        for end in range(start + 1, min(start + _MOST_SENTENCES, len(told)) + 1 if begins else 0):
            found = {**told[end - 1], **found}
            if has[end - 1]:
                yield _Stretch((start, end), found, sum(each.weight for each in found.values()))


def _alike(
    ours: list[Details], theirs: list[Details], common: frozenset[str]
) -> Iterator[tuple[float, float, _Stretch, _Stretch]]:
    """Strength and likeness of every two stretches with enough in common."""
    others = list(_stretches(theirs, common))
    having: dict[str, list[int]] = defaultdict(list)
    for number, other in enumerate(others):
        for key in common.intersection(other.told):
            having[key].append(number)
    for each in _stretches(ours, common):
        shared, proving, count = (
            defaultdict[int, float](float),
            defaultdict[int, float](float),
            defaultdict[int, int](int),
        )
        for key in common.intersection(each.told):
            detail = each.told[key]
            for number in having[key]:
                shared[number] += detail.weight
                if not detail.is_name:
                    proving[number] += detail.weight
                    count[number] += 1
        for number, weight in proving.items():
            if weight >= ASKED and count[number] >= _FEWEST:
                likeness = 2 * shared[number] / (each.weight + others[number].weight)
                yield weight * likeness, likeness, each, others[number]


def _paragraph(
    left: Words, right: Words, strength: float, likeness: float, one: _Stretch, other: _Stretch
) -> Paragraph:
    shared = [key for key in one.told if key in other.told and not one.told[key].is_name]
    shared.sort(key=lambda key: (-one.told[key].weight, one.told[key].place))
    passage = Passage(
        left=_offsets(left, one.span),
        right=_offsets(right, other.span),
        likeness=Likeness.RETOLD,
        words=len(shared),
        weight=round(sum(one.told[key].weight for key in shared), 3),
    )
    places = sorted((one.told[key].place, other.told[key].place) for key in shared)
    order = in_order(theirs for _, theirs in places)
    said = tuple(left.said(one.told[key].place, one.told[key].place) for key in shared)
    return Paragraph(passage, round(strength, 3), round(likeness, 3), order, said)


def _offsets(words: Words, span: tuple[int, int]) -> tuple[int, int]:
    first, last = words.sentences[span[0]][0], words.sentences[span[1] - 1][1] - 1
    return words.words[first].start, words.words[last].end
