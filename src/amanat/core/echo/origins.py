"""Where each report comes from: itself, another report, or a source that several share and nobody knows.

A report of which most repeats another has that one's origin, and so on up to one that repeats nobody. Reports
that repeat each other in a circle, and reports whose direction cannot be told, share one unknown origin. Nothing here
depends on the order of reports or echoes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from amanat.core.echo.echo import Echo, Grade, Verdict
from amanat.core.echo.passage import Likeness

MOSTLY, MOSTLY_RETOLD = 0.5, 0.25
"""The part of a report that must be another's for the whole to have the other's origin; the second where most of what
is shared is told anew, as then not all of it is known again."""


class Kind(StrEnum):
    OWN = "own"
    """Nothing shows that it repeats anybody."""
    REPEATED = "repeated"
    UNKNOWN = "unknown"
    """Several reports have it in common, and none of them is known to be the first."""


@dataclass(frozen=True, slots=True)
class Origin:
    """``key`` is the same for all that come from one origin; ``report`` is the first one where that is known.

    ``partly``: reports of which a smaller part of this one comes, passage by passage (tracing.py).
    """

    key: str
    kind: Kind
    report: int | None
    shared_by: tuple[int, ...]
    partly: tuple[int, ...] = ()


def origins(reports: Iterable[int], echoes: Iterable[Echo]) -> dict[int, Origin]:
    """The origin of each report. Echoes that are only possible, and quotations of one utterance, do not count.

    Echoes with reports that are not asked about count for nothing. A report can repeat several: the origin of the
    whole is that of which it has most; of the same part, the one with the lower id.
    """
    known = sorted(set(reports))
    counted = [each for each in echoes if counts(each) and {each.left, each.right} <= set(known)]
    up = _repeated(counted)
    group = _Groups(known)
    for circle in _circles(up):
        group.join(circle)
    for each in counted:
        if each.verdict is Verdict.COMMON_SOURCE and is_mostly(each):
            group.join((_first(each.left, up), _first(each.right, up)))
    return {report: _origin(report, up, group, _minor(report, counted, up)) for report in known}


def counts(echo: Echo) -> bool:
    """Whether it makes two reports one origin, in whole or in part."""
    return echo.verdict.is_echo and echo.grade is not Grade.POSSIBLE


def is_mostly(echo: Echo) -> bool:
    """Of two reports of which nobody knows which was first: whether most of both is the same, or of one, where what
    they share is told anew."""
    if _is_told_anew(echo):
        return echo.in_substance or max(echo.left_share, echo.right_share) >= MOSTLY_RETOLD
    return echo.in_substance or min(echo.left_share, echo.right_share) >= MOSTLY


def mostly_repeats(echo: Echo) -> bool:
    """Whether most of the report that repeats is of the other."""
    enough = MOSTLY_RETOLD if _is_told_anew(echo) else MOSTLY
    repeater = echo.repeater
    return repeater is not None and (echo.in_substance or echo.share_of(repeater) >= enough)


def _is_told_anew(echo: Echo) -> bool:
    """Whether most of what they share is, by the length of the passages in both."""
    lengths = [
        (each.likeness, sum(end - start for start, end in (each.left, each.right))) for each in echo.passages
    ]
    retold = sum(length for likeness, length in lengths if likeness is Likeness.RETOLD)
    return retold * 2 > sum(length for _, length in lengths)


def _repeated(echoes: Iterable[Echo]) -> dict[int, int]:
    """The report that each one mostly repeats."""
    ranked: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for each in echoes:
        repeater, repeated = each.repeater, each.repeated
        if repeater is not None and repeated is not None and mostly_repeats(each):
            ranked[repeater].append((-each.share_of(repeater), repeated))
    return {repeater: min(found)[1] for repeater, found in ranked.items()}


def _circles(up: Mapping[int, int]) -> list[tuple[int, ...]]:
    """Reports that repeat each other round in a circle; each repeats one, so that there is one walk from each."""
    found: set[tuple[int, ...]] = set()
    for start in up:
        walk = [start]
        while (following := up.get(walk[-1])) is not None and following not in walk:
            walk.append(following)
        if following is not None:
            found.add(tuple(sorted(walk[walk.index(following) :])))
    return sorted(found)


def _first(report: int, up: Mapping[int, int]) -> int:
    """The end of the walk up; of a circle, its lowest id."""
    walk = [report]
    while (following := up.get(walk[-1])) is not None:
        if following in walk:
            return min(walk[walk.index(following) :])
        walk.append(following)
    return walk[-1]


def _minor(report: int, echoes: Iterable[Echo], up: Mapping[int, int]) -> tuple[int, ...]:
    found = {each.repeated for each in echoes if each.repeater == report and each.repeated != up.get(report)}
    return tuple(sorted(each for each in found if each is not None))


def _origin(report: int, up: Mapping[int, int], group: _Groups, partly: tuple[int, ...]) -> Origin:
    first = _first(report, up)
    sharing = group.of(first)
    if len(sharing) > 1:
        return Origin(f"common:{min(sharing)}", Kind.UNKNOWN, None, sharing, partly)
    kind = Kind.OWN if first == report else Kind.REPEATED
    return Origin(f"report:{first}", kind, first, (first,), partly)


class _Groups:
    """Reports that share an origin though none of them is it."""

    def __init__(self, reports: Iterable[int]) -> None:
        self._group = {report: frozenset((report,)) for report in reports}

    def join(self, members: Iterable[int]) -> None:
        together = frozenset().union(*(self._group[each] for each in members))
        for each in together:
            self._group[each] = together

    def of(self, report: int) -> tuple[int, ...]:
        return tuple(sorted(self._group[report]))
