"""Sentences told anew: other words and another order, and still many of the same rare words in one sentence.

A sentence is held against each sentence of the other text and against each two that follow each other, because
rewording joins and parts sentences. Names and numbers hardly count: whoever tells of the same event has those.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from amanat.core.echo.details import said_weight
from amanat.core.echo.passage import Likeness, Passage
from amanat.core.echo.words import Word, Words

LEAST_SHARED, LEAST_WEIGHT, LEAST_SHARE, LEAST_BOTH = 3, 1.9, 0.42, 0.34
"""Rare words that must be shared, what they weigh together, their share of the shorter sentence and of the longer."""

_FULLY = 0.55
"""Share of the longer sentence from which on the shared words count in full: a short sentence of which all stands in a
long one says less than two that agree."""

_MOST_PLACES = 120
"""Sentences of the other text that have a word, beyond which it tells nothing of any: in a book, "said"."""

Span = tuple[int, int]
"""From the first sentence to past the last one."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What one sentence, or two, say: each key's weight; ``weight`` of all."""

    span: Span
    weights: dict[str, float]
    weight: float


def retold(left: Words, right: Words, covered_left: Iterable[tuple[int, int]]) -> list[Passage]:
    """Pairs of sentences, each used once, the most alike first chosen; in order of the left text.

    ``covered_left``: stretches of the left text that were found to be the same already.
    """
    taken = left.covered(covered_left)
    ours = [each for each in _told(left) if not taken.intersection(range(*each.span))]
    theirs = _told(right)
    by_key: dict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(theirs):
        for key in each.weights:
            by_key[key].append(number)
    scored = [pair for each in ours for pair in _alike(each, theirs, by_key)]
    return _chosen(left, right, sorted(scored, key=lambda pair: (-pair[0], pair[1].span, pair[2].span)))


def _told(words: Words) -> list[_Told]:
    """Every sentence, and every two that follow each other."""
    single = [_weights(words.words[first:last]) for first, last in words.sentences]
    found = [_Told((at, at + 1), each, sum(each.values())) for at, each in enumerate(single)]
    for at, (one, other) in enumerate(pairwise(single)):
        both = one | other
        found.append(_Told((at, at + 2), both, sum(both.values())))
    return found


def _weights(words: Iterable[Word]) -> dict[str, float]:
    return {word.key: said_weight(word) for word in words if word.weight > 0.05}


def _alike(
    told: _Told, others: list[_Told], by_key: dict[str, list[int]]
) -> Iterator[tuple[float, _Told, _Told]]:
    shared: dict[int, float] = defaultdict(float)
    count: dict[int, int] = defaultdict(int)
    for key, weight in told.weights.items():
        places = by_key.get(key, ())
        for number in places if len(places) <= _MOST_PLACES else ():
            shared[number] += weight
            count[number] += weight >= 0.4
    for number, weight in shared.items():
        other = others[number]
        share = weight / max(0.1, min(told.weight, other.weight))
        both = weight / max(0.1, max(told.weight, other.weight))
        if (
            count[number] >= LEAST_SHARED
            and weight >= LEAST_WEIGHT
            and share >= LEAST_SHARE
            and both >= LEAST_BOTH
        ):
            yield weight * share, told, other


def _chosen(left: Words, right: Words, scored: list[tuple[float, _Told, _Told]]) -> list[Passage]:
    """The best first; a sentence stands in one pair only."""
    ours: set[int] = set()
    theirs: set[int] = set()
    found: list[Passage] = []
    for _, one, other in scored:
        mine, yours = set(range(*one.span)), set(range(*other.span))
        if mine & ours or yours & theirs:
            continue
        ours |= mine
        theirs |= yours
        found.append(_passage(left, right, one, other))
    return sorted(found)


def _passage(left: Words, right: Words, one: _Told, other: _Told) -> Passage:
    shared = one.weights.keys() & other.weights.keys()
    weight = sum(one.weights[key] for key in shared)
    of_longer = weight / max(one.weight, other.weight)
    return Passage(
        left=_stretch(left, one.span),
        right=_stretch(right, other.span),
        likeness=Likeness.RETOLD,
        words=len(shared),
        weight=round(weight * min(1.0, of_longer / _FULLY), 3),
        quoted=_is_quoted(left, one.span, shared) or _is_quoted(right, other.span, shared),
    )


def _stretch(words: Words, span: Span) -> tuple[int, int]:
    first, last = words.sentences[span[0]][0], words.sentences[span[1] - 1][1] - 1
    return words.words[first].start, words.words[last].end


def _is_quoted(words: Words, span: Span, shared: set[str]) -> bool:
    first, last = words.sentences[span[0]][0], words.sentences[span[1] - 1][1]
    told = [word.quoted for word in words.words[first:last] if word.key in shared]
    return sum(told) * 2 > len(told)
