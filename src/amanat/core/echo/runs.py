"""Passages that two texts have in common in the same order of words, with a few swapped, put in or left out.

Four words in a row seed a run; it grows both ways over gaps of at most three words on either side, as long as two
words in a row agree behind the gap (the seed-and-extend of sequence alignment, Altschul et al. 1990).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from amanat.core.echo.details import said_weight
from amanat.core.echo.names_alike import names_alike
from amanat.core.echo.passage import Likeness, Passage, Swap
from amanat.core.echo.words import Word, Words

_SEED = 4
_MOST_PLACES = 12
"""Places of one seed in the other text that are tried."""
_MOST_PASSAGES = 500
"""A text that has more in common with another repeats itself: a register, a page gone wrong."""
_GAP = 3
_AGREE = 2
"""Words in a row that must agree behind a gap."""
LEAST_WORDS, LEAST_WEIGHT = 6, 1.2
"""A shorter run, or one of common words and names alone, is how anybody would say it."""
_LEAST_QUOTED = 0.5
"""Somebody's own words need not be rare to be known again."""

_GAPS: list[tuple[int, int]] = sorted(
    ((one, other) for one in range(_GAP + 1) for other in range(_GAP + 1) if one or other),
    key=lambda gap: (gap[0] + gap[1], abs(gap[0] - gap[1])),
)


@dataclass
class _Run:
    """Pairs of words in the same order; ``gaps``: the words between two pairs, on either side."""

    pairs: list[tuple[int, int]]
    gaps: list[tuple[range, range]] = field(default_factory=list)


def runs(left: Words, right: Words) -> list[Passage]:
    """The passages in order of the left text; none overlaps another in it."""
    seeds = _seeds(right)
    found: list[Passage] = []
    at = 0
    while at <= len(left.words) - _SEED and len(found) < _MOST_PASSAGES:
        places = seeds.get(_seed(left, at), ())[:_MOST_PLACES]
        best = max((_grown(left, right, at, place) for place in places), key=_size, default=None)
        if best is None:
            at += 1
            continue
        passage = _passage(left, right, best)
        enough = _LEAST_QUOTED if passage.quoted else LEAST_WEIGHT
        if passage.words >= LEAST_WORDS and passage.weight >= enough:
            found.append(passage)
            at = best.pairs[-1][0] + 1
        else:
            at += 1
    return _without_overlaps(found)


def _size(run: _Run) -> int:
    return len(run.pairs)


def _seeds(words: Words) -> dict[tuple[str, ...], list[int]]:
    found: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(words.words) - _SEED + 1):
        found[_seed(words, at)].append(at)
    return found


def _seed(words: Words, at: int) -> tuple[str, ...]:
    return tuple(word.key for word in words.words[at : at + _SEED])


def _grown(left: Words, right: Words, at: int, place: int) -> _Run:
    run = _Run([(at + step, place + step) for step in range(_SEED)])
    _grow(left.words, right.words, run, 1)
    run.pairs.reverse()
    _grow(left.words, right.words, run, -1)
    run.pairs.reverse()
    return run


def _grow(left: tuple[Word, ...], right: tuple[Word, ...], run: _Run, step: int) -> None:
    """Lengthens ``run`` at its last pair: onwards, or backwards with a ``step`` of -1."""
    one, other = run.pairs[-1]
    while True:
        one, other = one + step, other + step
        if _same(left, right, one, other):
            run.pairs.append((one, other))
            continue
        gap = next((each for each in _GAPS if _agrees(left, right, one, other, each, step)), None)
        if gap is None:
            return
        ours, theirs = one + step * gap[0], other + step * gap[1]
        run.gaps.append((_between(one, ours, step), _between(other, theirs, step)))
        run.pairs.append((ours, theirs))
        one, other = ours, theirs


def _between(begin: int, end: int, step: int) -> range:
    return range(begin, end) if step > 0 else range(end + 1, begin + 1)


def _agrees(
    left: tuple[Word, ...], right: tuple[Word, ...], one: int, other: int, gap: tuple[int, int], step: int
) -> bool:
    ours, theirs = one + step * gap[0], other + step * gap[1]
    return all(_same(left, right, ours + step * more, theirs + step * more) for more in range(_AGREE))


def _same(left: tuple[Word, ...], right: tuple[Word, ...], one: int, other: int) -> bool:
    if not (0 <= one < len(left) and 0 <= other < len(right)):
        return False
    ours, theirs = left[one], right[other]
    if ours.key == theirs.key:
        return True
    return ours.is_name and theirs.is_name and names_alike(ours.plain, theirs.plain)


def _passage(left: Words, right: Words, run: _Run) -> Passage:
    (first, begin), (last, end) = run.pairs[0], run.pairs[-1]
    ours, theirs = left.words, right.words
    swaps = tuple(dict.fromkeys(_swaps(left, right, run)))
    agreed = [ours[one] for one, _ in run.pairs]
    marked = sum(ours[one].quoted or theirs[other].quoted for one, other in run.pairs)
    quoted = marked * 2 > len(agreed)
    return Passage(
        left=(ours[first].start, ours[last].end),
        right=(theirs[begin].start, theirs[end].end),
        likeness=Likeness.REWORDED if swaps else Likeness.EXACT,
        words=len(agreed),
        weight=round(sum(word.weight if quoted else said_weight(word) for word in agreed), 3),
        quoted=quoted,
        swapped=swaps,
    )


def _swaps(left: Words, right: Words, run: _Run) -> Iterator[Swap]:
    for one, other in run.pairs:
        if left.words[one].plain != right.words[other].plain:
            yield left.said(one, one), right.said(other, other)
    for ours, theirs in run.gaps:
        yield _said(left, ours), _said(right, theirs)


def _said(words: Words, stretch: range) -> str:
    return words.said(stretch[0], stretch[-1]) if len(stretch) else ""


def _without_overlaps(found: list[Passage]) -> list[Passage]:
    """What a run took up backwards of the one before it is left to the longer one."""
    kept: list[Passage] = []
    for each in sorted(found, key=lambda passage: (-passage.words, passage.left)):
        at = bisect_left(kept, each.left, key=lambda passage: passage.left)
        after_earlier = at == 0 or kept[at - 1].left[1] <= each.left[0]
        if after_earlier and (at == len(kept) or each.left[1] <= kept[at].left[0]):
            kept.insert(at, each)
    return kept
